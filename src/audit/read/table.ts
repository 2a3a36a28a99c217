import { type Decimal, one } from "../../quantity/decimal.ts";
import { standings } from "../../workbook/header.ts";
import { type BodyRow, divided, type RawBlock } from "./blocks.ts";
import { type CellContext, publishedCell, toldCell, usualDecimals } from "./cell.ts";
import { type ColumnUse, columnUse } from "./columns.ts";
import { type ReadCell, readCell } from "./figure.ts";
import type { Grid, RawRow } from "./grid.ts";
import { columnsOf, kindOfHeading } from "./headings.ts";
import { cellRemarks, gathered, type Remarked } from "./interpretations.ts";
import { depthsOf, type Label, labelOf } from "./labels.ts";
import type { TableOptions } from "./options.ts";
import type { Block, Kind, PublishedColumn, PublishedRow, PublishedTable } from "./published.ts";
import { roundedTo } from "./rounded-to.ts";
import { ownScale, type TableUnit, tableUnit, type UnitPlace } from "./units.ts";
import { kindIn, moneyUnitIn } from "./words.ts";

/** Makes a published table of a grid: its headings, labels, units, kinds and figures, with all that was decided on. */
export function publishedTable(grid: Grid, options: TableOptions = {}): Omit<PublishedTable, "inputs"> {
  const use = columnUse(grid.rows, wanted(options["label column"]));
  const { blocks, below } = divided(grid.rows, use.labels, use.figures, options["heading rows"]);
  const unit = tableUnit(options.unit, unitPlaces(grid, blocks, use));
  const remarks: Remarked[] = [];
  const around = [
    ...grid.above,
    ...(blocks[0]?.titles ?? []).map(textOf),
    ...below.map(textOf),
    ...grid.below,
  ];
  const rounded = roundedTo(options["rounded to"], around);
  const reading: Reading = { use, unit, base: rounded?.base, options, remarks };
  const read = blocks.map((block, at) => blockOf(reading, block, at === 0 ? grid.above : []));
  const first = titlesOf(blocks[0]);
  const [title = ""] = [...grid.above, ...first].filter((text) => text !== "" && text.length <= 160);
  return {
    title,
    unit: unit.sign,
    blocks: read,
    notes: [...grid.above, ...first, ...below.map((row) => textOf(row)), ...grid.below].filter(
      (text) => text !== title,
    ),
    interpretations: [
      ...use.interpretations,
      unit.interpretation,
      ...(rounded === undefined ? [] : [rounded.interpretation]),
      ...gathered(remarks),
    ],
  };
}

function wanted(column: number | undefined): number | undefined {
  return column === undefined ? undefined : column - 1;
}

/** What figures count in where nothing says otherwise. */
const usual: Kind = "money";

interface Reading {
  readonly use: ColumnUse;
  readonly unit: TableUnit;
  readonly base: Decimal | undefined;
  readonly options: TableOptions;
  readonly remarks: Remarked[];
}

function textOf(row: RawRow): string {
  return row.cells
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ");
}

/** Where the unit may be said, the nearest to the figures first: the corner, the headings, the titles, the text around. */
function unitPlaces(grid: Grid, blocks: readonly RawBlock[], { labels, figures }: ColumnUse): UnitPlace[] {
  const headings = blocks[0]?.headings ?? [];
  const corner = headings.flatMap(({ cells }) => labels.map((at) => cells[at]?.text ?? ""));
  const columns = headings.flatMap(({ cells }) =>
    figures.map((at) => cells[at]?.text ?? "").filter((text) => text !== ""),
  );
  const allMoney =
    columns.length > 0 &&
    columns.every((text) => moneyUnitIn(text) !== undefined || kindIn(text) !== undefined);
  const titles = [...grid.above, ...(blocks[0]?.titles.map((row) => textOf(row)) ?? [])].reverse();
  return [
    ...corner.map((text) => ({ text, where: "the corner" })),
    ...(allMoney ? columns : []).map((text) => ({ text, where: "the heading" })),
    ...titles.map((text) => ({ text, where: "the text above" })),
    ...columns
      .filter((text) => moneyUnitIn(text) !== undefined)
      .map((text) => ({ text, where: "a heading" })),
    ...grid.below.map((text) => ({ text: unitNote(text), where: "the text below" })),
  ];
}

