import {
  add,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  previous,
  type RowId,
  round,
  row,
  subtract,
  total,
} from "./formula.ts";
import { Refused, type TextFault } from "./tokens.ts";
import { type Written, writtenOf } from "./written.ts";

/** What the names of a written formula stand for. */
export interface Vocabulary {
  /** The row that the formula is written for: `previous()` is its value the period before. */
  readonly own: RowId;
  /** What a name stands for: an assumption or a row. A name that nothing has is reported by whoever is asked. */
  named(name: string): Formula;
}

/** What came of reading a formula: the formula, or the first fault. */
export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly fault: TextFault };

/**
 * Reads a formula written as arithmetic: numbers, percentages, names, `+ - * /`, brackets, and operations such as
 * `previous(name)` and `min(a, b)`. Multiplying and dividing bind tighter than adding and subtracting, and equals go from
 * left to right. A hyphen with no space beside it belongs to a name, and a name with other signs stands in double quotes.
 * Names are asked for only once the whole text can be read. Never throws, on any text.
 */
export function parseFormula(text: string, vocabulary: Vocabulary): ParsedFormula {
  try {
    return { ok: true, formula: meant(writtenOf(text), vocabulary) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, fault: error.fault };
  }
}

/** The nodes that a written formula stands for. */
function meant(written: Written, names: Vocabulary): Formula {
  const of = (part: Written) => meant(part, names);
  switch (written.is) {
    case "number":
      // Nil is nil of anything; every other number has no unit.
      return written.value.isZero() ? nil : constant(written.value, "number");
    case "name":
      return names.named(written.name);
    case "minus":
      return subtract(nil, of(written.part));
    case "+":
      return add(...chain(written, "+").map(of));
    case "*":
      return multiply(...chain(written, "*").map(of));
    case "-":
      return subtract(of(written.left), of(written.right));
    case "/":
      return divide(of(written.left), of(written.right));
    case "call":
      return operation(written, names);
  }
}

/** `a + b + c` as the three that are added, and not as a sum of a sum. */
function chain(written: Written, is: "+" | "*"): Written[] {
  const parts: Written[] = [];
  let at = written;
  for (; at.is === is; at = at.left) parts.unshift(at.right);
  return [at, ...parts];
}

function operation(written: Extract<Written, { is: "call" }>, names: Vocabulary): Formula {
  const parts = written.parts.map((part) => meant(part, names));
  const [first = nil, second = nil] = parts;
  switch (written.of) {
    case "previous":
      return parts.length === 0 ? row(names.own, 1) : previous(rowOnly(written, first));
    case "total": {
      const of = rowOnly(written, first);
      return of.node === "row" ? total(of.id) : of;
    }
    case "min":
      return minimum(...parts);
    case "max":
      return maximum(...parts);
    case "round":
      return round(first, stepOf(written, second), "half away from zero");
    default:
      return fact(written.of);
  }
}

/** An assumption has no earlier period and no total; nil stands for a name that was reported already. */
function rowOnly({ of, column }: Extract<Written, { is: "call" }>, formula: Formula): Formula {
  if (formula.node === "row" || formula.node === "constant") return formula;
  throw new Refused({
    code: "wrong-shape",
    column,
    expected: "the name of a line, a total or another row",
    received: `${of} of an assumption, which is the same in every period`,
    hint: `write the assumption without ${of}()`,
  });
}

/** The step of a rounding: a plain number is in the unit of what is rounded; a step of nothing is refused. */
function stepOf({ parts, column }: Extract<Written, { is: "call" }>, step: Formula): Formula {
  const [, written] = parts;
  if (written?.is !== "number") return step;
  if (!written.value.isZero()) return constant(written.value, "any");
  throw new Refused({
    code: "out-of-range",
    column,
    expected: "a step above nil",
    received: "0",
    hint: "write round(amount, 1) for whole pounds, or round(amount, 1000) for whole thousands",
  });
}
