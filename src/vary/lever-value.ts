import { received } from "../issue/received.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, decimal } from "../quantity/decimal.ts";
import { parseDayOf } from "../time/edge.ts";
import { monthOfDay } from "../time/month.ts";
import { type Lever, limited } from "./lever.ts";
import { refusedName } from "./refused.ts";

/**
 * A value of a lever as people give it: an amount in its unit, a factor, a day or a month as text. Throws the codes of reading an
 * amount, and `out-of-range` for what its assumption cannot be.
 */
export function readLeverValue(lever: Lever, given: Amount, yearStart: number): Decimal {
  const { edge } = lever.assumption;
  const day =
    edge === undefined
      ? undefined
      : parseDayOf(typeof given === "number" ? String(given) : (given as string), edge, yearStart);
  if (day?.ok) return decimal(lever.unit === "month number" ? monthOfDay(day.value) : day.value);
  const read = readAmount(given);
  if (read.ok && limited(lever, read.value).eq(read.value)) return read.value;
  throw refusedName({
    code: read.ok ? "out-of-range" : day === undefined ? read.code : "malformed-period",
    path: [lever.id],
    message: `${lever.label} cannot be ${received(given)}`,
    expected: read.ok ? "a value within its limits" : day === undefined ? read.expected : day.expected,
    received: received(given),
    hint: read.ok ? "check the sign and the size of the number" : day === undefined ? read.hint : day.hint,
  });
}
