import type { Cell, CellValue, Sheet, Workbook } from "hucre/xlsx";
import type { Issue } from "../../../issue/issue.ts";
import { received } from "../../../issue/received.ts";
import { sha256 } from "../../../programme/stamp/sha256.ts";
import { decimal } from "../../../quantity/decimal.ts";
import { checkReading } from "../../given.ts";
import { chooseTable } from "../choose.ts";
import { type Grid, type RawCell, rawCell } from "../grid.ts";
import { faultOfFile, grouped, most } from "../limits.ts";
import type { Interpretation } from "../published.ts";
import { type ReadTable, type ReadTableOptions, readChosen } from "../read.ts";
import { shownNumber } from "./number-format.ts";
import { unpackedSize } from "./unpacked.ts";

/** The digits that a spreadsheet keeps of a number. */
const keptDigits = 15;

/**
 * Reads a published table from a workbook (XLSX): the values that were last calculated and saved in it, each as its number format
 * shows it, with indentation and bold type. Nothing is calculated again. The worksheet with the most figures is read unless
 * `table` names another. Issue codes: `file-too-large`, `binary-file`, `table-too-large`, `no-table`, `unknown-name`, `wrong-shape`
 * for what is no bytes. Throws (rejects with) `InvestToSaveError` with `wrong-shape` only for options that no structure file could hold.
 *
 * @example
 * ```ts
 * import { readWorkbookTable } from "invest-to-save/audit";
 * const { issues } = await readWorkbookTable(new Uint8Array([1, 2, 3]));
 * issues[0]?.message; // => "the file is no workbook that can be read"
 * ```
 */
export async function readWorkbookTable(
  bytes: Uint8Array,
  options: ReadTableOptions = {},
): Promise<ReadTable> {
  checkReading(options);
  const file = options.file ?? "workbook";
  if (!(bytes instanceof Uint8Array)) return { table: undefined, issues: [noBytes(bytes, file)] };
  const refused = await tooLarge(bytes, file);
  if (refused !== undefined) return { table: undefined, issues: [refused] };
  const workbook = await opened(bytes);
  if (workbook === undefined) return { table: undefined, issues: [noWorkbook(file)] };
  const form: Interpretation = {
    about: "form",
    where: "the file",
    says: "it is read as a workbook (XLSX), by the values that were last saved in it, as its number formats show them",
    because: "it is packed as workbooks are",
  };
  const shown = workbook.sheets.filter((sheet) => options.table !== undefined || !isHidden(sheet));
  const choices = shown.map((sheet) => ({
    name: sheet.name,
    figures: figuresIn(sheet),
    grid: () => gridOfSheet(sheet),
  }));
  const chosen = chooseTable(choices, "worksheet", options.table, file);
  const sheet = shown.find(({ name }) => chosen.interpretations.some(({ says }) => says.startsWith(name)));
  const remarks = sheet === undefined ? shown.slice(0, 1).flatMap(sheetRemarks) : sheetRemarks(sheet);
  return readChosen(chosen, [form, ...remarks], { options, inputs: sha256(bytes) });
}

async function tooLarge(bytes: Uint8Array, file: string): Promise<Issue | undefined> {
  const size = bytes.length > most.bytes ? bytes.length : await unpackedSize(bytes, most.unpacked);
  if (size === undefined) return noWorkbook(file);
  const limit = bytes.length > most.bytes ? most.bytes : most.unpacked;
  if (size <= limit) return undefined;
  const packed = limit === most.bytes;
  return faultOfFile(file, "file-too-large", "the workbook is too large to hold one table", {
    expected: `at most ${grouped(limit)} bytes${packed ? "" : " when it is unpacked"}`,
    received: packed ? `${grouped(size)} bytes` : `more than ${grouped(limit)} bytes when it is unpacked`,
    hint: "save the worksheet that is to be audited in a workbook of its own, or as CSV",
  });
}

/** A workbook, of which no more cells are read than a table may have; `undefined` where it cannot be read. */
async function opened(bytes: Uint8Array): Promise<Workbook | undefined> {
  const { readXlsx, cellRef } = await import("hucre/xlsx");
  try {
    return await readXlsx(bytes, { readStyles: true, range: `A1:${cellRef(most.rows, most.columns)}` });
  } catch {
    return undefined;
  }
}

