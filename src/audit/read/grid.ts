/** A cell as it stands in a text, a worksheet or a page, before anything is made of it. */
export interface RawCell {
  readonly text: string;
  /** How far it is indented, in spaces. */
  readonly indent: number;
  readonly strong: boolean;
  /** Footnote marks that were told apart by their form, such as a superscript. */
  readonly marks: readonly string[];
}

/** A row of raw cells, with the line of the text or the row of the worksheet that it stands on. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly RawCell[];
}

/** A table as rows of raw cells, and the text around it. */
export interface Grid {
  readonly rows: readonly RawRow[];
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Spaces of every width, those that do not break included. */
const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** Signs without any width, which only get in the way. */
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** A raw cell from its text: spaces before it are its indentation. */
export function rawCell(given: string, strong = false, marks: readonly string[] = []): RawCell {
  const plain = given.replace(invisible, "").replace(spaces, " ").replace(/\t/g, "    ");
  const text = plain.trim().replace(/\s+/g, " ");
  const indent = text === "" ? 0 : plain.length - plain.trimStart().length;
  return { text, indent, strong, marks };
}
