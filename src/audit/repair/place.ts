import { present } from "../../assert.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import { figure as spelled } from "../../write/figure.ts";
import type { Block, PrintedFigure, PublishedRow } from "../read/published.ts";
import type { CellAt } from "../structure/rule.ts";

/** A cell in words: its row and column, with the line where a label stands more than once. */
export function placeOf(block: Block, { row, column }: CellAt): string {
  const name = rowName(block, row);
  const heading = headingOf(block, column);
  return block.columns.length === 1 && /^(?:£|£m|£000s?|amount|column 1)?$/i.test(heading)
    ? name
    : `${name}, ${heading}`;
}

/** The heading of a column. */
export function headingOf({ columns }: Block, column: number): string {
  return present(columns[column], "a cell stands in a column of its block").label;
}

/** What is printed in a cell; nothing in one that its row does not have. */
export function textIn(block: Block, { row, column }: CellAt): string {
  return rowAt(block, row).cells[column]?.text ?? "";
}

function rowAt({ rows }: Block, row: number): PublishedRow {
  return present(rows[row], "a cell stands in a row of its block");
}

/** A row in words. */
export function rowName(block: Block, row: number): string {
  const own = rowAt(block, row);
  if (own.label === "") return `line ${own.line}`;
  const twins = block.rows.filter(({ label, heading }) => label === own.label && heading === own.heading);
  return twins.length > 1 ? `${own.label} (line ${own.line})` : own.label;
}

/** The unit and the decimals that a figure is printed with. */
export type PrintForm = Pick<PrintedFigure, "scale" | "decimals">;

/** An amount in full units as it would be printed in the place of a figure: in its unit, with its decimals. */
export function asPrinted(value: Decimal, { scale, decimals }: PrintForm): string {
  return spelled(value.div(scale), decimals);
}

/** An amount beside a figure with as many decimals as it needs, at most two more than the figure has. */
export function besidePrinted(value: Decimal, { scale, decimals }: PrintForm): string {
  const inUnit = value.div(scale);
  const needed = inUnit.toDecimalPlaces(decimals + 2).decimalPlaces();
  return spelled(inUnit, Math.max(decimals, needed));
}
