import { widthOf } from "../write/width.ts";

/** Signs by how wide they are in a common typeface without serifs, in thousandths of its size. */
const widths: readonly (readonly [signs: string, width: number])[] = [
  ["ijl'|", 222],
  [" !,./:;I[]\\ft", 278],
  ["()-r`", 333],
  ['"*', 370],
  ["Jckvszxy", 500],
  ["ABEKPSVXY&", 667],
  ["CDHNRUw", 722],
  ["GOQ", 778],
  ["Mm", 833],
  ["W", 944],
  ["−", 640],
  ["%", 889],
  ["@", 1015],
];

const common = 556;

/** Typefaces differ; this much is left for one that runs wider. */
const allowance = 1.18;

const bySign = new Map(widths.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)));

/**
 * How wide a text is drawn, in pixels, in any common typeface without serifs, a little over rather than under. It is reckoned
 * and not measured, so that a chart is the same to the byte wherever it is drawn.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += bySign.get(sign) ?? common * widthOf(sign);
  return (width / 1000) * size * allowance;
}

/** A text in lines that are no wider than so many pixels, broken between words; a longer word has a line of its own. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A text cut so that it is no wider than so many pixels, with an ellipsis where something is left out. */
export function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join("")}…`, size) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
