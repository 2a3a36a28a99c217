import { readdirSync, readFileSync } from "node:fs";
import { cost, funding, memorandum, once, programme, table, years } from "invest-to-save";
import { unitCost } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { auditSheet } from "../../src/audit/own-sheet.ts";
import { besideModel } from "../../src/cli/files.ts";
import { readProgramme } from "../../src/file/read.ts";
import { decimal } from "../../src/quantity/decimal.ts";
import { layOut } from "../../src/sheet/lay-out.ts";
import { evaluate } from "../../src/table/evaluate.ts";
import { print } from "../../src/write/print.ts";

const models = readdirSync("models").map((name) => {
  const path = `models/${name}/model.yaml`;
  return {
    name,
    table: evaluate(readProgramme(readFileSync(path, "utf8"), { file: path, beside: besideModel(path) })),
  };
});

describe.each(models)("the sheet of $name", ({ table }) => {
  test.each(["pounds", "thousands", "millions"] as const)(
    "in %s holds by its printed figures alone",
    (unit) => {
      for (const round of ["independent", "footed"] as const) {
        const { checks, findings } = auditSheet(layOut(table, { unit, round }));
        expect(findings).toEqual([]);
        if (round === "footed") expect(checks.filter(({ verdict }) => verdict !== "exact")).toEqual([]);
      }
    },
  );

  test.each(["text", "markdown", "csv", "html"] as const)(
    "written as %s is read back and nothing in it is accused",
    (as) => {
      for (const unit of ["pounds", "thousands"] as const) {
        const ending = { text: "txt", markdown: "md", csv: "csv", html: "html" }[as];
        const { audit: found, issues } = audit(print(table.programme, { unit, as }), {
          file: `sheet.${ending}`,
        });
        expect(issues).toEqual([]);
        expect(found?.blocks.flatMap(({ findings }) => findings.map(({ failing }) => failing))).toEqual([]);
      }
    },
  );
});

test("a figure that is changed in a sheet of ours is found", () => {
  const sheet = layOut(
    (models.find(({ name }) => name === "leeds-family-valued") as (typeof models)[0]).table,
  );
  const row = sheet.rows.findIndex(({ label }) => label === "Set up costs");
  const rows = sheet.rows.map((own, at) =>
    at !== row
      ? own
      : {
          ...own,
          cells: own.cells.map((cell) => cell && { ...cell, printed: cell.printed.plus(decimal(9)) }),
        },
  );
  expect(auditSheet({ ...sheet, rows }).findings.length).toBeGreaterThan(0);
});

describe("a sheet of one programme", () => {
  const p = programme(
    "Families",
    years("2024/25", "2026/27"),
    { source: "bid" },
    cost("Visits", unitCost({ cost: 100, per: "visit", volume: { "2024/25": 10, then: 20 } })),
    cost("Rent", 700),
    funding("Grant", { "2024/25": 1_700 }),
    table("Work", {}, memorandum("Seen", { "2024/25": 10, then: 20 }, { unit: "families" })),
  );

  test("without a total is judged down alone", () => {
    const { checks } = auditSheet(layOut(evaluate(p), { total: false }));
    expect(new Set(checks.map(({ rule }) => rule.is === "sum" && rule.along))).toEqual(new Set(["down"]));
    expect(checks.every(({ verdict }) => verdict === "exact")).toBe(true);
  });

  test("with shares beside its figures is judged by the figures alone", () => {
    const uses = table(
      "Uses",
      { column: "Families", total: "All", share: "Share" },
      memorandum("Seen", once(30), { unit: "families" }),
      memorandum("Helped", once(10), { unit: "families" }),
    );
    const own = programme("Uses", years("2024/25", "2025/26"), { source: "bid" }, cost("Rent", 1), uses);
    const { block, checks } = auditSheet(layOut(evaluate(own), { table: "Uses" }));
    expect(block.columns.map(({ label }) => label)).toEqual(["Families", "Share"]);
    expect(checks.map(({ cell, verdict }) => [cell.column, verdict])).toEqual([[0, "exact"]]);
  });

  test("of what is no money is judged as numbers, in the unit that they are printed in", () => {
    const { block, checks } = auditSheet(layOut(evaluate(p), { unit: "thousands", table: "Work" }));
    const [row] = block.rows.filter(({ heading }) => !heading);
    expect(row?.cells.map(({ kind, figure }) => `${kind} ${figure?.value}`)).toEqual([
      "number 10",
      "number 20",
      "number 20",
      "number 50",
    ]);
    expect(checks.every(({ verdict }) => verdict === "exact")).toBe(true);
  });
});
