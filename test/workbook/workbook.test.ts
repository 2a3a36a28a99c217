import { readdirSync } from "node:fs";
import {
  condition,
  cost,
  evaluate,
  type Formula,
  formula as f,
  funding,
  InvestToSaveError,
  memorandum,
  months,
  type Programme,
  programme,
  saving,
  sheetOf,
  table,
  timelineOf,
  withValues,
  years,
} from "invest-to-save";
import { grant, phasedCohort } from "invest-to-save/drivers";
import { writeWorkbook } from "invest-to-save/excel";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { extend } from "../../src/programme/building/extend.ts";
import { lead } from "../../src/workbook/frame.ts";
import { workbookOf } from "../../src/workbook/make.ts";
import { moneyFormat } from "../../src/workbook/spelling/number-format.ts";
import type { Workbook, Worksheet, WorksheetCell, WorksheetName } from "../../src/workbook/workbook.ts";
import { bytesOf } from "../../src/workbook/write.ts";
import { filesIn, root, textOf } from "../cli/repository.ts";
import { shownBy } from "./agreement.ts";
import { relative } from "./relative.ts";

const models = [
  ...readdirSync(`${root}/models`).map((name) => `models/${name}/model.yaml`),
  ...filesIn("test/gallery/models", ".yaml"),
];
const programmeOf = (file: string) => readProgramme(textOf(file), { file });
const leeds = () => programmeOf("models/leeds-family-valued/model.yaml");

