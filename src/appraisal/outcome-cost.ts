import { present } from "../assert.ts";
import { fact, multiply, type RowReference, row as ref, total } from "../formula/formula.ts";
import { refusal } from "../issue/refusal.ts";
import type { Row } from "../programme/programme.ts";
import type { Prices } from "../quantity/prices.ts";
import { combine, dimensionOf, dimensionWords, isMoney, isUnit, type Unit } from "../quantity/unit.ts";
import { findRow } from "../table/explain.ts";
import { type Adding, addRow } from "./addition.ts";
import { addRatio, type MeasureRow } from "./measure-rows.ts";

/**
 * Adds the cost of one outcome: costs over the number of outcomes, not discounted. A row that adds up over the periods is
 * counted by its sum; an average, such as the children fewer in care, by the years that it lasts: a child for a year is one.
 */
export function outcomeCost(adding: Adding, cost: RowReference, name: string, prices: Prices): MeasureRow {
  const row = findRow(adding.programme, name, ["appraisal", "outcomes"]);
  const dimension = present(dimensionOf(row.unit), row.unit);
  const of = row.totals === "sum" ? dimension : combine(dimension, new Map([["year", 1]]), 1);
  const unit = dimensionWords(combine(new Map([["£", 1]]), of, -1));
  const addsUp = row.totals === "sum" || row.totals === "average";
  if (isMoney(dimension) || !addsUp || !isUnit(unit)) throw notCounted(row);
  const counted = row.totals === "sum" ? ref(row.id) : multiply(ref(row.id), fact("years"));
  const says = { unit: dimensionWords(of) as Unit, role: "working" } as const;
  const all = addRow(adding, "outcomes", `${row.label}, counted`, counted, says);
  const words = `costs over ${row.label}${row.totals === "sum" ? "" : " by years"}, neither discounted`;
  return addRatio(
    adding,
    { id: "cost-per-outcome", label: "Cost per outcome", says: words },
    total(cost.id),
    { formula: total(all.id), row: { unit: says.unit } },
    { unit, prices },
  );
}

function notCounted({ label, unit, totals }: Row) {
  return refusal({
    code: unit.startsWith("£") ? "wrong-unit" : "wrong-shape",
    path: ["appraisal", "outcomes"],
    message: `${label} is no number of outcomes`,
    expected:
      "a row of people, families, outcomes or the like that adds up over the periods, or an average of them",
    received: `${unit}, ${totals === "none" ? "without a total" : totals}`,
    hint: "name the row of those who are reached or helped, such as “Families supported.families”",
  });
}
