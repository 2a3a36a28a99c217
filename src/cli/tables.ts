import { Option } from "commander";
import { type TableForm, tableForms } from "../audit/read/forms/form.ts";
import { readWorkbookTable } from "../audit/read/forms/workbook.ts";
import { most } from "../audit/read/limits.ts";
import type { PublishedUnit } from "../audit/read/options.ts";
import type { PublishedTable } from "../audit/read/published.ts";
import { type ReadTable, type ReadTableOptions, readTable } from "../audit/read/read.ts";
import { readStructure, type StructureFile } from "../audit/structure-file.ts";
import { InvestToSaveError, refusal } from "../issue/refusal.ts";
import { wrongOption } from "./command-line.ts";
import { findFile, modelFor, readBytes, readTextFile } from "./files.ts";
import type { Later } from "./terminal.ts";

/** What the commands that read a published table take. */
export interface TableCommand {
  readonly unit?: PublishedUnit;
  readonly table?: string;
  readonly structure?: string;
  readonly form?: TableForm;
}

const units: readonly PublishedUnit[] = ["pounds", "thousands", "millions", "billions"];

/** The options of {@link TableCommand}. */
export const tableOptions: readonly Option[] = [
  new Option(
    "--unit <unit>",
    "pounds, thousands, millions or billions (default: as the table says)",
  ).argParser(unitOf),
  new Option(
    "--table <which>",
    "a table of a page, or a worksheet: its number or name (default: the largest)",
  ),
  new Option("--structure <file>", "a file that says how to read the table and what adds up to what"),
  new Option("--form <form>", "what the file is, where its name does not say it").choices(tableForms),
];

/** Reads a table with its structure file, and does something with them; at once, or later where it is a workbook. */
export function withTable(
  path: string,
  command: TableCommand,
  later: Later,
  act: (table: PublishedTable, structure: StructureFile) => void,
): void {
  const structure = command.structure === undefined ? {} : loadStructure(command.structure);
  const options: ReadTableOptions = {
    ...structure,
    ...(command.unit === undefined ? {} : { unit: command.unit }),
    ...(command.table === undefined ? {} : { table: command.table }),
    ...(command.form === undefined ? {} : { form: command.form }),
    file: path,
  };
  if (options.form === undefined) refuseModel(path);
  const found = findFile(path);
  const bytes = readBytes(found, most.bytes);
  const given = ({ table, issues }: ReadTable) => {
    if (table === undefined) throw new InvestToSaveError(issues);
    act(table, structure);
  };
  if (isWorkbook(bytes, options.form)) later(async () => given(await readWorkbookTable(bytes, options)));
  else given(readTable(new TextDecoder().decode(bytes.subarray(0, 4 * most.characters)), options));
}

/** Refuses a model where a published table is asked for. */
function refuseModel(given: string): void {
  const model = modelFor(given);
  if (model === undefined) return;
  throw refusal({
    code: "no-table",
    path: [given],
    message: `“${given}” is a model or a structure file, and no table that was published`,
    expected: "a table: CSV, TSV, Markdown, HTML, a workbook, or text in columns",
    received: model,
    hint: `“invest-to-save check ${given}” checks a model; a structure file is named by --structure`,
  });
}

/** Whether a file is a workbook: it was said to be one, or it starts as every packed file does. */
function isWorkbook(bytes: Uint8Array, form: TableForm | undefined): boolean {
  return (
    form === "xlsx" || (form === undefined && [0x50, 0x4b, 3, 4].every((byte, at) => bytes[at] === byte))
  );
}

/** Reads a structure file; its faults are thrown together. */
function loadStructure(path: string): StructureFile {
  const { structure, issues } = readStructure(readTextFile(findFile(path)), { file: path });
  if (structure === undefined) throw new InvestToSaveError(issues);
  return structure;
}

function unitOf(text: string): PublishedUnit {
  const found = units.find((unit) => unit === text);
  if (found === undefined) throw wrongOption("--unit", "pounds, thousands, millions or billions", text);
  return found;
}
