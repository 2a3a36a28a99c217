import type { Programme } from "../programme/programme.ts";
import type { Table } from "../table/table.ts";
import type { AppraisedProgramme } from "./appraise.ts";

/** A table of an appraised programme. */
export interface AppraisedTable extends Table {
  readonly programme: AppraisedProgramme;
}

/** Whether a programme has the rows of an appraisal. */
export function isAppraised(programme: Programme): programme is AppraisedProgramme {
  return "appraisal" in programme;
}
