import type { Issue } from "../../issue/issue.ts";
import { received } from "../../issue/received.ts";

/** What is said of a label or name that no id can be made of, in one form wherever they are taken. */
export function withoutId(label: string): [string, Required<Pick<Issue, "expected" | "received" | "hint">>] {
  const isBlank = label.trim() === "";
  return [
    isBlank ? "a label has nothing in it" : `${received(label)} has no letter or digit to make an id of`,
    {
      expected: "a label with a letter or digit in it",
      received: received(label),
      hint: isBlank ? "say what it is" : `put a word beside it, such as “${sample(label)}”`,
    },
  ];
}

/** The label with a word before it, where it is short enough to be shown again. */
function sample(label: string): string {
  return label.trim().length <= 8 ? `Rent ${label.trim()}` : "Rent";
}
