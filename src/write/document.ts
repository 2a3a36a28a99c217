import { numeral } from "../quantity/decimal.ts";
import type { Block, Document, Grid } from "../sheet/document.ts";
import { field, writeCsv } from "./csv.ts";
import { sheetData } from "./json.ts";
import { escaped, writeMarkdown } from "./markdown.ts";
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
  const notes = document.notes.map(oneLine).join("\n");
  return `${[oneLine(titleOf(document)), ...blocks, notes].join("\n\n").trimEnd()}\n`;
}

/** A grid in columns of equal width, the words left-aligned. */
function gridText({ title, columns, rows }: Grid): string {
  const texts = [["", ...columns], ...rows.map(({ label, cells }) => [label, ...cells])].map((row) =>
    row.map(oneLine),
  );
  const widths = texts.reduce<number[]>((widest, row) => {
    return row.map((text, i) => Math.max(widest[i] ?? 0, [...text].length));
  }, []);
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => text + " ".repeat((widths[i] ?? 0) - [...text].length))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = texts;
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const heading = columns.some((column) => column !== "") ? [line(head)] : [];
  return [oneLine(title), "", ...heading, rule, ...body.map(line)].join("\n");
}

/** A document as Markdown: each table a GitHub table under a title of its own. */
function writeDocumentMarkdown(document: Document): string {
  const blocks = document.blocks.map((block) => {
    if (block.block === "sheet") return writeMarkdown(block.sheet).trimEnd();
    return block.block === "grid" ? gridMarkdown(block.grid) : escaped(block.text);
  });
  const notes = document.notes.map((note) => `*${escaped(note)}*`);
  return `${[`## ${escaped(titleOf(document))}`, ...blocks, ...notes].join("\n\n")}\n`;
}

function gridMarkdown({ title, columns, rows }: Grid): string {
  const said = rows.some(({ says }) => says !== undefined);
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const heads = ["", ...columns, ...(said ? ["What it is"] : [])];
  const rule = `|${" :--- |".repeat(heads.length)}`;
  const body = rows.map(({ label, cells, says }) => line([label, ...cells, ...(said ? [says ?? ""] : [])]));
  return `**${escaped(title)}**\n\n${[line(heads), rule, ...body].join("\n")}`;
}

/**
 * A document as CSV: the tables one after another, each after its title, a blank line between them; no notes. Of a draft each
 * table says so, in its first cell or its title.
 */
function writeDocumentCsv(document: Document): string {
  const blocks = document.blocks.map((block: Block) => {
    if (block.block === "words") return `${field(block.text)}\n`;
    if (block.block === "sheet") return `${field(block.sheet.title)}\n${writeCsv(block.sheet)}`;
    const { grid } = block;
    return gridCsv(document.draft ? { ...grid, title: `DRAFT: ${grid.title}` } : grid);
  });
  return blocks.join("\n");
}

/** The exact values come first, for whoever reckons on with them. */
function gridCsv({ title, columns, rows }: Grid): string {
  const valued = rows.some(({ value }) => value !== undefined);
  const said = rows.some(({ says }) => says !== undefined);
  const lines = rows.map(({ label, cells, value, unit, says }) => [
    field(label),
    ...(valued ? [value === undefined ? "" : numeral(value), field(unit ?? "")] : []),
    ...cells.map(field),
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

function gridData({ title, columns, rows }: Grid) {
  const plain = rows.map(({ value, ...row }) =>
    value === undefined ? row : { ...row, value: numeral(value) },
  );
  return { title, columns, rows: plain };
}
