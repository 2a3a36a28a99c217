import { type Cell, type CellValue, writeXlsx } from "hucre/xlsx";
import { type At, columnAt, type Drawn, placesAt, rowAt } from "./drawn.ts";
import { type LeastFault, stepsOf } from "./truth.ts";

/** The parts of a table as they are printed. */
interface Texts {
  readonly above: readonly string[];
  readonly heads: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
  readonly below: readonly string[];
}

function isAt(fault: LeastFault | undefined, { row, column }: At): fault is LeastFault {
  return fault?.at.row === row && fault.at.column === column;
}

/** The text of one cell, or that of a fault in its place. */
export function cellText({ layout, values }: Drawn, at: At, fault?: LeastFault): string {
  const [row, column] = [rowAt(layout, at), columnAt(layout, at)];
  const { said } = layout;
  const value = values[at.row]?.[at.column];
  const text = row.texts.get(column.id);
  if (text !== undefined || value === undefined) return text ?? "";
  if (row.nil.includes(column.id) && !isAt(fault, at)) return said.get("nil") ?? "";
  const places = placesAt(layout, at);
  const steps = isAt(fault, at) ? fault.steps : stepsOf(value, places);
  if (steps === 0n && row.after === "" && said.has("nil")) return said.get("nil") ?? "";
  const digits = grouped(steps < 0n ? -steps : steps, places, said.get("thousands") === "space" ? " " : ",");
  const before = row.before || (row.after ? "" : column.before);
  const shown = `${before}${digits}${row.after || (row.before ? "" : column.after)}`;
  const isTurned = [row.signs, column.signs].includes("turned");
  if (steps === 0n || steps < 0n === isTurned) return shown;
  const styles: Record<string, string> = { minus: `-${shown}`, unicode: `−${shown}`, trailing: `${shown}-` };
  return styles[said.get("style") ?? ""] ?? `(${shown})`;
}

function grouped(steps: bigint, places: number, separator: string): string {
  const digits = steps.toString().padStart(places + 1, "0");
  const end = digits.length - places;
  const whole = digits.slice(0, end).replace(/\B(?=(\d{3})+$)/g, separator);
  return places > 0 ? `${whole}.${digits.slice(end)}` : whole;
}

function textsOf(table: Drawn, fault?: LeastFault): Texts {
  const { said, columns, rows } = table.layout;
  const listed = (key: string) => said.get(key)?.split("\n") ?? [];
  const names = columns.map(({ label }) => label.split(" // "));
  const layers = Math.max(...names.map(({ length }) => length));
  const corner = (said.get("corner") ?? "").split(" // ");
  const heads = Array.from({ length: layers }, (_, i) => {
    const layer = names.map((parts) => parts[i - layers + parts.length] ?? "");
    // What several columns share stands over the first of them.
    const shown = layer.map((text, at) => (i < layers - 1 && text === layer[at - 1] ? "" : text));
    return [corner[i] ?? "", ...shown];
  });
  const body = rows.map((line, row) => [
    line.label,
    ...columns.map((_, column) => (line.id === "gap" ? "" : cellText(table, { row, column }, fault))),
  ]);
  return { above: listed("above"), heads, body, below: listed("below") };
}

/** The text of a table in its own form, with a fault in it where one is given. */
export function spelt(table: Drawn, fault?: LeastFault): string {
  const { above, heads, body, below } = textsOf(table, fault);
  const form = table.layout.said.get("form") ?? "csv";
  const lines = [...heads, ...body];
  if (form === "html") return html({ above, heads, body, below });
  if (form === "markdown") {
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const [head = []] = heads.slice(-1);
    const rule = row(head.map((_, i) => (i === 0 ? ":---" : "---:")));
    return `${[...above.map((text) => `${text}\n`), row(head), rule, ...body.map(row), "", ...below].join("\n")}\n`;
  }
  if (form === "pdf") {
    const widths =
      heads[0]?.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)) + 3) ?? [];
    const padded = lines.map((cells) =>
      cells
        .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
        .join(""),
    );
    return `${[...above, ...padded.map((line) => line.trimEnd()), ...below].join("\n")}\n`;
  }
  const separator = form === "tsv" ? "\t" : form === "semicolons" ? ";" : ",";
  const quoted = (text: string) => (text.includes(separator) ? `"${text}"` : text);
  const blanks = heads[0]?.slice(1).map(() => "") ?? [];
  const all = [
    ...above.map((text) => [text, ...blanks]),
    ...lines,
    ...below.map((text) => [text, ...blanks]),
  ];
  return `${all.map((cells) => cells.map(quoted).join(separator)).join("\n")}\n`;
}

function html({ above, heads, body, below }: Texts): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("£", "&pound;").trim();
  const head = heads.map((layer, i) => {
    const starts = layer.flatMap((text, at) => (at < 2 || text !== "" || i === heads.length - 1 ? [at] : []));
    const cells = starts.map((at, s) => {
      const span = (starts[s + 1] ?? layer.length) - at;
      return `<th colspan="${span}">${escaped(layer[at] ?? "")}</th>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const rows = body.map(([label = "", ...cells]) => {
    const strong = /total|net /i.test(label) ? "strong" : "span";
    const indent = "&nbsp;".repeat(label.length - label.trimStart().length);
    const figures = cells.map((text) => `<td><${strong}>${escaped(text)}</${strong}></td>`);
    return `<tr><th scope="row">${indent}<${strong}>${escaped(label)}</${strong}></th>${figures.join("")}</tr>`;
  });
  const table = `<table><thead>${head.join("\n")}</thead><tbody>${rows.join("\n")}</tbody></table>`;
  return `<h2>${above.map(escaped).join("</h2><p>")}</h2>${table}<p>${below.map(escaped).join("</p><p>")}</p>`;
}

/** A table as a workbook: unrounded values, which the formats of their cells show as they are printed. */
export function workbookOf(table: Drawn, fault?: LeastFault): Promise<Uint8Array> {
  const { layout, values } = table;
  const { above, heads, body, below } = textsOf(table, fault);
  const cells = new Map<string, Partial<Cell>>();
  const rows = body.map((texts, row) =>
    texts.map((text, i): CellValue => {
      const at = { row, column: i - 1 };
      const value = i === 0 ? undefined : values[row]?.[at.column];
      if (value === undefined) return text === "" ? null : text;
      const places = placesAt(layout, at);
      const percent = [rowAt(layout, at).after, columnAt(layout, at).after].includes("%");
      const shown = isAt(fault, at) ? Number(fault.steps) / 10 ** places : value;
      const number = percent ? shown / 100 : shown;
      const form = `#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}`;
      const numFmt = percent ? `${form}%` : `${form};(${form});"-"`;
      cells.set(`${above.length + heads.length + row},${i}`, {
        value: number,
        type: "number",
        style: { numFmt },
      });
      return number;
    }),
  );
  const all = [
    ...above.map((text) => [text]),
    ...heads.map((head) => [...head]),
    ...rows,
    ...below.map((text) => [text]),
  ];
  return writeXlsx({ sheets: [{ name: "Sheet1", rows: all, cells: cells as Map<string, Cell> }] });
}
