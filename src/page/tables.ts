import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import { ownTables } from "../programme/appraisal-ids.ts";
import type { Programme } from "../programme/programme.ts";
import { appraisalDocument } from "../sheet/document/appraisal-document.ts";
import type { Grid } from "../sheet/document/document.ts";
import { type LayOutOptions, layOut } from "../sheet/lay-out.ts";
import { type Unsaid, withoutPointers } from "../sheet/said-once.ts";
import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { inYears } from "../table/roll-up.ts";
import type { Table } from "../table/table.ts";
import { periodsWithin } from "../time/roll-up.ts";
import { escaped, tableLines } from "../write/html.ts";
import type { Explained } from "./explained.ts";
import { attributesOf, listRow, listTable, scrolled, textElement } from "./markup.ts";

/** What tables are made from: the table by the periods of the model, its explanations, and the unit and rounding asked for. */
export interface TableSource {
  readonly programme: AppraisedProgramme;
  readonly table: Table;
  /** The programme as it was given: what the appraisal added is not listed among its tables. */
  readonly given: Programme;
  readonly explained: Explained;
  readonly options: Pick<LayOutOptions, "unit" | "round">;
  /** The notes that the page does not have yet. */
  readonly unsaid: Unsaid;
}

/** The statement by year, with its notes. */
export function statementLines(source: TableSource): string[] {
  const sheet = layOut({ ...inYears(source.table), programme: source.given }, source.options);
  const { notes } = withoutPointers(sheet, source.given);
  return [...sheetLines(source, sheet, "Costs, funding and savings", "h3"), ...noteLines(source, notes)];
}

/** The tables that the model has beside its statement; those that the appraisal added stand with it. */
export function besideLines(source: TableSource): string[] {
  return ownTables(source.programme).flatMap(({ label }) => {
    const table = { ...inYears(source.table), programme: source.given };
    const sheet = layOut(table, { ...source.options, table: label });
    const { notes } = withoutPointers(sheet, source.programme);
    return [...sheetLines(source, sheet, label, "h3"), ...noteLines(source, notes)];
  });
}

/** The appraisal: its case by year, measures, bodies and budget view, and on what terms. */
export function appraisalLines(source: TableSource): string[] {
  const document = appraisalDocument(source.programme, source.options);
  const blocks = document.blocks.flatMap((block) => {
    if (block.block === "words") return [textElement("p", block.text)];
    if (block.block === "grid") return gridLines(source, block.grid);
    return sheetLines(source, block.sheet, block.sheet.title, "h3");
  });
  return [...blocks, ...noteLines(source, document.notes)];
}

function sheetLines(source: TableSource, sheet: Sheet, title: string, heading: "h3"): string[] {
  const cell = (row: SheetRow, column: number) =>
    row.cells[column] === undefined ? "" : attributesOf({ "data-why": whyOf(source, sheet, row, column) });
  return scrolled(title, tableLines(sheet, textElement(heading, title), { cell }));
}

/** The number of the explanation of a cell: of its row in the periods of its column. */
function whyOf(
  { programme, table, explained }: TableSource,
  sheet: Sheet,
  { id }: SheetRow,
  column: number,
): number | undefined {
  const role = sheet.columns[column]?.role;
  const all = { first: 0, last: programme.timeline.count - 1 };
  const body = programme.appraisal.agencies.find(({ net }) => net === id);
  const ofBody = body && [body.cost, body.given, body.received, body.saving, body.net][column];
  if (sheet.columns.every((one) => one.role === "total") && ofBody) return explained.of(ofBody, all);
  if (id === undefined || (role !== "period" && role !== "total")) return undefined;
  if (role === "total") return explained.of(id, all);
  const within = periodsWithin(table.timeline, inYears(table).timeline, column);
  return explained.of(id, { first: Math.min(...within), last: Math.max(...within) });
}

/** Measures: what each is called, what it comes to, and what it is. */
function gridLines({ programme, explained }: TableSource, { title, rows }: Grid): string[] {
  const last = programme.timeline.count - 1;
  const lines = rows.map(({ id, label, cells: answers, says = "" }) => {
    const row = programme.appraisal.measures.find((measure) => measure.id === id)?.row;
    const why = row === undefined ? undefined : explained.of(row, { first: last, last });
    const cells = [
      { inside: escaped(answers.join(" ")), class: "answer", "data-why": why },
      { inside: escaped(says) },
    ];
    return listRow(label, cells);
  });
  return scrolled(title, listTable(title, ["Measure", "Comes to", "What it is"], lines));
}

/** Notes, each where it is first said. */
export function noteLines({ unsaid }: TableSource, notes: readonly string[]): string[] {
  return unsaid(notes).map((note) => `<p class="note">${escaped(note)}</p>`);
}
