import type { RowId } from "../formula/formula.ts";
import { references } from "../formula/order.ts";
import type { Programme } from "../programme/programme.ts";
import { periodLabel } from "../time/period.ts";
import { columnLetters } from "./spelling/address.ts";
import type { WorksheetCell } from "./workbook.ts";

/**
 * The columns that Assumptions, Workings, Appraisal and Checks have in common, so that one column is one period in all
 * of them: what stands before the periods, then columns of nil for what lies before the first period, then the periods.
 */
export interface Frame {
  /** How many periods back a formula reaches at most, and so how many columns of nil there are. */
  readonly before: number;
  readonly periods: number;
}

/** The columns before the periods. */
export const lead = { label: 1, unit: 2, value: 3, low: 4, high: 5, words: 6, name: 7 } as const;

/** The row with the heads of the columns, on every worksheet. */
export const headRow = 4;

/** The frame of a programme. */
export function frameOf(programme: Programme): Frame {
  const before = Math.max(0, ...readBack(programme).values());
  return { before, periods: programme.timeline.count };
}

/** How many periods back each row is read at most; rows that are never read back are left out. */
export function readBack({ rows }: Programme): Map<RowId, number> {
  const furthest = new Map<RowId, number>();
  for (const { formula } of rows.values()) {
    for (const { id, lag } of references(formula).rows)
      if (lag !== "all" && lag > (furthest.get(id) ?? 0)) furthest.set(id, lag);
  }
  return furthest;
}

/** The column of a period; periods before the first, down to `-before`, have columns too. */
export function periodColumn({ before }: Frame, period: number): number {
  return lead.name + 1 + before + period;
}

/** The column of a period, in letters. */
function periodLetters(frame: Frame, period: number): string {
  return columnLetters(periodColumn(frame, period));
}

/** All periods in a row, in a range whose columns stay as they are: `$I12:$M12`. */
export function acrossPeriods(frame: Frame, row: number, fixRow = false): string {
  const at = fixRow ? `$${row}` : String(row);
  return `$${periodLetters(frame, 0)}${at}:$${periodLetters(frame, frame.periods - 1)}${at}`;
}

/** Something for each period. */
export function eachPeriod<T>({ periods }: Frame, of: (period: number) => T): T[] {
  return Array.from({ length: periods }, (_, period) => of(period));
}

/** The widths of the columns. */
export function widthsOf(frame: Frame): number[] {
  const own = [44, 16, 14, 11, 11, 48, 28];
  return [...own, ...Array<number>(frame.before).fill(7), ...eachPeriod(frame, () => 12)];
}

/** The heads of the columns of the periods, and of what lies before them. */
export function periodHeads(frame: Frame, { timeline }: Programme, before: boolean): WorksheetCell[] {
  const head = { row: headRow, look: "head of figures" } as const;
  const nil = Array.from({ length: frame.before }, (_, i): WorksheetCell => {
    return {
      ...head,
      column: periodColumn(frame, -1 - i),
      ...(before ? { content: { text: "Before" } } : {}),
    };
  });
  const named = eachPeriod(frame, (period): WorksheetCell => {
    const text = periodLabel(timeline, period);
    return { ...head, column: periodColumn(frame, period), content: { text } };
  });
  return [...nil.reverse(), ...named];
}