function noBytes(given: unknown, file: string): Issue {
  return faultOfFile(file, "wrong-shape", `a workbook is read from bytes, not from ${received(given)}`, {
    expected: "the bytes of a workbook (.xlsx), as a Uint8Array",
    received: received(given),
    hint: "give what readFileSync(path) gives; readTable reads text",
  });
}

function noWorkbook(file: string): Issue {
  return faultOfFile(file, "binary-file", "the file is no workbook that can be read", {
    expected: "a workbook (.xlsx) without a password, or a table as text in UTF-8",
    received: "bytes that are no such workbook",
    hint: "save it again as an Excel workbook (.xlsx), or the worksheet as CSV",
  });
}

function isHidden({ hidden, veryHidden }: Sheet): boolean {
  return hidden === true || veryHidden === true;
}

function figuresIn({ rows }: Sheet): number {
  return rows.reduce((count, row) => count + row.filter((value) => typeof value === "number").length, 0);
}

function gridOfSheet({ rows, cells }: Sheet): Grid {
  const laid = rows.map((row, at) => ({
    line: at + 1,
    cells: row.map((value, column) => cellOf(value, cells?.get(`${at},${column}`))),
  }));
  return { rows: laid, above: [], below: [] };
}

function cellOf(value: CellValue, cell: Cell | undefined): RawCell {
  const indent = cell?.style?.alignment?.indent ?? 0;
  const raised = (cell?.richText ?? []).filter(({ font }) => font?.vertAlign === "superscript");
  const marks = raised.map(({ text }) => text.trim()).filter((text) => text !== "" && text.length <= 8);
  const words =
    marks.length > 0
      ? (cell?.richText ?? [])
          .filter((run) => !raised.includes(run))
          .map(({ text }) => text)
          .join("")
      : textOf(value, cell);
  return rawCell(`${" ".repeat(2 * Math.min(indent, 20))}${words}`, cell?.style?.font?.bold ?? false, marks);
}

/**
 * The text of a cell as it is shown; a formula whose value was never saved is a figure that is not given, and so is a number
 * beyond those of spreadsheets.
 */
function textOf(value: CellValue, cell: Cell | undefined): string {
  if (isBeyond(value)) return "unknown";
  if (typeof value === "number") {
    return shownNumber(decimal(String(value)).toSignificantDigits(keptDigits), cell?.style?.numFmt);
  }
  if (value instanceof Date) return dateText(value);
  if (value === null) return cell?.formula === undefined ? "" : "unknown";
  return String(value);
}

/** Whether a number is so large that no spreadsheet has it: as it was saved, it says nothing. */
function isBeyond(value: CellValue): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** What a reader of the worksheet would not see: hidden rows, formulas that were never calculated, numbers beyond all numbers. */
function sheetRemarks({ name, rows, rowDefs, cells }: Sheet): Interpretation[] {
  const beyond = rows.flat().filter(isBeyond).length;
  const hidden = [...(rowDefs ?? [])].filter(([, row]) => row.hidden).map(([at]) => String(at + 1));
  const empty = [...(cells?.values() ?? [])].filter(
    ({ formula, value }) => formula !== undefined && value === null,
  );
  return [
    ...(hidden.length === 0
      ? []
      : [remark(name, `hidden rows are read too: ${hidden.slice(0, 8).join(", ")}`, "sums count them")]),
    ...notGiven(
      name,
      empty.length,
      "formula",
      (one) => `${one ? "its value was" : "their values were"} never saved`,
    ),
    ...notGiven(
      name,
      beyond,
      "number",
      (one) => `${one ? "it is" : "they are"} larger than any number of a spreadsheet`,
    ),
  ];
}

function notGiven(
  name: string,
  count: number,
  what: string,
  because: (one: boolean) => string,
): Interpretation[] {
  if (count === 0) return [];
  const one = count === 1;
  const says = one ? `1 ${what} is a figure that is` : `${count} ${what}s are figures that are`;
  return [remark(name, `${says} not given`, because(one))];
}

function remark(where: string, says: string, because: string): Interpretation {
  return { about: "table", where: `worksheet “${where}”`, says, because };
}