function worksheet(workbook: Workbook, name: WorksheetName): Worksheet {
  const found = workbook.worksheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no worksheet ${name}`);
  return found;
}

function formulasIn({ cells }: Worksheet): { cell: WorksheetCell; formula: string }[] {
  return cells.flatMap((cell) => {
    const { content } = cell;
    return content !== undefined && "formula" in content ? [{ cell, formula: content.formula }] : [];
  });
}

/** What the cells of a row show, from its label on. */
function row(sheet: Worksheet, label: string): (string | number)[] {
  const first = sheet.cells.find(
    ({ column, content }) => column === 1 && content && shownBy(content) === label,
  );
  const own = sheet.cells.filter((cell) => cell.row === first?.row);
  return own
    .sort((a, b) => a.column - b.column)
    .flatMap(({ content }) => (content ? [shownBy(content)] : []));
}

describe.each(models)("the workbook of %s", (file) => {
  const workbook = workbookOf(programmeOf(file));

  test("has the same formula along each row of its workings, but for the columns that move with it", () => {
    for (const name of ["Workings", "Checks"] as const) {
      const inPeriods = formulasIn(worksheet(workbook, name)).filter(({ cell }) => cell.column > lead.name);
      const kinds = new Map<number, Set<string>>();
      for (const { cell, formula } of inPeriods)
        kinds.set(cell.row, (kinds.get(cell.row) ?? new Set()).add(relative(formula, cell.column)));
      expect(kinds.size).toBeGreaterThan(0);
      for (const [at, own] of kinds) expect([...own].slice(0, 2), `${name} row ${at}`).toHaveLength(1);
    }
  });

  test("has only formulas that a reader can follow and that are not worked out without need", () => {
    const formulas = workbook.worksheets.flatMap(formulasIn);
    expect(formulas.length).toBeGreaterThan(20);
    expect(formulas.filter(({ formula }) => /INDIRECT|OFFSET|\bNOW\b|TODAY|RAND/.test(formula))).toEqual([]);
    expect(formulas.filter(({ formula }) => formula.length > 8192)).toEqual([]);
  });

  test("has its figures typed in nowhere but in the assumptions, the timeline and the columns of nil", () => {
    const typed = (name: WorksheetName) =>
      worksheet(workbook, name).cells.filter(({ content }) => content !== undefined && "number" in content);
    const workings = typed("Workings").filter(({ look }) => look !== "structure");
    const statement = typed("Statement").filter(({ look }) => look !== "faint figure");
    expect([...workings, ...statement, ...typed("Checks")]).toEqual([]);
  });

  test("opens no cell but those of inputs", () => {
    for (const { name, cells } of workbook.worksheets) {
      const open = cells.filter(({ look }) => look === "input" || look === "placeholder input");
      expect(open.length > 0, name).toBe(name === "Assumptions");
    }
  });

  test("is the same to the byte when it is made again", async () => {
    const again = workbookOf(programmeOf(file));
    expect(Buffer.from(await bytesOf(again)).equals(Buffer.from(await bytesOf(workbook)))).toBe(true);
  });

  test("shows the statement as it is printed", () => {
    const sheet = sheetOf(programmeOf(file));
    const cells = worksheet(workbook, "Statement").cells;
    for (const { label, cells: figures } of sheet.rows) {
      const first = cells.find(
        ({ content, column }) =>
          column === 1 && content && shownBy(content) === label.replace(/\s+/g, " ").trim(),
      );
      const shown = cells.filter((cell) => cell.row === first?.row && cell.column > 1);
      const values = shown.flatMap(({ content }) => (content ? [shownBy(content)] : []));
      expect(values.slice(0, figures.length), label).toEqual(figures.map((cell) => cell?.value.toNumber()));
    }
  });
});

describe("the statement", () => {
  test("adds its subtotals up from the lines above them", () => {
    const statement = worksheet(workbookOf(leeds()), "Statement");
    const formulas = formulasIn(statement).map(({ formula }) => formula);
    expect(formulas).toContain("SUM(B9:B11)");
    expect(formulas).toContain("SUM(B6:B7,B12)");
    expect(formulas).toContain("-Workings!I19");
  });

  test("shows thousands by number format alone, with brackets and dashes", () => {
    const statement = worksheet(workbookOf(leeds()), "Statement");
    const formats = new Set(formulasIn(statement).flatMap(({ cell }) => cell.format ?? []));
    expect([...formats]).toEqual(['#,##0,_);(#,##0,);"–"_)']);
    expect(moneyFormat("millions", 2)).toBe('#,##0.00,,_);(#,##0.00,,);"–"_)');
  });

  test("shows another unit where it is asked for", () => {
    const statement = worksheet(workbookOf(leeds(), { unit: "pounds" }), "Statement");
    expect(statement.cells.find(({ row: at, column }) => at === 4 && column === 1)?.content).toEqual({
      text: "£",
    });
  });

  test("adds months up to years by the row's own rule, and says which years are not whole", () => {
    const p = programme(
      "Rent",
      timelineOf("Jan 2025 to Jun 2025", "month"),
      { source: "lease", "print in": "pounds" },
      cost("Rent", { "Jan 2025": 100, then: 100 }),
    );
    const statement = worksheet(workbookOf(p), "Statement");
    expect(row(statement, "Rent")).toEqual(["Rent", 300, 300, 600]);
    const [formula] = formulasIn(statement).filter(({ cell }) => cell.row > 5 && cell.column === 2);
    expect(formula?.formula).toBe("SUMIFS(Workings!$I11:$N11,Workings!$I$7:$N$7,B$5)");
    const texts = statement.cells.flatMap(({ content }) =>
      content && "text" in content ? [content.text] : [],
    );
    expect(texts).toContain("2024/25 holds only the 3 months of it that the model covers.");
  });
});

describe("rows by month on a worksheet by year", () => {
  test("that are averages are averaged over the months of the year", () => {
    const p = programme(
      "Posts",
      months("2024/25", "2025/26"),
      { source: "plan", "print in": "millions" },
      cost("Staff", { "2024/25": 2_400_000, then: 1_200_000 }),
      table(
        "Workforce",
        {},
        memorandum("Workers", { "Apr 2024": 3, then: 3 }, { unit: "FTE", totals: "average" }),
      ),
    );
    const statement = worksheet(workbookOf(p), "Statement");
    expect(row(statement, "Workers").slice(0, 3)).toEqual(["Workers", 3, 3]);
    const formulas = formulasIn(statement).map(({ formula }) => formula);
    expect(formulas.filter((formula) => formula.startsWith("AVERAGEIFS("))).toEqual([
      expect.stringMatching(/,B\$5\)$/),
      expect.stringMatching(/,C\$5\)$/),
    ]);
    // What is shown in millions is drawn with two decimals.
    const formats = formulasIn(worksheet(workbookOf(p), "Charts")).flatMap(({ cell }) => cell.format ?? []);
    expect(new Set(formats)).toContain(moneyFormat("millions", 2));
  });
});

describe("the checks", () => {
  const p = (bound: number, severity: "error" | "warning") =>
    programme(
      "Rent",
      years("2024/25", "2025/26"),
      { source: "lease" },
      cost("Rent", 1_500),
      saving("Lodger", 500),
      condition("Paid for", {
        row: "balance",
        "at most": bound,
        from: "2025/26",
        severity,
        says: "Find more.",
      }),
    );

  test("count what fails, where it is judged, and leave warnings out of the master check", () => {
    const failing = worksheet(workbookOf(p(900, "error")), "Checks");
    expect(row(failing, "Paid for").slice(0, 4)).toEqual(["Paid for", "error", 1, "FAILS"]);
    expect(row(failing, "Checks that fail, warnings left out")[1]).toBe(1);
    const warned = worksheet(workbookOf(p(900, "warning")), "Checks");
    expect(row(warned, "Paid for").slice(0, 4)).toEqual(["Paid for", "warning", 1, "FAILS"]);
    expect(row(warned, "Checks that fail, warnings left out")[1]).toBe(0);
    expect(row(worksheet(workbookOf(p(1_000, "error")), "Checks"), "Paid for")[3]).toBe("holds");
  });

  test("are told on every worksheet", () => {
    const { worksheets } = workbookOf(p(900, "error"));
    const told = worksheets.filter(({ cells }) =>
      cells.some(
        ({ content }) => content && "formula" in content && content.formula.includes("Checks_that_fail"),
      ),
    );
    expect(told.map(({ name }) => name)).toEqual(worksheets.map(({ name }) => name));
  });

  test("have a rule that no formula states, as it was judged when the workbook was made", () => {
    const borrowed = programme(
      "Rent",
      years("2024/25", "2025/26"),
      { source: "lease" },
      cost("Rent", 100),
      funding("Loan", 100, { borrowing: true }),
    );
    const checks = worksheet(workbookOf(borrowed), "Checks");
    expect(row(checks, "Judged when the workbook was made")).toHaveLength(1);
    expect(row(checks, "Checks that fail, warnings left out")[1]).toBe(1);
    const directed = programme(
      "Rent",
      years("2024/25", "2025/26"),
      { source: "lease" },
      cost("Rent", 100),
      funding("Loan", 100, { borrowing: true, direction: "Direction of 1 May 2024" }),
    );
    const rule =
      "no external borrowing for revenue cost without a capitalisation direction (rule in England)";
    const held = worksheet(workbookOf(directed), "Checks");
    expect(row(held, rule)).toEqual([rule, "error", 0, "holds", "as stated"]);
  });
});

describe("an appraisal", () => {
  test("stands on a worksheet of its own, and there is none without one", () => {
    const plain = leeds();
    const rows = new Map([
      [
        "doubled",
        {
          id: "doubled",
          label: "Balance twice",
          role: "working" as const,
          unit: "£" as const,
          prices: "nominal" as const,
          totals: "sum" as const,
          formula: f.add(f.row("balance"), f.row("balance")),
        },
      ],
    ]);
    const appraised = extend(plain, { rows });
    const names = (workbook: Workbook) => workbook.worksheets.map(({ name }) => name);
    expect(names(workbookOf(plain))).not.toContain("Appraisal");
    const workbook = workbookOf(appraised, { appraisal: ["doubled"] });
    expect(names(workbook)).toContain("Appraisal");
    const sheet = worksheet(workbook, "Appraisal");
    const last = evaluate(appraised).rows.get("doubled")?.values.at(-1);
    expect(row(sheet, "Balance twice").at(-1)).toBe(last?.toNumber());
    expect(formulasIn(sheet).at(-1)?.formula).toBe("Workings!M29+Workings!M29");
  });
});

describe("writing", () => {
  test("gives the bytes of a file that starts as every .xlsx does", async () => {
    const bytes = await writeWorkbook(leeds());
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
  });

  test("heads a draft as one", () => {
    const draft = programme(
      "Rent",
      years("2024/25", "2024/25"),
      { placeholder: "offer awaited" },
      cost("Rent", 1),
    );
    const titles = workbookOf(draft).worksheets.flatMap(({ cells }) =>
      cells.filter(({ look }) => look === "draft"),
    );
    expect(titles).toHaveLength(6);
  });

  test("refuses a formula that is longer than a spreadsheet can hold, by the name of its row", async () => {
    const many = Array.from({ length: 700 }, (_, i) =>
      cost(`${"Rent of a very long name ".repeat(3)}${i}`, 1),
    );
    const terms = many.map(({ label }) => f.multiply(f.row(idsOf(label)), f.row(idsOf(label))));
    const p = programme("Long", years("2024/25", "2024/25"), { source: "lease" }, ...many);
    const long = withLongRow(p, terms);
    await expect(writeWorkbook(long)).rejects.toThrow(InvestToSaveError);
    await expect(writeWorkbook(long)).rejects.toThrow(
      /the formula of Everything is longer than a spreadsheet can hold/,
    );
  });

  test("says of a changed assumption that it was set for this run", () => {
    const set = withValues(leeds(), { "cla-placement-budgets.2018/19": 5_000_000 });
    const texts = worksheet(workbookOf(set), "Assumptions").cells.flatMap(({ content }) =>
      content && "text" in content ? [content.text] : [],
    );
    expect(texts).toContain("assumed: set for this run");
  });
});

const idsOf = (label: string) => label.toLowerCase().replaceAll(" ", "-");

function withLongRow(p: Programme, terms: readonly Formula[]): Programme {
  const row = {
    id: "everything",
    label: "Everything",
    role: "working" as const,
    unit: "£" as const,
    totals: "none" as const,
    formula: f.maximum(...terms.map((term) => f.divide(term, f.row("total-cost")))),
  };
  return {
    ...p,
    rows: new Map([...p.rows, [row.id, row]]),
    order: { ...p.order, steps: [...p.order.steps, { rows: [row.id], byPeriod: false }] },
  };
}

test("an input takes only what the model lets it have: bounds, bounds that are never met, and whole numbers", () => {
  const line = grant({ match: { of: "scheme", share: 0.2 }, cap: 900 });
  const cohort = phasedCohort({
    phases: { Pilot: { join: 5, from: "Apr 2025", to: "Mar 2026" } },
    saving: 1200,
    lag: 6,
    attributed: 0.8,
  });
  const p = programme(
    "Families",
    years("2025/26", "2026/27"),
    { source: "a worked example" },
    cost("Team", 1000, { eligible: true }),
    funding("Grant", line),
    saving("Families", cohort),
  );
  const { validations = [], cells } = worksheet(workbookOf(p), "Assumptions");
  const rules = new Map(
    validations.map(({ range, message, formula, least, most }) => {
      const at = Number(/\d+/.exec(range)?.[0]);
      const label = cells.find(({ row, column }) => row === at && column === 1)?.content;
      const rule = formula?.replaceAll(range, "it") ?? [least, most].join(" to ");
      return [label === undefined ? "" : shownBy(label), `${rule}; ${message}`];
    }),
  );
  expect(rules.get("Families: attributed")).toBe("0 to 1; This must be a number, from 0 to 1.");
  expect(rules.get("Grant: match share")).toBe(
    "AND(ISNUMBER(it),it>=0,it<1); This must be a number, from 0 to below 1.",
  );
  expect(rules.get("Families: lag")).toBe(
    "AND(ISNUMBER(it),it>=0,it=INT(it)); This must be a whole number of months, 0 or more.",
  );
});
