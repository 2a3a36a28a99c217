import { type Decimal, decimal } from "../quantity/decimal.ts";
import type { Scale, Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** What one printed unit of money is called, how many pounds it has, and its decimals unless told. */
export const scales: Record<Scale, { unit: string; by: Decimal; decimals: number }> = {
  pounds: { unit: "£", by: decimal(1), decimals: 0 },
  thousands: { unit: "£000s", by: decimal(1000), decimals: 0 },
  millions: { unit: "£m", by: decimal(1000000), decimals: 2 },
};

/** The exact value of a figure in steps of its last printed decimal: £722,500 in £000s is 722.5, in £m with two decimals 72.25. */
export function inSteps({ scale }: Sheet, { unit }: SheetRow, { value, decimals }: SheetCell): Decimal {
  const steps = value.times(decimal(10).pow(decimals));
  return unit === "£" ? steps.div(scales[scale].by) : steps;
}
