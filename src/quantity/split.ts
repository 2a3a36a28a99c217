import { refuseGiven } from "../issue/given.ts";
import { received } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { readAmount } from "./amount.ts";
import { type Decimal, decimal, isDecimal, numeral, sum, zero } from "./decimal.ts";
import { roundTo } from "./rounding.ts";

/**
 * Splits a total in proportion to weights so that the parts are whole multiples of a unit (a penny unless told)
 * and add up to the total exactly: each part is rounded towards zero, then the largest remainders get one unit
 * more, the earlier of equals first. What the total itself has beyond a whole unit goes to the part with the
 * largest weight. `split(−x)` is `−split(x)`.
 *
 * Issue codes (thrown): `out-of-range` when there is no weight, a negative one, or they sum to nil, and for a unit that is not
 * above nil; `wrong-shape` for what is no list of weights; and those of {@link readAmount}.
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
  const whole = read(total, ["total"]);
  if (!Array.isArray(weights)) refuseGiven(["weights"], "a list of weights, such as [1, 1, 2]", weights);
  // A hole in a list is nothing too.
  const shares = Array.from(weights, (share, at) => read(share, ["weights", String(at)]));
  const step = read(unit, ["unit"]);
  const weight = sum(shares);
  if (shares.some((share) => share.lt(0)) || !weight.gt(0)) throw noShares(shares);
  if (!step.gt(0)) throw noStep(step);
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

function read(given: Decimal | number | string, path: readonly string[]): Decimal {
  // A decimal may be a quotient with more digits than a person may write.
  if (isDecimal(given) && given.isFinite()) return decimal(given);
  const amount = readAmount(given);
  if (amount.ok) return amount.value;
  const { code, expected, hint } = amount;
  const message = `${path.join(" > ")} cannot be ${received(given)}`;
  throw refusal({ code, path, message, expected, received: received(given), hint });
}

function noShares(shares: readonly Decimal[]): InvestToSaveError {
  return refusal({
    code: "out-of-range",
    path: ["weights"],
    message: "a total cannot be split by these weights",
    expected: "weights of nil or more that sum to more than nil",
    received: shares.length === 0 ? "no weight" : shares.map((share) => numeral(share)).join(", "),
    hint: "give each part a weight such as its share or its head count",
  });
}

function noStep(step: Decimal): InvestToSaveError {
  return refusal({
    code: "out-of-range",
    path: ["unit"],
    message: `nothing is split into multiples of ${numeral(step)}`,
    expected: "a unit above nil",
    received: numeral(step),
    hint: "give the smallest part that is paid, such as 0.01 for pennies",
  });
}