/** A note counts only where it is about the unit. */
function unitNote(text: string): string {
  return /^(?:all )?(?:figures|amounts|values)\b/i.test(text) ? text : "";
}

/** The lines above a block, but for what a workbook of ours says of its own checks: that is the title of nothing. */
function titlesOf(block: RawBlock | undefined): string[] {
  const own: readonly string[] = Object.values(standings);
  return (block?.titles ?? []).map((row) => textOf(row)).filter((text) => !own.includes(text));
}

function blockOf(whole: Reading, block: RawBlock, above: readonly string[]): Block {
  const raw = [...block.headings, ...block.body.map(({ row }) => row)];
  const figures = whole.use.figures.filter((at) => raw.some(({ cells }) => (cells[at]?.text ?? "") !== ""));
  const reading: Reading = { ...whole, use: { ...whole.use, figures } };
  const { labels: places } = reading.use;
  const read = block.body.map(({ row }) => figures.map((at) => readIn(row, at)));
  const columns = columnsOf(block.headings, figures).map((column, at) =>
    withKind(
      reading,
      block,
      column,
      read.map((cells) => cells[at]),
    ),
  );
  const depths = depthsOf(
    block.body.map(({ row }) => row),
    places,
  );
  const rows = block.body.map((row, at) => {
    const label = labelOf(row.row, places, depths[at] ?? 0);
    return rowOf(reading, columns, { row, label, cells: read[at] ?? [], all: read });
  });
  const [title = ""] = [...titlesOf(block).reverse(), ...above];
  return { title, columns, rows };
}

function readIn(row: RawRow, at: number): ReadCell {
  const cell = row.cells[at];
  return readCell(cell?.text ?? "", cell?.marks);
}

/** A column with what it counts in: by its heading, or where every figure in it says the same. */
function withKind(
  reading: Reading,
  block: RawBlock,
  column: PublishedColumn,
  cells: readonly (ReadCell | undefined)[],
): PublishedColumn {
  const place = reading.use.figures[column.at] ?? 0;
  const texts = block.headings.map((row) => row.cells[place]?.text ?? "");
  const counted = kindOfHeading(texts);
  const headed = counted === "number" && namesService(reading, block, texts) ? undefined : counted;
  const kinds = new Set(cells.flatMap((cell) => (cell?.standing === "figure" ? [cell.kind] : [])));
  const [only] = kinds;
  const inCells = kinds.size === 1 && headed !== "ratio" ? only : undefined;
  const kind = inCells ?? headed;
  if (kind !== undefined && kind !== "money") {
    reading.remarks.push({
      about: "kind",
      where: `column “${column.label}”`,
      says: `figures are ${kindWords[kind]}`,
      because: inCells === undefined ? "its heading says so" : "every figure in it says so",
    });
  }
  return { ...column, kind: kind ?? usual };
}

/** Whether a heading such as “Children” is a service that costs money: the corner says a unit, or other services stand beside it. */
function namesService({ use }: Reading, block: RawBlock, texts: readonly string[]): boolean {
  if (texts.some((text) => kindIn(text) !== undefined)) return false;
  return block.headings.some(({ cells }) => {
    const corner = use.labels.some((at) => moneyUnitIn(cells[at]?.text ?? "") !== undefined);
    const beside = use.figures.some((at) => serviceName.test(cells[at]?.text ?? ""));
    return corner || beside;
  });
}

const serviceName =
  /^(?:adults|adult (?:services|social care)|place|corporate|resources|highways|education)$/i;

const kindWords: Record<Kind, string> = {
  money: "amounts of money",
  number: "numbers and no money",
  percent: "percentages",
  ratio: "ratios or rates, which are not added up",
};

interface RowParts {
  readonly row: BodyRow;
  readonly label: Label;
  readonly cells: readonly ReadCell[];
  readonly all: readonly (readonly ReadCell[])[];
}

