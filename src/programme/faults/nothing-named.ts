import { textOf, unknownName } from "../../issue/unknown-name.ts";
import type { Draft } from "../building/draft.ts";

/** Where a name stands in a list of all that there are: assumptions, then lines, then totals. */
function place({ is, reserved }: { is: "assumption" | "row"; reserved?: true }): number {
  return is === "assumption" ? 0 : reserved ? 2 : 1;
}

/** Reports that a name belongs to nothing. */
export function nothingNamed(draft: Draft, name: string, path: readonly string[]): void {
  const known = [...draft.taken.values()].sort((a, b) => place(a) - place(b)).map(({ label }) => label);
  const otherwise = timesHint(name) ?? "declare it under assumptions, or mend the name";
  // Comparing a thousand slips with a thousand names each would take minutes; the first few tell what is wrong.
  const compared = draft.issues.length < 100;
  const lookup = { what: "assumption or line", name, known, alike: [...draft.taken.keys()], path };
  draft.issues.push(unknownName({ ...lookup, otherwise, compared }));
}

/** What to write where an x stands between two parts of a name, as somebody writes who means to multiply. */
function timesHint(name: string): string | undefined {
  const parts = textOf(name).split(/\s+x\s+/i);
  return parts.length > 1 ? `write * for times: ${parts.join(" * ")}` : undefined;
}
