import fc from "fast-check";
import {
  condition,
  cost,
  evaluate,
  funding,
  level,
  memorandum,
  months,
  once,
  programme,
  saving,
  type Timeline,
  table,
  withValues,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { comparisonDocument } from "../../src/sheet/document/comparison-document.ts";
import { compareTables } from "../../src/table/comparison.ts";
import { documentWriters } from "../../src/write/document.ts";

const club = (staff: number, source = "bid") =>
  programme(
    "Club",
    years("2024/25", "2026/27"),
    { source },
    cost("Staff", { "2024/25": staff, "2025/26": 500 }),
    saving("Fewer nights in care", { "2026/27": 900 }),
    funding("Grant", { "2024/25": 600 }),
    condition("The grant pays for the first year", {
      row: "balance",
      "at most": 0,
      from: "2024/25",
      to: "2024/25",
    }),
  );
const between = (before: number, after: number) =>
  compareTables(evaluate(club(before)), evaluate(club(after)));

describe("two tables compared", () => {
  test("a model differs from itself in nothing", () => {
    expect(between(600, 600)).toEqual({
      inputs: [],
      lines: [],
      results: [],
      conditions: [],
      terms: [],
      said: [],
      renamed: [],
    });
  });

  test("names the assumption, its line, its sums and the condition that turns, and no other", () => {
    const { inputs, lines, results, conditions } = between(600, 700);
    expect(inputs.map(({ label, differs }) => [label, differs])).toEqual([["Staff", ["value"]]]);
    expect(
      lines.map(({ label, before, after, difference, years: in_ }) => [
        label,
        `${before}`,
        `${after}`,
        `${difference}`,
        in_.map(({ year, before: was, after: is }) => `${year}: ${was}, ${is}`),
      ]),
    ).toEqual([["Staff", "1100", "1200", "100", ["2024/25: 600, 700"]]]);
    expect(results.map(({ id, difference }) => [id, `${difference}`])).toEqual([
      ["total-cost", "100"],
      ["balance", "100"],
    ]);
    expect(conditions).toEqual([{ label: "The grant pays for the first year", before: true, after: false }]);
  });

  test("tells what the whole model says of its numbers once, and what is said of one with it", () => {
    const { inputs, lines, said } = compareTables(evaluate(club(600)), evaluate(club(600, "ledger")));
    expect([inputs, lines]).toEqual([[], []]);
    expect(said).toEqual([{ path: ["source"], before: "bid", after: "ledger" }]);
    const rent = (source: string) =>
      evaluate(
        programme("Club", years("2024/25", "2024/25"), { source: "bid" }, cost("Rent", 5, { source })),
      );
    const found = compareTables(rent("bid"), rent("lease"));
    expect(found.inputs.map(({ label, differs }) => [label, differs])).toEqual([["Rent", ["source"]]]);
    expect(found.said).toEqual([]);
  });

  test("has lines that only one of them has on one side alone", () => {
    const other = programme(
      "Club",
      years("2024/25", "2026/27"),
      { source: "bid" },
      cost("Rent", { "2024/25": 5 }),
    );
    const { lines } = compareTables(evaluate(club(600)), evaluate(other));
    expect(lines.map(({ label, before, after }) => [label, before?.toString(), after?.toString()])).toEqual([
      ["Rent", undefined, "5"],
      ["Staff", "1100", undefined],
      ["Fewer nights in care", "900", undefined],
      ["Grant", "600", undefined],
    ]);
  });

  test("goes by year where periods are months, and leaves out what has no value by year", () => {
    const monthly = (rent: number) =>
      evaluate(
        programme(
          "Club",
          months("2024/25", "2025/26"),
          { source: "bid" },
          cost("Rent", { "2024/25": rent, "Apr 2025": 10 }),
          table("People", {}, memorandum("Members", rent, { unit: "people", totals: "none" })),
        ),
      );
    const { lines } = compareTables(monthly(120), monthly(240));
    expect(
      lines.map(({ id, difference, years: in_ }) => [id, `${difference}`, in_.map(({ year }) => year)]),
    ).toEqual([["rent", "120", ["2024/25"]]]);
  });

  test("takes no notice of what divisions cut off: sums of twelfths by month are the amount by year", () => {
    const under = (timeline: Timeline) => {
      const rent = level({ amount: 7_000, from: "Aug 2024", shares: "by months" });
      return evaluate(programme("Club", timeline, { source: "bid" }, cost("Rent", rent)));
    };
    const found = compareTables(under(years("2024/25", "2025/26")), under(months("2024/25", "2025/26")));
    expect([...found.lines, ...found.results]).toEqual([]);
  });

  test("has a condition that only one of them has on one side alone", () => {
    const bare = programme("Club", years("2024/25", "2026/27"), { source: "bid" }, cost("Staff", 600));
    const met = { label: "The grant pays for the first year" };
    const conditions = (before: typeof bare, after: typeof bare) =>
      compareTables(evaluate(before), evaluate(after)).conditions;
    expect(conditions(bare, club(600))).toEqual([{ ...met, after: true }]);
    expect(conditions(club(700), bare)).toEqual([{ ...met, before: false }]);
  });

  test("turned round, every difference has the other sign, and differences are what the sides differ by", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 2_000 }), (a, b) => {
        const [there, back] = [between(a, b), between(b, a)];
        for (const part of ["lines", "results"] as const) {
          const turned = new Map(back[part].map((one) => [one.id, one.difference]));
          for (const { id, before, after, difference } of there[part]) {
            expect(difference?.eq(after?.minus(before ?? 0) ?? 0)).toBe(true);
            expect(
              turned
                .get(id)
                ?.neg()
                .eq(difference ?? 0),
            ).toBe(true);
          }
          expect(back[part].length).toBe(there[part].length);
        }
        expect(there.inputs.length === 0).toBe(a === b);
      }),
    );
  });
});

