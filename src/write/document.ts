import { type Decimal, numeral } from "../quantity/decimal.ts";
import type { Block, Document, Grid } from "../sheet/document/document.ts";
import { field, writeCsv } from "./csv.ts";
import { gridText } from "./grid.ts";
import { sheetData } from "./json.ts";
import { escaped, writeMarkdown } from "./markdown.ts";
import { documentStampLines } from "./stamp-lines.ts";
import { oneLine, titleOf, writeText } from "./text.ts";

/** The version of the JSON that a document is written as; it rises when a reader would have to change. */
const documentFormatVersion = 1;

/** The forms in which a document can be written. */
export const documentWriters = {
  text: writeDocumentText,
  markdown: writeDocumentMarkdown,
  csv: writeDocumentCsv,
  json: writeDocumentJson,
} as const;

/** A document as plain text: its title, each table with a title of its own, the notes at the end. */
function writeDocumentText(document: Document): string {
  const blocks = document.blocks.map((block) => {
    if (block.block === "sheet") return writeText(block.sheet).trimEnd();
    return block.block === "grid" ? gridText(block.grid) : oneLine(block.text);
  });
  const notes = [...document.notes, ...documentStampLines(document.stamps)].map(oneLine).join("\n");
  return `${[oneLine(titleOf(document)), ...blocks, notes].join("\n\n").trimEnd()}\n`;
}

/** A document as Markdown: each table a GitHub table under a title of its own. */
function writeDocumentMarkdown(document: Document): string {
  const blocks = document.blocks.map((block) => {
    if (block.block === "sheet") return writeMarkdown(block.sheet).trimEnd();
    return block.block === "grid" ? gridMarkdown(block.grid) : escaped(block.text);
  });
  const below = [...document.notes, ...documentStampLines(document.stamps)];
  const notes = below.map((note) => `*${escaped(note)}*`);
  return `${[`## ${escaped(titleOf(document))}`, ...blocks, ...notes].join("\n\n")}\n`;
}

function gridMarkdown({ title, columns, rows, amounts }: Grid): string {
  const said = rows.some(({ says }) => says !== undefined);
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const heads = ["", ...columns, ...(said ? ["What it is"] : [])];
  const side = amounts ? " ---: |" : " :--- |";
  const rule = `| :--- |${side.repeat(columns.length)}${said ? " :--- |" : ""}`;
  const body = rows.map(({ label, cells, says }) => line([label, ...cells, ...(said ? [says ?? ""] : [])]));
  return `**${escaped(title)}**\n\n${[line(heads), rule, ...body].join("\n")}`;
}

/**
 * A document as CSV: the tables one after another, each after its title, a blank line between them; no notes. The last
 * lines say what made it from which inputs. Of a draft each table says so, in its first cell or its title.
 */
function writeDocumentCsv(document: Document): string {
  const blocks = document.blocks.map((block: Block) => {
    if (block.block === "words") return `${field(block.text)}\n`;
    if (block.block === "sheet") return `${field(block.sheet.title)}\n${writeCsv(block.sheet)}`;
    const { grid } = block;
    return gridCsv(document.draft ? { ...grid, title: `DRAFT: ${grid.title}` } : grid);
  });
  return [
    ...blocks,
    documentStampLines(document.stamps)
      .map((words) => `${field(words)}\n`)
      .join(""),
  ].join("\n");
}

/** The exact values come first, for whoever reckons on with them. */
function gridCsv({ title, columns, rows }: Grid): string {
  const valued = rows.some(({ value }) => value !== undefined);
  const said = rows.some(({ says }) => says !== undefined);
  const lines = rows.map(({ label, cells, value, unit, says, figures = [] }) => [
    field(label),
    ...(valued ? [value === undefined ? "" : numeral(value), field(unit ?? "")] : []),
    ...cells.map((text, i) => figureOf(figures[i]) ?? field(text)),
    ...(said ? [field(says ?? "")] : []),
  ]);
  const head = ["", ...(valued ? ["value", "unit"] : []), ...columns, ...(said ? ["what it is"] : [])].map(
    field,
  );
  return `${[[field(title)], head, ...lines].map((line) => line.join(",")).join("\n")}\n`;
}

/** A document as JSON for programs: its blocks in order, sheets as `writeJson` writes them. */
function writeDocumentJson(document: Document): string {
  const { blocks, ...rest } = document;
  const data = blocks.map((block) => {
    if (block.block === "sheet") return { block: "sheet", ...sheetData(block.sheet) };
    return block.block === "grid" ? { block: "grid", ...gridData(block.grid) } : block;
  });
  const own = { format: "invest-to-save/document", version: documentFormatVersion, ...rest, blocks: data };
  return `${JSON.stringify(own, null, 2)}\n`;
}

function figureOf(value: Decimal | undefined): string | undefined {
  return value === undefined ? undefined : numeral(value);
}

function gridData({ title, columns, rows }: Grid) {
  const plain = rows.map(({ value, figures, bar: _, ...row }) => ({
    ...row,
    ...(value === undefined ? {} : { value: numeral(value) }),
    ...(figures === undefined ? {} : { figures: figures.map((one) => figureOf(one) ?? null) }),
  }));
  return { title, columns, rows: plain };
}
