import { type Decimal, decimal, greatest, numeral, sum, zero } from "../quantity/decimal.ts";
import { stepsInPound } from "./scale.ts";
import type { RowRounding, Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** What a reader must know of how the figures of a sheet were rounded, and of sums that do not hold in print. */
export function roundingNotes(sheet: Sheet): string[] {
  if (sheet.rounding === "footed") return footedNotes(sheet);
  return unmetSums(sheet).length === 0
    ? []
    : [
        "Each figure is rounded on its own, half away from zero, so printed sums may differ by a unit or two.",
      ];
}

/** The same of several footed sheets that stand together: the rule once, what is said of one sheet under its title. */
export function footingNotes(sheets: readonly Sheet[]): string[] {
  const footed = sheets.filter(({ rounding }) => rounding === "footed");
  const own = footed.flatMap((sheet) => exceptionNotes(sheet).map((note) => `${sheet.title}: ${note}`));
  return [...ruleNotes(footed), ...own];
}

function footedNotes(sheet: Sheet): string[] {
  return [...ruleNotes([sheet]), ...exceptionNotes(sheet)];
}

function rowsOf({ rows }: Sheet, how: RowRounding): SheetRow[] {
  return rows.filter(({ rounded }) => rounded === how);
}

/** The rule of footing, and how many figures it moved from their nearest. */
function ruleNotes(sheets: readonly Sheet[]): string[] {
  const together = sheets.flatMap((sheet) =>
    rowsOf(sheet, "together").flatMap((row) => summable(sheet, row)),
  );
  const moved = together.filter((cell) => cell.moved !== undefined).length;
  const which =
    moved === 0
      ? "all are the nearest"
      : `${moved} of ${together.length} ${moved === 1 ? "is" : "are"} not the nearest`;
  const each = sheets.length > 1 ? ", each table for itself" : "";
  return together.length === 0
    ? []
    : [
        `Rounded together so that printed sums hold${each}: each figure is the one just above or below its exact value, all together as near as can be; ${which}.`,
      ];
}

/** The figures of a footed sheet that were come by in another way, and sums that do not hold. */
function exceptionNotes(sheet: Sheet): string[] {
  const alone = rowsOf(sheet, "on its own").filter(
    (row) => row.unit === "£" && summable(sheet, row).some((cell) => !isExact(sheet, cell)),
  );
  const derived = rowsOf(sheet, "from printed").map((row) => derivedWords(sheet, row));
  const shares = sheet.columns.flatMap(({ role, label }) => (role === "share" ? [label] : []));
  return [
    ...listed("Worked out from printed figures", derived),
    ...listed(
      "Rounded on their own, outside the sums",
      alone.map(({ label }) => label),
    ),
    ...listed("Worked out from exact values and rounded on their own", shares),
    ...listed("Not the sum of its printed rows, which are in other sums too", unmetSums(sheet)),
  ];
}

function listed(what: string, labels: readonly string[]): string[] {
  return labels.length === 0 ? [] : [`${what}: ${labels.join("; ")}.`];
}

/** The figures of a row that stand in periods and their total. */
function summable({ columns }: Sheet, { cells }: SheetRow): SheetCell[] {
  return columns.flatMap(({ role }, i) => (role === "period" || role === "total" ? (cells[i] ?? []) : []));
}

function isExact(sheet: Sheet, { value, printed, decimals }: SheetCell): boolean {
  return value.times(stepsInPound(sheet, decimals)).eq(printed.times(decimal(10).pow(decimals)));
}

/** A row that follows from printed figures, and how far that took it where it is more than the last digit. */
function derivedWords(sheet: Sheet, row: SheetRow): string {
  const far = summable(sheet, row).flatMap(({ moved, decimals }) =>
    moved?.abs().gt(decimal(10).pow(-decimals)) ? [moved.abs()] : [],
  );
  return far.length === 0 ? row.label : `${row.label} (up to ${numeral(greatest(far))} from the nearest)`;
}

/** The labels of the rows that are not what the sheet says they are made of, down or across, as printed. */
function unmetSums(sheet: Sheet): string[] {
  const figure = (row: number, column: number) => sheet.rows[row]?.cells[column]?.printed ?? zero;
  const added = (rows: readonly number[], column: number) => sum(rows.map((row) => figure(row, column)));
  const columnsOf = (...roles: string[]) =>
    sheet.columns.flatMap(({ role }, i) => (roles.includes(role) ? [i] : []));
  const columns = columnsOf("period", "total");
  const unmet = new Set<number>();
  const expect = (row: number, value: Decimal, column: number) => {
    if (!figure(row, column).eq(value)) unmet.add(row);
  };
  for (const { total, of } of sheet.sums)
    for (const column of columns) expect(total, added(of, column), column);
  const periods = columnsOf("period");
  const [total] = columnsOf("total");
  for (const [row, { totals }] of sheet.rows.entries()) {
    if (total === undefined || periods.length === 0 || totals !== "sum") continue;
    expect(row, sum(periods.map((column) => figure(row, column))), total);
  }
  return [...unmet].map((row) => sheet.rows[row]?.label ?? "");
}
