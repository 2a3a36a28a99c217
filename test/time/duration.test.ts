import { describe, expect, test } from "vitest";
import { looksLikeDuration, parseDuration } from "../../src/time/duration.ts";

describe("a length of time", () => {
  test.each([
    ["12 months", { count: 12, unit: "months", months: 12 }],
    ["1 month", { count: 1, unit: "months", months: 1 }],
    [" 2 Quarters ", { count: 6, unit: "months", months: 6 }],
    ["1 year", { count: 1, unit: "years", months: 12 }],
    ["1.5 years", { count: 1.5, unit: "years", months: 18 }],
    ["0 months", { count: 0, unit: "months", months: 0 }],
  ])("is read from %s", (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value });
  });

  test.each([
    ["3 weeks", "finer", "count it in months: weeks are not whole months"],
    ["10 Days", "finer", "count it in months: days are not whole months"],
    ["1.5 months", "finer", "round it to whole months"],
    ["0.1 years", "finer", "round it to whole months"],
    ["12 monts", "malformed", "“monts” is no length of time; write months, quarters or years"],
    ["-1 year", "malformed", "write it like 6 months or 1 year"],
    ["a year", "malformed", "write it like 6 months or 1 year"],
    ["1e3 months", "malformed", "write it like 6 months or 1 year"],
    ["", "malformed", "write it like 6 months or 1 year"],
  ])("is not read from “%s”", (text, reason, hint) => {
    expect(parseDuration(text)).toMatchObject({ ok: false, reason, hint });
  });

  test("looks like itself even where it is badly written, and a name or an amount does not", () => {
    expect(
      ["12 months", "-1 year", "3 weeks", "12 monts"].filter((text) => !looksLikeDuration(text)),
    ).toEqual([]);
    expect(["12", "Term", "Holiday agreed", "2014/15", "50%"].filter(looksLikeDuration)).toEqual([]);
  });
});
