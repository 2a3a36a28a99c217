import {
  add,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  opening,
  subtract,
} from "../../formula/formula.ts";
import type { LineContext } from "../../programme/line.ts";
import { decimal, one } from "../../quantity/decimal.ts";
import { monthsPerYear } from "../over-time/in-force.ts";
import { toThePenny } from "../penny.ts";
import { moneyRow, ownRow, ownTotal } from "../rows.ts";

/** A debt as it stands in a period, for whoever works out what is repaid of it. */
export interface Debt {
  readonly line: LineContext;
  /** Pounds at the start of the period. */
  readonly start: Formula;
  /** Pounds of interest in the period. */
  readonly interest: Formula;
  /** Pounds before the repayment of the period: start, draw and interest. */
  readonly owed: Formula;
  /** Interest as a share of the balance for the length of a period. */
  readonly rate: Formula;
  /** The number of the repayment, 1 for the first; nil or less before it. A row of its own. */
  readonly number: Formula;
}

const yearOfMonths = constant(decimal(12), "months");

/** What is for a year as what is for the period, by months. */
export function forPeriod(yearly: Formula): Formula {
  return divide(multiply(yearly, fact("months")), yearOfMonths);
}

/** Equal parts of the balance at the first repayment, each rounded up to the penny, with the interest of the period on top. */
export function equalInstalments(debt: Debt, years: Formula): Formula {
  const count = countOf(debt, years);
  const part = moneyRow(debt.line, "instalment", "none", toThePenny(divide(atFirst(debt), count), "up"));
  return inTerm(debt, count, add(part, debt.interest));
}

/** Level payments of balance and interest together, rounded up to the penny: the balance over the annuity factor. */
export function levelPayments(debt: Debt, years: Formula): Formula {
  const { line } = debt;
  const count = countOf(debt, years);
  const row = (name: string, formula: Formula) => line.row(name, { unit: "number", totals: "none", formula });
  const before = ownRow(line, "discount factor", 1);
  const growth = add(constant(one, "number"), debt.rate);
  const discount = row("discount factor", divide(opening(constant(one, "number"), before), growth));
  const counted = maximum(nil, minimum(constant(one, "number"), subtract(count, fact("index"))));
  row("discount factor of a payment", multiply(discount, counted));
  const factor = row("annuity factor", ownTotal(line, "discount factor of a payment"));
  const periods = constant(decimal(line.timeline.count), "number");
  line.condition(`${line.label}: its payments fit into the model`, {
    formula: compare(count, "at most", periods),
    once: true,
    says: "The level payment is worked out over the periods of the model: lengthen the timeline.",
  });
  const payment = moneyRow(
    debt.line,
    "level payment",
    "none",
    toThePenny(divide(atFirst(debt), factor), "up"),
  );
  return inTerm(debt, count, payment);
}

/** What the savings allow, rounded down to the penny, until nothing is owed. */
export function fromSavings(debt: Debt, available: Formula): Formula {
  return choose(started(debt), minimum(debt.owed, toThePenny(available, "down")), nil);
}

function started({ number }: Debt): Formula {
  return compare(number, "above", constant(decimal(0), "number"));
}

/** How many repayments there are in so many years. */
function countOf({ line }: Debt, years: Formula): Formula {
  const formula = divide(multiply(years, monthsPerYear), fact("months"));
  return line.row("number of repayments", { unit: "number", totals: "none", formula });
}

/** The balance at the start of the period of the first repayment, kept from then on. */
function atFirst(debt: Debt): Formula {
  const kept = ownRow(debt.line, "owed at the first repayment", 1);
  const before = ownRow(debt.line, "number of the repayment", 1);
  const later = compare(before, "above", constant(decimal(0), "number"));
  const formula = choose(started(debt), choose(later, kept, debt.start), nil);
  return moneyRow(debt.line, "owed at the first repayment", "none", formula);
}

/** A payment in each period of the term, never more than is owed; the last clears what is owed. */
function inTerm(debt: Debt, count: Formula, payment: Formula): Formula {
  const last = compare(debt.number, "at least", count);
  return choose(started(debt), choose(last, debt.owed, minimum(debt.owed, payment)), nil);
}
