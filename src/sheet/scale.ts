import { type Decimal, decimal } from "../quantity/decimal.ts";
import type { Scale, Sheet } from "./sheet.ts";

/** What one printed unit of money is called, how many pounds it has, and its decimals unless told. */
export const scales: Record<Scale, { unit: string; by: Decimal; decimals: number }> = {
  pounds: { unit: "£", by: decimal(1), decimals: 0 },
  thousands: { unit: "£000s", by: decimal(1000), decimals: 0 },
  millions: { unit: "£m", by: decimal(1000000), decimals: 2 },
};

/** How many steps of the last printed decimal a pound has: a thousandth in £000s, a ten-thousandth in £m with two decimals. */
export function stepsInPound({ scale }: Sheet, decimals: number): Decimal {
  return decimal(10).pow(decimals).div(scales[scale].by);
}
