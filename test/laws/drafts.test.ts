import fc from "fast-check";
import {
  check,
  cost,
  evaluate,
  explain,
  type Programme,
  print,
  programme,
  withValues,
  writeExplanation,
  writeReport,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

/** Everything that a programme can be written as, each with whether it is headed DRAFT. */
function headed(of: Programme): Record<string, boolean> {
  const heads: Record<string, string> = {
    text: print(of),
    markdown: print(of, { as: "markdown" }).slice(2),
    csv: print(of, { as: "csv" }),
    check: writeReport(check(evaluate(of))),
    explain: writeExplanation(explain(of, "total-cost")),
  };
  const told = JSON.parse(print(of, { as: "json" })).draft === true;
  return {
    json: told,
    ...Object.fromEntries(Object.entries(heads).map(([form, text]) => [form, text.startsWith("DRAFT: ")])),
  };
}

const all = (is: boolean) => ({ json: is, text: is, markdown: is, csv: is, check: is, explain: is });

describe("a number that only holds the place of the real one", () => {
  test("heads every output DRAFT, also where it is tried out with another value; without one none is", () => {
    fc.assert(
      fc.property(plans(), fc.nat(1_000), (plan, tried) => {
        const sure = built(plan);
        expect(headed(sure)).toEqual(all(false));
        const open = cost("Not agreed yet", 1, { placeholder: "to come" });
        const draft = programme(sure.title, sure.timeline, sure.options, ...sure.parts, open);
        expect(headed(draft)).toEqual(all(true));
        expect(headed(withValues(draft, { "not-agreed-yet": tried }))).toEqual(all(true));
      }),
      { numRuns: 30 },
    );
  });
});
