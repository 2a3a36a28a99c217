import { readCell } from "./figure.ts";
import type { RawRow } from "./grid.ts";
import type { Interpretation } from "./published.ts";
import { isBareYear, isPeriod } from "./words.ts";

/** Which columns of a grid hold labels and which hold figures, by their place. The rest is passed over. */
export interface ColumnUse {
  readonly labels: readonly number[];
  readonly figures: readonly number[];
  readonly interpretations: readonly Interpretation[];
}

interface Counted {
  readonly at: number;
  /** What stands in it, top to bottom, nothing left out. */
  readonly texts: readonly string[];
  readonly figures: number;
  readonly words: number;
}

/** Which columns are labels and which are figures: by what most of their cells hold. */
export function columnUse(rows: readonly RawRow[], labelColumn?: number): ColumnUse {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => counted(rows, at));
  const labels = labelColumn === undefined ? labelColumns(columns) : [labelColumn];
  const others = columns.filter(({ at }) => !labels.includes(at));
  const passed = others.filter((column) => isPassedOver(column));
  const figures = others
    .filter((column) => column.figures > 0 && !passed.includes(column))
    .map(({ at }) => at);
  return {
    labels: labels.filter((at) => !passed.some((one) => one.at === at)),
    figures,
    interpretations: passed.map((column) => ({
      about: "label",
      where: `column “${column.texts[0] ?? ""}”`,
      says: "the column is passed over",
      because: isIdentifier(column)
        ? "it numbers the rows or names a code"
        : "it holds text and hardly a figure",
      otherwise: "label column",
    })),
  };
}

function counted(rows: readonly RawRow[], at: number): Counted {
  const texts = rows.map(({ cells }) => cells[at]?.text ?? "").filter((text) => text !== "");
  const standings = texts.map((text) => readCell(text).standing);
  const inBody = standings.filter((_, i) => !isPeriod(texts[i] ?? ""));
  return {
    at,
    texts,
    figures: inBody.filter((one) => one === "figure" || one === "nil" || one === "unknown").length,
    words: inBody.filter((one) => one === "text").length,
  };
}

/** Columns of words before the first column of figures; else the first column of words; else the first of all. */
function labelColumns(columns: readonly Counted[]): number[] {
  const isLabel = (column: Counted) => isWordy(column) || isYears(column);
  const firstFigures = columns.findIndex(
    (column) => !isLabel(column) && column.figures > 0 && !isIdentifier(column),
  );
  const before = columns
    .slice(0, Math.max(0, firstFigures))
    .filter((column) => isLabel(column) && !isIdentifier(column));
  if (before.length > 0) return before.map(({ at }) => at);
  const first = columns.find(isLabel) ?? columns[0];
  return first === undefined ? [] : [first.at];
}

function isWordy({ figures, words, texts }: Counted): boolean {
  return words > figures || (figures === 0 && texts.length > 0);
}

/** A column of years is a label, also where years are bare numbers. */
function isYears({ texts }: Counted): boolean {
  const [head = "", ...rest] = texts;
  const years = rest.filter((text) => isPeriod(text) || isBareYear(text));
  if (/^(?:financial |calendar )?(?:years?|periods?|quarters?|months?|dates?)\b/i.test(head))
    return years.length > 0;
  return years.length >= 2 && years.length >= rest.length - 2 && rest.every((text) => !isBareYear(text));
}

/** Numbers of rows and codes: a heading that says so, or 1, 2, 3 and on under a heading that is no amount. */
function isIdentifier({ texts }: Counted): boolean {
  const [head = "", ...rest] = texts;
  if (
    /^(?:ref(?:erence)?s?\.?|codes?|line(?: no\.?)?|item no\.?|row|cost centre|notes?|s\.? ?no\.?|appendix)$/i.test(
      head,
    )
  ) {
    return rest.every((text) => text.length <= 8);
  }
  const counts = rest.filter((text) => text !== "");
  return (
    /^(?:#|no\.?|)$/i.test(head) && counts.length >= 3 && counts.every((text, i) => text === String(i + 1))
  );
}

function isPassedOver(column: Counted): boolean {
  return isIdentifier(column) || (column.words > 0 && column.words >= column.figures + 1 && !isMixed(column));
}

/** A column with a heading or two and figures below is a column of figures, however short it is. */
function isMixed({ figures, words }: Counted): boolean {
  return figures > 0 && words <= 3;
}
