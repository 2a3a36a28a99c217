import type { GroupPart, LinePart } from "./line.ts";
import type { Part } from "./programme.ts";

/** The lines among some parts, in the order of the model, in whatever groups and tables they stand. */
export function linesIn(parts: readonly Part[]): LinePart[] {
  return parts.flatMap((part) => {
    if (part.part === "line") return [part];
    return part.part === "group" || part.part === "table" ? linesIn(part.parts) : [];
  });
}

/** The parts of the statement: lines and groups, and not the tables beside it. */
export function statementParts(parts: readonly Part[]): (LinePart | GroupPart)[] {
  return parts.filter((part) => part.part === "line" || part.part === "group");
}
