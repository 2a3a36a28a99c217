import type { Layout, LayoutLine, Recipe } from "./layout.ts";

/** A cell of a layout, by its row and column. */
export interface At {
  readonly row: number;
  readonly column: number;
}

/** A layout with figures, none of them rounded; `undefined` where nothing or a text is printed. */
export interface Drawn {
  readonly layout: Layout;
  readonly values: readonly (readonly (number | undefined)[])[];
}

interface Drawing {
  readonly layout: Layout;
  readonly next: () => number;
  readonly values: Map<string, number | undefined>;
}

/** Draws the figures of a layout, the same for the same seed, and works out all that is made of them. */
export function drawn(layout: Layout, seed: number): Drawn {
  const drawing: Drawing = { layout, next: chance(seed), values: new Map() };
  const all = layout.rows.map((_, row) =>
    layout.columns.map((_, column) => valueAt(drawing, { row, column })),
  );
  const values = all.map((cells, row) =>
    cells.map((value, column) => (isPrinted(layout, { row, column }) ? value : undefined)),
  );
  return { layout, values };
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function rowAt({ rows }: Layout, { row }: At): LayoutLine {
  return rows[row] as LayoutLine;
}

export function columnAt({ columns }: Layout, { column }: At): LayoutLine {
  return columns[column] as LayoutLine;
}

/** Where a line with an id stands among others. */
export function placeOf(lines: readonly LayoutLine[], id: string): number {
  const at = lines.findIndex((line) => line.id === id);
  if (at < 0) throw new Error(`a layout has no line “${id}”`);
  return at;
}

/** Whether a cell prints a figure, where there is one. */
export function isPrinted(layout: Layout, at: At): boolean {
  const [row, column] = [rowAt(layout, at), columnAt(layout, at)];
  const isIn = (only: readonly string[] | undefined, id: string) => only?.includes(id) ?? true;
  return (
    row.recipe !== undefined &&
    isIn(row.only, column.id) &&
    isIn(column.only, row.id) &&
    !row.texts.has(column.id)
  );
}

/** Whether a column is made of no others. */
export function isFree({ recipe }: LayoutLine): boolean {
  return recipe === undefined || recipe.is === "near" || recipe.is === "drawn";
}

/** How many decimals a cell is printed with. */
export function placesAt(layout: Layout, at: At): number {
  return rowAt(layout, at).places ?? columnAt(layout, at).places ?? Number(layout.said.get("places") ?? 0);
}

function valueAt(drawing: Drawing, at: At): number | undefined {
  const { layout, values } = drawing;
  const key = `${at.row},${at.column}`;
  if (values.has(key)) return values.get(key);
  const [row, column] = [rowAt(layout, at), columnAt(layout, at)];
  const isWhole = (row.whole || column.whole) && row.recipe?.is === "drawn" && isFree(column);
  const value = row.nil.includes(column.id) ? 0 : madeAt(drawing, at, row.recipe, column.recipe);
  const kept = value !== undefined && isWhole ? Number(value.toFixed(placesAt(layout, at))) : value;
  values.set(key, kept);
  return kept;
}

/** A value by the recipe of its row and that of its column. */
function madeAt(
  drawing: Drawing,
  at: At,
  down: Recipe | undefined,
  across: Recipe | undefined,
): number | undefined {
  const { rows, columns } = drawing.layout;
  const inRow = (id: string) => valueAt(drawing, { ...at, row: placeOf(rows, id) });
  const inColumn = (id: string) => valueAt(drawing, { ...at, column: placeOf(columns, id) });
  if (down === undefined) return undefined;
  if (down.is === "since") return changeAt(drawing, at, down);
  if (down.is === "quotient") {
    const isAmount = isFree(columnAt(drawing.layout, at)) || across?.is === "sum";
    return isAmount ? quotientOf(down, inRow(down.of), inRow(down.to)) : undefined;
  }
  if (across?.is === "quotient") {
    const row = across.at === undefined ? at.row : placeOf(rows, across.at);
    const to = valueAt(drawing, { row, column: placeOf(columns, across.to) });
    return quotientOf(across, inColumn(across.of), to);
  }
  if (down.is === "sum") return sumOf(down, inRow);
  if (down.is === "before") return openingAt(drawing, at, down, across);
  if (across?.is === "sum") return sumOf(across, inColumn);
  if (across?.is === "near") return near(drawing, across.share, inColumn(across.of));
  if (down.is === "near") return near(drawing, down.share, inRow(down.of));
  if (drawing.next() > down.often) return 0;
  const times = across?.is === "drawn" ? between(drawing, across) : 1;
  return times * between(drawing, down);
}

type Of<K extends Recipe["is"]> = Extract<Recipe, { is: K }>;

function between({ next }: Drawing, { from, to }: { readonly from: number; readonly to: number }): number {
  return from + (to - from) * next();
}

function near({ next }: Drawing, share: number, value = 0): number {
  return value * (1 + share * (2 * next() - 1));
}

function sumOf({ parts, over }: Of<"sum">, value: (id: string) => number | undefined): number {
  return parts.reduce((all, { id, sign }) => all + sign * (value(id) ?? 0), 0) / over;
}

function quotientOf({ factor, less }: Of<"quotient">, of?: number, to?: number): number | undefined {
  return of === undefined || to === undefined || to === 0 ? undefined : factor * (of / to - less);
}

function openingAt(drawing: Drawing, at: At, down: Of<"before">, across?: Recipe): number | undefined {
  const { rows, columns } = drawing.layout;
  if (across?.is === "sum")
    return valueAt(drawing, { ...at, column: placeOf(columns, across.parts[0]?.id ?? "") });
  const isFirst = !columns.slice(0, at.column).some(isFree);
  return isFirst
    ? between(drawing, down)
    : valueAt(drawing, { row: placeOf(rows, down.of), column: at.column - 1 });
}

function changeAt(drawing: Drawing, at: At, { of, share }: Of<"since">): number | undefined {
  const { rows, columns } = drawing.layout;
  if (at.column === 0 || !columns.slice(at.column - 1, at.column + 1).every(isFree)) return undefined;
  const row = placeOf(rows, of);
  const [now, last] = [at.column, at.column - 1].map((column) => valueAt(drawing, { row, column }));
  if (now === undefined || last === undefined) return undefined;
  return share ? 100 * (now / last - 1) : now - last;
}
