import type { Issue } from "../issue/issue.ts";
import { parsePeriod } from "../time/period-range.ts";
import { inputNamed } from "./input-named.ts";
import type { Programme } from "./programme.ts";

/** What a name sets, however it is spelled: an input, and of one with amounts by period the periods that it names. */
export function setBy(programme: Programme, name: string): string | undefined {
  const { id, period } = inputNamed(programme, name);
  if (id === undefined || period === undefined) return id;
  const read = parsePeriod(programme.timeline, period);
  return read.ok ? `${id}@${read.value.first}-${read.value.last}` : undefined;
}

/** Two names of which both set one thing: one of the two values would be lost without a word. */
export function setTwice(programme: Programme, names: readonly string[]): Issue[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const own = setBy(programme, name);
    const before = own === undefined ? undefined : seen.get(own);
    if (own !== undefined && before === undefined) seen.set(own, name);
    return before === undefined ? [] : [twice(before, name)];
  });
}

function twice(before: string, name: string): Issue {
  return {
    code: "duplicate-id",
    severity: "error",
    path: [name],
    message: `“${before}” and “${name}” set the same number`,
    expected: "one value for each number",
    received: `${before} and ${name}`,
    hint: "leave one of them out",
  };
}
