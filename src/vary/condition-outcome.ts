import { present } from "../assert.ts";
import { choose, constant, type Formula, minimum, nil, type RowId, subtract } from "../formula/formula.ts";
import { measure, measureOf } from "../formula/measure.ts";
import type { Condition } from "../programme/condition.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { type Decimal, decimal, least, one } from "../quantity/decimal.ts";
import { dimensionWords, isUnit, type Unit } from "../quantity/unit.ts";
import type { Table } from "../table/table.ts";
import { amountWords } from "./amount-words.ts";
import type { OutcomeReader, OutcomeReading } from "./outcome.ts";

/** A comparison within a condition, and the flag of the periods in which it is the condition. */
interface Compared {
  readonly formula: Extract<Formula, { node: "compare" }>;
  readonly when: Formula;
}

/** What a condition has to spare, as a row of its own beside the flag of the periods that it is judged in. */
interface Margin {
  readonly unit: Unit;
  readonly spare: Row;
  readonly judged: Row;
}

/** A condition as an outcome, with the rows to add so that what it has to spare can be read. */
export function conditionOutcome(
  programme: Programme,
  condition: Condition,
): { readonly outcome: OutcomeReader; readonly added: readonly Row[] } {
  const row = present(programme.rows.get(condition.row), "a condition has a row");
  const margin = marginOf(programme, condition, row.formula);
  const outcome = { kind: "condition", id: condition.id, label: condition.label, better: "higher" } as const;
  const holdsIn = (table: Table) => cellsOf(table, condition, row.id).every((flag) => !flag.isZero());
  if (margin === undefined) {
    const read = (table: Table) => reading(holdsIn(table), undefined, "flag");
    return { outcome: { ...outcome, unit: "flag", rows: [row.id], read }, added: [] };
  }
  const { unit, spare, judged } = margin;
  const read = (table: Table) => reading(holdsIn(table), leastSpare(table, condition, margin), unit);
  return {
    outcome: { ...outcome, unit, rows: [row.id, spare.id, judged.id], read },
    added: [spare, judged],
  };
}

/** What is less than half a penny is not told as an amount. */
const leastTold = decimal("0.005");

function reading(holds: boolean, value: Decimal | undefined, unit: Unit): OutcomeReading {
  const words = holds ? "holds" : "does not hold";
  if (value === undefined) return { holds, words };
  if (value.abs().lt(leastTold))
    return { holds, value, words: `${words}, ${holds ? "with nothing to spare" : "by next to nothing"}` };
  const more = value.isNegative()
    ? `${amountWords(value.abs(), unit)} short`
    : `${amountWords(value, unit)} to spare`;
  return { holds, value, words: `${words}, ${more}` };
}

/** The cells of a row in the periods that a condition is judged in. */
function cellsOf({ rows }: Table, { first, last }: Condition, id: RowId): Decimal[] {
  const cells = present(rows.get(id), `the table has a row ${id}`).values.slice(first, last + 1);
  return cells.map((cell) => present(cell, `${id} has a value in every period`));
}

/** What there is to spare in the period, of those that it is judged in, where that is least; nothing if it never is. */
function leastSpare(table: Table, condition: Condition, { spare, judged }: Margin): Decimal | undefined {
  const isJudged = cellsOf(table, condition, judged.id).map((flag) => !flag.isZero());
  const values = cellsOf(table, condition, spare.id).filter((_, i) => isJudged[i]);
  return values.length === 0 ? undefined : least(values);
}

function marginOf(programme: Programme, condition: Condition, formula: Formula): Margin | undefined {
  const compared = comparedIn(formula);
  const spare = compared && spareOf(compared.formula);
  if (compared === undefined || spare === undefined) return undefined;
  const unit = unitOf(programme, spare);
  if (unit === undefined) return undefined;
  const row = (name: string, of: Formula, own: Unit): Row => ({
    id: `vary.${name}.${condition.id}`,
    label: `${condition.label}: ${name}`,
    role: "working",
    unit: own,
    totals: "none",
    formula: of,
  });
  const judged = choose(compared.when, constant(one, "flag"), nil);
  return { unit, spare: row("to spare", spare, unit), judged: row("judged", judged, "flag") };
}

/** The comparison that a condition is, or that it chooses in the periods that it is judged in. */
function comparedIn(formula: Formula): Compared | undefined {
  if (formula.node === "compare") return { formula, when: constant(one, "flag") };
  if (formula.node !== "choose") return undefined;
  const { when, then, otherwise } = formula;
  if (then.node === "compare") return { formula: then, when };
  if (otherwise.node !== "compare") return undefined;
  return { formula: otherwise, when: choose(when, nil, constant(one, "flag")) };
}

/** What a comparison has to spare: nil on the threshold, below nil by as much as it is missed. */
function spareOf({ left, is, right }: Compared["formula"]): Formula | undefined {
  if (is === "at most" || is === "below") return subtract(right, left);
  if (is === "at least" || is === "above") return subtract(left, right);
  return is === "equal to" ? minimum(subtract(left, right), subtract(right, left)) : undefined;
}

/** The unit that a formula comes out in, where there is a name for it. */
function unitOf({ assumptions, rows }: Programme, formula: Formula): Unit | undefined {
  const known = (of: Row | undefined) => of && measureOf(of.unit, of.prices);
  const { dimension } = measure(formula, {
    assumption: (id) => {
      const found = assumptions.get(id);
      return found && measureOf(found.unit, found.prices);
    },
    row: (id) => known(rows.get(id)),
  }).measure;
  if (dimension === "any") return "number";
  const words = dimensionWords(dimension);
  return isUnit(words) ? words : undefined;
}
