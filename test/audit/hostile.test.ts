import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { unpackedSize } from "../../src/audit/read/forms/unpacked.ts";
import { readWorkbookTable } from "../../src/audit/read/forms/workbook.ts";

/** What a text comes to, and in how many seconds. */
function judged(text: string, file: string): { codes: string[]; seconds: number } {
  const start = performance.now();
  const { issues } = audit(text, { file });
  return { codes: issues.map(({ code }) => code), seconds: (performance.now() - start) / 1000 };
}

describe("a file that is made to take time or memory is refused, with the reason", () => {
  test.each([
    ["fifty megabytes of figures", "table.csv", "file-too-large", () => "1,2,3,4,5\n".repeat(5_000_000)],
    ["ten thousand columns", "table.csv", "table-too-large", () => `a,${"1,".repeat(10_000)}\n`],
    ["a hundred thousand rows", "table.csv", "table-too-large", () => "a,1\n".repeat(100_000)],
    ["quotes that are never closed", "table.csv", "table-too-large", () => '"a\n'.repeat(200_000)],
    [
      "cells that span everything",
      "page.html",
      "table-too-large",
      () => `<table>${"<tr><td colspan=999999 rowspan=999999>1".repeat(900)}`,
    ],
    ["a page of tables in tables", "page.html", "no-table", () => "<table><tr><td>1".repeat(60_000)],
    [
      "tags that are never closed",
      "page.html",
      "no-table",
      () => `${"<b>".repeat(150_000)}${"</i>".repeat(100_000)}`,
    ],
    ["pipes and nothing else", "table.md", "table-too-large", () => `${"|".repeat(500_000)}\n|---|\n`],
    ["a line of spaces and digits", "table.txt", "table-too-large", () => `${" 1".repeat(400_000)}`],
    ["brackets and noughts", "table.csv", "table-too-large", () => `${"((((0,".repeat(100_000)}`],
  ])("%s", (_, file, code, text) => {
    const { codes, seconds } = judged(text(), file);
    expect(codes).toEqual([code]);
    expect(seconds).toBeLessThan(20);
  });

  test("the longest table that is read is judged soon, whatever its figures are", () => {
    const rows = Array.from({ length: 1990 }, (_, i) =>
      [`Row ${i}`, ...[7919, 104_729, 1_299_709].map((prime) => ((i + 3) * prime) % 999_983)].join(","),
    );
    const before = process.cpuUsage();
    expect(audit(`£000,A,B,C\n${rows.join("\n")}\nTotal,5,6,7\n`).audit?.holds).toBe(true);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(20);
  });

  test("scripts on a page are passed over, and nothing of them is in the table", () => {
    const page =
      "<table><tr><td>Rent<td>4<script>while(true){}</script><td>5<tr><td onclick=x()>Pay<td>6<td>7</table>";
    const { audit: found } = audit(page, { file: "page.html" });
    expect(JSON.stringify(found)).not.toMatch(/while|onclick/);
  });
});

/** An archive with one file in it that says it is small. */
function archive(name: string, content: Buffer, said: number): Uint8Array {
  const packed = deflateRawSync(content);
  const own = Buffer.from(name);
  const head = (mark: number, central: boolean) => {
    const bytes = Buffer.alloc(central ? 46 : 30);
    const at = central ? 2 : 0;
    bytes.writeUInt32LE(mark, 0);
    bytes.writeUInt16LE(20, 4);
    bytes.writeUInt16LE(8, 8 + at);
    bytes.writeUInt32LE(packed.length, 18 + at);
    bytes.writeUInt32LE(said, 22 + at);
    bytes.writeUInt16LE(own.length, 26 + at);
    return Buffer.concat([bytes, own]);
  };
  const local = Buffer.concat([head(0x04034b50, false), packed]);
  const central = head(0x02014b50, true);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe("a workbook that is made to take memory is refused", () => {
  test("one that unpacks to two hundred megabytes, whatever it says of itself", async () => {
    const bomb = archive("xl/worksheets/sheet1.xml", Buffer.alloc(200_000_000, 32), 100);
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    const { issues } = await readWorkbookTable(bomb, { file: "bomb.xlsx" });
    expect(issues).toMatchObject([
      { code: "file-too-large", received: "more than 40,000,000 bytes when it is unpacked" },
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  test("one that says it has more files than any workbook, or that one lies where there is nothing", async () => {
    const changed = (place: number, value: number) => {
      const bytes = Buffer.from(archive("a", Buffer.from("b"), 1));
      bytes.writeUInt16LE(value, bytes.length + place);
      return bytes;
    };
    // The number of its files stands twelve bytes from the end; where a file lies, five before the end of the list.
    for (const bytes of [changed(-12, 60_000), changed(-27, 60_000)]) {
      expect(await unpackedSize(bytes, 1_000)).toBeUndefined();
      expect((await readWorkbookTable(bytes)).issues).toMatchObject([{ code: "binary-file" }]);
    }
  });

  test("files that are kept as they are count with their own size", async () => {
    const bytes = Buffer.from(archive("a", Buffer.from("b".repeat(500)), 500));
    const list = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt16LE(0, list + 10);
    const packed = bytes.readUInt32LE(list + 20);
    expect(await unpackedSize(bytes, 1_000)).toBe(packed);
  });

  test("one that is larger than any workbook with a table", async () => {
    const { issues } = await readWorkbookTable(new Uint8Array(50_000_000));
    expect(issues).toMatchObject([{ code: "file-too-large" }]);
  });

  test("bytes that are no workbook, or half of one", async () => {
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(80, 75, 3, 4),
      archive("a", Buffer.from("b"), 1).subarray(9),
    ])
      expect((await readWorkbookTable(bytes)).issues).toMatchObject([{ code: "binary-file" }]);
    expect((await readWorkbookTable(archive("a", Buffer.from("b"), 1))).issues).toMatchObject([
      { code: "binary-file" },
    ]);
  });
});
