import { type Decimal, numeral } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import type { Unit } from "../quantity/unit.ts";
import { valueWords } from "../quantity/value-words.ts";
import type { ChartOptions } from "./chart.ts";
import { type MoneyAxis, moneyAxis, moneyShort } from "./money-axis.ts";

/** What plain data that is to be drawn is of. */
export interface MeasuredOptions extends ChartOptions {
  /** What was measured, such as `Net present value`. */
  readonly measure: string;
  /** The unit of the amounts; pounds unless told. */
  readonly in?: Unit | undefined;
  /** What it was measured of, such as the title of the programme. */
  readonly of?: string | undefined;
  /** Whether a number behind it only holds the place of the real one; then the title starts with DRAFT. */
  readonly draft?: boolean | undefined;
}

/** How amounts of a unit are drawn, and how they are said. */
export interface MeasuredAxis extends MoneyAxis {
  readonly short: (value: Decimal) => string;
}

/** Money as money is drawn; everything else as it is, to at most two decimals. */
export function measuredAxis(
  values: readonly Decimal[],
  { in: unit = "£", unit: scale }: MeasuredOptions,
): MeasuredAxis {
  if (unit === "£") return { ...moneyAxis(values, scale), short: moneyShort };
  const short = (value: Decimal) => valueWords(roundPlaces(value, 2), unit);
  const label = (value: Decimal) => numeral(roundPlaces(value, 2)).replace("-", "−");
  return { unit, drawn: (value) => value.toNumber(), label, short };
}

/** The line under the title: what was measured, of what, and in which unit. */
export function showsOf({ measure, of }: MeasuredOptions, how: string, unit: string): string {
  return `${of === undefined ? "" : `${of}: `}${measure} ${how}, ${unit}`;
}