function rowOf(reading: Reading, columns: readonly PublishedColumn[], parts: RowParts): PublishedRow {
  const { row, label, cells, all } = parts;
  const own = row.heading ? undefined : ownKind(reading, label.text, cells, all);
  if (own?.because !== undefined) {
    reading.remarks.push({
      about: "kind",
      where: `row “${label.text}”`,
      says: `figures are ${kindWords[own.kind]}`,
      because: own.because,
      otherwise: "kinds",
    });
  }
  const inRow = usualDecimals(cells);
  const cellOf = (read: ReadCell, at: number) => {
    const column = columns[at] as PublishedColumn;
    const told = toldReading(reading, label, row.row.line, column);
    const kind = kindOfCell(own?.kind, column.kind);
    const context: CellContext = {
      kind,
      scale: scaleOf(reading, isAverage(column, own?.kind) ? usual : kind, label.text, column),
      decimals: inRow ?? usualDecimals(all.map((other) => other[at]).filter((one) => one !== undefined)) ?? 0,
      base: reading.base,
      blankIsNil: reading.options.blank !== "unknown",
    };
    const place = reading.use.figures[at] ?? 0;
    const text = row.row.cells[place]?.text ?? "";
    const where = `${label.text}, ${column.label}`;
    const blankIsNil = reading.options.blank !== "unknown";
    reading.remarks.push(...cellRemarks(text, told, read, blankIsNil).map((one) => ({ ...one, where })));
    return publishedCell(text, told ?? read, context);
  };
  return {
    label: label.text,
    depth: label.depth,
    line: row.row.line,
    kind: own?.kind ?? usual,
    strong: label.strong,
    heading: row.heading,
    apart: row.apart,
    cells: row.heading ? [] : cells.map(cellOf),
  };
}

/** What a row counts in by its own words or its own cells. */
function ownKind(
  { options }: Reading,
  label: string,
  cells: readonly ReadCell[],
  all: readonly (readonly ReadCell[])[],
): { kind: Kind; because?: string } | undefined {
  const told = Object.entries(options.kinds ?? {}).find(
    ([name]) => name.toLowerCase() === label.toLowerCase(),
  )?.[1];
  if (told !== undefined) return { kind: told, because: "it was asked for" };
  const figures = cells.filter(({ standing }) => standing === "figure");
  const kinds = new Set(figures.map(({ kind }) => kind));
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) {
    return only === "money" ? { kind: only } : { kind: only, because: "every figure in it says so" };
  }
  // Rates are a tax on premises, and stand beside rent; rates of something are finer than amounts.
  if (/^rates$/i.test(label) && figures.length > 0 && isNoFiner(figures, all.flat()))
    return { kind: "money", because: "they have no more decimal places than the amounts around them" };
  const kind = kindIn(label);
  return kind === undefined ? undefined : { kind, because: "its label says so" };
}

/** Whether some figures have no more decimal places than most of the table has. */
function isNoFiner(figures: readonly ReadCell[], all: readonly ReadCell[]): boolean {
  const usual = usualDecimals(all.filter((cell) => !figures.includes(cell))) ?? -1;
  return figures.every(({ decimals }) => decimals <= usual);
}

/** What a cell counts in: a row of shares in every column, else what its column says, else what its row says. */
function kindOfCell(row: Kind | undefined, column: Kind): Kind {
  if (row === "percent" || row === "ratio") return row;
  return column === usual ? (row ?? usual) : column;
}

/** Whether a column holds the averages of others, and so is in their unit. */
function isAverage({ own }: PublishedColumn, row: Kind = usual): boolean {
  return (
    row === usual && /^(?:(?:\w+|\d+)[- ]year |annual |quarterly |monthly )?(?:average|mean)$/i.test(own)
  );
}

function scaleOf({ unit }: Reading, kind: Kind, label: string, column: PublishedColumn): Decimal {
  const own = ownScale(label) ?? ownScale(column.own) ?? ownScale(column.group);
  if (own !== undefined && kind !== "percent") return own;
  return kind === "money" ? unit.by : one;
}

function toldReading(
  { options }: Reading,
  label: Label,
  line: number,
  column: PublishedColumn,
): ReadCell | undefined {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const found = options.cells?.find(
    (one) => (same(one.row, label.text) || same(one.row, `line ${line}`)) && same(one.column, column.label),
  );
  return found === undefined ? undefined : toldCell(found.reads);
}
