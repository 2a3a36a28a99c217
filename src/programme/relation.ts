import { present } from "../assert.ts";
import { type ExactSource, exactReading } from "../formula/exact.ts";
import { type AssumptionId, type Compared, type Formula, fold } from "../formula/formula.ts";
import { references } from "../formula/order.ts";
import type { Issue, IssueCode, Severity } from "../issue/issue.ts";
import { refusal } from "../issue/refusal.ts";
import { type Decimal, decimal, isDecimal } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import { valueWords } from "../quantity/value-words.ts";
import type { Assumption } from "./assumption.ts";

/**
 * What must hold between inputs of a line, such as an end on or after its start, or shares that make 1. It is said once, as
 * data, and judged whenever the inputs are given or replaced, so that a model with new values is refused in the words in
 * which the file would have been. Where a row or a number by period takes part, nobody knows before the model is worked
 * out, and `check` judges it as a condition.
 *
 * In the words, `{left}` and `{right}` stand for the values of the two sides, and `{difference}` for how much the left is too much or too little.
 */
export interface Relation {
  /** What must hold, as `check` would list it: `Team: starts before it ends`. */
  readonly label: string;
  readonly formula: Compared;
  readonly code: IssueCode;
  /** An error unless told. */
  readonly severity?: Severity;
  /** What is wrong where it does not hold. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly hint: string;
  /** Whether `check` lists it even where it was judged before; not unless told. */
  readonly listed?: true;
}

/** A relation of a programme, with the place of what it was said of. */
export interface PlacedRelation extends Relation {
  readonly path: readonly string[];
}

type Inputs = ReadonlyMap<AssumptionId, Assumption>;

/** Whether a relation is of single numbers alone, which are known before anything is worked out. */
export function isOfNumbers({ formula }: Relation, inputs: Inputs): boolean {
  const { rows, assumptions } = references(formula);
  return rows.length === 0 && assumptions.every((id) => isDecimal(inputs.get(id)?.value));
}

/** The issue that a relation is where it does not hold; `undefined` where it does. */
export function broken(relation: PlacedRelation, inputs: Inputs): Issue | undefined {
  const { formula, code, severity = "error", path } = relation;
  const reading = exactReading(sourceOf(inputs));
  const value = (of: Formula): Decimal => fold(of, reading).value(0);
  if (!value(formula).isZero()) return undefined;
  const unit = unitOfBoth(formula, inputs);
  const [left, right] = [value(formula.left), value(formula.right)];
  const said: Record<string, string> = {
    left: valueWords(left, unit),
    right: valueWords(right, unit),
    difference: `${valueWords(left.minus(right).abs(), unit)} too ${left.gt(right) ? "much" : "little"}`,
  };
  const words = (text: string) => text.replace(/\{(left|right|difference)\}/g, (_, side) => said[side] ?? "");
  const { message, expected, received, hint } = relation;
  return {
    code,
    severity,
    path,
    message: words(message),
    expected: words(expected),
    received: words(received),
    hint: words(hint),
  };
}

/** Every relation that does not hold, as issues. */
export function allBroken(relations: readonly PlacedRelation[], inputs: Inputs): Issue[] {
  return relations.flatMap((relation) => broken(relation, inputs) ?? []);
}

/** Single numbers alone: a month that was written as a day counts as that day. */
function sourceOf(inputs: Inputs): ExactSource {
  const none = (what: string) => () => {
    throw refusal({
      code: "wrong-shape",
      path: ["relation"],
      message: `a relation is of inputs, and not of ${what}`,
      expected: "a comparison of inputs of the line",
      received: what,
      hint: "say it by line.condition, which is judged in each period",
    });
  };
  return {
    input: (id) => {
      const { value, day } = present(inputs.get(id), `the input ${id} of a relation`);
      return { value: day === undefined ? value : decimal(day), date: unitOf(id, inputs) === "date" };
    },
    fact: none("what the timeline says of a period"),
    row: none("rows"),
    total: none("rows"),
  };
}

/** The unit in which both sides of a comparison are told: that of the first input in it. */
function unitOfBoth(formula: Compared, inputs: Inputs): Unit | undefined {
  const [first] = references(formula).assumptions;
  return first === undefined ? undefined : unitOf(first, inputs);
}

function unitOf(id: AssumptionId, inputs: Inputs): Unit | undefined {
  const found = inputs.get(id);
  return found?.day === undefined ? found?.unit : "date";
}
