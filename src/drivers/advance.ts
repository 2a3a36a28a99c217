import * as z from "zod";
import {
  add,
  choose,
  compare,
  constant,
  type Formula,
  fact,
  multiply,
  nil,
  round,
  row as rowRef,
  subtract,
  total,
} from "../formula/formula.ts";
import { received } from "../issue/received.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema } from "../programme/schema.ts";
import { one, zero } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding } from "./over-time/by-period.ts";
import { lengthInput } from "./over-time/length.ts";
import { mustBeCovered, type SavingsForRepayment, savingsFor } from "./repayment/advance-savings.ts";
import {
  type Debt,
  equalInstalments,
  forPeriod,
  fromSavings,
  levelPayments,
} from "./repayment/instalments.ts";
import { moneyRow, ownRow, soFarRow } from "./rows.ts";

/** Money advanced now and repaid later. */
export interface AdvanceOptions {
  /** Pounds drawn by period. */
  readonly draws: ByPeriod;
  /** The share of the opening balance charged for a year; no interest unless told. */
  readonly interest?: Given;
  /** How long after the period of the last draw nothing is repaid: `6 months`; a bare number is years. None unless told. */
  readonly holiday?: Given;
  /** In equal parts of the balance with the interest on top, in level payments of both, or from savings. */
  readonly repay: "equal" | "annuity" | "share of savings";
  /** Years that repayment takes, for equal and annuity. */
  readonly over?: Given;
  readonly savings?: SavingsForRepayment;
  /** Years from the first draw to the last repayment that are allowed at most. */
  readonly "longest payback"?: Given;
  /** The label of the line of repayment; `Repayment of` and the label of the advance unless told. */
  readonly repayment?: string;
}

/**
 * An invest-to-save advance, in pounds: the line is what is drawn, and a line of repayment comes with it. Opening + draw +
 * interest − repayment = closing. Draws and repayments fall at the end of a period, so that interest is charged on the
 * opening balance, by months; in a holiday it is added to the balance. Instalments are rounded up to the penny and the
 * last clears the balance; repayment from savings is rounded down to the penny. Conditions fail where the advance is not
 * repaid by the end of the model, takes longer than allowed, or takes more than the savings named, which are all cashable
 * savings of the body itself unless told. Of savings that two advances are repaid from, the first in the model takes its
 * repayment, and the next has what that leaves.
 *
 * Issue codes: `missing-key` where the way of repayment lacks `over` or `savings`, `wrong-shape` where it has no use for
 * `over`, `out-of-range`, `duplicate-id`, and those of reading an amount.
 *
 * Method: equal instalments, and the level payment of an annuity in arrears (balance ÷ the sum of its discount factors).
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { advance } from "invest-to-save/drivers";
 * const line = funding("Advance", advance({ draws: { "2024/25": 100 }, repay: "equal", over: 3 }));
 * const p = programme("Club", years("2024/25", "2027/28"), { source: "bid" }, cost("Staff", { "2024/25": 100 }), line);
 * evaluate(p).rows.get("repayment-of-advance")?.values.join(" "); // => "0 33.34 33.34 33.32"
 * ```
 */
export function advance(options: AdvanceOptions): Driver {
  return {
    name: "advance",
    options,
    shape,
    usual: { savings: { judged: "each period" } },
    build: (line) => buildAdvance(line, options),
  };
}

function buildAdvance(line: LineContext, options: AdvanceOptions): Formula {
  if (!isFunding(line, "an advance") || !saysHow(line, options)) return nil;
  const drawn = byPeriod(line, "draws", options.draws, "£");
  const debt = debtOf(line, options);
  const repayment = options.repayment ?? `Repayment of ${line.label}`;
  const savings = savingsFor(line, options.savings ?? {}, rowRef(idOf(repayment)));
  const repaid = line.companion("repayment", repayment, repaymentOf(debt, options, savings.available));
  const closing = moneyRow(line, "closing balance", "closing", subtract(debt.owed, repaid));
  const last = line.timeline.count - 1;
  line.condition(`${line.label} is repaid by the end of the model`, {
    formula: compare(closing, "at most", nil),
    first: last,
    last,
  });
  mustBeCovered(line, repaid, savings, options.savings?.judged);
  if (options["longest payback"] !== undefined) limitPayback(line, options["longest payback"], closing);
  return drawn;
}

