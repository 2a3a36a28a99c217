import { add, type Formula, type RowReference, row as ref } from "../formula/formula.ts";
import type { Line } from "../programme/line.ts";
import { type Adding, addRow, addTable, addTotal } from "./addition.ts";
import { sharesOf, stageOf } from "./flows.ts";
import type { IntoPrices } from "./into-prices.ts";

/**
 * Adds the way from gross to cashable, over all savings: gross benefits, less what would have happened anyway, net
 * benefits, less what takes money out of no budget, cashable savings; and of these the part of one body. A line that
 * states no step is the same before and after it. Left out where no saving of the programme states any.
 */
export function addGrossToCashable(adding: Adding, own: RowReference, { into, prices }: IntoPrices): void {
  const { programme } = adding;
  const savings = programme.lines.filter(({ kind, countsIn }) => kind === "saving" && countsIn !== "no case");
  const staged = savings.some((line) => stageOf(programme, line, "gross") !== line.id);
  if (!staged && savings.every(({ cashable }) => cashable === "cashable")) return;
  const sumOf = (name: string, label: string, rows: readonly Formula[]) => {
    const { formula, says } = into(add(...rows));
    return addRow(adding, name, label, formula, { role: "working", ...says });
  };
  const at = (stage: "gross" | "net") => savings.map((line) => ref(stageOf(programme, line, stage)));
  const cashable = savings.filter((line) => line.cashable === "cashable");
  const gross = sumOf("gross", "Gross benefits", at("gross"));
  const net = sumOf("net-benefits", "Net benefits", at("net"));
  const all = sumOf(
    "cashable-savings",
    "Cashable savings of all bodies",
    cashable.flatMap(cashableRows(adding)),
  );
  const less = (name: string, label: string, from: Formula, to: Formula) =>
    addTotal(adding, name, label, [from], [to], { role: "working", prices });
  addTable(adding, "From gross to cashable", [
    [gross, 1],
    [less("deadweight", "Would have happened anyway", gross, net), -1],
    [net, 1],
    [less("not-cashable", "Takes money out of no budget counted here", net, all), -1],
    [all, 1],
    [own, 1],
  ]);
}

/** The cashable part of a saving, whoever it falls to. */
function cashableRows({ programme }: Adding): (line: Line) => Formula[] {
  return (line) => {
    const shares = sharesOf(programme, line);
    return shares.length === 0 ? [ref(line.id)] : shares.map(({ id }) => ref(id));
  };
}
