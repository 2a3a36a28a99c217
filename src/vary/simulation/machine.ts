import { present } from "../../assert.ts";
import { type FastCells, type FastInput, fastCells } from "../../formula/fast/cells.ts";
import { Machine } from "../../formula/fast/machine.ts";
import type { Value } from "../../formula/fast/node.ts";
import { type Packed, packed } from "../../formula/fast/packed.ts";
import { sumOf, timesOf } from "../../formula/fast/sums.ts";
import type { RowId } from "../../formula/formula.ts";
import type { Issue } from "../../issue/issue.ts";
import { seen } from "../../issue/received.ts";
import { refuseErrors } from "../../issue/refusal.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import type { Programme } from "../../programme/programme.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import { isPointInTime } from "../../quantity/unit.ts";
import { workOut } from "../../table/evaluate.ts";

/** Some periods one after the other, from 0, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * A cell to be worked out: a row in a period, from 0, or what several of its periods or all of them make together by the
 * rule of the row.
 */
export interface WantedCell {
  readonly row: RowId;
  readonly period: number | Span | "total";
}

/**
 * Makes some cells of a programme ready to be worked out for many draws of some of its assumptions. What no draw reaches is
 * worked out once, exactly. Cells are as the exact reading has them, to 1e-9 of the largest amount that entered them: in
 * the unit of their row, amounts of every kind positive, nothing rounded unless a formula says so.
 *
 * Throws an error with issues: `unknown-name` for an input or a row that there is not, or an input that follows from the
 * structure of the model; `wrong-shape` for a period where there is one value for all, or a total of what has none;
 * `year-outside-timeline`; `division-by-nil` where the programme as it stands divides by nil.
 */
export function machineFor(
  programme: Programme,
  inputs: readonly FastInput[],
  wanted: readonly WantedCell[],
  block?: number,
): Machine {
  return new Machine(packedFor(programme, inputs, wanted), block);
}

/** The same as plain data, which any worker can make a machine of. Throws as {@link machineFor} does. */
export function packedFor(
  programme: Programme,
  inputs: readonly FastInput[],
  wanted: readonly WantedCell[],
): Packed {
  refuseErrors([
    ...inputs.flatMap((input) => inputFaults(programme, input)),
    ...wanted.flatMap((cell) => cellFaults(programme, cell)),
  ]);
  const { rows, order, timeline, assumptions } = programme;
  const source = {
    rows: new Map([...rows].map(([id, { formula }]) => [id, formula])),
    order,
    periods: timeline.count,
    exact: workOut(programme).reading,
    isDate: (id: string) => isPointInTime(assumptions.get(id)?.unit),
  };
  const cells = fastCells(
    source,
    inputs,
    wanted.map(({ row }) => row),
  );
  const outputs = wanted.map(({ row, period }) => ({
    node: cells.graph.nodeOf(figureOf(programme, cells, row, period)),
    place: { row, period: typeof period === "number" ? period : spanOf(programme, period).last },
  }));
  return packed(outputs, inputs.length);
}

function spanOf({ timeline }: Programme, period: Span | "total"): Span {
  return period === "total" ? { first: 0, last: timeline.count - 1 } : period;
}

/** A cell, or what several periods of a row make together, as `together` has it of exact values. */
function figureOf(
  programme: Programme,
  { graph, cell }: FastCells,
  row: RowId,
  period: WantedCell["period"],
): Value {
  if (typeof period === "number") return cell(row, period);
  const { first, last } = spanOf(programme, period);
  const { totals } = present(programme.rows.get(row), row);
  if (first === last || totals === "closing") return cell(row, last);
  const all = Array.from({ length: last - first + 1 }, (_, i) => cell(row, first + i));
  const sum = sumOf(graph, all);
  return totals === "average" ? timesOf(sum, 1 / all.length, 1 / all.length) : sum;
}

function inputFaults({ assumptions, timeline }: Programme, { id, period }: FastInput): Issue[] {
  const found = assumptions.get(id);
  const open = [...assumptions.values()]
    .filter(({ basis }) => basis.kind !== "structure")
    .map((one) => one.id);
  const base = { severity: "error", path: [id] } as const;
  if (found?.basis.kind === "structure")
    return [
      {
        ...base,
        code: "unknown-name",
        message: `${found.label} follows from the structure of the model and cannot be drawn`,
        expected: open.join(", "),
        received: id,
        hint: "draw an assumption; to change the structure, change the model and read it again",
      },
    ];
  if (found === undefined)
    return [unknownName({ what: "assumption", where: "to draw", name: id, known: open })];
  if (period === undefined) return [];
  if (isDecimal(found.value))
    return [
      {
        ...base,
        code: "wrong-shape",
        message: `${found.label} has one value for all periods and cannot be drawn for one of them`,
        expected: "no period",
        received: `period ${period}`,
        hint: "leave the period out",
      },
    ];
  return period >= 0 && period < timeline.count ? [] : [outside(id, period, timeline.count)];
}

function cellFaults({ rows, timeline }: Programme, { row, period }: WantedCell): Issue[] {
  const found = rows.get(row);
  if (found === undefined)
    return [unknownName({ what: "row", where: "to work out", name: row, known: [...rows.keys()] })];
  if (typeof period !== "number" && (period === "total" || period.last > period.first))
    return found.totals === "none"
      ? [
          {
            code: "wrong-shape",
            severity: "error",
            path: [row],
            message: `${found.label} has no total`,
            expected: "a period",
            received: "total",
            hint: "ask for one of its periods",
          },
        ]
      : [];
  const at = typeof period === "number" ? period : period.last;
  return at >= 0 && at < timeline.count ? [] : [outside(row, at, timeline.count)];
}

function outside(id: string, period: number, count: number): Issue {
  return {
    code: "year-outside-timeline",
    severity: "error",
    path: [id],
    message: `${id} has no period ${period}`,
    expected: `a period from 0 to ${count - 1}`,
    received: seen(period),
    hint: "periods are counted from 0, the first of the timeline",
  };
}