/** Opening balance, interest on it, what is owed before the repayment, and which repayment it is. */
function debtOf(line: LineContext, options: AdvanceOptions): Debt {
  const start = moneyRow(line, "opening balance", "none", ownRow(line, "closing balance", 1));
  const draws = rowRef(line.id);
  soFarRow(line, "drawn so far", draws);
  const number = repaymentNumber(line, options);
  if (options.interest === undefined) {
    const owed = moneyRow(line, "owed before repayment", "none", add(start, draws));
    return { line, start, interest: nil, owed, rate: constant(zero, "share"), number };
  }
  const yearly = line.value("interest", options.interest, "share", { least: 0, most: 1 });
  const rate = line.row("interest of a period", {
    unit: "share",
    totals: "none",
    formula: forPeriod(yearly),
  });
  const interest = moneyRow(line, "interest charged", "sum", multiply(start, rate));
  const owed = moneyRow(line, "owed before repayment", "none", add(start, draws, interest));
  return { line, start, interest, owed, rate, number };
}

/** Which repayment a period has, counted from 1 after the last draw and the holiday; nil or less before. */
function repaymentNumber(line: LineContext, options: AdvanceOptions): Formula {
  const { holiday = 0 } = options;
  const drawnBefore = ownRow(line, "drawn so far", 1);
  const passed = choose(
    compare(drawnBefore, "at least", total(line.id)),
    add(ownRow(line, "periods since the last draw", 1), constant(one, "number")),
    nil,
  );
  const row = (name: string, formula: Formula) => line.row(name, { unit: "number", totals: "none", formula });
  const since = row("periods since the last draw", passed);
  // A run may set part of a period: nothing is repaid in it.
  const free = lengthInput(line, "holiday", holiday, "periods", { bare: "years", least: 0 });
  const whole = round(free, constant(one, "number"), "up");
  return row("number of the repayment", subtract(since, whole));
}

function repaymentOf(debt: Debt, { repay, over }: AdvanceOptions, savings: Formula): Formula {
  if (repay === "share of savings") return fromSavings(debt, savings);
  const years = lengthInput(debt.line, "over", over ?? 1, "years", { bare: "years", least: 0.01 });
  return repay === "equal" ? equalInstalments(debt, years) : levelPayments(debt, years);
}

/** The years in which something is owed at the end of the period, from the first draw on: the advance pays back after them. */
function limitPayback(line: LineContext, longest: Given, closing: Formula): void {
  const owing = choose(compare(closing, "above", nil), fact("years"), nil);
  const before = ownRow(line, "years until repaid", 1);
  const years = line.row("years until repaid", {
    unit: "years",
    totals: "closing",
    formula: add(before, owing),
  });
  const most = lengthInput(line, "longest payback", longest, "years", { bare: "years", least: 0 });
  line.condition(`${line.label} pays back within the years allowed`, {
    formula: compare(years, "at most", most),
    once: true,
  });
}

/** Whether the way of repayment has what it needs, and nothing that it has no use for. */
function saysHow(line: LineContext, { repay, over, savings }: AdvanceOptions): boolean {
  const fromThem = repay === "share of savings";
  if (fromThem && savings === undefined) {
    lacks(line, "savings", "the savings that it is repaid from", "savings: { of: total saving, share: 50% }");
  } else if (!fromThem && over === undefined) {
    lacks(line, "over", "the years that repayment takes", "over: 5");
  } else if (fromThem && over !== undefined) {
    line.fault("over", {
      code: "wrong-shape",
      message: `${line.label} is repaid from savings, for as long as that takes`,
      expected: "no “over”",
      received: received(over),
      hint: "say “longest payback” for the years that are allowed, or repay it in equal instalments",
    });
  } else return true;
  return false;
}

function lacks(line: LineContext, key: string, what: string, example: string): void {
  line.fault("", {
    code: "missing-key",
    message: `${line.label} does not say ${what}`,
    expected: key,
    received: "nothing",
    hint: `write it like ${example}`,
  });
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  draws: "any",
  "interest?": "any",
  "holiday?": "any",
  repay: ["equal", "annuity", "share of savings"],
  "over?": "any",
  "savings?": { "of?": "text", "share?": "any", "judged?": ["each period", "each year"] },
  "longest payback?": "any",
  "repayment?": "text",
};

export const advanceKind: DriverKind<AdvanceOptions> = {
  name: "advance",
  schema: () =>
    z.strictObject({
      draws: byPeriodSchema(),
      interest: givenSchema().optional(),
      holiday: givenSchema().optional(),
      repay: z.enum(["equal", "annuity", "share of savings"]),
      over: givenSchema().optional(),
      savings: z
        .strictObject({
          of: z.string().optional(),
          share: givenSchema().optional(),
          judged: z.enum(["each period", "each year"]).optional(),
        })
        .optional(),
      "longest payback": givenSchema().optional(),
      repayment: z.string().optional(),
    }),
  from: advance,
};
