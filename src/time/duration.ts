import { accepted, type Parsed, refused, trimmedText } from "./parsed.ts";
import { MONTHS_IN } from "./span.ts";

/**
 * A length of time as the compiler accepts it: so many months, quarters or years. It means the same on a timeline of years
 * and on one of months.
 *
 * @example
 * ```ts
 * import type { DurationText } from "invest-to-save";
 * import { childrenFewer } from "invest-to-save/drivers";
 * const later: DurationText = "12 months";
 * childrenFewer({ number: 10, "unit cost": 51_080, lag: later }).name; // => "children fewer"
 * ```
 */
export type DurationText = `${number} ${"month" | "months" | "quarter" | "quarters" | "year" | "years"}`;

/** A length of time: how many of the unit it is written in, and the whole months that it is. */
export interface Duration {
  readonly count: number;
  readonly unit: "months" | "years";
  readonly months: number;
}

const WRITTEN = /^(\d+(?:\.\d+)?)\s+([a-z]+)$/i;
const LIKE_ONE = /^\s*[+-]?[\d.,]+\s+[a-z]+\s*$/i;
const EXPECTED = "a length of time such as 6 months, 1 quarter or 2 years";

/** Whether a text looks like a length of time, well written or badly, rather than like a name or an amount. */
export function looksLikeDuration(text: string): boolean {
  return LIKE_ONE.test(text);
}

/** Reads a length of time: `12 months`, `2 quarters`, `1 year`, `1.5 years`. It must be whole months, and may be none. */
export function parseDuration(text: string): Parsed<Duration> {
  const [, figures = "", word = ""] = WRITTEN.exec(trimmedText(text)) ?? [];
  const count = Number(figures);
  const unit = word.toLowerCase().replace(/s$/, "");
  if (figures === "") return refused("malformed", EXPECTED, "write it like 6 months or 1 year");
  if (unit === "day" || unit === "week")
    return refused("finer", EXPECTED, `count it in months: ${word.toLowerCase()} are not whole months`);
  if (unit !== "month" && unit !== "quarter" && unit !== "year")
    return refused("malformed", EXPECTED, `“${word}” is no length of time; write months, quarters or years`);
  const months = count * MONTHS_IN[unit];
  if (!Number.isSafeInteger(months)) return refused("finer", "whole months", "round it to whole months");
  return accepted(
    unit === "year" ? { count, unit: "years", months } : { count: months, unit: "months", months },
  );
}
