import { add, type RowId, row as rowRef, subtract } from "../formula/formula.ts";
import { extend } from "../programme/building/extend.ts";
import { totalIds } from "../programme/building/statement.ts";
import type { Programme, Row } from "../programme/programme.ts";

/** Rows for the charts, with ids that no label can have. */
export const netIds = { net: "charts:net", cumulative: "charts:cumulative" } as const;

/** Whether a row was added for the charts, and so is none that a command knows. */
export function isForCharts(id: RowId): boolean {
  return Object.values<RowId>(netIds).includes(id);
}

/** A programme with two rows more: cost less savings, and the same added up from the first period on. */
export function withNet(programme: Programme): Programme {
  const { prices } = programme.options;
  const row = (id: RowId, label: string, totals: Row["totals"], formula: Row["formula"]): [RowId, Row] => {
    return [id, { id, label, role: "working", unit: "£", prices: prices ?? "nominal", totals, formula }];
  };
  const net = subtract(rowRef(totalIds.cost), rowRef(totalIds.saving));
  const cumulative = add(rowRef(netIds.cumulative, 1), rowRef(netIds.net));
  const rows = new Map([
    row(netIds.net, "Cost less savings", "sum", net),
    row(netIds.cumulative, "Cost less savings so far", "closing", cumulative),
  ]);
  return extend(programme, { rows });
}
