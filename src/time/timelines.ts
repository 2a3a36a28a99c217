import { checkText } from "../issue/given.ts";
import { received, seen } from "../issue/received.ts";
import { refusal } from "../issue/refusal.ts";
import { APRIL } from "./calendar.ts";
import { type Grain, parseTimeline, type Timeline } from "./timeline.ts";
import type { FinancialYearText } from "./year.ts";

/**
 * The financial years from one to another, a period each. Throws {@link InvestToSaveError} with `malformed-period`
 * when the last is before the first or one cannot be read, and `wrong-shape` for what is no text.
 *
 * @example
 * ```ts
 * import { years } from "invest-to-save";
 * years("2014/15", "2018/19").count; // => 5
 * ```
 */
export function years(first: FinancialYearText, last: FinancialYearText): Timeline {
  return timelineOf(range(first, last));
}

/**
 * The months from the start of one financial year to the end of another, a period each. Throws what {@link years} throws.
 *
 * @example
 * ```ts
 * import { months } from "invest-to-save";
 * months("2014/15", "2018/19").count; // => 60
 * ```
 */
export function months(first: FinancialYearText, last: FinancialYearText): Timeline {
  return timelineOf(range(first, last), "month");
}

/**
 * The quarters from the start of one financial year to the end of another, a period each. Throws what {@link years}
 * throws.
 *
 * @example
 * ```ts
 * import { quarters } from "invest-to-save";
 * quarters("2014/15", "2018/19").count; // => 20
 * ```
 */
export function quarters(first: FinancialYearText, last: FinancialYearText): Timeline {
  return timelineOf(range(first, last), "quarter");
}

function range(first: FinancialYearText, last: FinancialYearText): string {
  const year = "a financial year in quotes, such as “2024/25”";
  checkText(first, ["first"], year);
  checkText(last, ["last"], year);
  return `${first} to ${last}`;
}

/**
 * Any timeline from its text: `2014/15 to 2018/19`, `Mar 2011 to Mar 2020` by month, or `2014 to 2018` for years that
 * start in January (`yearStart` 1). Throws {@link InvestToSaveError} with `malformed-period`, and with `wrong-shape` or
 * `out-of-range` for a grain or a year start that is none.
 *
 * @example
 * ```ts
 * import { timelineOf } from "invest-to-save";
 * timelineOf("2014 to 2018", "year", 1).count; // => 5
 * ```
 */
export function timelineOf(text: string, grain: Grain = "year", yearStart: number = APRIL): Timeline {
  const read = parseTimeline(text, { grain, yearStart });
  if (read.ok) return read.value;
  const { expected, hint } = read;
  const message = `${received(text)} is no timeline that can be used`;
  throw refusal({ code: "malformed-period", path: ["years"], message, expected, received: seen(text), hint });
}
