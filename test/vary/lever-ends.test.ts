import {
  assumption,
  cost,
  evaluate,
  type Programme,
  programme,
  type RangeOptions,
  saving,
  withValues,
  years,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { sensitivity, switchingValue } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";

/** A fee a year in both years, with a range of some shape, against a saving of £1,000. */
function fees(range: RangeOptions): Programme {
  return programme(
    "Fees",
    years("2025/26", "2026/27"),
    { source: "worked by hand" },
    assumption("Fee", { value: 100, unit: "£", range }),
    cost("Fees", calculated("Fee")),
    saving("Care", { "2025/26": 1_000 }),
  );
}

describe("a bar goes from the low to the high of a range", () => {
  const normal = { shape: "normal", "standard deviation": 10 } as const;
  test.each<[string, RangeOptions, number, number]>([
    ["of a uniform one its ends", { shape: "uniform", low: 60, high: 150 }, 60, 150],
    ["of one with a low alone to the value", { low: 60 }, 60, 100],
    [
      "of a discrete one the least and the most that can be",
      discrete({ 50: 1, 100: 2, 120: 1, 200: 0 }),
      50,
      120,
    ],
    // 1.2816 standard deviations to either side.
    ["of a normal one P10 and P90", normal, 87.18, 112.8],
    ["of a normal one that is cut off on one side that end", { ...normal, low: 70 }, 70, 112.8],
    ["of a normal one that is cut off on both those ends", { ...normal, low: 70, high: 140 }, 70, 140],
    // The logarithm has a mean of 4.5855 and a deviation of 0.1980.
    ["of a lognormal one P10 and P90", { shape: "lognormal", "standard deviation": 20 }, 76.08, 126.4],
  ])("%s", (_, range, low, high) => {
    const p = fees(range);
    const [bar] = sensitivity(p, { outcome: "net saving" }).bars;
    expect([bar?.low.at.toNumber(), bar?.high.at.toNumber()]).toEqual([low, high]);
    for (const end of [bar?.low, bar?.high]) {
      const plain = evaluate(withValues(p, { fee: end?.at ?? 0 })).rows.get("balance")?.total;
      expect(end?.reading.value).toEqual(plain?.neg());
    }
  });

  test("of a line's amounts the shares of them, all together, and of one amount its share", () => {
    const p = programme(
      "Vans",
      years("2025/26", "2026/27"),
      { source: "worked by hand" },
      cost("Vans", { "2025/26": 800, "2026/27": 200 }, { range: { low: "95%", high: "130%" } }),
      saving("Care", 400),
    );
    const { bars, without } = sensitivity(p, { outcome: "net saving" });
    expect(
      bars.map(({ low, high }) => [low.words, low.reading.words, high.words, high.reading.words]),
    ).toEqual([["5% less", "−£150", "30% more", "−£500"]]);
    expect(without).toEqual(["Care"]);
    const one = sensitivity(p, { outcome: "net saving", assumptions: ["Vans@2025/26"] }).bars[0];
    expect([one?.low.at.toNumber(), one?.high.at.toNumber()]).toEqual([760, 1040]);
    const { answer, range } = switchingValue(p, {
      assumption: "Vans",
      outcome: "net saving",
      "at least": -600,
    });
    expect([answer, range?.from.toNumber(), range?.to.toNumber()]).toEqual([
      "no value in its range does",
      0.95,
      1.3,
    ]);
  });
});

test("a switching value is looked for beyond the central value where a normal range is open", () => {
  const open = fees({ shape: "normal", "standard deviation": 10, low: 70 });
  const found = switchingValue(open, { assumption: "Fee", outcome: "net saving" });
  expect(found.turns.map(({ value }) => value.toNumber())).toEqual([500]);
  expect([found.range?.from.toNumber(), found.range?.to.toNumber(), found.range?.by]).toEqual([
    70,
    1000,
    "unit",
  ]);
});

function discrete(weights: Record<string, number>): RangeOptions {
  return { shape: "discrete", weights };
}
