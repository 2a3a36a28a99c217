import { readAmount } from "../../quantity/amount.ts";
import { numeral } from "../../quantity/decimal.ts";
import { asPrinted } from "../../time/span.ts";
import { idOf } from "../names.ts";

/** Dates that are said of a number: days, months or years, never amounts. */
const dateKeys = new Set(["date", "review by"]);

/** What is read as it is written, or was made of what was read: a note “5%” is not a note “0.05”. */
const textKeys = new Set([
  ...["title", "label", "name", "source", "assumed", "placeholder", "note", "notes"],
  ...["owner", "says", "edition", "body", "agency", "column", "id"],
]);

/** Whether what stands under a key may be an amount. */
function maybeAmount(under: string): boolean {
  return !textKeys.has(under) && !dateKeys.has(under);
}

/**
 * One number or text, under its key, the same however it was written: an amount by its numeral, a year, quarter, month or day as
 * it is printed.
 */
export function asRead(value: unknown, under: string, yearStart: number): string {
  if (textKeys.has(under)) return String(value);
  const amount = maybeAmount(under) ? amountAsRead(value) : String(value);
  return periodAsRead(amount, yearStart);
}

/** What may be an amount by its numeral; any other text as it stands. */
export function amountAsRead(value: unknown): string {
  const amount = readAmount(value);
  return amount.ok ? numeral(amount.value) : String(value);
}

/** A text that may be a period, or name one of a thing as `rent@2025/26` and `fees.2025/26` do; any other as it stands. */
export function periodAsRead(text: string, yearStart: number): string {
  const at = Math.max(text.lastIndexOf("@"), text.lastIndexOf(".")) + 1;
  const printed = asPrinted(text.slice(at), yearStart);
  if (printed === undefined) return text;
  // After a dot stands the id of an input, and ids have no slash.
  return `${text.slice(0, at)}${text[at - 1] === "." ? idOf(printed) : printed}`;
}
