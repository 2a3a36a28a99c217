import type { Issue } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, decimal, isDecimal } from "../quantity/decimal.ts";
import { type Edge, parseDayOf } from "../time/day-of.ts";
import { monthOfDay } from "../time/month.ts";
import { type Lever, limited } from "./lever.ts";

/**
 * A value of a lever as people give it: an amount in its unit, a factor, a day or a month as text. Throws the codes of reading an
 * amount, `malformed-period`, and `out-of-range` for what its assumption cannot be.
 */
export function readLeverValue(lever: Lever, given: Amount, yearStart: number): Decimal {
  const { edge } = lever.assumption;
  // A decimal may be the day or month of a result; a number is no day, just as in a file.
  if (edge !== undefined && !isDecimal(given)) return readTime(lever, String(given), edge, yearStart);
  const read = readAmount(given);
  if (!read.ok) throw refused(lever, given, read);
  if (limited(lever, read.value).eq(read.value)) return read.value;
  throw refused(lever, given, {
    code: "out-of-range",
    expected: "a value within its limits",
    hint: "check the sign and the size of the number",
  });
}

function readTime(lever: Lever, text: string, edge: Edge, yearStart: number): Decimal {
  const day = parseDayOf(text, edge, yearStart);
  if (!day.ok) throw refused(lever, text, { code: "malformed-period", ...day });
  return decimal(lever.unit === "month number" ? monthOfDay(day.value) : day.value);
}

function refused(
  { id, label }: Lever,
  given: Amount,
  { code, expected, hint }: Required<Pick<Issue, "code" | "expected" | "hint">>,
): InvestToSaveError {
  return refusal({
    code,
    path: [id],
    message: `${label} cannot be ${received(given)}`,
    expected,
    received: received(given),
    hint,
  });
}
