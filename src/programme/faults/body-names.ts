import type { Draft } from "../building/draft.ts";
import { linesIn } from "../lines-in.ts";
import { idOf } from "../names.ts";

/** Warns of names of bodies that look like slips of others, since one body would be taken for two; the later of two that are nearly the same is the one that is told. */
export function checkBodies(draft: Draft): void {
  const known = new Map(
    draft.options.body === undefined ? [] : [[idOf(draft.options.body), draft.options.body]],
  );
  for (const { label, path = [label], attributes } of linesIn(draft.parts)) {
    const { agency } = attributes;
    if (typeof agency !== "string" || agency.trim() === "" || known.has(idOf(agency))) continue;
    const like = [...known.values()].find((name) => isNearly(idOf(agency), idOf(name)));
    known.set(idOf(agency), agency);
    if (like === undefined) continue;
    draft.issues.push({
      code: "unknown-name",
      severity: "warning",
      path: [...path, "agency"],
      message: `${label} is of “${agency}”, which is nearly “${like}” and counts as another body`,
      expected: like,
      received: agency,
      hint: `did you mean “${like}”?`,
    });
  }
}

/** Whether two ids of as many words differ by a letter in one long word; numbers tell bodies apart, as in School 1 and School 2. */
function isNearly(a: string, b: string): boolean {
  if (a.replaceAll("-", "") === b.replaceAll("-", "")) return true;
  const [own, others] = [a.split("-"), b.split("-")];
  if (own.length !== others.length) return false;
  const different = own.flatMap((word, i) => (word === others[i] ? [] : [[word, others[i] ?? ""] as const]));
  const [only] = different;
  return different.length === 1 && only !== undefined && isOneLetterOff(only[0], only[1]);
}

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || /\d/.test(a + b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let [start, end] = [0, 0];
  while (start < short.length && short[start] === long[start]) start++;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [left, extra] = [short.length - start - end, long.length - start - end];
  const swapped =
    left === 2 && extra === 2 && short[start] === long[start + 1] && short[start + 1] === long[start];
  return extra <= 1 || swapped;
}
