import { readCell } from "../figure.ts";
import { type Grid, type RawRow, rawCell } from "../grid.ts";
import { isUnitOnly } from "../headings.ts";
import { startsWithPeriod } from "../words.ts";

/** A piece of a line and where it stands in it. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly line: number;
  readonly text: string;
  readonly label: string;
  readonly indent: number;
  readonly figures: readonly Piece[];
}

/**
 * A table from text as it comes out of a PDF or stands in an e-mail: columns are set apart by two spaces or more. Where
 * a line has single spaces only, the figures at its end are taken for its columns.
 */
export function pdfTextGrid(text: string): Grid {
  const given = text.split(/\r\n|\n|\r/).map((line) => line.replace(/\t/g, "    "));
  const wide =
    given.filter((line) => piecesOf(line).length > 1).length * 2 >=
    given.filter((line) => line.trim()).length;
  const lines = given.map((line, at) => lineOf(line, at + 1, wide));
  const first = lines.findIndex(({ figures }) => figures.length > 0 && !isHeading(figures));
  const body = lines.slice(Math.max(0, first));
  const counts = body.flatMap(({ figures }) => (figures.length > 0 ? [figures.length] : []));
  const width = wide ? most(counts) : usual(counts);
  const columns = spansOf(body, width);
  const rows = lines.map((line, at) => (at < first ? headingRow(line, columns) : bodyRow(line, columns)));
  return { rows: joinedLabels(rows), above: [], below: [] };
}

/** The pieces of a line that two spaces or more set apart. */
function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map((found) => pieceOf(found[0], found.index));
}

/** A line taken apart: figures at its end, and before them the label. In a text with wide gaps only those count. */
function lineOf(text: string, line: number, wide: boolean): Line {
  const found = piecesOf(text);
  const pieces = wide || found.length > 1 ? found : wordsOf(text);
  let first = pieces.length;
  while (first > 0 && isCell(pieces[first - 1]?.text ?? "")) first--;
  const figures = pieces.slice(first);
  const label = text.slice(0, figures[0]?.from ?? text.length).trim();
  return { line, text, label, indent: text.length - text.trimStart().length, figures };
}

function pieceOf(text: string, from: number): Piece {
  return { text, from, to: from + text.length };
}

function wordsOf(text: string): Piece[] {
  return [...text.matchAll(/\S+/g)].map((found) => pieceOf(found[0], found.index));
}

/** Whether a piece can stand in a column of figures. */
function isCell(text: string): boolean {
  const { standing } = readCell(text);
  return standing === "figure" || standing === "nil" || standing === "unknown";
}

function isHeading(figures: readonly Piece[]): boolean {
  return figures.every(({ text }) => startsWithPeriod(text));
}

/** The number that comes most often; of equals the largest. */
function usual(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}

/** The largest number that comes more than once: with wide gaps, lines with fewer figures leave columns empty. */
function most(counts: readonly number[]): number {
  const often = counts.filter((count, at) => counts.indexOf(count) < at);
  return often.length === 0 ? usual(counts) : Math.max(...often);
}

/** From where to where each column reaches, by the lines that have a figure in every one. */
function spansOf(lines: readonly Line[], width: number): { from: number; to: number }[] {
  const full = lines.filter(({ figures }) => figures.length === width);
  return Array.from({ length: width }, (_, i) => {
    const pieces = full.map(({ figures }) => figures[i] as Piece);
    return {
      from: Math.min(...pieces.map(({ from }) => from)),
      to: Math.max(...pieces.map(({ to }) => to)),
    };
  });
}

type Spans = readonly { readonly from: number; readonly to: number }[];

function bodyRow({ line, label, indent, figures }: Line, columns: Spans): RawRow {
  const extra = figures.slice(0, Math.max(0, figures.length - columns.length));
  const rest = figures.slice(extra.length);
  // A number that ends a label, as in “Phase 1”, is no figure of a column.
  const whole = [label, ...extra.map(({ text }) => text)].filter((text) => text !== "").join(" ");
  const cells = placed(rest, columns);
  return { line, cells: [rawCell(`${" ".repeat(indent)}${whole}`), ...cells.map((text) => rawCell(text))] };
}

/** Pieces in their columns: in order where there is one for each, else each where it overlaps the most. */
function placed(pieces: readonly Piece[], columns: Spans): string[] {
  const texts = columns.map(() => "");
  if (pieces.length === columns.length) return pieces.map(({ text }) => text);
  for (const piece of pieces) {
    const ways = columns.map((span) => distance(piece, span));
    const best = ways.indexOf(Math.min(...ways));
    if (best >= 0) texts[best] = [texts[best], piece.text].filter((text) => text !== "").join(" ");
  }
  return texts;
}

/** How far a piece is from a column; less than nil where they overlap. Figures end where their column ends. */
function distance(piece: Piece, span: { from: number; to: number }): number {
  const apart = Math.max(piece.from - span.to, span.from - piece.to);
  return apart > 0 ? apart : apart / 1000 + Math.abs(piece.to - span.to) / 1_000_000;
}

/** A line above the figures: its pieces over the columns are their headings. */
function headingRow({ line, text, indent }: Line, columns: Spans): RawRow {
  const wide = piecesOf(text);
  const words = wordsOf(text);
  const periods = words.filter(
    (word) => startsWithPeriod(word.text) || /^totals?$/i.test(word.text) || isUnitOnly(word.text),
  );
  const pieces = wide.length > 1 ? wide : periods.length >= columns.length ? words : wide;
  const single = pieces.length <= 1;
  if (single || columns.length === 0) return { line, cells: text.trim() === "" ? [] : [rawCell(text)] };
  const headings = pieces.slice(Math.max(0, pieces.length - columns.length));
  const over = pieces.filter((piece) => columns.some((span) => distance(piece, span) <= 0));
  const taken = headings.length === columns.length ? headings : over;
  const label = pieces.filter((piece) => !taken.includes(piece)).map((piece) => piece.text);
  const cells = placed(taken, columns).map((own) => rawCell(own));
  return { line, cells: [rawCell(`${" ".repeat(indent)}${label.join(" ")}`), ...cells] };
}

/** A label that was broken over two lines: figures without a label take the one that stands alone above them. */
function joinedLabels(rows: readonly RawRow[]): RawRow[] {
  const joined: RawRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const [head, ...cells] = row.cells;
    const label = above?.cells[0];
    const alone = above?.cells.slice(1).every(({ text }) => text === "") ?? false;
    // A line alone above the first figures may be a title; only words that go on in the middle make it a label.
    const isTitle = above?.cells.length === 1 && !/^(?!of which|including)[a-z(]/.test(head?.text ?? "");
    const figures = cells.some(({ text }) => isCell(text));
    if (head === undefined || label === undefined || label.text === "" || !alone || isTitle || !figures)
      joined.push(row);
    else if (goesOn(label.text, head.text)) {
      const whole = { ...label, text: `${label.text} ${head.text}`.trim() };
      joined[joined.length - 1] = { line: row.line, cells: [whole, ...cells] };
    } else joined.push(row);
  }
  return joined;
}

/** Whether a label is the second half of the one above it. */
function goesOn(above: string, own: string): boolean {
  return own === "" || /^[a-z(]/.test(own) || /(?:\b(?:and|of|for|the|to)|[&/,–-])$/i.test(above);
}
