import { type InputChange, paired, type SaidChange } from "./input-changes.ts";
import { judged } from "./judged.ts";
import { type Renaming, renamedLines } from "./renamed.ts";
import { inYears } from "./roll-up.ts";
import { lineIds, type RowChange, resultIds, rowChanges } from "./row-changes.ts";
import { saidChanges } from "./said-changes.ts";
import type { Table } from "./table.ts";

/** A condition that only one of the models has, or that is met in one alone; the side that has none is left out. */
export interface ConditionChange {
  readonly label: string;
  readonly before?: boolean;
  readonly after?: boolean;
}

/** How one model differs from another. Everything that is not named is the same in both. */
export interface Comparison {
  /** Each assumption once, with all that differs of it. */
  readonly inputs: readonly InputChange[];
  readonly lines: readonly RowChange[];
  /** Subtotals, totals and the balance. */
  readonly results: readonly RowChange[];
  readonly conditions: readonly ConditionChange[];
  /** The terms that are no numbers of their own: the years, the price basis, and those of the appraisal, such as its base year. */
  readonly terms: readonly SaidChange[];
  /** All else that the models say and that is not the same in both: how a line is worked out, scenarios, notes. */
  readonly said: readonly SaidChange[];
  /** What is only called otherwise; it is compared under its new name, and is neither gone nor new. */
  readonly renamed: readonly Renaming[];
}

/**
 * How one table differs from another, in the order of the second: assumptions, lines, sums and conditions, and what else is said.
 * Nothing is told twice. Things are the same where their names are, or where just the same is said of them under another name;
 * amounts are compared exactly, rows by financial year. Amounts are in the unit of their row, those in pounds positive
 * whatever their kind.
 */
export function compareTables(before: Table, after: Table): Comparison {
  const [old, now] = [inYears(before), inYears(after)];
  const { inputs, terms, said, renamed } = saidChanges(before.programme, after.programme);
  const names = renamedLines(before.programme, after.programme, renamed);
  return {
    inputs,
    lines: rowChanges(old, now, lineIds, names),
    results: rowChanges(old, now, resultIds),
    conditions: conditionChanges(before, after, renamed),
    terms,
    said,
    renamed,
  };
}

function conditionChanges(before: Table, after: Table, renamed: readonly Renaming[]): ConditionChange[] {
  const names = new Map(
    renamed.flatMap((one) => (one.kind === "condition" ? [[one.before, one.after]] : [])),
  );
  const met = (table: Table, under: ReadonlyMap<string, string>) =>
    new Map(
      judged(table).map(({ condition: { label }, failing }) => [
        under.get(label) ?? label,
        failing.length === 0,
      ]),
    );
  return paired(met(before, names), met(after, new Map())).flatMap(({ id, old, now }) =>
    old === now
      ? []
      : [
          {
            label: id,
            ...(old === undefined ? {} : { before: old }),
            ...(now === undefined ? {} : { after: now }),
          },
        ],
  );
}
