import * as z from "zod";
import { type Formula, nil } from "../formula/formula.ts";
import { parseFormula } from "../formula/parse.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { DriverKind } from "./driver-kind.ts";

/**
 * A line written as arithmetic over names, worked out anew in each period, in the unit of the line and not rounded. Names
 * are those of assumptions, lines, totals and other rows, whose amounts are positive whatever their kind. There are
 * numbers and percentages, `+ - * /` and brackets, `previous()` for the line's own value the period before (nil before the
 * first), `previous(name)`, `total(name)` over all periods, `min(a, b)`, `max(a, b)`, `round(amount, step)` half away from
 * zero, and `years()`, `months()` and `days()` for the length of the period.
 *
 * Issue codes: `wrong-shape` for text that cannot be read, with its column; `not-a-number`, `too-many-digits`,
 * `out-of-range` and `too-deep` in it; `unknown-name`, `wrong-unit`, `wrong-prices`, `cycle`, `division-by-nil`.
 *
 * @example
 * ```ts
 * import { assumption, cost, evaluate, programme, years } from "invest-to-save";
 * import { calculated } from "invest-to-save/drivers";
 * const p = programme("Team", years("2024/25", "2025/26"), { source: "plan" },
 *   assumption("Families", { value: 500, unit: "families per year" }),
 *   assumption("Unit cost", { value: 840, unit: "£ per family" }),
 *   cost("Conferences", calculated("families * 20% * unit cost * years()")));
 * evaluate(p).rows.get("conferences")?.values.join(" "); // => "84000 84000"
 * ```
 */
export function calculated(formula: string): Driver {
  return { name: "formula", options: formula, shape: "text", build: (line) => buildFormula(line, formula) };
}

function buildFormula(line: LineContext, text: string): Formula {
  const parsed = parseFormula(text, { own: line.id, named: (name) => line.named("", name) });
  if (parsed.ok) return parsed.formula;
  const { code, column, expected, received, hint } = parsed.fault;
  const message = `the formula of ${line.label} cannot be read at column ${column}`;
  line.fault("", { code, message, expected, received, hint });
  return nil;
}

export const formulaKind: DriverKind<string> = {
  name: "formula",
  schema: () =>
    z
      .string()
      .meta({ description: "arithmetic over names: families * share * unit cost, previous() * 1.02" }),
  from: calculated,
};
