import {
  check,
  condition,
  cost,
  evaluate,
  months,
  type PeriodAmounts,
  programme,
  sheetOf,
} from "invest-to-save";
import { describe, expect, test } from "vitest";

/** What is told of a balance that may not be above nil, in the months of a year. */
function told(amounts: PeriodAmounts): readonly string[] {
  const never = condition("Never above nil", { row: "balance", "at most": 0 });
  const p = programme("Runs", months("2012/13", "2012/13"), { source: "s" }, cost("A", amounts), never);
  return [
    ...check(evaluate(p)).findings.flatMap(({ failures }) => failures),
    ...sheetOf(p).notes.filter((note) => note.startsWith("Not met")),
  ];
}

describe("where a condition does not hold", () => {
  test("periods in a row that fail alike are told as one, and a gap parts them", () => {
    expect(told({ "Apr 2012": 300, "May 2012": 300, "Jul 2012": 300 })).toEqual([
      "Apr 2012 to May 2012: £300 is not at most £0",
      "Jul 2012: £300 is not at most £0",
      "Not met: Never above nil, from Apr 2012 to May 2012: £300 is not at most £0; in Jul 2012: £300 is not at most £0.",
    ]);
  });

  test("periods that fail by other amounts are told one by one, also where these are shortened alike", () => {
    expect(told({ "Apr 2012": "100.004", "May 2012": "100.001", "Jun 2012": "100.001" })).toEqual([
      "Apr 2012: about £100.00 is not at most £0",
      "May 2012 to Jun 2012: about £100.00 is not at most £0",
      "Not met: Never above nil, in Apr 2012: about £100.00 is not at most £0; from May 2012 to Jun 2012: about £100.00 is not at most £0.",
    ]);
  });
});
