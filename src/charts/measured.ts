import type { Stamp } from "../programme/stamp/stamp.ts";
import { type Decimal, decimal, numeral } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import type { Unit } from "../quantity/unit.ts";
import { amountWords, percentWords } from "../vary/amount-words.ts";
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
  /** What made it from which inputs, as `stampOf` says of a programme. */
  readonly stamp?: Stamp | undefined;
}

/** How amounts of a unit are drawn, and how they are said. */
export interface MeasuredAxis extends MoneyAxis {
  readonly short: (value: Decimal) => string;
}

const hundred = decimal(100);

/** Money as money is drawn, shares in percent; everything else as it is, years to one decimal and the rest to at most two. */
export function measuredAxis(
  values: readonly Decimal[],
  { in: unit = "£", unit: scale }: Pick<MeasuredOptions, "in" | "unit">,
): MeasuredAxis {
  if (unit.startsWith("£")) {
    const axis = moneyAxis(values, scale);
    const per = unit.slice(1);
    return { ...axis, unit: `${axis.unit}${per}`, short: (value) => `${moneyShort(value)}${per}` };
  }
  if (unit === "share") {
    const drawn = (value: Decimal) => value.times(hundred).toNumber();
    return { unit: "%", drawn, label: percentWords, short: percentWords };
  }
  const places = unit === "years" ? 1 : 2;
  const label = (value: Decimal) => numeral(roundPlaces(value, places)).replace("-", "−");
  return { unit, drawn: (value) => value.toNumber(), label, short: (value) => amountWords(value, unit) };
}

/** The line under the title: what was measured, of what, and in which unit. */
export function showsOf(
  { measure, of }: Pick<MeasuredOptions, "measure" | "of">,
  how: string,
  unit: string,
): string {
  return `${of === undefined ? "" : `${of}: `}${measure} ${how}, ${unit}`;
}
