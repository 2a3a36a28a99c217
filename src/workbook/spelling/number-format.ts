import type { Decimal } from "../../quantity/decimal.ts";
import type { Unit } from "../../quantity/unit.ts";
import type { Scale } from "../../sheet/sheet.ts";

/**
 * The day that spreadsheets count as nil, in days since 1 January 1970, taken away: day 25,569 of a spreadsheet is
 * 1 January 1970. It holds for the calendar from 1900, from March of that year on, and not for that from 1904.
 */
export const firstDayOfSpreadsheets = 25_569;

/** A figure with brackets for negatives, a dash for nil, and room for a bracket so that figures line up. */
function bracketed(figure: string): string {
  return `${figure}_);(${figure});"–"_)`;
}

function withDecimals(figure: string, decimals: number): string {
  return decimals === 0 ? figure : `${figure}.${"0".repeat(decimals)}`;
}

/** The format of money that shows pounds as thousands or millions, while the cell holds pounds. */
export function moneyFormat(scale: Scale, decimals = 0): string {
  const figure = withDecimals("#,##0", decimals);
  return bracketed(`${figure}${{ pounds: "", thousands: ",", millions: ",," }[scale]}`);
}

/** The format of values in a unit, with the decimals that they need, but no more than so many. */
export function formatOf(unit: Unit, values: readonly (Decimal | undefined)[], most = 2): string {
  const places = (value: Decimal | undefined) => value?.decimalPlaces() ?? 0;
  const needed = Math.max(0, ...values.map(places));
  switch (unit) {
    case "date":
      return "d mmm yyyy_)";
    case "month number":
      return "0_)";
    case "flag":
      return '0_);(0);"–"_)';
    case "£":
      return bracketed(withDecimals("#,##0", needed === 0 || most < 3 ? 0 : 2));
    case "share":
      return bracketed(`${withDecimals("0", Math.min(most, Math.max(0, needed - 2)))}%`);
    case "index":
      return "0.0000_)";
    default:
      return bracketed(withDecimals("#,##0", unit.startsWith("£") ? pence(values) : Math.min(most, needed)));
  }
}

/** The pence of amounts a year, a week or a case: none where all are whole, or are quotients of a thousand or more. */
function pence(values: readonly (Decimal | undefined)[]): 0 | 2 {
  const shown = (value: Decimal) =>
    !value.isInteger() && (value.decimalPlaces() <= 2 || value.abs().lessThan(1000));
  return values.some((value) => value !== undefined && shown(value)) ? 2 : 0;
}
