import { refusal } from "../issue/refusal.ts";
import { readAmount } from "./amount.ts";
import { type Decimal, decimal, isDecimal, sum, zero } from "./decimal.ts";
import { roundTo } from "./rounding.ts";

/**
 * Splits a total in proportion to weights so that the parts are whole multiples of a unit (a penny unless told)
 * and add up to the total exactly: each part is rounded towards zero, then the largest remainders get one unit
 * more, the earlier of equals first. What the total itself has beyond a whole unit goes to the part with the
 * largest weight. `split(−x)` is `−split(x)`.
 *
 * Issue codes (thrown): `out-of-range` when there is no weight, a negative one, or they sum to nil.
 *
 * @example
 * ```ts
 * import { split } from "invest-to-save";
 * split(100, [1, 1, 1]).map(String).join(" ");
 * // => "33.34 33.33 33.33"
 * ```
 */
export function split(
  total: Decimal | number | string,
  weights: readonly (Decimal | number | string)[],
  unit: Decimal | number | string = "0.01",
): Decimal[] {
  const whole = read(total);
  const shares = weights.map(read);
  const step = read(unit);
  const weight = sum(shares);
  if (shares.some((share) => share.lt(0)) || !weight.gt(0) || !step.gt(0)) refuse();
  const sign = whole.isNegative() ? -1 : 1;
  return splitPositive(whole.abs(), shares, weight, step).map((part) =>
    part.isZero() ? zero : part.times(sign),
  );
}

function splitPositive(
  total: Decimal,
  shares: readonly Decimal[],
  weight: Decimal,
  unit: Decimal,
): Decimal[] {
  // Remainders are kept times the weight: as quotients they would be rounded, and equals no longer be equal.
  const claims = shares.map((share) => {
    const claim = total.times(share);
    const part = claim.divToInt(weight.times(unit)).times(unit);
    return { share, part, remainder: claim.minus(part.times(weight)) };
  });
  const whole = roundTo(total, unit, "down");
  const left = whole.minus(sum(claims.map(({ part }) => part))).div(unit);
  // Sorting leaves equals in their order.
  const byRemainder = [...claims].sort((a, b) => b.remainder.comparedTo(a.remainder));
  const more = new Set(byRemainder.slice(0, Math.max(0, left.toNumber())));
  const heaviest = claims.reduce((best, claim) => (claim.share.gt(best.share) ? claim : best));
  const beyond = total.minus(whole);
  return claims.map((claim) => {
    const part = more.has(claim) ? claim.part.plus(unit) : claim.part;
    return claim === heaviest ? part.plus(beyond) : part;
  });
}

function read(given: Decimal | number | string): Decimal {
  // A decimal may be a quotient with more digits than a person may write.
  if (isDecimal(given)) return given.isFinite() ? decimal(given) : refuse();
  const amount = readAmount(given);
  return amount.ok ? amount.value : refuse();
}

function refuse(): never {
  throw refusal({
    code: "out-of-range",
    path: ["weights"],
    message: "a total cannot be split by these weights",
    expected: "a finite total and weights of nil or more that sum to more than nil",
    hint: "give each part a weight such as its share or its head count",
  });
}
