import * as z from "zod";
import { add, compare, divide, type Formula, multiply, nil } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema, unitSchema } from "../programme/schema.ts";
import type { Unit } from "../quantity/unit.ts";
import { oneOf } from "./counted-unit.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding, levelByPeriod } from "./over-time/by-period.ts";
import { type Length, lengthSchema, periodsOf } from "./over-time/length.ts";
import { moneyRow, ownRow } from "./rows.ts";

/** So many of so many: 5 of 6. */
export interface PartsOf {
  readonly parts: Given;
  readonly of: Given;
}

/** A fee for everybody taken on and a payment for every result. */
export interface PaymentByResultsOptions {
  /** How many are taken on in each period. */
  readonly number: ByPeriod;
  /** What is counted; `units` unless told. */
  readonly unit?: Unit;
  /** The share of them that is paid for, or so many of so many; all of them unless told. */
  readonly "paid for"?: Given | PartsOf;
  /** Pounds for each one taken on, in the period it is taken on; nil unless told. */
  readonly "attachment fee"?: ByPeriod;
  /** Pounds for each result, at the rate of the period in which the one was taken on; nil unless told. */
  readonly "result payment"?: ByPeriod;
  /** The share of those taken on in a period that come to a result; all of them unless told. */
  readonly attainment?: ByPeriod;
  /** From taking on to the payment for the result: `6 months`, `1 year`; a bare number is years. None unless told. */
  readonly lag?: Length;
}

/**
 * Payment by results, in pounds: for those that are paid for, an attachment fee when they are taken on and a payment for
 * each result, so much later. Number × share paid for × (fee + attainment × payment), the payment at the rate and
 * attainment of the period in which they were taken on. Fees, payments and attainment are levels: a period takes that of
 * its year. Results that fall after the timeline are not received in it. Nothing is rounded.
 *
 * Issue codes: `out-of-range` for a share above 1, a negative amount or a negative lag; `period-too-fine` for a lag of a
 * part of a period; `wrong-unit` for what cannot be counted; `wrong-shape` on a line that is no funding, and those of
 * reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { paymentByResults } from "invest-to-save/drivers";
 * const families = { number: 600, unit: "families", "paid for": { parts: 5, of: 6 } } as const;
 * const line = funding("Results", paymentByResults({ ...families, "attachment fee": 3_200, "result payment": 800, attainment: 0.5 }));
 * const p = programme("Families", years("2012/13", "2012/13"), { source: "framework" }, cost("Team", 1_000_000), line);
 * evaluate(p).rows.get("results")?.values.join(" "); // => "1800000"
 * ```
 */
export function paymentByResults(options: PaymentByResultsOptions): Driver {
  return {
    name: "payment by results",
    options,
    shape,
    usual: { unit: "units", attainment: 1 },
    build: (line) => buildPayments(line, options),
  };
}

function buildPayments(line: LineContext, options: PaymentByResultsOptions): Formula {
  if (!isFunding(line, "paid by results")) return nil;
  const unit = options.unit ?? "units";
  const single = oneOf(line, "unit", unit);
  const lag = periodsOf(line, "lag", options.lag);
  if (single === undefined || !paysSomething(line, options)) return nil;
  const each = `£ per ${single}` as Unit;
  const count = (name: string, formula: Formula) => line.row(name, { unit, totals: "sum", formula });
  const taken = count("taken on", byPeriod(line, "number", options.number, unit));
  const share = paidShare(line, options["paid for"]);
  const paid = share === undefined ? taken : count("taken on and paid for", share(taken));
  const perOne = (name: "attachment fee" | "result payment") =>
    levelByPeriod(line, name, options[name] ?? 0, each);
  const parts: Formula[] = [];
  if (options["attachment fee"] !== undefined)
    parts.push(moneyRow(line, "attachment fees", "sum", multiply(paid, perOne("attachment fee"))));
  if (options["result payment"] !== undefined) {
    const attainment = levelByPeriod(line, "attainment", options.attainment ?? 1, "share", 1);
    const results = count("results of those taken on", multiply(paid, attainment));
    moneyRow(line, "payments for those taken on", "sum", multiply(results, perOne("result payment")));
    parts.push(moneyRow(line, "result payments", "sum", ownRow(line, "payments for those taken on", lag)));
  }
  return add(...parts);
}

/** What takes the part that is paid for of those taken on. */
function paidShare(
  line: LineContext,
  given: Given | PartsOf | undefined,
): ((of: Formula) => Formula) | undefined {
  if (given === undefined) return undefined;
  if (typeof given === "object" && "parts" in given) {
    const parts = line.value(["paid for", "parts"], given.parts, "number", { least: 0 });
    const of = line.value(["paid for", "of"], given.of, "number", { least: 1 });
    holdParts(line, parts, of);
    return (all) => divide(multiply(all, parts), of);
  }
  const share = line.value("paid for", given, "share", { least: 0, most: 1 });
  return (all) => multiply(all, share);
}

/** More parts than there are would pay for more than were taken on. */
function holdParts(line: LineContext, parts: Formula, of: Formula): void {
  line.relation(["paid for", "parts"], {
    label: `${line.label} pays for no more than were taken on`,
    formula: compare(parts, "at most", of),
    code: "out-of-range",
    message: `${line.label} pays for {left} of every {right}`,
    expected: "at most {right}",
    received: "{left}",
    hint: "write 5 of 6 as { parts: 5, of: 6 }",
  });
}

function paysSomething(line: LineContext, options: PaymentByResultsOptions): boolean {
  if (options["attachment fee"] !== undefined || options["result payment"] !== undefined) return true;
  line.fault("", {
    code: "missing-key",
    message: `${line.label} pays neither a fee nor for results`,
    expected: "attachment fee, result payment, or both",
    received: "neither",
    hint: "add the pounds that are paid for each one",
  });
  return false;
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  number: "any",
  "unit?": "any",
  "paid for?": "any",
  "attachment fee?": "any",
  "result payment?": "any",
  "attainment?": "any",
  "lag?": "any",
};

export const paymentByResultsKind: DriverKind<PaymentByResultsOptions> = {
  name: "payment by results",
  schema: () =>
    z.strictObject({
      number: byPeriodSchema(),
      unit: unitSchema().optional(),
      "paid for": z
        .union([givenSchema(), z.strictObject({ parts: givenSchema(), of: givenSchema() })])
        .optional(),
      "attachment fee": byPeriodSchema().optional(),
      "result payment": byPeriodSchema().optional(),
      attainment: byPeriodSchema().optional(),
      lag: lengthSchema().optional(),
    }),
  from: paymentByResults,
};
