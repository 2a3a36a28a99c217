import type { Programme } from "../programme/programme.ts";
import type { AppraisedProgramme } from "./appraise.ts";

/** Whether a programme has the rows of an appraisal. */
export function isAppraised(programme: Programme): programme is AppraisedProgramme {
  return "appraisal" in programme;
}
