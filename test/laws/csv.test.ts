import fc from "fast-check";
import { evaluate } from "invest-to-save";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/file/csv.ts";

const texts = fc.string({
  unit: fc.constantFrom("a", "5", "£", '"', ",", ";", "\n", "\r\n", " "),
  maxLength: 8,
});

/** A cell as it may be written: in quotes where it must be, or where somebody likes them. */
const cells = fc.tuple(texts, fc.boolean()).map(([text, liked]) => {
  const quoted = liked || /[",\r\n]/.test(text) || text !== text.trim();
  return { text, written: quoted ? `"${text.replaceAll('"', '""')}"` : text };
});

const tables = fc.record({
  rows: fc.array(fc.array(cells, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\ufeff"),
  ended: fc.boolean(),
});

describe("a CSV file", () => {
  test("reads back cell by cell, whoever wrote it, and each cell is where its place says", () => {
    fc.assert(
      fc.property(tables, ({ rows, lineEnd, mark, ended }) => {
        const body = rows.map((row) => row.map(({ written }) => written).join(",")).join(lineEnd);
        const read = readCsv(`${mark}${body}${ended ? lineEnd : ""}`, "costs.csv");
        expect(read.issues).toEqual([]);
        const filled = rows.filter((row) => row.some(({ text }) => text !== ""));
        expect(read.rows.map(({ fields }) => fields.map(({ text }) => text))).toEqual(
          filled.map((row) => row.map(({ text }) => text)),
        );
        const lines = body.split(/\r\n|\n|\r/);
        for (const [i, { fields }] of read.rows.entries()) {
          for (const [j, { place }] of fields.entries()) {
            const [first = ""] = filled[i]?.[j]?.written.split(/\r\n|\n|\r/) ?? [];
            expect(lines[place.line - 1]?.slice(place.column - 1, place.column - 1 + first.length)).toBe(
              first,
            );
          }
        }
      }),
    );
  });

  test("gives the model every amount of a row, or is refused with a place in it", () => {
    const model =
      "title: Hub\nyears: 2014/15 to 2016/17\nsource: a\ncosts:\n  Rent: { amounts from: { file: costs.csv, row: Rent } }\n";
    fc.assert(
      fc.property(spoiled, (csv) => {
        const { programme, issues } = read(model, { beside: () => csv });
        if (programme === undefined) {
          const elsewhere = issues.filter(
            ({ place, code }) => place?.file !== "costs.csv" && code !== "unknown-name",
          );
          expect(elsewhere).toEqual([]);
          return;
        }
        expect(evaluate(programme).rows.get("rent")?.total?.toNumber()).toBe(amountsOf("rent", csv));
      }),
      { numRuns: 300 },
    );
  });
});

/** What the amounts of a row come to, for whoever splits the file at its commas by hand. */
function amountsOf(name: string, csv: string): number {
  const bare = csv.replace(/"([^"]*)"/g, (_, quoted: string) => quoted.replace(/[\n,]/g, " "));
  const rows = bare.split("\n").map((line) => line.split(",").map((cell) => cell.trim()));
  const headings = rows.find((row) => row.some((cell) => cell !== "")) ?? [];
  const own = rows.find(([first]) => first?.toLowerCase() === name) ?? [];
  const counted = own.filter((_, i) => i > 0 && !/^(totals?|notes?)$/i.test(headings[i] ?? ""));
  return counted.reduce((sum, cell) => sum + Number(cell), 0);
}

/** A file in order, and what becomes of it where a hand slips a few times: signs are lost, doubled or put in. */
const spoiled = fc
  .record({
    columns: fc.uniqueArray(fc.constantFrom("2014/15", "2015/16", "2016/17", "Total", "Notes"), {
      minLength: 1,
    }),
    amounts: fc.array(fc.constantFrom("", "5", "120", "1000", '"64"'), { minLength: 10, maxLength: 10 }),
    slips: fc.array(
      fc.record({
        at: fc.nat(80),
        lost: fc.nat(2),
        put: fc.constantFrom("", "", ",", '"', "\n", " ", "0", "1", "/", ";", "£", "Rent", "2014/15"),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ columns, amounts, slips }) => {
    const row = (name: string, from: number) =>
      [name, ...amounts.slice(from, from + columns.length)].join(",");
    const text = `${["Row", ...columns].join(",")}\n${row("Food", 0)}\n${row("Rent", 5)}\n`;
    return slips.reduce((to, { at, lost, put }) => to.slice(0, at) + put + to.slice(at + lost), text);
  });
