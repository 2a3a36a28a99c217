import { extreme, settle } from "../../src/audit/judge/simplex.ts";
import { type Bounds, type Row, rebound, tableauOf } from "../../src/audit/judge/tableau.ts";
import { type At, columnAt, type Drawn, isFree, isPrinted, placeOf, placesAt, rowAt } from "./drawn.ts";

/** A sum that holds between the cells of a layout, by the layout itself and nothing that an audit found. */
interface TrueSum {
  readonly total: At;
  readonly parts: readonly (At & { readonly sign: 1 | -1 })[];
  readonly over: number;
}

/** A quotient that holds between them. */
interface TrueQuotient {
  readonly ratio: At;
  readonly of: At;
  readonly to: At;
  readonly factor: number;
  readonly less: 0 | 1;
}

/** A figure that makes a drawn layout impossible, in steps of its last digit. */
export interface LeastFault {
  readonly at: At;
  readonly steps: bigint;
}

/** The steps of the last digit that a value is printed as. */
export function stepsOf(value: number, places: number): bigint {
  const digits = BigInt(Math.abs(value).toFixed(places).replace(".", ""));
  return value < 0 ? -digits : digits;
}

/** Everything that the recipes of rows and columns say of printed cells. */
function truthsOf(table: Drawn): { sums: TrueSum[]; quotients: TrueQuotient[] } {
  const sums: TrueSum[] = [];
  const quotients: TrueQuotient[] = [];
  for (const [row, cells] of table.values.entries())
    for (const [column, value] of cells.entries())
      if (value !== undefined) {
        const found = truthsAt(table, { row, column });
        sums.push(...found.sums.filter(({ parts }) => parts.length > 0));
        quotients.push(...found.quotients);
      }
  return { sums, quotients };
}

function truthsAt({ layout, values }: Drawn, at: At): { sums: TrueSum[]; quotients: TrueQuotient[] } {
  const { rows, columns } = layout;
  const [down, across] = [rowAt(layout, at).recipe, columnAt(layout, at).recipe];
  const isThere = ({ row, column }: At) => values[row]?.[column] !== undefined;
  const inRow = (id: string): At => ({ ...at, row: placeOf(rows, id) });
  const inColumn = (id: string): At => ({ ...at, column: placeOf(columns, id) });
  const quotient = (of: At, to: At, factor: number, less: 0 | 1) => ({
    sums: [],
    quotients: isThere(of) && isThere(to) ? [{ ratio: at, of, to, factor, less }] : [],
  });
  if (down?.is === "quotient") return quotient(inRow(down.of), inRow(down.to), down.factor, down.less);
  if (down?.is === "since") {
    const [now, last] = [inRow(down.of), { ...inRow(down.of), column: at.column - 1 }];
    if (down.share) return quotient(now, last, 100, 1);
    const parts = [
      { ...now, sign: 1 as const },
      { ...last, sign: -1 as const },
    ];
    return { sums: [{ total: at, parts, over: 1 }], quotients: [] };
  }
  if (across?.is === "quotient") {
    const to = {
      row: across.at === undefined ? at.row : placeOf(rows, across.at),
      column: placeOf(columns, across.to),
    };
    const own = across.at !== undefined && to.row === at.row;
    return own ? { sums: [], quotients: [] } : quotient(inColumn(across.of), to, across.factor, across.less);
  }
  const sums: TrueSum[] = [];
  if (down?.is === "sum") {
    const parts = down.parts.map(({ id, sign }) => ({ ...inRow(id), sign }));
    if (parts.every((part) => isPrinted(layout, part))) sums.push({ total: at, parts, over: down.over });
  }
  const before = { row: down?.is === "before" ? placeOf(rows, down.of) : 0, column: at.column - 1 };
  if (down?.is === "before" && across?.is !== "sum" && at.column > 0 && isFree(columnAt(layout, before)))
    sums.push({ total: at, parts: [{ ...before, sign: 1 }], over: 1 });
  if (across?.is === "sum" && down?.is !== "before") {
    const parts = across.parts.map(({ id, sign }) => ({ ...inColumn(id), sign }));
    if (parts.every(isThere)) sums.push({ total: at, parts, over: across.over });
  }
  return { sums, quotients: [] };
}

/** Least changes of every figure that is in a sum or is a quotient, up and down, which make all of it together impossible. */
export function leastFaultsOf(table: Drawn): LeastFault[] {
  const { sums, quotients } = truthsOf(table);
  return [...faultsOfSums(table, sums), ...quotients.flatMap((one) => faultsOfQuotient(table, one))];
}

function faultsOfSums({ layout, values }: Drawn, sums: readonly TrueSum[]): LeastFault[] {
  const cells: At[] = [];
  const variable = (at: At) => {
    const found = cells.findIndex(({ row, column }) => row === at.row && column === at.column);
    return found >= 0 ? found : cells.push({ row: at.row, column: at.column }) - 1;
  };
  const rows = sums.map(({ total, parts, over }): Row => {
    const times = new Map<number, bigint>([[variable(total), -BigInt(over)]]);
    for (const part of parts)
      times.set(variable(part), (times.get(variable(part)) ?? 0n) + BigInt(part.sign));
    return { times, low: 0n, high: 0n };
  });
  const finest = Math.max(0, ...cells.map((at) => placesAt(layout, at)));
  const halves = cells.map((at) => 10n ** BigInt(finest - placesAt(layout, at)));
  const bounds = cells.map((at, i): Bounds & { start: bigint } => {
    const half = halves[i] as bigint;
    const middle = stepsOf(values[at.row]?.[at.column] as number, placesAt(layout, at)) * 2n * half;
    return { low: middle - half, high: middle + half, start: middle };
  });
  const tableau = tableauOf(bounds, rows);
  if (settle(tableau) !== undefined) throw new Error(`the layout ${layout.name} contradicts itself`);
  return cells.flatMap((at, i) => {
    const half = halves[i] as bigint;
    rebound(tableau, i, {});
    settle(tableau);
    const [low, high] = [extreme(tableau, i, false), extreme(tableau, i, true)];
    rebound(tableau, i, bounds[i] as Bounds);
    settle(tableau);
    const up = high && floor(high.over + half * high.under, 2n * half * high.under) + 1n;
    const down = low && -floor(half * low.under - low.over, 2n * half * low.under) - 1n;
    return [up, down].flatMap((steps) => (steps === undefined ? [] : [{ at, steps }]));
  });
}

function floor(over: bigint, under: bigint): bigint {
  const whole = over / under;
  return over % under < 0n ? whole - 1n : whole;
}

function faultsOfQuotient(
  { layout, values }: Drawn,
  { ratio, of, to, factor, less }: TrueQuotient,
): LeastFault[] {
  const ends = (at: At): [number, number] => {
    const step = 10 ** -placesAt(layout, at);
    const printed = Number(stepsOf(values[at.row]?.[at.column] as number, placesAt(layout, at))) * step;
    return [printed - step / 2, printed + step / 2];
  };
  const [over, under] = [ends(of), ends(to)];
  if (under[0] <= 0 && under[1] >= 0) return [];
  const corners = over.flatMap((a) => under.map((b) => factor * (a / b - less)));
  const step = 10 ** -placesAt(layout, ratio);
  const up = Math.floor(Math.max(...corners) / step + 0.5 + 1e-9) + 1;
  const down = Math.ceil(Math.min(...corners) / step - 0.5 - 1e-9) - 1;
  return [up, down].map((steps) => ({ at: ratio, steps: BigInt(steps) }));
}
