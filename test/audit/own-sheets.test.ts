import { readdirSync, readFileSync } from "node:fs";
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
