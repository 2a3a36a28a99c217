import type { Contents } from "../contents.ts";
import { headRow, periodHeads, widthsOf } from "../frame.ts";
import { header } from "../header.ts";
import type { Worksheet } from "../workbook.ts";
import { entryCells } from "./formula-rows.ts";
import { rowHeads } from "./workings.ts";

const says = "What the programme is worth. Every row has one formula, the same in all of its periods.";

/** The worksheet with the rows of an appraisal; none where nothing was appraised. */
export function appraisalSheet(contents: Contents, holds: boolean): Worksheet[] {
  const { programme, layout } = contents;
  const { frame, appraisal } = layout;
  if (appraisal.length === 0) return [];
  return [
    {
      name: "Appraisal",
      cells: [
        ...header(programme, "Appraisal", says, holds),
        ...rowHeads("Row"),
        ...periodHeads(frame, programme, true),
        ...entryCells(contents, "Appraisal", appraisal),
      ],
      widths: widthsOf(frame),
      frozen: { rows: headRow, columns: 1 },
    },
  ];
}
