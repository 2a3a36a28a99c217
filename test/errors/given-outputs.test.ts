import {
  assumption,
  cost,
  evaluate,
  InvestToSaveError,
  type Issue,
  layOut,
  level,
  print,
  programme,
  rollUp,
  sheetOf,
  writeText,
  years,
} from "invest-to-save";
import { withOption } from "invest-to-save/appraisal";
import {
  audit,
  auditTable,
  readStructure,
  readTable,
  readWorkbookTable,
  reconstruct,
  writeAudit,
} from "invest-to-save/audit";
import { costsAndFunding, fan, renderSvg, tornado } from "invest-to-save/charts";
import { writeWorkbook } from "invest-to-save/excel";
import { read, writeModel } from "invest-to-save/file";
import { drawPart, readySimulation } from "invest-to-save/vary";
import { expect, test } from "vitest";

const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
const table = evaluate(rent);
const uncertain = programme(
  "Rent",
  years("2024/25", "2025/26"),
  { source: "lease" },
  assumption("Rent a year", { value: 100, unit: "£ per year", low: 50, high: 200 }),
  cost("Rent", level({ amount: "Rent a year" })),
);
const text = "£000s,14/15\nPay,60\nRent,40\nTotal,100\n";
const band = { period: "2024/25", p10: 1, p50: 2, p90: 3 };

/** The faults of a call, each with its code, its place and what is wrong. */
async function faultsOf(call: () => unknown): Promise<string[]> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    return error.issues.map(words);
  }
  return [];
}

function words({ code, path, message, expected, received, hint }: Issue): string {
  expect([expected, received, hint].every((own) => own !== undefined && own !== "")).toBe(true);
  return `${code} at ${path.join(" > ")}: ${message}`;
}

const calls: readonly (readonly [string, () => unknown, string])[] = [
  [
    "a programme for a table",
    () => layOut(rent as never),
    "wrong-shape at table: table cannot be keys with values",
  ],
  [
    "a column of nothing",
    () => layOut(table, { columns: [null as never] }),
    "wrong-shape at columns > 0: columns > 0 has no value",
  ],
  [
    "a column by a word",
    () => layOut(table, { columns: ["sums" as never] }),
    "wrong-shape at columns > 0: columns > 0 cannot be “sums”",
  ],
  [
    "a column of no kind",
    () => layOut(table, { columns: [{} as never] }),
    "wrong-shape at columns > 0: columns > 0 cannot be keys with values",
  ],
  [
    "a measure without values",
    () => layOut(table, { columns: [{ measure: "Homes" } as never] }),
    "missing-key at columns > 0 > values: columns > 0 > values is missing",
  ],
  [
    "no table of the sheet",
    () => writeText(table as never),
    "wrong-shape at sheet: sheet cannot be something with the keys “programme, timeline, rows”",
  ],
  ["no form", () => print(rent, { as: "bogus" as never }), "wrong-shape at as: as cannot be “bogus”"],
  ["no span", () => sheetOf(rent, { by: "decade" as never }), "wrong-shape at by: by cannot be “decade”"],
  ["no grain", () => rollUp(table, "decade" as never), "wrong-shape at grain: grain cannot be “decade”"],
  [
    "no list to leave out",
    () => withOption(rent, { without: 5 as never }),
    "wrong-shape at option > without: option > without cannot be 5",
  ],
  [
    "no unit of a chart",
    () => costsAndFunding(table, { unit: "billions" as never }),
    "wrong-shape at options > unit: options > unit cannot be “billions”",
  ],
  [
    "no width",
    () => costsAndFunding(table, { width: -1 }),
    "wrong-shape at options > width: options > width cannot be -1",
  ],
  [
    "no measure",
    () => fan([band], {} as never),
    "wrong-shape at options > measure: options > measure has no value",
  ],
  [
    "no period",
    () => fan([{ ...band, period: 5 as never }], { measure: "Net" }),
    "wrong-shape at band 1 > period: band 1 > period cannot be 5",
  ],
  [
    "no unit of money",
    () => fan([band], { measure: "Net", in: "cats" as never }),
    "unknown-unit at options > in: options > in cannot be “cats”",
  ],
  [
    "a unit that is no text",
    () => fan([band], { measure: "Net", in: 5 as never }),
    "wrong-shape at options > in: options > in cannot be 5",
  ],
  [
    "nothing measured of",
    () => fan([band], { measure: "Net", of: 5 as never }),
    "wrong-shape at options > of: options > of cannot be 5",
  ],
  [
    "half a bar",
    () => tornado([{ label: "Rent", central: 1 }], { measure: "Net", most: 0.5 }),
    "wrong-shape at options > most: options > most cannot be 0.5",
  ],
  [
    "a picture of a table",
    () => renderSvg(table as never),
    "wrong-shape at chart: chart cannot be something with the keys “programme, timeline, rows”",
  ],
  [
    "a workbook in no unit",
    () => writeWorkbook(rent, { unit: "pence" as never }),
    "wrong-shape at the workbook > unit: the workbook > unit cannot be “pence”",
  ],
  ["a model as XML", () => writeModel(rent, "xml" as never), "wrong-shape at as: as cannot be “xml”"],
  [
    "a name of a file that is none",
    () => read("title: x", { file: 5 as never }),
    "wrong-shape at options > file: options > file cannot be 5",
  ],
  [
    "what audit gave, whole",
    () => writeAudit(audit(text) as never),
    "wrong-shape at audit: audit cannot be something with the keys “audit, issues”",
  ],
  [
    "no form of a table",
    () => readTable(text, { form: "xml" as never }),
    "wrong-shape at options > form: options > form cannot be “xml”",
  ],
  [
    "no unit of a table",
    () => audit(text, { unit: "pence" as never }),
    "wrong-shape at options > unit: options > unit cannot be “pence”",
  ],
  [
    "no list of sums",
    () => auditTable(readTable(text).table as never, { sums: { Total: 5 as never } }),
    "wrong-shape at structure > sums > Total: structure > sums > Total cannot be 5",
  ],
  [
    "no list of what is assumed",
    () => reconstruct(readTable(text).table as never, { assume: 5 as never }),
    "wrong-shape at options > assume: options > assume cannot be 5",
  ],
];

