import { type Grid, type RawCell, type RawRow, rawCell } from "../grid.ts";

/** The row under a heading: dashes, with or without colons, between pipes. */
const rule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Whether a text holds a table in Markdown. */
export function hasMarkdownTable(text: string): boolean {
  return text.split("\n").some((line) => line.includes("|") && line.includes("-") && rule.test(line));
}

/**
 * The tables of a Markdown text, one under the other with a blank row between; the text between two is a heading. Text
 * above the first and below the last is kept apart.
 */
export function markdownGrid(text: string): Grid {
  const rows: RawRow[] = [];
  let loose: { line: number; cell: RawCell }[] = [];
  let above: string[] | undefined;
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const own = line.trim();
    if (own.includes("|") && rule.test(own)) continue;
    if (own.startsWith("|") || (own.includes("|") && fieldsOf(own).length > 1)) {
      above ??= loose.map(({ cell }) => cell.text);
      if (rows.length > 0 && loose.length > 0) {
        const headings = loose.map(({ line: own, cell }) => ({ line: own, cells: [cell] }));
        rows.push({ line: at, cells: [] }, ...headings);
      }
      loose = [];
      rows.push({ line: at + 1, cells: fieldsOf(own).map(cellOf) });
    } else if (own !== "") {
      loose.push({ line: at + 1, cell: cellOf(own.replace(/^#+\s*/, "")) });
    }
  }
  return { rows, above: above ?? [], below: loose.map(({ cell }) => cell.text) };
}

/** The fields of a row: a pipe after a backslash is a part of its field. */
function fieldsOf(line: string): string[] {
  const inner = line.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/);
}

const entities: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003\u2003",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  pound: "£",
  ndash: "–",
  mdash: "—",
  minus: "−",
};

/** A field without the signs of Markdown: bold says that a row is a total, a superscript is a footnote mark. */
function cellOf(field: string): RawCell {
  const marks: string[] = [];
  const mark = (_: string, inner: string) => {
    marks.push(inner.trim());
    return "";
  };
  const plain = field
    .replace(/<sup>([^<]{1,8})<\/sup>/gi, mark)
    .replace(/\[\^([^\]]{1,8})\]/g, mark)
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const strong = /^\s*(?:\*\*|__).*(?:\*\*|__)\s*$/.test(plain);
  const bare = plain
    .replace(/(?<!\\)(\*\*|__)(.*?)(?<!\\)\1/g, "$2")
    .replace(/(?<![\\\w*])([*_`])(?=\S)(.*?)(?<=\S)\1(?![\w*])/g, "$2")
    .replace(/\\([\\|*_`~[\]()#<>+-])/g, "$1");
  // The spaces that Markdown writers put beside a pipe say nothing; only those that do not break are an indentation.
  return rawCell(bare.replace(/^[ \t]+/, ""), strong, marks);
}
