import type { IssueCode } from "../issue/issue.ts";
import { type Decimal, decimal, isDecimal } from "./decimal.ts";

/** Significant digits that an amount may be written with: what a spreadsheet or ledger could ever need, and held exactly. */
const mostDigits = 34;

/** The largest power of ten that an amount may reach; far above any public budget, far below where sums lose digits. */
const mostWholeDigits = 30;

/** A number as people give it: a number, a numeral, a percentage such as `62%`, or a decimal. */
export type Amount = number | string | Decimal;

/** What came of reading an amount: the decimal, or what is wrong with it. */
export type ReadAmount =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly code: IssueCode; readonly expected: string; readonly hint: string };

const addable = "give a number that can be added up";

const plainNumeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * Reads an amount exactly. `59,600`, `59_600`, `£59.6k` and the like are refused with a hint, never guessed;
 * `62%` is 0.62. Issue codes: `not-a-number`, `too-many-digits`, `out-of-range`. It never throws: whatever is no amount is
 * refused as what it gives.
 *
 * @example
 * ```ts
 * import { readAmount } from "invest-to-save";
 * const share = readAmount("62%");
 * share.ok && share.value.toString();
 * // => "0.62"
 * ```
 */
export function readAmount(given: unknown): ReadAmount {
  // A decimal may be a quotient, which has more digits than anyone writes.
  if (isDecimal(given)) return given.isFinite() ? inRange(decimal(given)) : notANumber(addable);
  if (typeof given === "number") {
    if (!Number.isFinite(given)) return notANumber(addable);
    return checked(decimal(given), String(given));
  }
  if (typeof given !== "string") return notANumber("write a plain number such as 59600");
  const text = given.trim();
  const percent = text.endsWith("%");
  const digits = percent ? text.slice(0, -1).trim() : text;
  if (!plainNumeral.test(digits)) return notANumber(hintFor(text));
  // What is far too long is refused before a decimal is made of it: there is none so large.
  if (figuresOf(digits) > mostDigits) return tooManyDigits;
  const value = decimal(digits);
  return checked(percent ? value.div(100) : value, digits);
}

/** Whether a text looks like an amount, well written or badly, rather than like a name. */
export function looksLikeAmount(text: string): boolean {
  return /^\s*[£(+-]*\s*[.\d]/.test(text) || /^\s*[+-]?\.?(nan|inf(inity)?)\s*$/i.test(text);
}

/** Whether what was given where an amount may stand is a name: a text that is no amount, and looks like none. */
export function isName(given: unknown): given is string {
  return typeof given === "string" && !readAmount(given).ok && !looksLikeAmount(given);
}

function checked(value: Decimal, written: string): ReadAmount {
  return figuresOf(written) > mostDigits ? tooManyDigits : inRange(value);
}

function figuresOf(written: string): number {
  return written
    .replace(/e.*$/i, "")
    .replace(/^[+-]?0*\.?0*/, "")
    .replace(".", "").length;
}

const tooManyDigits: ReadAmount = {
  ok: false,
  code: "too-many-digits",
  expected: `at most ${mostDigits} significant digits`,
  hint: "round the amount to the penny: more digits than that cannot be held exactly",
};

const tooLarge: ReadAmount = {
  ok: false,
  code: "out-of-range",
  expected: `0, or an amount from 1e-${mostWholeDigits} to less than 1e${mostWholeDigits}, of either sign`,
  hint: "amounts are in pounds; check for an exponent or for noughts too many",
};

function inRange(value: Decimal): ReadAmount {
  if (!value.isZero() && (value.e >= mostWholeDigits || value.e < -mostWholeDigits)) return tooLarge;
  return { ok: true, value: value.isZero() ? decimal(0) : value };
}

function notANumber(hint: string): ReadAmount {
  return { ok: false, code: "not-a-number", expected: "a number", hint };
}

function hintFor(text: string): string {
  if (/^[+-]?\.?(nan|inf(inity)?)$/i.test(text)) return addable;
  if (/^0x|^0o|^0b/i.test(text)) return "write the number in ordinary decimal digits";
  if (/^[-–—]$/.test(text)) return "write 0, or leave it out: what is not given is nil";
  const bare = text.replace(/[£\s,_]/g, "");
  if (/^\(.*\)$/.test(bare))
    return "write the amount without brackets: costs, savings and funding are all positive amounts";
  if (/^[+-]?[\d.]+(k|m|bn)$/i.test(bare)) return "write the amount in full pounds";
  if (plainNumeral.test(bare) && isSoundlyGrouped(text))
    return `write ${bare}, without separators or signs of currency`;
  const turned = turnedRound(text);
  if (turned !== undefined)
    return `write ${turned}: a point stands before the pence, and nothing between thousands`;
  return "write a plain number such as 59600";
}

/** A numeral with points between thousands and a comma before the pence, as 310.000,50, the way it is written here. */
function turnedRound(text: string): string | undefined {
  const bare = text.replace(/[£€\s]/g, "");
  if (!/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) || /^[+-]?\d+\.\d{3}$/.test(bare)) return undefined;
  return bare.replaceAll(".", "").replace(",", ".");
}

/** Whether the separators of a numeral, if there are any, part its thousands; of 1,2,3 nobody can say what was meant. */
function isSoundlyGrouped(text: string): boolean {
  const numeral = text.replace(/^[+-]?\s*£?\s*|\s*£?$/g, "");
  return !/[\s,_]/.test(numeral) || /^\d{1,3}(?:([\s,_])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(numeral);
}
