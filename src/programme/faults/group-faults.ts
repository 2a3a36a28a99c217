import { type Draft, report } from "../building/draft.ts";
import type { GroupPart, LinePart } from "../line.ts";
import { linesIn } from "../lines-in.ts";
import type { Part } from "../programme.ts";

/** A programme without a line. */
export function noLines(draft: Draft, title: string): void {
  report(draft, "no-lines", [], `“${title}” has no cost, saving or funding`, {
    expected: "at least one line",
    received: "none",
    hint: "add a line under costs, savings or funding",
  });
}

/** A group without a line. */
export function emptyGroup(draft: Draft, part: GroupPart): void {
  report(draft, "no-lines", part.path ?? [part.label], `the group “${part.label}” has no lines`, {
    expected: "at least one line",
    received: "none",
    hint: "put lines under it, or take the group out",
  });
}

/** The memorandum rows beside no table, which nothing would print, and what stands in a table and is none. */
export function misplaced(draft: Draft, parts: readonly Part[]): void {
  for (const part of parts) {
    const inTable = part.part === "table";
    const among = inTable ? part.parts : [part];
    for (const line of linesIn(among)) {
      if ((line.kind === "memorandum") !== inTable) outOfPlace(draft, line, inTable);
    }
  }
}

function outOfPlace(draft: Draft, { kind, label, path = [label] }: LinePart, inTable: boolean): void {
  const message = inTable
    ? `${label} is a ${kind}, and stands in a table of memorandum rows`
    : `${label} is a memorandum row, and stands in no table`;
  report(draft, "wrong-shape", path, message, {
    expected: inTable ? "a memorandum row" : "a table around it",
    received: inTable ? `a ${kind}` : "no table",
    hint: inTable ? "take it out of the table" : 'write it like table("Activity", {}, memorandum(…))',
  });
}

/** A group with lines of more than one kind. */
export function mixedGroup(draft: Draft, part: GroupPart): void {
  report(
    draft,
    "wrong-shape",
    part.path ?? [part.label],
    `the group “${part.label}” mixes lines of different kinds`,
    {
      expected: "only costs, only savings, only repayments or only funding in one group",
      received: "lines of more than one kind",
      hint: "make one group for each kind",
    },
  );
}
