import { cost, InvestToSaveError, programme, saving, years } from "invest-to-save";
import * as appraisal from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

const kit = programme(
  "Kit",
  years("2024/25", "2026/27"),
  { source: "a worked example", body: "County Council" },
  cost("Kit", 100),
  saving("Beds", 200, { agency: "Health" }),
);

/** What a call as a script without types may make it is told. */
function told(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InvestToSaveError)
      return error.issues.map(({ code, path, hint }) => `${code} ${path.join(" > ")}: ${hint}`);
    throw error;
  }
  return [];
}

const { appraise, compareOptions, measures } = appraisal as unknown as Record<
  "appraise" | "compareOptions" | "measures",
  (...given: unknown[]) => unknown
>;

describe("what is asked of an appraisal", () => {
  test.each([
    [{ rates: "5%" }, "unknown-key appraisal > rates: did you mean “rate”?"],
    [{ timing: "mid" }, "wrong-shape appraisal > timing: choose one of those above"],
    [{ case: "econmic" }, "wrong-shape appraisal > case: did you mean “economic”?"],
    [{ denominator: "cost" }, "wrong-shape appraisal > denominator: did you mean “costs”?"],
    [{ benefits: "Well-being" }, "wrong-shape appraisal > benefits: give a list of names"],
    [{ rate: 3.5 }, "out-of-range appraisal > rate: write 3.5% or 0.035 if that is what is meant"],
    [{ rate: "350" }, "out-of-range appraisal > rate: write the rate as 3.5% or 0.035"],
    [
      { rate: 0, inflation: 2, case: "economic" },
      "out-of-range appraisal > inflation: write 2% or 0.02 if that is what is meant",
    ],
    [
      { for: "Nobody" },
      "unknown-name appraisal > for: choose one of those above, or give a line the body as its “agency”",
    ],
    [{ for: "Helth" }, "unknown-name appraisal > for: did you mean “Health”?"],
    [null, "wrong-shape appraisal: write it like { case: … }"],
  ])("is read with care: %j", (options, expected) => {
    expect(told(() => appraise(kit, options))).toEqual([expected]);
  });

  test("is what the model says too, where that is said in code", () => {
    const own = { ...kit, options: { ...kit.options, appraisal: { timing: "late" } } };
    expect(told(() => appraise(own))[0]).toMatch(/^wrong-shape appraisal > timing/);
  });

  test("names a body in any spelling of its id, and is printed as the model has it", () => {
    expect(appraise(kit, { for: "health" })).toMatchObject({ appraisal: { terms: { body: "Health" } } });
  });

  test("is checked for each of the options side by side", () => {
    const hint = "unknown-key appraisal > options > A > witout: did you mean “without”?";
    expect(told(() => compareOptions(kit, { A: { witout: "all" } }))).toEqual([hint]);
    expect(told(() => compareOptions(kit, { A: null }))[0]).toMatch(/^wrong-shape appraisal > options > A/);
  });
});

test("what is no programme, or was not appraised, is said to be so", () => {
  for (const nothing of [null, undefined, {}, 3, "kit", []]) {
    expect(told(() => appraise(nothing))[0]).toMatch(/^wrong-shape appraise:/);
    expect(told(() => measures(nothing))[0]).toMatch(/^wrong-shape measures:/);
    expect(told(() => compareOptions(nothing))[0]).toMatch(/^wrong-shape compareOptions:/);
  }
  expect(told(() => measures(kit))).toEqual([
    "wrong-shape measures: write it like measures(appraise(programme))",
  ]);
});
