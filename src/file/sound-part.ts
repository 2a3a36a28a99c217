import { amounts } from "../drivers/amounts.ts";
import type { Issue } from "../issue/issue.ts";
import { isUnder } from "../issue/key-path.ts";
import { build } from "../programme/building/build.ts";
import type { GroupPart, LinePart } from "../programme/line.ts";
import { linesIn, statementParts } from "../programme/lines-in.ts";
import type { Part, Programme, ProgrammeOptions } from "../programme/programme.ts";
import type { Timeline } from "../time/timeline.ts";

/** What a programme is built of. */
interface Given {
  readonly title: string;
  readonly timeline: Timeline;
  readonly options: ProgrammeOptions;
  readonly parts: readonly Part[];
}

/**
 * The programme that is left of a model when all that was refused is left out, and what needs it. It is good for one thing: to
 * try what is said of the whole, such as the appraisal, while there are faults elsewhere. `undefined` where nothing is left that
 * stands.
 */
export function soundPart(given: Given, refused: readonly Issue[]): Programme | undefined {
  let paths = errorPaths(refused);
  let { parts } = given;
  for (;;) {
    const left = parts.flatMap((part) => withoutRefused(part, paths));
    // A model whose every line was refused has one that costs nothing in their place.
    const lined = linesIn(statementParts(left)).length > 0 ? left : [...left, standIn];
    const built = build(given.title, given.timeline, given.options, lined);
    if (built.programme !== undefined) return built.programme;
    paths = errorPaths(built.issues);
    const further = left.flatMap((part) => withoutRefused(part, paths));
    if (countOf(further) === countOf(left)) return undefined;
    parts = left;
  }
}

const standIn: LinePart = {
  part: "line",
  kind: "cost",
  label: "What could not be read",
  driver: amounts(0),
  attributes: { assumed: "it stands for lines that could not be read" },
};

function errorPaths(issues: readonly Issue[]): (readonly string[])[] {
  return issues.flatMap(({ severity, path }) => (severity === "error" ? [path] : []));
}

/** A part where nothing in it was refused; a group or table with what is left in it, and nothing where that is nothing. */
function withoutRefused<P extends Part>(part: P, refused: readonly (readonly string[])[]): P[] {
  if (part.part === "group" || part.part === "table") {
    const parts = part.parts.flatMap((inner: LinePart | GroupPart) => withoutRefused(inner, refused));
    const isOwn = refused.some((path) => isIn(path, part) && path[part.path?.length ?? 0] !== "lines");
    return isOwn || parts.length === 0 ? [] : [{ ...part, parts }];
  }
  return refused.some((path) => isIn(path, part)) ? [] : [part];
}

function isIn(path: readonly string[], { path: place = [] }: Part): boolean {
  return place.length > 0 && isUnder(path, place);
}

function countOf(parts: readonly Part[]): number {
  return parts.length + linesIn(parts).length;
}
