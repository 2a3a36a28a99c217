import { cost, type Part, programme, saving, stampOf, years } from "invest-to-save";
import { appraise, compareProgrammes } from "invest-to-save/appraisal";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { comparisonDocument } from "../../src/sheet/document/comparison-document.ts";
import { documentWriters } from "../../src/write/document.ts";

const model = (rest: string, span = "2025/26 to 2026/27") =>
  readProgramme(`title: Hub\nsource: plan\nbody: Council\nyears: ${span}\n${rest}`);
const lines = (rent: number, nurse = 50) =>
  `costs:\n  Rent: ${rent}\n  Nurse: { 2025/26: ${nurse}, agency: NHS }\nsavings:\n  Care: 300\n`;
const told = (before: ReturnType<typeof model>, after: ReturnType<typeof model>) =>
  documentWriters.text(
    comparisonDocument({ name: "May", programme: before }, { name: "June", programme: after }),
  );

describe("two programmes compared", () => {
  test("measures and what each body has are results, and are the second less the first", () => {
    const [may, june] = [model(lines(100)), model(lines(100, 70))];
    const { bodies, measures, results, lines: changed } = compareProgrammes(may, june);
    expect(changed.map(({ label, difference }) => `${label} ${difference}`)).toEqual(["Nurse 20"]);
    expect(bodies.map(({ label, difference }) => `${label} ${difference}`)).toEqual([
      "NHS: costs 20",
      "NHS: net -20",
    ]);
    const saving = measures.find(({ id }) => id === "net-saving");
    expect(saving).toBeUndefined();
    expect(told(may, june)).toContain(
      `1 assumption, 1 line, ${results.length + bodies.length + measures.length} results changed`,
    );
    expect(told(may, june)).toMatch(/By body, over the whole model\n/);
  });

  test("what a single body has is not told twice", () => {
    const plan = (rent: number) =>
      programme("P", years("2025/26", "2026/27"), { source: "s" }, cost("Rent", rent));
    expect(compareProgrammes(plan(1), plan(2)).bodies).toEqual([]);
  });

  test("the terms of the appraisal stand with the assumptions, those that are not said by what holds", () => {
    const terms = (own: string) => `${lines(100)}appraisal: { ${own} }\n`;
    const may = model(terms("rate: 4%"));
    const june = model(terms("rate: 5%, base year: 2024/25, timing: end, case: financial"));
    const text = told(may, june);
    expect(text).toMatch(/ 3 assumptions, no lines, \d+ results changed\./);
    expect(text).toMatch(/\nDiscount rate +4% +5% +\+1 points +value\n/);
    expect(text).toMatch(/\nBase year: the start of discounting +2025\/26 +2024\/25 +term\n/);
    expect(text).toMatch(/\nappraisal > timing +start +end +term\n/);
    expect(text).not.toContain("What else is said");
    const longer = told(
      may,
      model(`prices: 2025/26\n${terms("rate: 4%, inflation: 2%")}`, "2025/26 to 2027/28"),
    );
    expect(longer).toMatch(/\nYears of the model +2025\/26 to 2026\/27 +2025\/26 to 2027\/28 +term\n/);
    expect(longer).toMatch(/\nPrice basis +nominal +2025\/26 +term\n/);
  });

  test("a ratio of two sums that are both discounted further is the same", () => {
    const of = (base: string) => model(`${lines(107)}appraisal: { rate: 5%, base year: ${base} }\n`);
    const { measures } = compareProgrammes(of("2025/26"), of("2022/23"));
    const ids = measures.map(({ id }) => id);
    expect(ids).toContain("net-present-value");
    expect(ids).not.toContain("financial-return");
    // What differs by less than is printed is told all the same.
    const small = compareProgrammes(model(lines(107)), model(lines(107).replace("300", "300.001")));
    expect(small.measures.find(({ id }) => id === "net-saving")?.difference?.toString()).toBe("0.002");
  });

  test("stamps name the editions of the series that the appraisal uses", () => {
    const own = (schedule: string) =>
      model(`${lines(100)}appraisal: { inflation: 2%, schedule: ${schedule} }\n`);
    const [may, june] = [own("green book 2003"), own("green book 2022")];
    expect(told(may, june)).toMatch(/May: Made with .* series: green book 2003 \(2003\)\./);
    expect(told(may, june)).toMatch(/June: Made with .* series: green book 2022 \(2022\)\./);
    expect(compareProgrammes(may, june).of.map((one) => stampOf(one).series[0]?.edition)).toEqual([
      "2003",
      "2022",
    ]);
  });

  test("the levels and the growth of an index are told once", () => {
    const index = (level: number, growth: string) =>
      model(
        `indices:\n  Fees: { edition: May, levels: { 2025/26: 100, 2026/27: ${level} } }\n` +
          `  Pay: { edition: May, base: 2025/26, growth: ${growth} }\n${lines(100)}`,
      );
    const { inputs, said, terms } = compareProgrammes(index(102, "2%"), index(105, "3%"));
    expect(inputs.map(({ label }) => label)).toEqual(["Fees: level of 2026/27", "Pay: growth"]);
    expect([...said, ...terms]).toEqual([]);
  });

  test("another kind of bound is told in the row of the bound, also where it is a name", () => {
    const bound = (own: string) =>
      model(
        `${lines(100)}memorandum:\n  M: { lines: { Cap: 7 } }\nconditions:\n  Covered: { row: balance, ${own} }\n`,
      );
    const rows = (before: string, after: string) =>
      told(bound(before), bound(after))
        .split("\n")
        .filter((row) => /^(Covered: |conditions)/.test(row))
        .map((row) => row.split(/ {2,}/).slice(1).join(" | "));
    expect(rows("at most: 0", "below: 0")).toEqual(["at most £0 | below £0 | which way it bounds"]);
    expect(rows("at most: 0", "at most: 5")).toEqual(["£0 | £5 | +£5 | value"]);
    expect(rows("at most: 0", "below: 5")).toEqual([
      "at most £0 | below £5 | +£5 | value, which way it bounds",
    ]);
    expect(rows("at most: 0", "below: Cap")).toEqual(["at most £0 | below Cap | only in the first"]);
    expect(rows("below: Cap", "at most: 0")).toEqual(["below Cap | at most £0 | only in the second"]);
    expect(rows("below: Cap", "at most: Cap")).toEqual(["below Cap | at most Cap"]);
  });

  test("a day, a window and a part of a period are told once", () => {
    const dated = (day: string, year: string) =>
      model(
        `costs:\n  Staff: { level: { amount: 120, from: ${day} }, eligible: true }\nfunding:\n` +
          `  Gift: { grant: { window: { from: 2025/26, to: ${year} }, rate: 50% } }\n`,
      );
    const { inputs, said } = compareProgrammes(
      dated("2025-10-01", "2025/26"),
      dated("2025-10-02", "2026/27"),
    );
    expect(inputs.map(({ label, differs }) => [label, differs])).toEqual([
      ["Staff: from", ["value"]],
      ["Gift: window to", ["value"]],
    ]);
    expect(said).toEqual([]);
  });

  test("what is said of a line is no term of the model, whatever the line is called", () => {
    const noted = (note: string) => model(`costs:\n  prices: { 2025/26: 10, note: ${note} }\n`);
    const { terms, said } = compareProgrammes(noted("hello"), noted("bye"));
    expect(terms).toEqual([]);
    expect(said).toEqual([{ path: ["prices", "note"], before: "hello", after: "bye" }]);
  });

  test("a line that only has another name is neither gone nor new, unless two could be meant", () => {
    const named = (name: string, more = "") =>
      model(`costs:\n  ${name}: { level: { amount: 120, from: 2025-10-01 }, note: by the door }\n${more}`);
    const found = compareProgrammes(named("Rent"), named("Hire"));
    expect(found.renamed).toEqual([{ kind: "line", before: "Rent", after: "Hire" }]);
    const { renamed: _, of: __, ...others } = found;
    expect(Object.values(others).flat()).toEqual([]);
    expect(told(named("Rent"), named("Hire"))).toMatch(/\nLine +Rent +Hire\n/);
    const two = "  Let: { level: { amount: 120, from: 2025-10-01 }, note: by the door }\n";
    const either = compareProgrammes(named("Rent"), named("Hire", two));
    expect(either.renamed).toEqual([]);
    expect(either.lines.map(({ label }) => label)).toEqual(["Hire", "Let", "Rent"]);
  });

  test("what a line with another name comes with is compared with its like", () => {
    const lent = (name: string) =>
      model(
        `${lines(100)}funding:\n  ${name}: { advance: { draws: { 2025/26: 50 }, repay: equal, over: 1 } }\n`,
        "2025/26 to 2028/29",
      );
    const found = compareProgrammes(lent("Loan"), lent("Advance"));
    expect(found.renamed).toEqual([{ kind: "line", before: "Loan", after: "Advance" }]);
    expect([found.lines, found.inputs, found.results]).toEqual([[], [], []]);
  });

  test("a scenario that one of them has is told in one row", () => {
    const few = `${lines(100)}scenarios:\n  Few: { set: { rent: 30 }, says: a guess }\n`;
    expect(compareProgrammes(model(lines(100)), model(few)).said).toEqual([
      { path: ["scenarios", "Few"], after: "set rent 30; says a guess" },
    ]);
  });

  test("an option that says nothing is told by its name", () => {
    const options = (own: string) =>
      model(`${lines(100)}appraisal: { options: { Both: { without: [Care] }${own} } }\n`);
    expect(compareProgrammes(options(""), options(", As it is: {}")).said).toEqual([
      { path: ["appraisal", "options", "As it is"], after: "name As it is" },
    ]);
  });

  test("a balance that only one of them prints is compared with what it comes to in the other", () => {
    const plan = (care: string) => model(`costs:\n  Rent: 100\n${care}`);
    const { results } = compareProgrammes(plan(""), plan("savings:\n  Care: 300\n"));
    const balance = results.find(({ id }) => id === "balance");
    expect([balance?.before, balance?.after, balance?.difference].map(String)).toEqual([
      "200",
      "-400",
      "-600",
    ]);
  });

  test("says in the words of the field what becomes of the whole", () => {
    const hub = (care: string) =>
      model(`costs:\n  Set-up: { 2025/26: 900 }\nsavings:\n  Care: { ${care} }\n`, "2025/26 to 2028/29");
    const says = (before: string, after: string) => told(hub(before), hub(after)).split("\n")[2];
    const even = "2025/26: 300, then: 300";
    expect(says(even, "2026/27: 300, then: 300")).toMatch(/It saves £300 less .*It pays back a year later/);
    expect(says(even, "2025/26: 450, then: 450")).toMatch(/It saves £600 more .*It pays back a year sooner/);
    expect(says(even, "2025/26: 200, then: 200")).toMatch(
      /It costs £100 net by 2028\/29, where it saved £300\. It no longer pays back within its years\./,
    );
    expect(says("2025/26: 200, then: 200", even)).toMatch(
      /It saves £300 by 2028\/29, where it cost £100 net\. It now pays back within its years, in 2027\/28\./,
    );
  });

  test("the same amounts by year and by month are no change of an amount", () => {
    const rent = (by: string, amounts: string) =>
      model(`by: ${by}\ncosts:\n  Rent: { ${amounts} }\n`, "2025/26");
    const months = ["Apr 2025", "May 2025", "Jun 2025", "Jul 2025", "Aug 2025", "Sep 2025", "Oct 2025"]
      .concat("Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026")
      .map((month) => `${month}: 10`)
      .join(", ");
    const [yearly, monthly] = [rent("year", "2025/26: 120"), rent("month", months)];
    const { inputs, lines: changed, results, said, terms } = compareProgrammes(yearly, monthly);
    expect([inputs, changed, results, terms]).toEqual([[], [], [], []]);
    expect(said).toEqual([
      { path: ["by"], before: "year", after: "month" },
      {
        path: ["Rent", "amounts"],
        before: "amounts by period",
        after: "the same amounts, by other periods",
      },
    ]);
    const other = rent("month", months.replace("10", "11"));
    expect(compareProgrammes(yearly, other).inputs.map(({ label, differs }) => [label, differs])).toEqual([
      ["Rent", ["value"]],
    ]);
  });

  test("one that cannot be appraised is compared all the same, and one that was is taken as it is", () => {
    const real = model(`prices: 2024/25\n${lines(100)}`);
    const found = compareProgrammes(real, model(lines(110)));
    expect(found.measures).toEqual([]);
    expect(found.notAppraised.map(({ side }) => side)).toEqual(["before"]);
    expect(told(real, model(lines(110)))).toMatch(/Measures are left out, since May cannot be appraised/);
    const parts: Part[] = [cost("Rent", 10), saving("Care", 20)];
    const plan = programme("P", years("2025/26", "2026/27"), { source: "s" }, ...parts);
    const appraised = appraise(plan, { rate: "5%" });
    expect(compareProgrammes(appraised, appraised).of[0]).toBe(appraised);
    const { inputs, measures } = compareProgrammes(appraised, appraise(plan, { rate: "4%" }));
    expect(inputs.map(({ label }) => label)).toEqual(["Discount rate"]);
    expect(measures.find(({ id }) => id === "net-present-value")?.difference?.gt(0)).toBe(true);
    expect(() => compareProgrammes({} as never, plan)).toThrow(/compareProgrammes/);
  });
});
