import type { Issue } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { withoutId } from "../programme/faults/without-id.ts";
import type { LineContext } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";

/** A fault of the options, and the keys that lead to it. */
export type OptionFault = Omit<Issue, "severity" | "path"> & { readonly at: readonly string[] };

/** The faults of names that rows are called by: one without a letter or digit, or one that is there already. */
export function nameFaults(under: readonly string[], names: readonly string[]): OptionFault[] {
  return names.flatMap((name, at): OptionFault[] => {
    const id = idOf(name);
    const before = names.slice(0, at).find((other) => idOf(other) === id);
    if (id !== "" && before === undefined) return [];
    if (id === "") {
      const [message, more] = withoutId(name);
      return [{ at: [...under, name], code: "wrong-shape", message, ...more }];
    }
    return [
      {
        at: [...under, name],
        code: "duplicate-id",
        message: `“${name}” and “${before}” have the same id, “${id}”`,
        expected: "a name of its own for each",
        received: received(name),
        hint: "change one of the names",
      },
    ];
  });
}

/** Reports the faults that were found; whether there were none. */
export function noFaults(line: LineContext, faults: readonly OptionFault[]): boolean {
  for (const { at, ...fault } of faults) line.fault(at, fault);
  return faults.length === 0;
}
