import { seen } from "../issue/received.ts";
import { readAmount } from "../quantity/amount.ts";
import { type Decimal, numeral } from "../quantity/decimal.ts";

/** A rate a year as a share; or, for one that is refused, what its fault says. */
type ReadRate =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly fault: Record<"expected" | "received" | "hint", string> };

/** Reads a rate that money is discounted by. */
export function readDiscountRate(given: unknown): ReadRate {
  return readRate(given, -100, ["3.5%", "0.035"]);
}

/** Reads a rate of inflation, which is also an input of the appraisal: at −99% hardly anything would be left of a price. */
export function readInflation(given: unknown): ReadRate {
  return readRate(given, -99, ["2%", "0.02"]);
}

/** Reads a rate above so many percent and of at most 100%. */
function readRate(given: unknown, above: number, like: readonly [string, string]): ReadRate {
  const read = readAmount(given);
  if (read.ok && read.value.times(100).gt(above) && read.value.lte(1)) return read;
  const expected = `a share above −${-above}% and of at most 100%, such as ${like[0]}`;
  const meant = read.ok ? percentageMeant(read.value) : undefined;
  const hint = meant ?? `write the rate as ${like.join(" or ")}`;
  return { ok: false, fault: { expected, received: seen(given), hint } };
}

/** How a rate of more than 100% was meant, in all likelihood: as a percentage without its sign. */
function percentageMeant(rate: Decimal): string | undefined {
  if (!rate.gt(1) || rate.gt(100)) return undefined;
  return `write ${numeral(rate)}% or ${numeral(rate.div(100))} if that is what is meant`;
}
