import type { Line } from "../programme/line.ts";
import { type Colour, colours } from "../write/colours.ts";

/** Savings of one kind, as a chart draws them. The three kinds are never merged. */
export interface SavingsOfKind {
  readonly kind: NonNullable<Line["cashable"]>;
  readonly label: string;
  readonly colour: Colour;
  readonly rows: readonly string[];
}

const kinds = [
  { kind: "cashable", label: "Cashable savings", colour: colours.savings },
  { kind: "avoided cost", label: "Avoided costs", colour: colours["avoided costs"] },
  { kind: "non-cashable", label: "Non-cashable savings", colour: colours["non-cashable savings"] },
] as const;

/** The savings of a programme by kind, the cashable first; where all are cashable they are called savings. */
export function savingsByKind(lines: readonly Line[]): SavingsOfKind[] {
  const found = kinds.flatMap((own): SavingsOfKind[] => {
    const rows = lines.filter(({ kind, cashable }) => kind === "saving" && cashable === own.kind);
    return rows.length === 0 ? [] : [{ ...own, rows: rows.map(({ id }) => id) }];
  });
  const [only] = found;
  return found.length === 1 && only?.kind === "cashable" ? [{ ...only, label: "Savings" }] : found;
}
