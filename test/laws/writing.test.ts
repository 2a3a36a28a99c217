import fc from "fast-check";
import { type Sheet, writeCsv, writeHtml, writeMarkdown } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { all, elementsOf, textOf } from "../write/markup.ts";
import { amounts, sheets } from "./sheets.ts";

/** What nobody sees before a sign, and a spreadsheet may take away before it looks. */
const unseen = [
  "\u00a0",
  "\v",
  "\f",
  " ",
  "\u200b",
  "\ufeff",
  "\u2009",
  "\u3000",
  "\u2028",
  "\u00ad",
  "\u2060",
  "\u0000",
];

/** Anything that somebody may call a row, and what a spreadsheet, a page or Markdown would take for its own. */
const labels = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary-ascii", maxLength: 12 }),
  fc
    .tuple(
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", ";", ",", '"', "|", " ="),
      fc.string({ maxLength: 6 }),
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom("", "a;", "a\n", 'a;"'),
      fc.array(fc.constantFrom(...unseen), { minLength: 1, maxLength: 3 }),
      fc.constantFrom("=1+1", "+1", "-1", "@a", "＝1", "﹦1", "﹢1", "－1", "﹣1", "﹫a"),
    )
    .map(([before, signs, text]) => before + signs.join("") + text),
  fc
    .array(fc.constantFrom("=", "-", ";", "\t", "\n", ",", '"', "a"), { maxLength: 6 })
    .map((signs) => signs.join("")),
  fc.constantFrom(
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "a;=1+1",
    "a\t=1+1",
    'a",=1+1',
    "a\n=1+1",
    "<script>alert(1)</script>",
    "</td></table>",
    "&lt;",
    "a | b",
    "a \\| b",
    "<!-- a",
    "$x$ and $y$",
  ),
);

/** Sheets with any text wherever text can stand. */
const named: fc.Arbitrary<Sheet> = fc
  .tuple(sheets({ rows: 5, periods: 3, amounts }), fc.array(labels, { minLength: 40, maxLength: 40 }))
  .map(([sheet, [title = "", body = "", unit = "", ...rest]]) => ({
    ...sheet,
    title,
    body,
    unit,
    columns: sheet.columns.map((column, i) => ({ ...column, label: rest[i] ?? "" })),
    rows: sheet.rows.map((row, i) => ({ ...row, label: rest[5 + (i % 30)] ?? "" })),
    notes: rest.slice(0, 3),
  }));

const plain = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
const numeral = /^-?\d+(?:\.\d+)?$/;

/** The fields of a CSV text for a program that splits them at some sign. */
function fieldsOf(text: string, split: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted && sign === '"' && text[at + 1] === '"') field += text[++at];
    else if (sign === '"' && (quoted || field === "")) quoted = !quoted;
    else if (!quoted && (sign === split || sign === "\n" || sign === "\r")) {
      rows.at(-1)?.push(field);
      field = "";
      if (sign !== split) rows.push([]);
    } else field += sign;
  }
  return rows.slice(0, -1);
}

describe("in CSV", () => {
  test("no text becomes a formula, whatever sign a spreadsheet splits at, and every figure stays a figure", () => {
    fc.assert(
      fc.property(named, (sheet) => {
        const text = writeCsv(sheet);
        for (const split of [",", ";", "\t"]) {
          const live = fieldsOf(text, split)
            .flat()
            .filter((field) => /^[\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(field));
          expect(live.filter((field) => !/^-\d[\d.,-]*$/.test(field))).toEqual([]);
        }
        const [, ...rows] = fieldsOf(text, ",");
        expect(rows.map(([, ...figures]) => figures.every((one) => numeral.test(one)))).toEqual(
          rows.map(() => true),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("every label is kept, but for an apostrophe where it would be a formula and a blank for an order to a terminal", () => {
    fc.assert(
      fc.property(named, (sheet) => {
        const [, ...rows] = fieldsOf(writeCsv(sheet), ",");
        const kept = rows.map(([label = ""]) => label);
        expect(kept.length).toBe(sheet.rows.length);
        for (const [i, row] of sheet.rows.entries()) {
          const label = row.label.replace(/(?![\t\n\r])\p{Cc}/gu, " ");
          expect(kept[i]?.replaceAll("'", "")).toBe(label.replaceAll("'", ""));
          if (
            !/(?:^|[;\t\r\n])[\p{Z}\p{Cc}\p{Cf}]*"*[\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n]/u.test(
              label,
            )
          )
            expect(kept[i]).toBe(label);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("on a web page", () => {
  test("every text is text, whatever is in it", () => {
    fc.assert(
      fc.property(named, (sheet) => {
        const page = elementsOf(writeHtml(sheet));
        const headers = all(page, "th").filter(({ attributes }) => attributes["scope"] !== "col");
        expect(headers.map((header) => textOf(header))).toEqual(sheet.rows.map(({ label }) => plain(label)));
        expect(all(page, "p").map((note) => textOf(note))).toEqual(sheet.notes.map(plain));
        expect(textOf(all(page, "title")[0] ?? page)).toBe(plain(`${sheet.title}, ${sheet.body}`));
      }),
      { numRuns: 200 },
    );
  });
});

describe("in Markdown", () => {
  test("every row of the table has as many cells as its head, whatever is in it", () => {
    fc.assert(
      fc.property(named, (sheet) => {
        const lines = writeMarkdown(sheet)
          .split("\n")
          .slice(2, 4 + sheet.rows.length);
        // A bar after an even number of backslashes ends a cell.
        const bars = lines.map((line) => [...line.matchAll(/(?<!\\)(?:\\\\)*\|/g)].length);
        expect(bars).toEqual(lines.map(() => sheet.columns.length + 2));
      }),
      { numRuns: 200 },
    );
  });
});
