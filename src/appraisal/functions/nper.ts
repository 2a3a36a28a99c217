import { refusal } from "../../issue/refusal.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, numeral, one, zero } from "../../quantity/decimal.ts";
import { type PaymentsAt, readPaymentsAt } from "./discount-factors.ts";
import { readOptions } from "./options.ts";

/** An annuity whose number of periods is asked for. What you receive is positive and what you pay is negative. */
export interface NperOptions {
  /** The rate for a period, above −100%. */
  readonly rate: Amount;
  /** Pounds in each period. */
  readonly payment: Amount;
  /** Pounds at the start. */
  readonly "present value": Amount;
  /** Pounds at the end; nil unless told. */
  readonly "future value"?: Amount;
  readonly "payments at"?: PaymentsAt;
}

/**
 * How many periods payments must go on to come to the value at the end, to 30 decimal places; a part of a period where the
 * last payment would be a smaller one. Below nil, as in a spreadsheet, where the same payments would have balanced so many
 * periods ago and lead away from it now: most likely a sign is the wrong way round.
 *
 * Issue codes (thrown): `out-of-range` where payments balance at no time, such as those that do not cover the interest; and as
 * of {@link pmt}.
 *
 * @example
 * ```ts
 * import { nper } from "invest-to-save/appraisal";
 * const saved = { rate: "1%", payment: -100, "present value": -1_000, "future value": 10_000 };
 * nper(saved).toFixed(4); // => "60.0821"
 * nper({ ...saved, "payments at": "beginning" }).toFixed(4); // => "59.6739"
 * nper({ rate: 0, payment: -250, "present value": 1_000 }).toString(); // => "4"
 * nper({ rate: "1%", payment: -100, "present value": -1_000 }).toFixed(4); // => "-9.5786"
 * ```
 */
export function nper(options: NperOptions): Decimal {
  const keys = ["rate", "payment", "present value", "future value", "payments at"];
  const { rate, payment, start, end, at } = readOptions("nper", options, keys, (reader) => ({
    rate: reader.rate("rate"),
    payment: reader.amount("payment"),
    start: reader.amount("present value"),
    end: reader.amount("future value", zero),
    at: readPaymentsAt(reader),
  }));
  const growth = rate.plus(one);
  const paid = at === "beginning" ? payment.times(growth) : payment;
  const periods = rate.isZero() ? evenly(paid, start, end) : growing(paid.div(rate), start, end, growth);
  if (periods === undefined) return refuse(payment, start, rate);
  return periods.toDecimalPlaces(places).plus(zero);
}

const places = 30;

function evenly(paid: Decimal, start: Decimal, end: Decimal): Decimal | undefined {
  return paid.isZero() ? undefined : start.plus(end).div(paid).negated();
}

/** With payments as a sum that bears them as its interest, the values at start and end are in the proportion of the growth. */
function growing(perpetual: Decimal, start: Decimal, end: Decimal, growth: Decimal): Decimal | undefined {
  const [owed, left] = [perpetual.plus(start), perpetual.minus(end)];
  if (owed.isZero() || !left.div(owed).gt(zero)) return undefined;
  return left.div(owed).ln().div(growth.ln());
}

function refuse(payment: Decimal, start: Decimal, rate: Decimal): never {
  const interest = start.times(rate).abs();
  throw refusal({
    code: "out-of-range",
    path: ["nper", "payment"],
    message: `nper > payment of ${numeral(payment)} never comes to the future value: the interest of the first period is ${numeral(interest)}`,
    expected: "a payment that, with the present value, leads to the future value",
    received: numeral(payment),
    hint: "check the signs (what you receive is positive, what you pay negative), or pay more than the interest",
  });
}
