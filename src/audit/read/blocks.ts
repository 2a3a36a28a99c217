import type { RawRow } from "./grid.ts";
import { formOf, looksLikeHeadings, type RowForm } from "./headings.ts";

/** A run of raw rows under one set of headings. */
export interface RawBlock {
  readonly titles: readonly RawRow[];
  readonly headings: readonly RawRow[];
  readonly body: readonly BodyRow[];
}

/** A raw row below the headings: with figures, or a label alone. */
export interface BodyRow {
  readonly row: RawRow;
  readonly heading: boolean;
  /** Whether a blank row stands above it. */
  readonly apart: boolean;
}

/** A grid divided into blocks, and what stands below the last row with figures. */
export interface Divided {
  readonly blocks: readonly RawBlock[];
  readonly below: readonly RawRow[];
}

interface Building {
  titles: RawRow[];
  headings: RawRow[];
  body: BodyRow[];
}

interface Walk {
  readonly blocks: Building[];
  /** Rows with a label alone since the last row with figures or headings. */
  loose: BodyRow[];
  apart: boolean;
}

/** Divides rows into blocks: a new set of headings below figures starts the next. */
export function divided(
  rows: readonly RawRow[],
  labels: readonly number[],
  figures: readonly number[],
  headingRows: number | undefined,
): Divided {
  const walk: Walk = { blocks: [{ titles: [], headings: [], body: [] }], loose: [], apart: false };
  let headed = 0;
  for (const row of rows) {
    const own = formOf(row, labels, figures);
    const filled = own !== "blank" && own !== "label";
    const form = headingRows === undefined || !filled ? own : headed < headingRows ? "heading" : asBody(own);
    if (filled) headed++;
    take(walk, row, form, figures);
    walk.apart = form === "blank";
  }
  return {
    blocks: walk.blocks.filter(({ body }) => body.length > 0),
    below: walk.loose.map(({ row }) => row),
  };
}

/** With a stated number of headings all other rows are rows of figures. */
function asBody(form: RowForm): RowForm {
  return form === "heading" || form === "words" ? "figures" : form;
}

function take(walk: Walk, row: RawRow, form: RowForm, figures: readonly number[]): void {
  const block = walk.blocks.at(-1) as Building;
  if (form === "blank") return;
  if (form === "label") {
    walk.loose.push({ row, heading: true, apart: walk.apart });
    return;
  }
  if (form === "figures" || !startsHeadings(walk, block, row, form, figures)) {
    if (block.body.length === 0 && block.headings.length === 0 && walk.blocks.length === 1)
      titled(walk, block);
    block.body.push(...walk.loose, { row, heading: false, apart: walk.apart });
    walk.loose = [];
    return;
  }
  if (block.body.length === 0) {
    block.titles.push(...walk.loose.map((one) => one.row));
    block.headings.push(row);
  } else if (sameTexts(block.headings.at(-1), row)) {
    // Headings repeated at the top of a page: the table goes on.
    block.body.push(...walk.loose);
  } else {
    walk.blocks.push({ titles: walk.loose.map((one) => one.row), headings: [row], body: [] });
  }
  walk.loose = [];
}

/** A table without headings: lines above its first figures are its title, but for the last, which heads a section. */
function titled(walk: Walk, block: Building): void {
  block.titles.push(...walk.loose.slice(0, -1).map((one) => one.row));
  walk.loose = walk.loose.slice(-1);
}

/** Whether a row of words or periods heads columns here, or is a row of the table that has no figures. */
function startsHeadings(
  walk: Walk,
  block: Building,
  row: RawRow,
  form: RowForm,
  figures: readonly number[],
): boolean {
  if (block.body.length === 0) return true;
  if (form === "heading") return true;
  return (walk.apart || walk.loose.length > 0) && looksLikeHeadings(row, figures);
}

function sameTexts(a: RawRow | undefined, b: RawRow): boolean {
  const texts = (row: RawRow) => row.cells.map(({ text }) => text.toLowerCase()).join("\u0000");
  return a !== undefined && texts(a) === texts(b);
}
