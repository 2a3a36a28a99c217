import { isUnread, readCell } from "./figure.ts";
import type { RawRow } from "./grid.ts";
import type { PublishedColumn } from "./published.ts";
import { isBareYear, isPeriod, kindInHeading, moneyUnitIn, startsWithPeriod } from "./words.ts";

/** What a row of a grid can be, by what stands in its columns of figures. */
export type RowForm = "blank" | "label" | "heading" | "figures" | "words";

const serial = /^(?:years?|yrs?|periods?|quarters?|months?)\b/i;

/** The form of a row: nothing, a label alone, headings of columns, figures, or words in columns of figures. */
export function formOf(row: RawRow, labels: readonly number[], figures: readonly number[]): RowForm {
  const label = labels
    .map((at) => row.cells[at]?.text ?? "")
    .join(" ")
    .trim();
  const texts = figures.map((at) => row.cells[at]?.text ?? "").filter((text) => text !== "");
  const elsewhere = row.cells.some(
    ({ text }, at) => text !== "" && !labels.includes(at) && !figures.includes(at),
  );
  if (texts.length === 0) return label === "" && !elsewhere ? "blank" : "label";
  const bare = texts.filter((text) => !isBareYear(text) && !isPeriod(text));
  const real = bare.filter((text) => readCell(text).standing !== "text");
  // Figures that cannot be read are no names of columns: the row stays in the table, and is told of.
  if (texts.every(isUnread)) return "figures";
  if (texts.length > 1 && real.length === 0) return bare.length === texts.length ? "words" : "heading";
  if (real.length === 0) return singleForm(label, texts.join());
  const counts = real.every((text, i) => text === String(i + Number(real[0])));
  if (serial.test(label) && counts && real.length > 1 && Number(real[0]) <= 1) return "heading";
  return real.every((text) => readCell(text).standing === "unknown") && bare.length < texts.length
    ? "heading"
    : "figures";
}

/** A single period, word or bare year: the year is a heading where nothing but a unit stands beside it. */
function singleForm(label: string, text: string): RowForm {
  if (isBareYear(text)) return label === "" || isUnitOnly(label) ? "heading" : "figures";
  return isPeriod(text) ? "heading" : "words";
}

/** The headings of the columns of figures, from the rows above them: one that spans several is carried to the right. */
export function columnsOf(rows: readonly RawRow[], figures: readonly number[]): PublishedColumn[] {
  const layers = rows.map(({ cells }) => figures.map((at) => cells[at]?.text ?? ""));
  const spread = layers.map((layer, i) => {
    const below = layers[i + 1];
    return below === undefined ? layer : carried(layer, below);
  });
  return figures.map((_, at) => {
    const parts = spread.map((layer) => String(layer[at])).filter((text) => text !== "");
    const names = parts.filter(
      (text, i) => !isUnitOnly(text) || parts.length === 1 || (i === 0 && parts.every(isUnitOnly)),
    );
    const own = names.at(-1) ?? "";
    const group = names.slice(0, -1).join(" ");
    const label = [group, own].filter((text) => text !== "").join(" ");
    return {
      at,
      label: label === "" ? `column ${at + 1}` : label,
      own,
      group,
      kind: kindOfHeading(parts) ?? "money",
    };
  });
}

/** What the headings of a column say that it counts in. */
export function kindOfHeading(parts: readonly string[]): PublishedColumn["kind"] | undefined {
  for (const part of [...parts].reverse()) {
    const kind = kindInHeading(part);
    if (kind !== undefined) return kind;
    if (moneyUnitIn(part) !== undefined) return "money";
  }
  return undefined;
}

/** A heading over several columns stands in the first of them: the blanks to its right belong to it. */
function carried(layer: readonly string[], below: readonly string[]): string[] {
  let last = "";
  return layer.map((text, at) => {
    if (text !== "") last = text;
    else if (below[at] === "") return "";
    return last;
  });
}

/** A heading that only says a unit, such as £000 under a year. */
export function isUnitOnly(text: string): boolean {
  return (
    text.length <= 12 &&
    (moneyUnitIn(text) !== undefined || /^\(?(?:%|no\.?|nos\.?|number|fte)\)?$/i.test(text))
  );
}

/** Whether the words of a row can be headings: periods, totals and units rather than names. */
export function looksLikeHeadings(row: RawRow, figures: readonly number[]): boolean {
  const texts = figures.map((at) => row.cells[at]?.text ?? "").filter((text) => text !== "");
  const known = texts.filter(
    (text) =>
      startsWithPeriod(text) ||
      isUnitOnly(text) ||
      /\b(?:totals?|budget|actual|forecast|variance|outturn|estimate|plan|amount|cost|change|share)\b|%/i.test(
        text,
      ),
  );
  return texts.length > 0 && known.length * 2 >= texts.length;
}
