import { type Formula, row as ref } from "../formula/formula.ts";
import { refusal } from "../issue/refusal.ts";
import type { Programme } from "../programme/programme.ts";
import { findRow } from "../table/explain.ts";

/** The memorandum rows that count as benefits to society, by their names; each is in pounds. */
export function benefitRows(programme: Programme, names: readonly string[] = []): Formula[] {
  return names.map((name) => {
    const row = findRow(programme, name, ["appraisal", "benefits"]);
    if (row.role === "memorandum" && row.unit === "£") return ref(row.id);
    throw refusal({
      code: row.unit === "£" ? "wrong-shape" : "wrong-unit",
      path: ["appraisal", "benefits", name],
      message: `${row.label} cannot be counted as a benefit to society`,
      expected: "a memorandum row in pounds",
      received: `a ${row.role} in ${row.unit}`,
      hint: "savings are counted already; put what is no saving to anybody under “memorandum:”",
    });
  });
}
