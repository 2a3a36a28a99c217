import type { RowId } from "../formula/formula.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { checkGrain } from "../time/given.ts";
import { periodMonths } from "../time/period.ts";
import { coarser, periodsWithin } from "../time/roll-up.ts";
import { MONTHS_IN } from "../time/span.ts";
import type { Grain } from "../time/timeline.ts";
import { checkTable } from "./given.ts";
import type { Table, TableRow } from "./table.ts";
import { together } from "./totals.ts";

/**
 * A table by month or quarter rolled up to longer periods, each row by its own rule: amounts are summed, a closing
 * balance is the last of the period, an average is averaged, and what has no rule is left out. Nothing is rounded; units and signs stay.
 * Throws {@link InvestToSaveError} with `wrong-shape` for what is no table and for what is no kind of period, and with
 * `period-too-fine` for a period shorter than the table's own.
 *
 * @example
 * ```ts
 * import { cost, evaluate, months, programme, rollUp } from "invest-to-save";
 * const p = programme("Rent", months("2024/25", "2025/26"), { source: "lease" }, cost("Rent", { "Apr 2024": 100, then: 100 }));
 * rollUp(evaluate(p), "year").rows.get("rent")?.values.join(" "); // => "1200 1200"
 * ```
 */
export function rollUp(table: Table, grain: Grain = "year"): Table {
  checkTable(table);
  checkGrain(grain);
  if (MONTHS_IN[grain] < periodMonths(table.timeline)) throw tooFine(table.timeline.grain, grain);
  const timeline = coarser(table.timeline, grain);
  const within = Array.from({ length: timeline.count }, (_, i) => periodsWithin(table.timeline, timeline, i));
  const rows = new Map<RowId, TableRow>();
  for (const [id, { row, values, total }] of table.rows) {
    const longer = within.map((periods) =>
      together(
        periods.map((period) => values[period]),
        row.totals,
      ),
    );
    rows.set(id, { row, values: longer, total });
  }
  return Object.freeze({ programme: table.programme, timeline, rows });
}

/** A table by financial year: rolled up, or as it is where its periods are years. */
export function inYears(table: Table): Table {
  return table.timeline.grain === "year" ? table : rollUp(table);
}

function tooFine(has: Grain, wanted: Grain): InvestToSaveError {
  return refusal({
    code: "period-too-fine",
    path: [wanted],
    message: `a model by ${has} cannot be shown by ${wanted}`,
    expected: `${has} or longer`,
    received: wanted,
    hint: `give the model “by: ${wanted}”, or show it by ${has}`,
  });
}
