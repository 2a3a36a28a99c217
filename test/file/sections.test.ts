import { evaluate, layOut, print, rollUp, withScenario, writeCsv } from "invest-to-save";
import { read, readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { unstamped } from "../write/unstamped.ts";

const head = "title: Family hub\nyears: 2014/15 to 2016/17\nsource: plan\n";
const costs = "costs:\n  Rent: 1000\n";
const figures = (text: string, row: string) => evaluate(readProgramme(text)).rows.get(row)?.values.join(" ");
const faults = (text: string, beside?: (name: string) => string) =>
  read(text, beside === undefined ? {} : { beside }).issues.map(
    ({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`,
  );

describe("memorandum tables", () => {
  const text = `${head}${costs}memorandum:
  Uses of the grant:
    column: Grant
    print in: millions
    total: Total
    lines:
      Training: 1320000
      Conferencing: { once: 1570000 }
  Posts:
    lines:
      Workers: { 2014/15: 3, then: 4, unit: FTE, totals: average }
`;

  test("of one column have a figure a row and their own total", () => {
    const sheet = layOut(evaluate(readProgramme(text)), { table: "uses of the grant" });
    expect(unstamped(writeCsv(sheet))).toBe("£m,Grant\nTraining,1.32\nConferencing,1.57\nTotal,2.89\n");
  });

  test("by period total as their rows say", () => {
    const sheet = layOut(evaluate(readProgramme(text)), { table: "Posts" });
    expect(unstamped(writeCsv(sheet))).toBe(
      "FTE,2014/15,2015/16,2016/17,Total\nWorkers,3.00,4.00,4.00,3.67\n",
    );
  });

  test("take a head count of a year for each of its months, and split only what is added up", () => {
    const monthly = (line: string) =>
      `title: Family hub\nyears: 2014/15 to 2015/16\nby: month\nsource: plan\n${costs}memorandum:\n  Posts:\n    lines:\n      Workers: ${line}\n`;
    const printed = (line: string) => {
      const sheet = layOut(rollUp(evaluate(readProgramme(monthly(line)))), { table: "Posts" });
      return unstamped(writeCsv(sheet)).split("\n")[1];
    };
    expect(figures(monthly("{ 2014/15: 3, then: 4, unit: FTE, totals: average }"), "workers")).toBe(
      [...Array(12).fill("3"), ...Array(12).fill("4")].join(" "),
    );
    expect(printed("{ 2014/15: 3, then: 4, unit: FTE, totals: average }")).toBe("Workers,3.0,4.0,3.5");
    expect(printed("{ amounts: 3, unit: FTE, totals: closing }")).toBe("Workers,3,3,3");
    expect(printed("{ amounts: 120, unit: visits }")).toBe("Workers,120,120,240");
  });

  test("are in no total of the statement, which says that they are there", () => {
    const bare = print(readProgramme(`${head}${costs}`), { as: "csv" });
    expect(unstamped(print(readProgramme(text), { as: "csv" }))).toBe(unstamped(bare));
    expect(print(readProgramme(text))).toContain("Tables beside this one: Uses of the grant; Posts.");
  });

  test("that are not there are named, with the nearest that is", () => {
    expect(() => layOut(evaluate(readProgramme(text)), { table: "Post" })).toThrow("did you mean “Posts”?");
  });

  test("refuse what is no table, and keys that mean nothing", () => {
    expect(faults(`${head}${costs}memorandum:\n  Uses: 5\n`)).toEqual(["model.yaml:7:3 wrong-shape"]);
    expect(faults(`${head}${costs}memorandum:\n  Uses: { colum: a, lines: { A: 1 } }\n`)).toEqual([
      "model.yaml:7:11 unknown-key",
    ]);
  });
});

describe("sections", () => {
  test("may name their heading and their total, in text", () => {
    const named = "costs:\n  heading: What it costs\n  total: All costs\n  lines: { Rent: 1000 }\n";
    expect(print(readProgramme(`${head}${named}`))).toMatch(/What it costs.*Rent.*All costs/s);
    expect(faults(`${head}${named.replace("What it costs", "5")}`)).toEqual(["model.yaml:5:3 wrong-shape"]);
  });

  test("have no other keys beside their lines", () => {
    const hints = (text: string) =>
      read(`${head}${text}`).issues.map(({ expected, hint }) => `${expected}: ${hint}`);
    expect(hints("costs:\n  totals: All costs\n  lines: { Rent: 1000 }\n")).toEqual([
      "heading, total, lines: did you mean “total”?",
    ]);
    // What is saved is summed in a total of its own, whose name is kept.
    expect(hints(`${costs}savings:\n  total: All\n  lines: { Care: 1000 }\n`)).toEqual([
      "heading, lines: take it out, or use one of the keys above",
    ]);
  });

  test("are refused as a whole where they are no keys with values", () => {
    expect(faults(`${head}${costs}memorandum: [Uses]\n`)).toEqual(["model.yaml:6:1 wrong-shape"]);
    expect(faults(`${head}${costs}scenarios: [More places]\n`)).toEqual(["model.yaml:6:1 wrong-shape"]);
  });

  test("are found nested too deeply once, however often they are", () => {
    const nested = `${"[".repeat(45)}${"]".repeat(45)}`;
    const { issues } = read(`${head}${costs}notes: ${nested}\nconditions: ${nested}\n`);
    const deep = issues.filter(({ message }) => message.includes("nested too deeply to be a model"));
    expect(deep.map(({ place }) => place)).toEqual([{ file: "model.yaml", line: 6, column: 48 }]);
  });
});

describe("what is said of the whole model", () => {
  test("has its years written out where they begin in another month too", () => {
    const written = (years: string) =>
      read(`title: Hub\nyears: ${years}\nyear starts: July\nsource: plan\n${costs}`).issues.map(
        ({ hint }) => hint,
      );
    expect(written("2014/15 to 2016/17")).toEqual([]);
    expect(written("2014/15 - 2016/17")).toEqual(["write 2014/15 to 2016/17"]);
  });

  test("has the faults of values that are set for good where they are set", () => {
    const set = "set: { rant: 6, rent@2030/31: 7 }\n";
    expect(faults(`${head}${set}${costs}`)).toEqual([
      "model.yaml:4:8 unknown-name",
      "model.yaml:4:17 year-outside-timeline",
    ]);
    // Two values of one line: each has its own faults at its own place.
    expect(faults(`${head}set: { rent@2014/15: 6, rent@2015/16: six, rent: £k }\n${costs}`)).toEqual([
      "model.yaml:4:25 not-a-number",
      "model.yaml:4:44 not-a-number",
    ]);
    // Where the lines have faults, nothing is set yet.
    expect(faults(`${head}${set}costs:\n  Rent: { 2014/15: 1000, prices: 2013/14, uplift: Fees }\n`)).toEqual(
      [expect.stringMatching(/unknown-name$/)],
    );
  });

  test("has the faults of its appraisal where they stand", () => {
    const appraisal = (words: string) =>
      `${head}prices: 2014/15\nappraisal:\n  case: economic\n${words}${costs}savings: { Care: 500 }\n`;
    expect(faults(appraisal("  optimism bias: { Rent: { project: office } }\n"))).toEqual([
      "model.yaml:7:28 unknown-name",
    ]);
    expect(faults(appraisal("  benefits: [Care]\n"))).toEqual(["model.yaml:7:3 wrong-shape"]);
    expect(faults(appraisal("  options:\n    Less: { without: [Rant] }\n"))).toEqual([
      "model.yaml:8:13 unknown-name",
    ]);
  });

  test("has the number of what goes together where that is said", () => {
    const fees = "assumptions:\n  Fees: { value: 100, unit: £ per year, low: 80 }\n";
    const lines = "costs:\n  Rent: { level: { amount: Fees } }\n";
    expect(
      faults(`${head}${fees}${lines}correlations:\n  - { between: [Fees], correlation: 0.5 }\n`),
    ).toEqual(["model.yaml:9:7 wrong-shape"]);
  });
});

describe("index series", () => {
  const levels =
    'indices:\n  Fees: { edition: "March 2014", levels: { 2013/14: 100, 2014/15: 102, then: 104 } }\n';
  const uplifted = "costs:\n  Fees paid: { 2014/15: 1000, then: 1000, prices: 2013/14, uplift: Fees }\n";

  test("bring a line from the prices of a year, inside or outside the model, to cash", () => {
    expect(figures(`${head}${levels}${uplifted}`, "fees-paid")).toBe("1020 1040 1040");
    expect(figures(`${head}${levels}${uplifted}`, "fees-paid.at-2013-14-prices")).toBe("1000 1000 1000");
  });

  test("grow from the first year, at the start of each year even by month", () => {
    const growth =
      'indices:\n  Pay: { edition: "offer", base: 2014/15, growth: { 2015/16: 1%, then: 2% } }\n';
    const staff = "costs:\n  Staff: { 2014/15: 1200, then: 1200, prices: 2014/15, uplift: Pay }\n";
    expect(figures(`${head}${growth}${staff}`, "staff")).toBe("1200 1212 1236.24");
    const monthly = readProgramme(`${head}by: month\n${growth}${staff}`);
    expect(evaluate(monthly).rows.get("staff")?.values.slice(10, 14).join(" ")).toBe("100 100 101 101");
  });

  test("cannot be left out: real and nominal money are not added", () => {
    expect(faults(`${head}costs:\n  Fees paid: { 2014/15: 1000, prices: 2013/14 }\n`)).toEqual([
      expect.stringMatching(/wrong-prices$/),
    ]);
  });

  test("say what they lack", () => {
    const short = 'indices:\n  Fees: { edition: "2014", levels: { 2013/14: 100, 2014/15: 102 } }\n';
    expect(faults(`${head}${short}${uplifted}`)).toEqual(["model.yaml:5:28 missing-key"]);
    const other = levels.replace("2013/14: 100, ", "");
    expect(faults(`${head}${other}${uplifted}`)).toEqual(["model.yaml:7:60 missing-key"]);
    expect(faults(`${head}${levels}${uplifted.replace("uplift: Fees", "uplift: Fee")}`)[0]).toMatch(
      /unknown-name/,
    );
    expect(faults(`${head}${levels}${uplifted.replace("prices: 2013/14, ", "")}`)[0]).toMatch(/missing-key/);
    expect(faults(`${head}indices:\n  Fees: { edition: "2014" }\n${uplifted}`)[0]).toMatch(/wrong-shape/);
  });
});

describe("scenarios", () => {
  const text = `${head}assumptions:\n  Places: { value: 10, unit: number }\ncosts:\n  Rent: { level: { amount: 100 } }\n  Food: { formula: Places * Rent }\nscenarios:\n  More places: { set: { places: 20 }, says: twice as many }\n`;

  test("replace what they name, and the table says which it is", () => {
    const more = withScenario(readProgramme(text), "more places");
    expect(evaluate(more).rows.get("food")?.values.join(" ")).toBe("2000 2000 2000");
    expect(print(more)).toContain("Scenario: More places, twice as many.");
  });

  test("that are not there are refused with those that are", () => {
    expect(() => withScenario(readProgramme(text), "mor places")).toThrow("did you mean “More places”?");
  });

  const dated = (scenario: string, set = "") =>
    `${head}${set}costs:\n  Rent: { level: { amount: 100, from: 2014-07-01, to: 2015-03-31 } }\nscenarios:\n  Later: { set: { ${scenario} } }\n`;

  test("are tried when the model is read, and what is wrong is a warning at its place", () => {
    const { programme, issues } = read(dated("rent.from: 2015-04-01, rent.too: 2016-03-31"));
    expect(programme?.scenarios).toHaveLength(1);
    expect(programme?.issues).toHaveLength(issues.length);
    expect(issues).toMatchObject([
      {
        severity: "warning",
        code: "end-before-start",
        path: ["scenarios", "Later", "set", "rent.from"],
        message: "in the scenario “Later”, Rent ends on 31 March 2015, before it starts on 1 April 2015",
      },
      { severity: "warning", code: "unknown-name", path: ["scenarios", "Later", "set", "rent.too"] },
    ]);
  });

  test("are tried with the values that the file sets for good", () => {
    expect(read(dated("rent.from: 2015-04-01", "set: { rent.to: 2016-03-31 }\n")).issues).toEqual([]);
    expect(read(dated("rent.from: 2015-02-01", "set: { rent.to: 2015-01-31 }\n")).issues).toMatchObject([
      { code: "end-before-start", path: ["scenarios", "Later", "set", "rent.from"] },
    ]);
  });

  test("are judged together with the values that are set beside them", () => {
    const { programme } = read(dated("rent.from: 2015-04-01"));
    if (programme === undefined) throw new Error("the model can be read");
    expect(() => withScenario(programme, "Later")).toThrow("set rent.to with it");
    const longer = withScenario(programme, "Later", { "rent.to": "2015/16" });
    expect(evaluate(longer).rows.get("rent")?.values.join(" ")).toBe("0 100 0");
    expect(longer.scenario?.label).toBe("Later");
  });
});

describe("amounts from a CSV file", () => {
  const text = `${head}costs:\n  Rent: { amounts from: { file: costs.csv, row: Rent } }\n`;
  const csv = (rows: string) => () => rows;

  test("are read by row name; a total and a blank are no amounts", () => {
    const beside = csv('Row,2014/15,2015/16,2016/17,Total\n"Rent",1000,,1200.50,2200.50\n');
    expect(evaluate(readProgramme(text, { beside })).rows.get("rent")?.values.join(" ")).toBe(
      "1000 0 1200.5",
    );
  });

  test("have their faults in the CSV file", () => {
    const beside = csv('Row,2014/15,2019/20\nFood,1,1\nRent,"1,000",5\n');
    expect(faults(text, beside)).toEqual([
      "costs.csv:1:13 year-outside-timeline",
      "costs.csv:3:6 not-a-number",
    ]);
  });

  test("that are not there or not to be had are refused where the model names them", () => {
    expect(faults(text, csv("Row,2014/15\nRents,5\n"))).toEqual(["model.yaml:5:44 unknown-name"]);
    expect(faults(text)).toEqual(["model.yaml:5:27 no-such-file"]);
  });

  test("that stand there twice are refused at each further row", () => {
    const twice = csv("Row,2014/15\nRent,5\nFood,1\nFood,1\nrent,6\n");
    expect(faults(text, twice)).toEqual(["costs.csv:5:1 duplicate-id"]);
  });

  test("have a fault of their file reported once, whoever reads it, and beside it those of every line", () => {
    const two = `${text}  Food: { amounts from: { file: costs.csv, row: Food } }\n`;
    const beside = csv("Row,2014/15,FY2015/16,2019/20\nRent,5,5,5\nFood,£5,5,5\n");
    expect(faults(two, beside)).toEqual([
      "costs.csv:1:13 malformed-period",
      "costs.csv:1:23 year-outside-timeline",
      "costs.csv:3:6 not-a-number",
    ]);
  });

  test.each([
    "../costs.csv",
    "/etc/passwd",
    "a/../../b.csv",
    "C:\\costs.csv",
    "~/costs.csv",
    "..\\costs.csv",
  ])("never leave the folder of the model: %s", (name) => {
    const asked: string[] = [];
    const beside = (file: string) => {
      asked.push(file);
      return "Row,2014/15\nRent,1\n";
    };
    const own = text.replace("costs.csv", JSON.stringify(name));
    expect(faults(own, beside)).toEqual(["model.yaml:5:27 forbidden-path"]);
    expect(asked).toEqual([]);
  });
});

test("an unknown key in the range of a line is told with the keys that there are", () => {
  const line = "  Vans: { 2025/26: 84000, range: { loww: 95% } }";
  const { issues } = read(`title: A\nyears: 2025/26 to 2026/27\nsource: bid\ncosts:\n${line}\n`);
  expect(issues.map(({ code, expected, hint }) => [code, expected?.slice(0, 16), hint])).toEqual([
    ["unknown-key", "shape, low, high", "did you mean “low”?"],
  ]);
});
