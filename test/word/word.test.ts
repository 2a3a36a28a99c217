import { readdirSync } from "node:fs";
import { cost, evaluate, programme, sheetOf, years } from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { readProgramme } from "invest-to-save/file";
import { writeWord } from "invest-to-save/word";
import { describe, expect, test, vi } from "vitest";
import { figure } from "../../src/write/figure.ts";
import { root, textOf } from "../cli/repository.ts";
import { unzipped } from "../gallery/unzipped.ts";

const models = readdirSync(`${root}/models`).sort();
const modelNamed = (name: string) => {
  const file = `models/${name}/model.yaml`;
  return readProgramme(textOf(file), { file });
};

const body = async (bytes: Promise<Uint8Array>) => unzipped(await bytes).get("word/document.xml") ?? "";
const all = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<w:${element}[ >].*?</w:${element}>`, "gs"))].map(([found]) => found);
const plain = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*/g)]
    .map(([text]) => text.replace(/<[^>]*>/g, ""))
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
const cellsOf = (row: string) => all(row, "tc");

describe.each(models)("the Word document of %s", (name) => {
  const model = modelNamed(name);

  test("has the statement first, each figure as it is printed", async () => {
    const [statement = ""] = all(await body(writeWord(model)), "tbl");
    const [head = "", ...rows] = all(statement, "tr").map((row) => cellsOf(row).map(plain));
    const sheet = sheetOf(model);
    expect(head).toEqual([sheet.unit, ...sheet.columns.map(({ label }) => label)]);
    const printed = sheet.rows.map(({ role, label, cells }) => {
      const figures = cells.map((cell) => (cell === undefined ? "" : figure(cell.printed, cell.decimals)));
      return role === "heading" ? [label] : [label, ...figures];
    });
    expect(rows).toEqual(printed);
  });

  test("has a header row that is repeated over every table, in words where it heads words", async () => {
    for (const table of all(await body(writeWord(appraise(model))), "tbl")) {
      const [head = ""] = all(table, "tr");
      expect(head).toContain("<w:tblHeader/>");
      expect(plain(head)).not.toBe("");
    }
  });

  test("breaks no word over two lines, and says each note once", async () => {
    const xml = await body(writeWord(appraise(model)));
    for (const table of all(xml, "tbl")) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      for (const row of all(table, "tr"))
        for (const [i, cell] of cellsOf(row).entries()) {
          const size = Number(/<w:sz w:val="(\d+)"/.exec(cell)?.[1] ?? 20);
          const longest = Math.max(
            ...plain(cell)
              .split(/\s/)
              .map((word) => word.length),
          );
          // Arial is half as wide as it is high, bold letters a little more.
          if (!/gridSpan/.test(cell) && longest < 25) expect(widths[i]).toBeGreaterThan(longest * size * 5.5);
        }
    }
    const texts = all(xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, ""), "p")
      .map(plain)
      .filter((text) => text.length > 60);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("has header rows that are repeated, and every figure right-aligned", async () => {
    for (const table of all(await body(writeWord(model)), "tbl").slice(0, 1 + model.tables.length)) {
      const [head = "", ...rows] = all(table, "tr");
      expect(head).toContain("<w:tblHeader/>");
      for (const cell of rows.flatMap((row) => cellsOf(row).slice(1)))
        expect(cell).toContain('<w:jc w:val="right"/>');
    }
  });

  test("has every assumption with its source, and says so if it is a draft", async () => {
    const text = plain(await body(writeWord(model)));
    const inputs = [...model.assumptions.values()].filter(({ basis }) => basis.kind !== "structure");
    for (const { label } of inputs) expect(text).toContain(label.replace(/\s+/g, " "));
    expect(text.startsWith("DRAFT: ")).toBe(sheetOf(model).draft);
  });

  test("is the same to the byte when it is made again, whenever that is", async () => {
    const once = await writeWord(model);
    vi.useFakeTimers({ now: new Date("2031-07-05T12:34:56Z"), toFake: ["Date"] });
    try {
      expect(Buffer.from(await writeWord(model)).equals(Buffer.from(once))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a Word document", () => {
  const rent = (title: string, label = "Rent") =>
    programme(title, years("2024/25", "2025/26"), { source: "lease" }, cost(label, 1_500));

  test("has no more than it is given where there is no appraisal, and the appraisal where there is", async () => {
    const bare = all(await body(writeWord(rent("Rent"))), "tbl").length;
    expect(bare).toBe(2);
    const appraised = await body(writeWord(appraise(rent("Rent"), { rate: "5%" })));
    expect(plain(appraised)).toContain("Net present value");
    expect(all(appraised, "tbl").length).toBeGreaterThan(bare + 2);
  });

  test("takes text as text, whatever is in it", async () => {
    const odd = `R&D </w:t></w:r> "quoted" \u0007\u0000 <w:p>`;
    const xml = await body(writeWord(rent(odd, odd)));
    expect(plain(xml)).toContain('R&D </w:t></w:r> "quoted" <w:p>');
    expect(xml).not.toMatch(/\p{Cc}(?<![\n\t])/u);
  });

  test("adds up where footing is asked for", async () => {
    const thirds = programme(
      "Thirds",
      years("2024/25", "2026/27"),
      { source: "lease" },
      cost("A", "333.4"),
      cost("B", "333.4"),
      cost("C", "333.4"),
    );
    const [table = ""] = all(await body(writeWord(thirds, { round: "footed" })), "tbl");
    const figures = all(table, "tr").map((row) =>
      Number((plain(cellsOf(row)[1] ?? "") || "0").replaceAll(",", "")),
    );
    const total = evaluate(thirds).rows.get("total-cost")?.values[0]?.toFixed(0);
    expect(total).toBe("1000");
    const lines = all(table, "tr").map((row) => plain(cellsOf(row)[0] ?? ""));
    const of = (label: string) => figures[lines.indexOf(label)] ?? 0;
    expect(of("A") + of("B") + of("C")).toBe(of("Total Cost"));
  });
});
