import { placeholdersIn } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { scales } from "./scale.ts";
import type { Scale, SheetCell } from "./sheet.ts";

/** How money is printed: in which unit, and with how many decimals. */
export interface MoneyScale {
  readonly name: Scale;
  /** As the corner of a table says it. */
  readonly unit: string;
  /** Pounds in one of it. */
  readonly by: Decimal;
  readonly decimals: number;
}

/** The scale asked for, or that the model is printed in, or pounds; none, none and two decimals unless told. */
export function moneyScale(
  programme: Programme,
  asked: { readonly unit?: Scale | undefined; readonly decimals?: number | undefined },
): MoneyScale {
  const name = asked.unit ?? programme.options["print in"] ?? "pounds";
  const scale = scales[name];
  return { name, ...scale, decimals: asked.decimals ?? scale.decimals };
}

/** An amount in pounds as it is printed, half away from zero, with its sign. */
export function moneyCell(value: Decimal, { by, decimals }: MoneyScale): SheetCell {
  return { value, printed: roundPlaces(value.div(by), decimals), decimals };
}

/** Whether a number of a programme only holds the place of the real one. */
export function isDraft({ assumptions }: Programme): boolean {
  return placeholdersIn(assumptions).length > 0;
}
