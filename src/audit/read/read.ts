import { noTextAtAll } from "../../file/given.ts";
import type { Issue } from "../../issue/issue.ts";
import { sha256 } from "../../programme/stamp/sha256.ts";
import { checkReading } from "../given.ts";
import { type Chosen, chooseTable } from "./choose.ts";
import { delimitedGrid, widthsOf } from "./forms/delimited.ts";
import { formOfText, type TableForm } from "./forms/form.ts";
import { pageTables } from "./forms/html.ts";
import { markdownGrid } from "./forms/markdown.ts";
import { figuresIn, gridOfPage } from "./forms/page-table.ts";
import { pdfTextGrid } from "./forms/pdf-text.ts";
import type { Grid } from "./grid.ts";
import { faultOfFile, noText, sizeOf, tooLong, tooMany } from "./limits.ts";
import type { TableOptions } from "./options.ts";
import type { Interpretation, PublishedTable } from "./published.ts";
import { publishedTable } from "./table.ts";

/** How a text is read as a table. */
export interface ReadTableOptions extends TableOptions {
  /** The name of the file, for messages and for the form that its ending says. */
  readonly file?: string;
  /** The form of the text, where its name and its looks do not say it. */
  readonly form?: TableForm;
}

/** What came of reading: the table where the text holds one, and every issue. */
export interface ReadTable {
  readonly table: PublishedTable | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads a published table from text: CSV, TSV, Markdown, HTML, or columns set apart by spaces as in text out of a PDF. Figures
 * keep the precision that they are printed with, in full pounds; signs for nil, words such as TBC and blanks are kept apart
 * from 0. Every decision is among the interpretations of the table, with its reason and the option that says otherwise. Issue
 * codes: `empty-file`, `file-too-large`, `binary-file`, `table-too-large`, `no-table`, and `unknown-name` for a table that a
 * page does not have; `wrong-shape` for what is no text at all. Throws `InvestToSaveError` with `wrong-shape` only for options that
 * no structure file could hold. A workbook is read by `readWorkbookTable`.
 *
 * @example
 * ```ts
 * import { readTable } from "invest-to-save/audit";
 * const { table } = readTable("£000s,14/15,15/16\nRent,60,(130)\nGrant,–,TBC\n");
 * table?.blocks[0]?.rows[0]?.cells[1]?.figure?.value.toString(); // => "-130000"
 * ```
 */
export function readTable(text: string, options: ReadTableOptions = {}): ReadTable {
  checkReading(options);
  const file = options.file ?? "table";
  const refused =
    noTextAtAll(text, file, "a table") ?? tooLong(text, file) ?? empty(text, file) ?? noText(text, file);
  if (refused !== undefined) return { table: undefined, issues: [refused] };
  const { form, interpretation } = formOfText(text, file, options.form);
  const wide = tooWide(text, file, form);
  if (wide !== undefined) return { table: undefined, issues: [wide] };
  const given: Given = { options, inputs: sha256(text) };
  if (form === "html") return readChosen(pageChoice(text, file, options.table), [interpretation], given);
  return readGrid(gridOf(text, file, form), [interpretation], given);
}

function pageChoice(text: string, file: string, told: number | string | undefined): Chosen {
  const tables = pageTables(text);
  const choices = tables.map((table) => ({ figures: figuresIn(table), grid: () => gridOfPage(table) }));
  return chooseTable(choices, "table", told, file);
}

/** How something is to be read, and the SHA-256 of it. */
export interface Given {
  readonly options: ReadTableOptions;
  readonly inputs: string;
}

/** Reads the table that was chosen of several. */
export function readChosen(
  { grid, interpretations, issues }: Chosen,
  before: readonly Interpretation[],
  given: Given,
): ReadTable {
  if (grid !== undefined) return readGrid(grid, [...before, ...interpretations], given);
  return { table: undefined, issues: issues.length > 0 ? issues : [noTable(given.options.file ?? "table")] };
}

/** Reads a grid, whatever it came from. */
function readGrid(
  grid: Grid,
  interpretations: readonly Interpretation[],
  { options, inputs }: Given,
): ReadTable {
  const file = options.file ?? "table";
  const { rows, columns } = sizeOf(grid);
  const large = tooMany(file, rows, columns);
  if (large !== undefined) return { table: undefined, issues: [large] };
  const table = publishedTable(grid, options);
  if (
    !table.blocks.some((block) =>
      block.rows.some(({ cells }) => cells.some(({ figure }) => figure !== undefined)),
    )
  ) {
    return { table: undefined, issues: [noTable(file)] };
  }
  const remarks = [...interpretations, ...table.interpretations];
  return { table: { ...table, inputs, interpretations: remarks }, issues: [] };
}

function gridOf(text: string, file: string, form: TableForm): Grid {
  if (form === "csv") return delimitedGrid(text, file, ",");
  if (form === "tsv") return delimitedGrid(text, file, "\t");
  if (form === "semicolons") return delimitedGrid(text, file, ";");
  return form === "markdown" ? markdownGrid(text) : pdfTextGrid(text);
}

/** A text with far more separators than a table has cells is not taken apart at all. */
function tooWide(text: string, file: string, form: TableForm): Issue | undefined {
  const separators = { csv: ",", tsv: "\t", semicolons: ";" } as const;
  if (form === "text" || form === "markdown")
    return tooLongLine(text, file, form === "text" ? /\S+/g : /\|/g);
  if (form !== "csv" && form !== "tsv" && form !== "semicolons") return undefined;
  const widths = widthsOf(text, separators[form]);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return tooMany(file, 1, widest) ?? tooMany(file, widths.length, 1);
}

/** A line that no report prints has as many columns as it has words or pipes. */
function tooLongLine(text: string, file: string, columns: RegExp): Issue | undefined {
  const long = text.split("\n").find((line) => line.length > 5_000);
  return long === undefined ? undefined : tooMany(file, 1, long.match(columns)?.length ?? 0);
}

function empty(text: string, file: string): Issue | undefined {
  if (text.trim() !== "") return undefined;
  return faultOfFile(file, "empty-file", "the file has no table in it", {
    expected: "a table: labels, headings of columns and figures",
    received: "nothing",
    hint: "paste the table into it, as CSV, Markdown or text in columns",
  });
}

function noTable(file: string): Issue {
  return faultOfFile(file, "no-table", "there is no table of figures in it", {
    expected: "rows with a label and at least one figure",
    received: "text without a figure in columns",
    hint: "say the form with --form, or save the table alone, as CSV for one",
  });
}
