import type { Programme } from "../programme/programme.ts";
import { type LayOutOptions, layOut } from "../sheet/lay-out.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";
import { rollUp } from "../table/roll-up.ts";
import type { Grain } from "../time/timeline.ts";
import { writeCsv } from "./csv.ts";
import { writeHtml } from "./html.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./markdown.ts";
import type { WriteOptions } from "./marks.ts";
import { writeText } from "./text.ts";

/** The forms in which a sheet can be written. */
export const writers = {
  text: writeText,
  markdown: writeMarkdown,
  html: writeHtml,
  csv: writeCsv,
  json: writeJson,
} as const;

/** How a programme is printed. */
export interface PrintOptions extends LayOutOptions, WriteOptions {
  /** Plain text unless told. */
  readonly as?: keyof typeof writers;
  /** Rolls months or quarters up; years unless told. */
  readonly by?: Grain;
}

/**
 * A programme evaluated, rolled up to years (or as `by` says) and laid out.
 *
 * @example
 * ```ts
 * import { cost, months, programme, sheetOf } from "invest-to-save";
 * const p = programme("Rent", months("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_200));
 * sheetOf(p).columns.map((column) => column.label).join(); // => "2024/25,2025/26,Total"
 * ```
 */
export function sheetOf(programme: Programme, options: PrintOptions = {}): Sheet {
  const table = evaluate(programme);
  const by = options.by ?? "year";
  return layOut(table.timeline.grain === by ? table : rollUp(table, by), options);
}

/**
 * From programme to printed table in one call. It returns the text and writes nothing anywhere.
 *
 * @example
 * ```ts
 * import { cost, print, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * print(p, { unit: "thousands", as: "csv" }).split("\n")[2]; // => "Rent,2,2,3"
 * ```
 */
export function print(programme: Programme, options: PrintOptions = {}): string {
  return writers[options.as ?? "text"](sheetOf(programme, options), options);
}
