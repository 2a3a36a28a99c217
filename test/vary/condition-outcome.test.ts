import {
  cost,
  type DriverCondition,
  decimal,
  type Formula,
  formula as f,
  type LineContext,
  programme,
  saving,
  years,
} from "invest-to-save";
import { sensitivity } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";

const pounds = (amount: number) => f.constant(decimal(amount), "£");
const flag = f.constant(decimal(1), "flag");

/** Rent of £100, £300 and £200 against savings of £250 a year, and a condition that a driver of one's own sets. */
function judged(condition: (rent: Formula, line: LineContext) => DriverCondition) {
  return programme(
    "Rent",
    years("2024/25", "2026/27"),
    { source: "lease" },
    cost("Rent", { "2024/25": 100, "2025/26": 300, "2026/27": 200 }),
    saving("Lettings", {
      name: "lettings",
      options: {},
      build: (line) => {
        line.condition("Asked", condition(f.row("rent"), line));
        return f.add(pounds(250), f.multiply(f.row("rent"), f.constant(decimal(0), "number")));
      },
    }),
  );
}

/** What the condition comes to in the model as it stands. */
function said(condition: Parameters<typeof judged>[0]) {
  const { central, outcome } = sensitivity(judged(condition), { outcome: "asked", by: "10%" });
  return { words: central.words, holds: central.holds, unit: outcome.unit };
}

describe("what a condition has to spare is read where that is least", () => {
  test.each<[string, Formula, string]>([
    ["at most", f.compare(f.row("rent"), "at most", pounds(350)), "holds, £50 to spare"],
    ["below", f.compare(f.row("rent"), "below", pounds(300)), "does not hold, by next to nothing"],
    ["at least", f.compare(f.row("rent"), "at least", pounds(120)), "does not hold, £20 short"],
    ["above", f.compare(f.row("rent"), "above", pounds(60)), "holds, £40 to spare"],
    ["equal to", f.compare(f.row("rent"), "equal to", pounds(200)), "does not hold, £100 short"],
  ])("%s", (_, formula, words) => {
    const holds = words.startsWith("holds");
    expect(said(() => ({ formula }))).toEqual({ words, holds, unit: "£" });
  });

  const inLastYear = (line: LineContext) => line.structure("last", [0, 0, 1], "flag");
  const inMost = f.compare(f.row("rent"), "at most", pounds(240));

  test("of those periods alone that it is judged in, however that is written", () => {
    const words = "holds, £40 to spare";
    expect(said((_, line) => ({ formula: f.choose(inLastYear(line), inMost, flag) })).words).toBe(words);
    const notBefore = (line: LineContext) => line.structure("before", [1, 1, 0], "flag");
    expect(said((_, line) => ({ formula: f.choose(notBefore(line), flag, inMost) })).words).toBe(words);
    expect(said(() => ({ formula: inMost, first: 2 })).words).toBe(words);
  });

  test("in the unit of what is compared", () => {
    const years = (rent: Formula) => f.divide(rent, f.constant(decimal(100), "£ per year"));
    expect(
      said((rent) => ({ formula: f.compare(years(rent), "at most", f.constant(decimal(5), "years")) })),
    ).toEqual({ words: "holds, 2 years to spare", holds: true, unit: "years" });
    // Nil is of any unit.
    expect(said(() => ({ formula: f.compare(f.nil, "at most", f.nil) }))).toEqual({
      words: "holds, with nothing to spare",
      holds: true,
      unit: "number",
    });
  });
});

describe("a condition only holds or not", () => {
  const never = (line: LineContext) => line.structure("never", [0, 0, 0], "flag");
  const squared = (rent: Formula) => f.multiply(rent, rent);
  test.each<[string, (rent: Formula, line: LineContext) => Formula, string]>([
    ["that asks for something else", (rent) => f.compare(rent, "unlike", pounds(200)), "does not hold"],
    ["that is a flag", (_, line) => line.structure("open", [1, 1, 1], "flag"), "holds"],
    ["that chooses between flags", (_, line) => f.choose(never(line), f.nil, flag), "holds"],
    [
      "of which nobody would know the unit",
      (rent) => f.compare(squared(rent), "at most", squared(pounds(300))),
      "holds",
    ],
    [
      "that is judged in no period",
      (rent, line) => f.choose(never(line), f.compare(rent, "at most", pounds(0)), flag),
      "holds",
    ],
  ])("%s", (_, formula, words) => {
    const holds = words === "holds";
    expect(said((rent, line) => ({ formula: formula(rent, line) }))).toMatchObject({ words, holds });
  });

  test("and that is what turns with an assumption", () => {
    const found = sensitivity(
      judged((rent) => ({ formula: f.compare(rent, "unlike", pounds(330)) })),
      { outcome: "condition: asked", by: "10%" },
    );
    expect(found.bars.map(({ low, high }) => [low.reading.words, high.reading.words])).toEqual([
      ["holds", "does not hold"],
    ]);
  });
});
