import { seen } from "../issue/received.ts";
import type { LineContext } from "../programme/line.ts";
import { dimensionOf, dimensionWords, isUnit, type Unit } from "../quantity/unit.ts";

/** One of the things that a unit counts, such as family for families; `undefined` after reporting that it counts none. */
export function oneOf(line: LineContext, name: string, of: Unit): string | undefined {
  const dimension = dimensionOf(of);
  const [one = ""] = dimension?.keys() ?? [];
  // A unit such as family weeks is there for what can be counted, and only for that.
  if (dimension !== undefined && dimensionWords(dimension) === of && isUnit(`${one} weeks`)) return one;
  line.fault(name, {
    code: "wrong-unit",
    message: `${line.label} cannot count ${seen(of)}`,
    expected: "what can be counted, such as families, children or people",
    received: seen(of),
    hint: "write more than one of it, such as “families” and not “family”",
  });
  return undefined;
}
