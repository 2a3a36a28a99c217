import { type Decimal, decimal, one } from "../../quantity/decimal.ts";
import { readCell } from "./figure.ts";
import type { Interpretation } from "./published.ts";

/** To what figures were rounded where that is coarser than their last digit, such as the nearest 5 or £100. */
export interface RoundedTo {
  readonly base: Decimal;
  readonly interpretation: Interpretation;
}

const words: Readonly<Record<string, string>> = {
  five: "5",
  ten: "10",
  hundred: "100",
  thousand: "1000",
  million: "1000000",
};
const note =
  /\bround(?:ed|ing)\b[^.;]{0,60}?\bnearest\s+(?:whole\s+)?(five|ten|hundred|thousand|million|£?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|bn|thousand|million|billion)\b)?)/i;

/** What figures are rounded to: as told, else as a note by the table says. Most tables say nothing, and their last digit tells. */
export function roundedTo(told: number | undefined, texts: readonly string[]): RoundedTo | undefined {
  if (told !== undefined) return found(decimal(told), "it was asked for");
  for (const text of texts) {
    const [whole, amount = ""] = note.exec(text) ?? [];
    if (whole === undefined) continue;
    const { value, scale = one } = readCell(words[amount.toLowerCase()] ?? amount);
    const base = value?.times(scale);
    if (base?.gt(0)) return found(base, `a note says “${whole}”`);
  }
  return undefined;
}

function found(base: Decimal, because: string): RoundedTo {
  const says = `figures are rounded to the nearest ${base.toString()}`;
  return {
    base,
    interpretation: { about: "figure", where: "the table", says, because, otherwise: "rounded to" },
  };
}
