import { type Draft, report } from "../building/draft.ts";
import type { GroupPart } from "../line.ts";

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
