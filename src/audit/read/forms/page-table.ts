import { type Grid, type RawCell, type RawRow, rawCell } from "../grid.ts";
import { most } from "../limits.ts";

/** A cell of a table on a page while it is being read. */
export interface PageCell {
  text: string;
  readonly head: boolean;
  readonly columns: number;
  readonly rows: number;
  indent: number;
  bold: boolean;
  /** Whether any of its words are not bold. */
  plain: boolean;
  readonly marks: string[];
}

/** A row of a table on a page, and the part of the table that it stands in. */
export interface PageRow {
  readonly line: number;
  readonly part: "thead" | "tbody" | "tfoot";
  readonly cells: PageCell[];
}

/** A table on a page while it is being read, with the texts around it. */
export interface PageTable {
  readonly before: readonly string[];
  readonly after: string[];
  readonly rows: PageRow[];
  caption: string;
  captioned: boolean;
  part: PageRow["part"];
  row: PageRow | undefined;
  cell: PageCell | undefined;
  /** Whether it holds another table, and so only arranges a page. */
  layout: boolean;
}

/** An empty table, below some texts. */
export function newTable(before: readonly string[]): PageTable {
  return {
    before,
    after: [],
    rows: [],
    caption: "",
    captioned: false,
    part: "tbody",
    row: undefined,
    cell: undefined,
    layout: false,
  };
}

/** An empty cell that spans so many columns and rows. */
export function newCell(head: boolean, columns: number, rows: number): PageCell {
  // One more than is read is enough for a table to be refused; a larger span would only cost time.
  const within = (span: number, limit: number) => Math.min(span, limit + 1);
  return {
    text: "",
    head,
    columns: within(columns, most.columns),
    rows: within(rows, most.rows),
    indent: 0,
    bold: false,
    plain: false,
    marks: [],
  };
}

/** A table of a page as a grid: each cell in the first place that it spans, and a foot below everything else. */
export function gridOfPage({ before, after, caption, rows }: PageTable): Grid {
  const ordered = [
    ...rows.filter(({ part }) => part !== "tfoot"),
    ...rows.filter(({ part }) => part === "tfoot"),
  ];
  const open: number[] = [];
  const laid: RawRow[] = [];
  for (const row of ordered) {
    const cells = laidOut(row, open);
    laid.push({ line: row.line, cells });
    if (cells.length > most.columns) break;
  }
  const title = caption.trim().replace(/\s+/g, " ");
  return { rows: laid, above: [...before, ...(title === "" ? [] : [title])], below: after };
}

const blank: RawCell = rawCell("");

/** The cells of a row in their columns; `open` tells for how many more rows a cell from above reaches into each column. */
function laidOut({ cells, part }: PageRow, open: number[]): RawCell[] {
  const laid: RawCell[] = [];
  const isHeading = cells.length > 1 && (part === "thead" || cells.every(({ head }) => head));
  const passReaching = () => {
    for (let left = open[laid.length] ?? 0; left > 0; left = open[laid.length] ?? 0) {
      open[laid.length] = left - 1;
      laid.push(blank);
    }
  };
  for (const cell of cells) {
    passReaching();
    if (laid.length > most.columns) break;
    const own = cellOf(cell);
    for (let i = 0; i < cell.columns; i++) {
      open[laid.length] = cell.rows - 1;
      // A heading over several columns heads each of them.
      laid.push(i === 0 || isHeading ? own : blank);
    }
  }
  passReaching();
  return laid;
}

function cellOf({ text, indent, bold, plain, marks }: PageCell): RawCell {
  const words = text.replace(/[ \t\r\n\f]+/g, " ").replace(/^ | $/g, "");
  const isStrong = words !== "" && (bold || !plain);
  return rawCell(`${" ".repeat(indent)}${words}`, isStrong, marks);
}

/** How many cells of a table have a digit in them. */
export function figuresIn({ rows }: PageTable): number {
  return rows.reduce((count, { cells }) => count + cells.filter(({ text }) => /\d/.test(text)).length, 0);
}
