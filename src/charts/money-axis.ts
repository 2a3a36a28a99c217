import { type Decimal, decimal, greatest, numeral, separated, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { scales } from "../sheet/scale.ts";
import type { Scale } from "../sheet/sheet.ts";

/** The unit in which money is drawn, and how an amount is written in it. */
export interface MoneyAxis {
  /** `£`, `£000s` or `£m`. */
  readonly unit: string;
  /** An amount in pounds as the number that is drawn. */
  readonly drawn: (value: Decimal) => number;
  /** The same as a label without its unit. */
  readonly label: (value: Decimal) => string;
}

/** From how many pounds on an axis counts in a unit: below two of it, labels would say too little. */
const from = decimal(2);

/** The unit asked for, else the largest that the amounts have two of. */
export function moneyAxis(values: readonly Decimal[], asked: Scale | undefined): MoneyAxis {
  const most = greatest([zero, ...values.map((value) => value.abs())]);
  const suits = (scale: Scale) => most.gte(scales[scale].by.times(from));
  const scale = asked ?? (suits("millions") ? "millions" : suits("thousands") ? "thousands" : "pounds");
  const { unit, by } = scales[scale];
  const places = scale === "millions" ? (most.gte(scales.millions.by.times(10)) ? 1 : 2) : 0;
  return {
    unit,
    drawn: (value) => value.div(by).toNumber(),
    label: (value) => signed(roundPlaces(value.div(by), places)),
  };
}

const thousand = decimal(1000);
const million = decimal(1_000_000);

/** An amount in pounds as a title says it, shortened: `£7.8m`, `£723,000`, `£450`, `−£2.1m`. */
export function moneyShort(value: Decimal): string {
  const size = value.abs();
  const sign = value.isNegative() && !value.isZero() ? "−" : "";
  const inMillions = roundPlaces(size.div(million), 1);
  if (inMillions.gte(1)) return `${sign}£${grouped(inMillions)}m`;
  if (size.lt(thousand.times(10))) return `${sign}£${grouped(roundPlaces(size, 0))}`;
  return `${sign}£${grouped(roundPlaces(size.div(thousand), 0).times(thousand))}`;
}

function signed(value: Decimal): string {
  return `${value.isNegative() && !value.isZero() ? "−" : ""}${grouped(value.abs())}`;
}

function grouped(value: Decimal): string {
  return separated(numeral(value));
}