describe("a comparison in words", () => {
  const told = (before: number, after: number) =>
    documentWriters.text(
      comparisonDocument({ name: "May", programme: club(before) }, { name: "June", programme: club(after) }),
    );

  test("starts with what changed, what becomes of the balance and what is no longer met", () => {
    expect(told(600, 700).split("\n")[2]).toBe(
      "From May to June 1 assumption, 1 line, 6 results changed. Balance of Funding Required / (Savings) rises by £100 over the whole model, from −£400 to −£300. It costs £100 more net by 2026/27: £300 instead of £200. “The grant pays for the first year” is no longer met.",
    );
  });

  test("says so where nothing differs", () => {
    expect(told(600, 600)).toContain(
      "May and June are the same: no assumption, line, result or condition differs.",
    );
  });

  test("never tells of a difference that it prints as nil", () => {
    const [before, after] = [club(600), withValues(club(600), { "staff@2024/25": "600.001" })];
    const text = documentWriters.text(
      comparisonDocument({ name: "May", programme: before }, { name: "June", programme: after }),
    );
    expect(text).toContain(
      "rises by less than a penny over the whole model. It costs less than a penny more net by",
    );
    expect(text).toMatch(/\nStaff +£600 in 2024\/25 +£600\.001 in 2024\/25 +up by less than a penny /);
    expect(text).not.toMatch(/[+−]£0(?!\.)/);
  });
});

describe("what stands beside another value", () => {
  const bid = (value: number, told: object, bound: object, uses: number) =>
    programme(
      "Bid",
      years("2025/26", "2026/27"),
      { source: "bid" },
      cost("Rent", { "2025/26": value }, told),
      condition("Low", { row: "balance", ...bound }),
      table(
        "Uses",
        { column: "£", total: "All uses" },
        memorandum("Vans", once(uses)),
        memorandum("Beds", once(5)),
      ),
    );
  const [was, is] = [
    bid(10, { source: "lease", note: "5", range: { low: 0.9, high: 1.2 } }, { "at most": 99 }, 20),
    bid(12, { source: "hearsay", note: "6", range: { low: 0.1, high: 9 } }, { below: 99 }, 30),
  ];
  const found = compareTables(evaluate(was), evaluate(is));
  const text = documentWriters.text(
    comparisonDocument({ name: "was", programme: was }, { name: "is", programme: is }),
  );

  test("source and range are told in the same row, and a note that reads as a number on its own", () => {
    const rent = found.inputs.filter(({ label }) => label === "Rent");
    expect(rent.map(({ differs }) => differs)).toEqual([["value", "range", "source"]]);
    expect(found.said).toEqual([{ path: ["Rent", "note"], before: "5", after: "6" }]);
    expect(text).toMatch(
      /\nRent +£10 in 2025\/26; range 90% +£12 in 2025\/26; range 10% +\+£2 +value in 1 of 2 years,\n/,
    );
    expect(text.match(/hearsay/g)).toHaveLength(1);
  });

  test("a condition that bounds another way says which in the row of its bound", () => {
    const bound = found.inputs.find(({ label }) => label === "Low: below");
    expect(bound?.differs).toEqual(["bound"]);
    expect(bound?.bounds).toEqual({ of: "Low", before: "at most", after: "below" });
    expect(text).toMatch(/\nLow: the bound +at most £99 +below £99 +which way it bounds\n/);
  });

  test("sums of tables are results, and what belongs to no period changes in none", () => {
    expect(found.results.map(({ label, years: in_ }) => [label, in_])).toContainEqual(["All uses", []]);
    expect(found.lines.filter(({ label }) => label === "Vans").map((one) => one.years)).toEqual([[]]);
    expect(found.lines.map(({ label }) => label)).not.toContain("Beds");
  });
});
