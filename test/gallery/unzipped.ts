import { inflateRawSync } from "node:zlib";
import { relative } from "../workbook/relative.ts";

/** The files in a zip, as texts, by their paths. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const count = zip.readUInt16LE(end + 10);
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    const path = zip.toString("utf8", at + 46, at + 46 + name);
    files.set(path, (method === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** XML with an element to a line, indented by how deep it lies; an element with only text in it stays on its line. */
export function indented(xml: string): string {
  const pieces = xml.match(/<[^>]+>[^<]*/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  for (const piece of pieces) {
    const closes = piece.startsWith("</");
    if (closes) depth = Math.max(0, depth - 1);
    const last = lines.at(-1) ?? "";
    const opened = /^<\/([\w:]+)/.exec(piece)?.[1];
    if (closes && new RegExp(`^\\s*<${opened}[\\s>][^<]*$`).test(last))
      lines[lines.length - 1] = last + piece;
    else lines.push("  ".repeat(depth) + piece);
    if (!closes && !piece.startsWith("<?") && !/\/>[^>]*$/.test(piece)) depth++;
  }
  return `${lines.join("\n")}\n`;
}

/** The strings that the cells of a workbook share. */
export function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, own = ""]) => own.replace(/<[^>]+>/g, ""));
}

interface Cell {
  readonly text: string;
  readonly column: number;
  /** What makes it the like of its neighbours: its style, and its formula seen from its column. */
  readonly kind: string;
}

/**
 * A worksheet for people: a cell to a line, with its text where the file has the number of a shared string. Of cells in a row
 * that have one style and one formula, the first and the last are shown.
 */
export function worksheetText(xml: string, strings: readonly string[]): string {
  const rows = xml.replace(/<row [^>]*>.*?<\/row>/gs, (row) => {
    const [head = ""] = row.match(/^<row [^>]*>/) ?? [];
    const cells = [...row.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([cell]) => cellOf(cell, strings));
    return `\n${[head, ...shortened(cells).map((cell) => `  ${cell}`), "</row>"].join("\n")}`;
  });
  const [before = "", ...after] = rows.split("<sheetData>");
  const [data = "", rest = ""] = after.join("<sheetData>").split("</sheetData>");
  return `${indented(before)}<sheetData>${data}\n</sheetData>\n${indented(rest)}`;
}

function cellOf(cell: string, strings: readonly string[]): Cell {
  const letters = /r="([A-Z]+)/.exec(cell)?.[1] ?? "";
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const formula = /<f>(.*?)<\/f>/s.exec(cell)?.[1];
  const style = /s="(\d+)"/.exec(cell)?.[1];
  const text = cell.includes('t="s"')
    ? cell.replace(/<v>(\d+)<\/v>/, (_, at: string) => `<v>${strings[Number(at)]}</v>`)
    : cell;
  const what = cell.includes('t="s"')
    ? `text ${text}`
    : formula === undefined
      ? ""
      : relative(formula, column);
  return { text, column, kind: `${style} ${what}` };
}

function shortened(cells: readonly Cell[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < cells.length; ) {
    let end = i + 1;
    while (end < cells.length && cells[end]?.kind === cells[i]?.kind) end++;
    const run = cells.slice(i, end).map(({ text }) => text);
    const [first = "", last = ""] = [run[0], run.at(-1)];
    lines.push(...(run.length < 4 ? run : [first, `<!-- ${run.length - 2} more like it -->`, last]));
    i = end;
  }
  return lines;
}
