import type { LinePart } from "./line.ts";
import { idOf } from "./names.ts";
import type { ProgrammeOptions } from "./programme.ts";

/** What says whose budget a programme is. */
interface OfABody {
  readonly options: Pick<ProgrammeOptions, "body">;
}

/** The body whose budget the programme is. */
export function homeOf({ options }: OfABody): string {
  return options.body ?? "this body";
}

/** Who pays, gives or saves: the programme's own body unless the line says. */
export function agencyOf(programme: OfABody, { attributes }: LinePart): string {
  return attributes.agency ?? homeOf(programme);
}

/** Whether two names are of one body. */
export function sameBody(a: string, b: string): boolean {
  return idOf(a) === idOf(b);
}
