/**
 * Why a text was refused: `malformed` is not written in a form we read, `impossible` is well written but
 * cannot be (30 February), `outside` lies beyond the years or the timeline allowed, `finer` is a quarter,
 * month or day where only something longer will do.
 *
 * @example
 * ```ts
 * import { parseDay } from "invest-to-save";
 * const read = parseDay("2015-02-30");
 * read.ok ? "" : read.reason; // => "impossible"
 * ```
 */
export type Reason = "malformed" | "outside" | "finer" | "impossible";

/**
 * A text that could not be read, as data: what was expected in its place and what to do next, in words.
 *
 * @example
 * ```ts
 * import { parseFinancialYear } from "invest-to-save";
 * const read = parseFinancialYear("2014/16");
 * read.ok ? "" : read.hint; // => "write 2014/15"
 * ```
 */
export interface Refusal {
  readonly ok: false;
  readonly reason: Reason;
  readonly expected: string;
  readonly hint: string;
}

/**
 * What reading a text gives: its value, or why it was refused. Reading never throws for what a text says.
 *
 * @example
 * ```ts
 * import { parseMonth } from "invest-to-save";
 * const read = parseMonth("Apr 2015");
 * read.ok ? read.value : undefined; // => 24183
 * ```
 */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refusal;

/**
 * A text without blanks around it. What is no text, from callers without types, is written in no form that is read.
 *
 * @internal
 */
export function trimmedText(text: unknown): string {
  return typeof text === "string" ? text.trim() : "";
}

/**
 * The success half of {@link Parsed}.
 *
 * @internal
 */
export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/**
 * The failure half of {@link Parsed}. `expected` completes "expected …"; `hint` is an instruction.
 *
 * @internal
 */
export function refused(reason: Reason, expected: string, hint: string): Refusal {
  return { ok: false, reason, expected, hint };
}
