import { type Formula, type Programme, roundTo } from "invest-to-save";
import { nearness } from "../../src/formula/exact.ts";
import { fold } from "../../src/formula/formula.ts";
import { magnitude } from "../../src/quantity/decimal.ts";
import { workOut } from "../../src/table/evaluate.ts";

/** How near to its threshold a spreadsheet takes a comparison or a rounding as on it, at most and in any unit. */
const widest = 0.0001;

/**
 * Whether something in a programme is decided by so little that a workbook may decide otherwise: a difference that is not
 * nil, and yet near enough to count as nil either for the exact values, which judge by the largest amount that entered, or
 * for a spreadsheet, which goes by a fixed number of decimals.
 */
export function hasCloseCalls(programme: Programme): boolean {
  const { reading } = workOut(programme);
  const cell = (formula: Formula) => fold(formula, reading);
  const isClose = (formula: Formula, period: number): boolean => {
    if (formula.node === "compare") {
      const [left, right] = [cell(formula.left), cell(formula.right)];
      const difference = left.value(period).minus(right.value(period));
      const size = Math.max(left.size(period), right.size(period));
      return !difference.abs().lt("1e-25") && magnitude(difference) <= Math.max(widest, 2 * nearness * size);
    }
    if (formula.node === "round") {
      const [value, to] = [cell(formula.value), cell(formula.to).value(period)];
      const off = value
        .value(period)
        .minus(roundTo(value.value(period), to.div(2)))
        .abs();
      return !off.lt("1e-25") && magnitude(off) <= Math.max(widest, 2 * nearness * value.size(period));
    }
    return false;
  };
  const { timeline, rows } = programme;
  const nodes = [...rows.values()].flatMap(({ formula }) => nodesOf(formula));
  return Array.from({ length: timeline.count }, (_, period) => period).some((period) =>
    nodes.some((node) => isClose(node, period)),
  );
}

/** A formula and all its parts. */
function nodesOf(formula: Formula): Formula[] {
  const parts = (Object.values(formula).flat() as readonly unknown[]).filter(
    (part): part is Formula => typeof part === "object" && part !== null && "node" in part,
  );
  return [formula, ...parts.flatMap(nodesOf)];
}
