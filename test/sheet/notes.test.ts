import { evaluate, layOut, rollUp, sheetOf, withScenario, withValues } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { unmetNotes } from "../../src/sheet/notes.ts";
import { saidOnce, withoutPointers } from "../../src/sheet/said-once.ts";

const six = "2024/25 to 2029/30";
const model = (more: string) => readProgramme(`title: Hub\nyears: ${six}\nsource: plan\n${more}`);

describe("what was set for a run is told", () => {
  const hub = model(
    "assumptions:\n  Fee: { value: 20, unit: £ }\ncosts:\n  Rent: { 2024/25: 100, then: 200 }\n  Crew: { formula: Fee }\nscenarios:\n  Dear: { set: { fee: 40 } }\n  Cheap: { set: { fee: 2 }, says: the hall is lent }\n",
  );
  test.each<[Record<string, number>, string]>([
    [{ fee: 30 }, "Set for this run: Fee = £30."],
    [{ rent: 300 }, "Set for this run: Rent = £300 in each period."],
    [{ "rent@2025/26": 300 }, "Set for this run: Rent in 2025/26 = £300."],
    [
      {
        "rent@2025/26": 100,
        "rent@2026/27": 100,
        "rent@2027/28": 100,
        "rent@2028/29": 100,
        "rent@2029/30": 100,
      },
      "Set for this run: Rent in 2025/26 = £100; Rent in 2026/27 = £100; Rent in 2027/28 = £100; Rent in 2028/29 = £100; Rent in 2029/30 = £100.",
    ],
    [{ fee: 1, "rent@2024/25": 0 }, "Set for this run: Fee = £1; Rent in 2024/25 = £0."],
  ])("%o", (values, note) => {
    const { notes } = sheetOf(withValues(hub, values));
    expect(notes.filter((one) => one.startsWith("Set"))).toEqual([note]);
    expect(notes.filter((one) => one.startsWith("Scenario"))).toEqual([]);
  });

  test("and by which scenario, with what it says", () => {
    const notes = (name: string) => sheetOf(withScenario(hub, name)).notes;
    expect(notes("Dear").slice(0, 2)).toEqual(["Scenario: Dear.", "Set for this run: Fee = £40."]);
    expect(notes("Cheap")[0]).toBe("Scenario: Cheap, the hall is lent.");
    expect(sheetOf(hub).notes).toEqual(["Source: plan."]);
  });
});

