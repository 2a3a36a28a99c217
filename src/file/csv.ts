import type { Place } from "../issue.ts";

/** A field of a CSV text and where it starts; lines and columns count from 1. */
export interface Field {
  readonly text: string;
  readonly place: Place;
}

/** The signs that may stand between fields. */
export type Separator = "," | ";" | "\t";

/** How a text of fields is read. */
export interface CsvOptions {
  /** A comma unless told. */
  readonly separator?: Separator;
  /** Keeps blank lines and the spaces around fields, which say something in a table made for people. */
  readonly asWritten?: boolean;
}

/**
 * Reads CSV into rows of fields, each with its place, which is what a fault needs and parsers elsewhere do not keep.
 * Fields may be quoted, a doubled quote stands for one, and a quoted field may hold line breaks. Blank lines are left
 * out unless they are asked for, and so is a byte order mark.
 */
export function readCsv(text: string, file: string, options: CsvOptions = {}): Field[][] {
  const rows: Field[][] = [];
  const source = text.replace(/^\ufeff/, "");
  const separator = options.separator ?? ",";
  let row: Field[] = [];
  let line = 1;
  let lineStart = 0;
  const spaces = options.asWritten ? " *" : "";
  const quotedField = `${spaces}"([^"]*(?:""[^"]*)*)"${spaces}`;
  const plainField = `([^${separator}\\r\\n]*)`;
  // A field, then what ends it: a separator, a line break, or the end of the text.
  const field = new RegExp(`(?:${quotedField}|${plainField})(${separator}|\\r\\n|\\n|\\r|$)`, "gy");
  while (field.lastIndex <= source.length) {
    const start = field.lastIndex;
    const found = field.exec(source) ?? brokenField(field, source, start, separator);
    const [whole, quoted, plain = "", end] = found;
    row.push({
      text: quoted?.replaceAll('""', '"') ?? (options.asWritten ? plain : plain.trim()),
      place: { file, line, column: start - lineStart + 1 },
    });
    const breaks = whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (breaks > 0) {
      line += breaks;
      lineStart = field.lastIndex;
    }
    if (end === separator) continue;
    if (options.asWritten || row.some(({ text: own }) => own !== "")) rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}

/** A quote that is never closed, or text after one: the rest of the line is the field as it stands. */
function brokenField(field: RegExp, source: string, start: number, separator: Separator): RegExpExecArray {
  const rest = new RegExp(`([^\\r\\n${separator}]*)()(${separator}|\\r\\n|\\n|\\r|$)`, "y");
  rest.lastIndex = start;
  const found = rest.exec(source) as RegExpExecArray;
  field.lastIndex = rest.lastIndex;
  return Object.assign(found, { 1: undefined, 2: found[1] ?? "" });
}
