import type { Assumption } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import { isDecimal, numeral, sum, zero } from "../quantity/decimal.ts";
import type { Sheet } from "./sheet.ts";

/** What a reader must know of a sheet: sign, rounding, source, what is assumed, and what was set for this run. */
export function notesOf(programme: Programme, sheet: Sheet): string[] {
  const { source, notes } = programme.options;
  const assumptions = [...programme.assumptions.values()];
  const placeholders = byReason(assumptions, "placeholder");
  const assumed = byReason(assumptions, "assumed");
  const set = assumptions
    .filter((one) => one.set)
    .map((one) => `${one.label}${isDecimal(one.value) ? ` = ${numeral(one.value)}` : ""}`);
  return [
    ...(placeholders.length > 0
      ? [`DRAFT: these hold the place of real figures: ${placeholders.join("; ")}.`]
      : []),
    ...(set.length > 0 ? [`Set for this run: ${set.join("; ")}.`] : []),
    ...signNote(sheet),
    ...(sumsHold(sheet)
      ? []
      : [
          "Each figure is rounded on its own, half away from zero, so printed sums may differ by a unit or two.",
        ]),
    ...(source === undefined ? [] : [`Source: ${source}.`]),
    ...assumed.map(({ reason, labels }) => `Assumed, ${reason}: ${labels}.`),
    ...(notes ?? []),
  ];
}

/** The labels of the assumptions that have no source, together where they share a reason. */
function byReason(
  assumptions: readonly Assumption[],
  kind: "assumed" | "placeholder",
): { reason: string; labels: string }[] {
  const reasons = new Map<string, string[]>();
  for (const { label, basis } of assumptions) {
    if (basis.kind === kind) reasons.set(basis.words, [...(reasons.get(basis.words) ?? []), label]);
  }
  return [...reasons].map(([reason, labels]) => ({ reason, labels: labels.join("; ") }));
}

function signNote(sheet: Sheet): string[] {
  const signs = new Set(
    sheet.rows.flatMap((row) => row.cells.map((cell) => (cell?.printed.isNegative() ? -1 : 1))),
  );
  return signs.has(-1) ? ["Costs are positive; funding and savings are negative, in brackets."] : [];
}

/** Whether every printed sum, down and across, is the sum of what is printed. */
export function sumsHold(sheet: Sheet): boolean {
  const figure = (row: number, column: number) => sheet.rows[row]?.cells[column]?.printed ?? zero;
  const money = sheet.columns.flatMap(({ role }, i) => (role === "period" || role === "total" ? [i] : []));
  const down = sheet.sums.every(({ total, of }) =>
    money.every((column) => sum(of.map((row) => figure(row, column))).eq(figure(total, column))),
  );
  const total = sheet.columns.findIndex(({ role }) => role === "total");
  const periods = sheet.columns.flatMap(({ role }, i) => (role === "period" ? [i] : []));
  if (total < 0 || periods.length === 0) return down;
  return (
    down &&
    sheet.rows.every(
      ({ cells }, row) =>
        cells.length === 0 || sum(periods.map((i) => figure(row, i))).eq(figure(row, total)),
    )
  );
}
