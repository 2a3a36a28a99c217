import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import { present } from "../assert.ts";
import type { RowId } from "../formula/formula.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import type { Programme } from "../programme/programme.ts";
import type { Scale } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";
import { layoutOf, masterCheckName } from "./cells.ts";
import type { Contents } from "./contents.ts";
import { lead, readBack } from "./frame.ts";
import { netIds, withNet } from "./net.ts";
import { fixedAddress } from "./spelling/address.ts";
import type { DefinedName, Workbook } from "./workbook.ts";
import { aboutSheet } from "./worksheets/about.ts";
import { appraisalSheet } from "./worksheets/appraisal.ts";
import { assumptionsSheet } from "./worksheets/assumptions.ts";
import { chartsSheet } from "./worksheets/charts.ts";
import { allHold, checksSheet, conditionsFrom, masterCheck } from "./worksheets/checks.ts";
import { statementSheet } from "./worksheets/statement.ts";
import { laidOut } from "./worksheets/statement-layout.ts";
import { workingsSheet } from "./worksheets/workings.ts";

/** What is to be in a workbook. */
export interface WorkbookOptions {
  /** The unit that the statement shows; what the model is printed in unless told, else pounds. */
  readonly unit?: Scale | undefined;
  /** The rows that stand on the worksheet of the appraisal, by id; those that `appraise` added unless told. */
  readonly appraisal?: readonly RowId[] | undefined;
}

/** A programme as a workbook, as plain data: what {@link writeWorkbook} writes. */
export function workbookOf(programme: Programme, options: WorkbookOptions = {}): Workbook {
  const { unit, appraisal = appraisedRows(programme) } = options;
  const whole = withNet(programme);
  const table = evaluate(whole);
  const laid = laidOut(table, unit, new Set(appraisal));
  const layout = layoutOf(whole, {
    appraisal,
    charts: Object.values(netIds),
    conditionsFrom: conditionsFrom(laid),
  });
  const contents: Contents = { programme: whole, table, layout, readBack: readBack(whole) };
  const holds = allHold(contents);
  const worksheets = [
    assumptionsSheet(contents, holds),
    workingsSheet(contents, holds),
    statementSheet(contents, laid, holds),
    ...appraisalSheet(contents, holds),
    checksSheet(contents, laid),
    chartsSheet(contents, laid[0].sheet.scale, holds),
  ];
  const about = aboutSheet(
    programme,
    worksheets.map(({ name }) => name),
    holds,
  );
  const { body } = programme.options;
  return {
    title: programme.title,
    ...(body === undefined ? {} : { body }),
    worksheets: [about, ...worksheets],
    names: [{ name: masterCheckName, range: masterCheck }, ...inputNames(contents)],
  };
}

/** The rows that an appraisal added to a programme; none where it was not appraised. */
function appraisedRows(programme: Programme | AppraisedProgramme): RowId[] {
  if (!("appraisal" in programme)) return [];
  return [...programme.rows.keys()].filter((id) => id.startsWith(appraisalId("")));
}

function inputNames({ layout }: Contents): DefinedName[] {
  return [...layout.names].map(([id, name]) => {
    const at = present(layout.inputs.get(id), id);
    return { name, range: `Assumptions!${fixedAddress(at, lead.value)}` };
  });
}