test.each(calls)("%s is refused with what is wrong and where", async (_, call, fault) => {
  expect(await faultsOf(call)).toEqual([fault]);
});

test("bytes in place of text are told so, and how to make text of them", () => {
  const bytes = new TextEncoder().encode(text) as never;
  for (const { issues } of [read(bytes), readTable(bytes), audit(bytes), readStructure(bytes)]) {
    const [{ code, hint, place } = {} as Issue] = issues;
    expect([code, place?.line, hint?.includes('readFileSync(path, "utf8")')]).toEqual([
      "wrong-shape",
      1,
      true,
    ]);
  }
  expect(read(5 as never).issues[0]?.message).toBe("a model is read from text, not from 5");
});

test("text in place of the bytes of a workbook is told so", async () => {
  const { issues } = await readWorkbookTable(text as never);
  expect(issues.map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
    "wrong-shape: give what readFileSync(path) gives; readTable reads text",
  ]);
});

test("a part of a job starts at a block, and has a whole number of draws", async () => {
  const { job } = readySimulation(uncertain, { draws: 64, measures: ["total cost"], chances: [], fans: [] });
  expect(await faultsOf(() => drawPart(job, 100, 64))).toEqual([
    "out-of-range at first: first cannot be 100",
  ]);
  expect(await faultsOf(() => drawPart(job, 0, 0.5))).toEqual(["out-of-range at draws: draws cannot be 0.5"]);
  expect(await faultsOf(() => drawPart(job, 0, 64, 5 as never))).toEqual([
    "wrong-shape at told: told cannot be 5",
  ]);
  expect(drawPart(job, 4096, 64).values[0]?.length).toBe(64);
});

test("a slip in an option of printing is told, and prints no other figures than were asked for", () => {
  const own = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
  const codes = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      return error.issues.map(({ code, hint }) => `${code}: ${hint}`);
    }
  };
  expect(codes(() => print(own, { units: "thousands" } as never))).toEqual([
    "unknown-key: did you mean “unit”?",
  ]);
  expect(codes(() => layOut(evaluate(own), { totals: false } as never))).toEqual([
    "unknown-key: did you mean “total”?",
  ]);
  expect(codes(() => print(own, { mark: "yes" } as never))).toEqual(["wrong-shape: give true or false"]);
});
