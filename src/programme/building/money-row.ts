import type { Formula, RowId } from "../../formula/formula.ts";
import { pricesIn } from "../price-basis.ts";
import type { Row } from "../programme.ts";
import type { Draft } from "./draft.ts";

/** Adds a working row in pounds, its periods summed, that comes of what several lines have together. */
export function addMoneyRow(
  draft: Draft,
  id: RowId,
  label: string,
  formula: Formula,
  more: Pick<Row, "line"> = {},
): void {
  const money = { unit: "£", totals: "sum", ...pricesIn(draft, "£") } as const;
  draft.rows.set(id, { id, label, role: "working", ...money, formula, ...more });
}
