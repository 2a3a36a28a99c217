import { checkWord } from "../issue/given.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import { checkLayOut } from "../sheet/given.ts";
import { type LayOutOptions, layOut } from "../sheet/lay-out.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";
import { rollUp } from "../table/roll-up.ts";
import { checkGrain } from "../time/given.ts";
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
  readonly as?: keyof typeof writers | undefined;
  /** Rolls months or quarters up; years unless told. */
  readonly by?: Grain | undefined;
}

/**
 * A programme evaluated, rolled up to years (or as `by` says) and laid out: what {@link print} prints, as data. Signs, units and
 * rounding are those of `layOut`. Throws what `evaluate`, `rollUp` and `layOut` throw: `wrong-shape` for what is no programme
 * and for options with a value that they cannot have, among others.
 *
 * @example
 * ```ts
 * import { cost, months, programme, sheetOf } from "invest-to-save";
 * const p = programme("Rent", months("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_200));
 * sheetOf(p).columns.map((column) => column.label).join(); // => "2024/25,2025/26,Total"
 * ```
 */
export function sheetOf(programme: Programme, options: PrintOptions = {}): Sheet {
  checkProgramme(programme, "sheetOf");
  checkLayOut(options);
  return laidOut(programme, options);
}

/** The same of what was looked at. */
function laidOut(programme: Programme, options: PrintOptions): Sheet {
  const { by = "year" } = options;
  checkGrain(by, "by");
  const table = evaluate(programme);
  return layOut(table.timeline.grain === by ? table : rollUp(table, by), options);
}

/**
 * From programme to printed table in one call. Costs are positive, funding and savings in brackets; each figure is rounded on its
 * own, half away from zero, unless `round` says otherwise; months and quarters are rolled up to years unless `by` does. It returns the text and writes nothing anywhere. Throws what
 * {@link sheetOf} throws, and `wrong-shape` for a form that it cannot print in.
 *
 * @example
 * ```ts
 * import { cost, print, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * print(p, { unit: "thousands", as: "csv" }).split("\n")[2]; // => "Rent,2,2,3"
 * ```
 */
export function print(programme: Programme, options: PrintOptions = {}): string {
  checkProgramme(programme, "print");
  checkLayOut(options);
  const { as = "text" } = options;
  checkWord(as, Object.keys(writers), ["as"]);
  return writers[as](laidOut(programme, options), options);
}