describe("what is not met is told", () => {
  const notes = (conditions: string, more = "") =>
    sheetOf(
      model(`costs:\n  Rent: { 2024/25: 100, then: 200 }\n${more}conditions:\n${conditions}`),
    ).notes.filter((one) => one.startsWith("Not met"));

  test("with the first three places, and how many more there are", () => {
    const rent = "{ 2024/25: 10, 2025/26: 20, 2026/27: 30, 2027/28: 40, 2028/29: 50, 2029/30: 50 }";
    const above = (bound: number) =>
      sheetOf(
        model(`costs:\n  Rent: ${rent}\nconditions:\n  Cheap: { row: rent, at most: ${bound} }\n`),
      ).notes.filter((one) => one.startsWith("Not met"));
    expect(above(50)).toEqual([]);
    expect(above(40)).toEqual(["Not met: Cheap, from 2028/29 to 2029/30: £50 is not at most £40."]);
    expect(above(30)).toEqual([
      "Not met: Cheap, in 2027/28: £40 is not at most £30; from 2028/29 to 2029/30: £50 is not at most £30.",
    ]);
    expect(above(20)).toEqual([
      "Not met: Cheap, in 2026/27: £30 is not at most £20; in 2027/28: £40 is not at most £20; from 2028/29 to 2029/30: £50 is not at most £20.",
    ]);
    expect(above(10)).toEqual([
      "Not met: Cheap, in 2025/26: £20 is not at most £10; in 2026/27: £30 is not at most £10; in 2027/28: £40 is not at most £10; and in 2 more periods.",
    ]);
    expect(above(5)).toEqual([
      "Not met: Cheap, in 2024/25: £10 is not at most £5; in 2025/26: £20 is not at most £5; in 2026/27: £30 is not at most £5; and in 3 more periods.",
    ]);
  });

  test("with its advice without a second full stop, and whether it is only a warning", () => {
    expect(notes("  Cheap: { row: rent, at most: 150, says: Ask the landlord. }\n")).toEqual([
      "Not met: Cheap, from 2025/26 to 2029/30: £200 is not at most £150 (Ask the landlord).",
    ]);
    expect(notes("  Cheap: { row: rent, at most: 150, severity: warning }\n")).toEqual([
      "Not met (a warning): Cheap, from 2025/26 to 2029/30: £200 is not at most £150.",
    ]);
  });

  const dear = "  A: { row: rent, at most: 150 }\n  B: { row: rent, at most: 120, severity: warning }\n";
  test("all of them, or only the grave ones", () => {
    const table = evaluate(
      model(
        `costs:\n  Rent: { 2024/25: 100, then: 200 }\n  Half: 150\nsavings:\n  Care: { formula: Half - Rent }\nconditions:\n${dear}`,
      ),
    );
    const labels = (notes: readonly string[]) => notes.map((note) => note.slice(0, note.indexOf(",")));
    expect(labels(unmetNotes(table))).toEqual([
      "Not met (a warning): no saving is below nil",
      "Not met: A",
      "Not met (a warning): B",
    ]);
    expect(labels(unmetNotes(table, "error"))).toEqual(["Not met: A"]);
    expect(labels(unmetNotes(table, "warning"))).toEqual([
      "Not met (a warning): no saving is below nil",
      "Not met (a warning): B",
    ]);
  });

  test("and of a rule in how many places more", () => {
    const lines = Array.from({ length: 5 }, (_, at) => `  Care ${at}: { formula: Half - Rent }\n`);
    const own = (count: number) =>
      layOut(
        evaluate(
          model(
            `costs:\n  Rent: { 2024/25: 100, then: 200 }\n  Half: 150\nsavings:\n${lines.slice(0, count).join("")}`,
          ),
        ),
      ).notes.filter((one) => one.startsWith("Not met"));
    expect(own(1)).toEqual([
      "Not met (a warning): no saving is below nil, 2025/26: Care 0 is −£50, and below nil in 4 more periods (A saving below nil costs money: a line of cost shows it as what it is).",
    ]);
    expect(own(4)).toEqual([
      "Not met (a warning): no saving is below nil, 2025/26: Care 0 is −£50, and below nil in 4 more periods; 2025/26: Care 1 is −£50, and below nil in 4 more periods; 2025/26: Care 2 is −£50, and below nil in 4 more periods; and in 1 more place (A saving below nil costs money: a line of cost shows it as what it is).",
    ]);
    expect(own(5)).toEqual([
      "Not met (a warning): no saving is below nil, 2025/26: Care 0 is −£50, and below nil in 4 more periods; 2025/26: Care 1 is −£50, and below nil in 4 more periods; 2025/26: Care 2 is −£50, and below nil in 4 more periods; and in 2 more places (A saving below nil costs money: a line of cost shows it as what it is).",
    ]);
  });

  test("over all periods where it is of a total, and by month in the months", () => {
    const monthly = readProgramme(
      "title: Hub\nyears: 2024/25\nby: month\nsource: plan\ncosts:\n  Rent: 1200\nconditions:\n  Cheap: { row: rent, at most: 50 }\n",
    );
    expect(sheetOf(monthly).notes[0]).toBe(
      "Not met: Cheap, from Apr 2024 to Mar 2025: £100 is not at most £50.",
    );
    expect(layOut(rollUp(evaluate(monthly), "year")).notes[0]).toBe(
      "Not met: Cheap, from Apr 2024 to Mar 2025: £100 is not at most £50.",
    );
  });
});

test("what has no source is told by its reason, the inputs of a line together", () => {
  const own = model(
    "costs:\n  Crew: { staffing: { posts: { value: 2, assumed: a guess }, salary: { value: 9, assumed: a guess, unit: £ per FTE per year } } }\n  Van: { amounts: 5, assumed: a guess }\n  Bus: { amounts: 5, assumed: no other }\n  Car: { amounts: 5, placeholder: to be priced }\nnotes: [The lease ends in May.]\n",
  );
  expect(sheetOf(own).notes).toEqual([
    "DRAFT, to be priced: Car.",
    "Source: plan.",
    "Assumed, a guess: Crew: posts, salary; Van.",
    "Assumed, no other: Bus.",
    "The lease ends in May.",
  ]);
});

describe("of sheets that stand together", () => {
  test("what was said is not said again", () => {
    const unsaid = saidOnce();
    expect(unsaid(["a", "b"])).toEqual(["a", "b"]);
    expect(unsaid(["b", "c"])).toEqual(["c"]);
    expect(unsaid(["a", "c"])).toEqual([]);
    expect(saidOnce()(["a"])).toEqual(["a"]);
  });

  test("none names the tables beside it", () => {
    const own = model(
      "costs:\n  Rent: 1\nmemorandum:\n  Reach:\n    lines: { Families: { amounts: 5, unit: families } }\n",
    );
    const sheet = sheetOf(own);
    expect(sheet.notes).toEqual(["Source: plan.", "Tables beside this one: Reach."]);
    expect(withoutPointers(sheet, own).notes).toEqual(["Source: plan."]);
    expect(sheetOf(own, { table: "Reach" }).notes).toEqual(["Source: plan."]);
  });
});
