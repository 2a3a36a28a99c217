import type { Place } from "../issue.ts";

/** A field of a CSV text and where it starts; lines and columns count from 1. */
export interface Field {
  readonly text: string;
  readonly place: Place;
}

/**
 * Reads CSV into rows of fields, each with its place, which is what a fault needs and parsers elsewhere do not keep.
 * Fields may be quoted, a doubled quote stands for one, and a quoted field may hold line breaks. Blank lines are left
 * out, and so is a byte order mark.
 */
export function readCsv(text: string, file: string): Field[][] {
  const rows: Field[][] = [];
  const source = text.replace(/^\ufeff/, "");
  let row: Field[] = [];
  let line = 1;
  let lineStart = 0;
  // A field, then what ends it: a comma, a line break, or the end of the text.
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (field.lastIndex <= source.length) {
    const start = field.lastIndex;
    const found = field.exec(source) ?? brokenField(field, source, start);
    const [whole, quoted, plain = "", end] = found;
    row.push({
      text: quoted?.replaceAll('""', '"') ?? plain.trim(),
      place: { file, line, column: start - lineStart + 1 },
    });
    const breaks = whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (breaks > 0) {
      line += breaks;
      lineStart = field.lastIndex;
    }
    if (end === ",") continue;
    if (row.some(({ text: own }) => own !== "")) rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}

/** A quote that is never closed, or text after one: the rest of the line is the field as it stands. */
function brokenField(field: RegExp, source: string, start: number): RegExpExecArray {
  const rest = /([^\r\n,]*)()(,|\r\n|\n|\r|$)/y;
  rest.lastIndex = start;
  const found = rest.exec(source) as RegExpExecArray;
  field.lastIndex = rest.lastIndex;
  return Object.assign(found, { 1: undefined, 2: found[1] ?? "" });
}
