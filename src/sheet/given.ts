import { isKeyed } from "../issue/given.ts";
import { checkHandedOn } from "../issue/handed-on.ts";
import { refuseErrors } from "../issue/refusal.ts";
import { wrongValue } from "../issue/wrong-value.ts";
import { type OptionShape, optionFaults, refuseShape } from "../programme/option-shape.ts";
import { scales } from "./scale.ts";

/** Refuses what is no sheet. */
export function checkSheet(given: unknown): void {
  checkHandedOn(given, { name: "sheet", by: "layOut", lists: ["columns", "rows", "notes"] });
}

const shape: OptionShape = {
  "table?": "text",
  "unit?": Object.keys(scales),
  "decimals?": "whole number",
  "columns?": "list",
  "round?": ["independent", "footed"],
  "total?": "true or false",
  // Whoever prints a sheet hands its own options on with these, and looks at what they say.
  "as?": "any",
  "by?": "any",
  "mark?": "true or false",
};

/** Refuses what is asked of a sheet in words that mean nothing, and keys that have no meaning: a slip in one would print other figures. */
export function checkLayOut(options: unknown): void {
  refuseShape("the layout", shape, options);
  const { columns } = options as Readonly<Record<string, unknown>>;
  if (Array.isArray(columns))
    refuseErrors(
      Array.from(columns, (one: unknown, at) => columnFaults(one, ["columns", String(at)])).flat(),
    );
}

const shapesOfColumns: Readonly<Record<string, OptionShape>> = {
  "total as": { "total as": "text" },
  "share of": { "share of": "text", "label?": "text", "decimals?": "whole number" },
  measure: { measure: "text", values: "keys", "decimals?": "whole number" },
};

function columnFaults(column: unknown, path: readonly string[]) {
  if (column === "periods" || column === "total") return [];
  const kind = isKeyed(column) ? Object.keys(shapesOfColumns).find((key) => key in column) : undefined;
  if (kind !== undefined) return optionFaults(shapesOfColumns[kind], column, path);
  const expected = "periods, total, or keys with one of “total as”, “share of” and “measure”";
  return [wrongValue(path, expected, column, "write it like “periods” or { measure: …, values: { … } }")];
}
