import { type Decimal, decimal, one } from "../../quantity/decimal.ts";
import type { PublishedUnit } from "./options.ts";
import type { Interpretation } from "./published.ts";
import { type MoneyUnit, moneyUnitIn } from "./words.ts";

const named: Readonly<Record<PublishedUnit, MoneyUnit>> = {
  pounds: { by: "1", sign: "£" },
  thousands: { by: "1000", sign: "£000s" },
  millions: { by: "1e6", sign: "£m" },
  billions: { by: "1e9", sign: "£bn" },
};

/** The unit of money of a whole table. */
export interface TableUnit {
  readonly by: Decimal;
  /** £, £000s, £m or £bn; empty where no unit is stated. */
  readonly sign: string;
  readonly interpretation: Interpretation;
}

/** A text that may name the unit, and where it stands. */
export interface UnitPlace {
  readonly text: string;
  readonly where: string;
}

/** The unit of money: as told, else by the first text that names one, the nearest to the figures first. */
export function tableUnit(told: PublishedUnit | undefined, places: readonly UnitPlace[]): TableUnit {
  const found = places
    .map(({ text, where }) => ({ unit: moneyUnitIn(text), text, where }))
    .filter((one): one is { unit: MoneyUnit; text: string; where: string } => one.unit !== undefined);
  const [first] = found;
  if (told !== undefined) {
    const unit = named[told];
    const because =
      first === undefined || first.unit.sign === unit.sign
        ? "it was asked for"
        : `it was asked for, although ${first.where} says “${short(first.text)}”`;
    return unitOf(unit, "the table", because);
  }
  if (first !== undefined)
    return unitOf(first.unit, first.where, `${first.where} says “${short(first.text)}”`);
  return {
    by: one,
    sign: "",
    interpretation: {
      about: "unit",
      where: "the table",
      says: "figures are taken as they stand",
      because: "no unit of money is stated",
      otherwise: "unit",
    },
  };
}

function unitOf({ by, sign }: MoneyUnit, where: string, because: string): TableUnit {
  return {
    by: decimal(by),
    sign,
    interpretation: { about: "unit", where, says: `amounts are in ${sign}`, because, otherwise: "unit" },
  };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What one printed unit of a row or a column is worth where its own label says so. */
export function ownScale(label: string): Decimal | undefined {
  const unit = moneyUnitIn(label);
  return unit === undefined ? undefined : decimal(unit.by);
}
