import type { Separator } from "../../../file/csv.ts";
import type { Interpretation } from "../published.ts";
import { widthsOf } from "./delimited.ts";
import { hasMarkdownTable } from "./markdown.ts";

/** The forms in which a table may come. */
export const tableForms = ["csv", "tsv", "semicolons", "markdown", "html", "text", "xlsx"] as const;

/** The form of a table: fields between commas, tabs or semicolons, Markdown, HTML, text in columns, or a workbook. */
export type TableForm = (typeof tableForms)[number];

/** A form and how it was recognised. */
export interface FoundForm {
  readonly form: TableForm;
  readonly interpretation: Interpretation;
}

const byEnding: Readonly<Record<string, TableForm>> = {
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  md: "markdown",
  markdown: "markdown",
  htm: "html",
  html: "html",
  xlsx: "xlsx",
  xlsm: "xlsx",
};

const words: Readonly<Record<TableForm, string>> = {
  csv: "fields between commas (CSV)",
  tsv: "fields between tabs (TSV)",
  semicolons: "fields between semicolons",
  markdown: "a table in Markdown",
  html: "a table of a web page (HTML)",
  text: "text in columns",
  xlsx: "a workbook (XLSX)",
};

/** The form of a text that is not empty: as told, else by the ending of its name, else by what it looks like. */
export function formOfText(text: string, file: string, told?: TableForm): FoundForm {
  if (told !== undefined) return found(told, "it was asked for");
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  const named = byEnding[ending];
  if (named === "csv") return commas(text, `its name ends in .${ending}`);
  if (named !== undefined && named !== "xlsx") return found(named, `its name ends in .${ending}`);
  if (/<(?:table|html|!doctype html)\b/i.test(text)) return found("html", "it has the marks of a web page");
  if (hasMarkdownTable(text)) return found("markdown", "it has pipes and a row of dashes");
  if (isRegular(text, "\t")) return found("tsv", "its lines have the same number of tabs");
  if (/\S {2,}\S/.test(text) && inColumns(text)) return found("text", "runs of spaces set its columns apart");
  if ((isRegular(text, ",") && !isGrouped(text)) || isRegular(text, ";"))
    return commas(text, "its lines have the same number of fields");
  return found("text", "it has no separators that are the same in every line");
}

/** Whether the only commas of a text stand between thousands or in sentences. */
function isGrouped(text: string): boolean {
  return !/,/.test(text.replace(/(?<=\d),(?=\d{3}(?!\d))|, /g, ""));
}

/** CSV with semicolons is what some spreadsheets write; commas may then stand inside figures. */
function commas(text: string, because: string): FoundForm {
  const semicolons = regularity(text, ";") > regularity(text, ",");
  return found(semicolons ? "semicolons" : "csv", because);
}

function found(form: TableForm, because: string): FoundForm {
  return {
    form,
    interpretation: {
      about: "form",
      where: "the file",
      says: `it is read as ${words[form]}`,
      because,
      otherwise: "form",
    },
  };
}

/** Whether most lines have the same number of separators, and at least one. */
function isRegular(text: string, separator: Separator): boolean {
  return regularity(text, separator) > 0.5;
}

/** How large a share of the lines has the number of separators that most have, at least one. */
function regularity(text: string, separator: Separator): number {
  const counts = new Map<number, number>();
  const widths = widthsOf(text, separator).filter((width) => width > 1);
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const filled = text.split("\n").filter((line) => line.trim() !== "").length;
  return Math.max(0, ...counts.values()) / filled;
}

/** Whether most lines have two spaces or more between words. */
function inColumns(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => /\S {2,}\S/.test(line)).length * 2 >= lines.length;
}
