import { present } from "../../../assert.ts";
import { readCsv, type Separator } from "../../../file/csv.ts";
import { type Grid, rawCell } from "../grid.ts";

/** A table from CSV, TSV or fields between semicolons. */
export function delimitedGrid(text: string, file: string, separator: Separator): Grid {
  const { rows } = readCsv(text, file, { separator, asWritten: true });
  return {
    rows: rows.map(({ fields }) => ({
      line: present(fields[0], "a line has a field, if an empty one").place.line,
      cells: fields.map((field) => rawCell(field.text)),
    })),
    above: [],
    below: [],
  };
}

/** How many fields each line of a text has by its separators; those in quotes are part of a field. */
export function widthsOf(text: string, separator: Separator): number[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.replace(/"[^"]*"/g, "").split(separator).length);
}
