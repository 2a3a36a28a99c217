import * as z from "zod";
import { add, type Formula } from "../formula/formula.ts";
import type { LineContext } from "../programme/line.ts";

export const baseSchema = () =>
  z.union([z.string(), z.array(z.string()).min(1)]).meta({
    description: "the name of a line or total, or a list of names: Total Cost",
  });

/** The sum of the lines that are named under `of`, as a row, and the lines. */
export interface Base {
  readonly sum: Formula;
  readonly lines: readonly Formula[];
}

/**
 * The sum of the lines named under `of`, as a row `base` in the unit of the line, and these; `undefined` after a fault that leaves
 * nothing to add up. `example` is how it is written. Issue codes: `unknown-name`; `wrong-shape` for no base, a base named
 * twice, or an assumption in place of a line.
 */
export function baseOf(line: LineContext, of: string | readonly string[], example: string): Base | undefined {
  const names = Array.isArray(of) ? of : typeof of === "string" ? [of] : [];
  const bases = names.map((name, at) => {
    const place = typeof of === "string" ? "of" : ["of", String(at)];
    const formula = line.named(place, name);
    if (formula.node === "assumption") noLine(line, place, name);
    return formula;
  });
  const rows = bases.flatMap((base) => (base.node === "row" ? [base.id] : []));
  if (names.length === 0) noBase(line, example);
  if (new Set(rows).size < rows.length) twice(line, names);
  if (bases.length === 0) return undefined;
  const totals = line.unit === "£" ? "sum" : "none";
  return { sum: line.row("base", { unit: line.unit, totals, formula: add(...bases) }), lines: bases };
}

function noBase(line: LineContext, example: string): void {
  line.fault("of", {
    code: "wrong-shape",
    message: `${line.label} is a share of nothing`,
    expected: "the name of a line or total, or a list of names",
    received: "an empty list",
    hint: `write it like ${example}`,
  });
}

function noLine(line: LineContext, place: string | readonly string[], name: string): void {
  line.fault(place, {
    code: "wrong-shape",
    message: `${line.label} is a share of “${name}”, an assumption, which belongs to no period`,
    expected: "the name of a line or a total",
    received: name,
    hint: "name the line that uses it",
  });
}

function twice(line: LineContext, names: readonly string[]): void {
  line.fault("of", {
    code: "wrong-shape",
    message: `${line.label} names a line of its base twice, and would count it twice`,
    expected: "each line once",
    received: names.join(", "),
    hint: "take one of the two out",
  });
}
