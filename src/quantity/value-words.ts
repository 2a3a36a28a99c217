import { dayWords } from "../time/day.ts";
import { isDay, isMonth } from "../time/given.ts";
import { formatMonth } from "../time/month.ts";
import { type Decimal, numeral, separated } from "./decimal.ts";
import { checkDecimal, checkUnit } from "./given.ts";
import { roundPlaces } from "./rounding.ts";
import { type Unit, unitOfOne } from "./unit.ts";

/**
 * A value in words with its unit: pounds with pence where there are any, days and months as dates, one of a thing as one, `about` before a
 * figure that had to be shortened for reading. Throws {@link InvestToSaveError} with `wrong-shape` for what is no decimal or no
 * unit.
 *
 * @example
 * ```ts
 * import { decimal, valueWords } from "invest-to-save";
 * valueWords(decimal("-1234.5"), "£ per year"); // => "−£1,234.50 per year"
 * ```
 */
export function valueWords(value: Decimal, unit?: Unit): string {
  checkDecimal(value, "value");
  if (unit !== undefined) checkUnit(unit, "unit");
  const whole = value.toNumber();
  if (unit === "date" && isDay(whole)) return dayWords(whole);
  if (unit === "month number" && isMonth(whole)) return formatMonth(whole);
  if (unit === "flag") return value.isZero() ? "no" : "yes";
  const money = unit?.startsWith("£") ?? false;
  const places = money ? (value.isInteger() ? 0 : 2) : 6;
  const rounded = roundPlaces(value, places);
  const text = separated(numeral(rounded.abs()));
  const about = rounded.eq(value) ? "" : "about ";
  const sign = rounded.isNegative() && !rounded.isZero() ? "−" : "";
  if (money) return `${about}${sign}£${pence(text, places)}${unit?.slice(1) ?? ""}`;
  const plain = unit === undefined || ["number", "share", "index"].includes(unit);
  const word = plain ? "" : ` ${text === "1" ? unitOfOne(unit) : unit}`;
  return `${about}${sign}${text}${word}`;
}

function pence(text: string, places: number): string {
  if (places === 0) return text;
  const [pounds = "0", part = ""] = text.split(".");
  return `${pounds}.${part.padEnd(2, "0")}`;
}
