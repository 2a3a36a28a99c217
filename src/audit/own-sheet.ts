import { present } from "../assert.ts";
import { one } from "../quantity/decimal.ts";
import { checkSheet } from "../sheet/given.ts";
import { scales } from "../sheet/scale.ts";
import type { Sheet, SheetCell, SheetRow } from "../sheet/sheet.ts";
import { figure as spelled } from "../write/figure.ts";
import { type AuditedBlock, auditBlock } from "./audit.ts";
import { figureOf } from "./read/cell.ts";
import type { Block, Kind, PublishedCell, PublishedRow } from "./read/published.ts";
import type { SumRule } from "./structure/rule.ts";

/**
 * Judges a sheet of our own as if somebody else had published it: every printed sum, each on its own and all together, by
 * nothing but the printed figures. What adds up to what is known and not guessed. Amounts of money are in pounds, with the signs of the
 * sheet. Throws `InvestToSaveError` with `wrong-shape` for what is no sheet.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, layOut, programme, years } from "invest-to-save";
 * import { auditSheet } from "invest-to-save/audit";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" },
 *   cost("Rent", 1_500), cost("Repairs", 700), funding("Grant", 2_200));
 * auditSheet(layOut(evaluate(p), { unit: "thousands" })).findings.length; // => 0
 * ```
 */
export function auditSheet(sheet: Sheet): AuditedBlock {
  checkSheet(sheet);
  return auditBlock(blockOf(sheet), { rules: [...sumsDown(sheet), ...sumsAcross(sheet)], open: [] });
}

function blockOf(sheet: Sheet): Block {
  const columns = sheet.columns.map(({ label }, at) => ({
    at,
    label,
    own: label,
    group: "",
    kind: "money" as const,
  }));
  return { title: sheet.title, columns, rows: sheet.rows.map((row, at) => publishedRow(sheet, row, at)) };
}

/** A row that is counted in pounds, or in nothing else that is said. */
function isMoney({ unit }: SheetRow): boolean {
  return unit === undefined || unit === "£";
}

function publishedRow(sheet: Sheet, row: SheetRow, at: number): PublishedRow {
  const kind: Kind = isMoney(row) ? "money" : "number";
  return {
    label: row.label,
    depth: row.depth,
    line: at + 2,
    kind,
    strong: false,
    heading: row.role === "heading",
    apart: false,
    cells:
      row.role === "heading" ? [] : sheet.columns.map((_, column) => cellOf(sheet, kind, row.cells[column])),
  };
}

function cellOf({ scale }: Sheet, kind: Kind, cell: SheetCell | undefined): PublishedCell {
  if (cell === undefined) return { text: "", standing: "blank", kind, marks: [] };
  const text = spelled(cell.printed, cell.decimals);
  const by = kind === "money" ? scales[scale].by : one;
  return { text, standing: "figure", figure: figureOf(cell.printed, cell.decimals, by), kind, marks: [] };
}

function rule(sheet: Sheet, along: SumRule["along"], total: number, parts: readonly number[]): SumRule {
  const lines = along === "down" ? sheet.rows : sheet.columns;
  const name = (line: number) => present(lines[line], "a sum is of lines of its sheet").label;
  return {
    is: "sum",
    along,
    total,
    parts: parts.map((line) => ({ line, sign: 1 })),
    says: `${name(total)} = ${parts.map(name).join(" + ")}`,
    confidence: 1,
    evidence: "the sheet was made so",
    declared: true,
    cells: [],
  };
}

function sumsDown(sheet: Sheet): SumRule[] {
  const columns = sheet.columns.flatMap(({ role }, at) =>
    role === "period" || role === "total" ? [at] : [],
  );
  return sheet.sums.map(({ total, of }) => ({
    ...rule(sheet, "down", total, of),
    cells: columns.flatMap((column) =>
      [total, ...of].some((row) => sheet.rows[row]?.cells[column] === undefined)
        ? []
        : [{ total: { row: total, column }, parts: of.map((row) => ({ row, column, sign: 1 as const })) }],
    ),
  }));
}

/** The Total column is the sum of the periods for rows that total so. */
function sumsAcross(sheet: Sheet): SumRule[] {
  const total = sheet.columns.findIndex(({ role }) => role === "total");
  const periods = sheet.columns.flatMap(({ role }, at) => (role === "period" ? [at] : []));
  if (total < 0) return [];
  const cells = sheet.rows.flatMap(({ totals, cells: own }, row) =>
    totals !== "sum" || [total, ...periods].some((column) => own[column] === undefined)
      ? []
      : [
          {
            total: { row, column: total },
            parts: periods.map((column) => ({ row, column, sign: 1 as const })),
          },
        ],
  );
  return [{ ...rule(sheet, "across", total, periods), cells }];
}
