import { nil } from "../formula/formula.ts";
import { refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import type { OptionTerms } from "../programme/appraisal-options.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Line } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { withValues } from "../programme/with-values.ts";
import { rowNamed } from "../table/explain.ts";
import { checkOption } from "./asked.ts";
import { cashOf } from "./flows.ts";

/**
 * A programme as one of the options of an appraisal would have it: some lines left out, which makes them nil in every
 * period together with the lines that come with them, and some values set. What the appraisal of the model names as benefits to
 * society can be left out too, and is where all is. The conditions of what is left out stay.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no programme or no option, `unknown-name` for a line that the
 * programme does not have, and what `withValues` throws.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, years } from "invest-to-save";
 * import { withOption } from "invest-to-save/appraisal";
 * const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_000), cost("Rates", 300));
 * evaluate(withOption(rent, { without: ["Rates"] })).rows.get("total-cost")?.values.join(" "); // => "1000 1000"
 * ```
 */
export function withOption(programme: Programme, terms: OptionTerms): Programme {
  checkProgramme(programme, "withOption");
  checkOption(terms);
  return asOption(programme, terms, programme.options.appraisal?.benefits);
}

/** The same where an appraisal names other benefits to society than the model does. */
export function asOption(
  programme: Programme,
  terms: OptionTerms,
  benefits: readonly string[] = [],
): Programme {
  const kept = leavingOut(programme, terms.without ?? [], benefits);
  return terms.set === undefined ? kept : withValues(kept, terms.set);
}

function leavingOut(
  programme: Programme,
  names: "all" | readonly string[],
  benefits: readonly string[],
): Programme {
  const toSociety = new Set(benefits.map((name) => rowNamed(programme, name)?.id));
  const lines = programme.lines.filter(({ kind, id }) => kind !== "memorandum" || toSociety.has(id));
  const out = new Set(
    names === "all" ? lines.map(({ id }) => id) : names.map((name) => lineOf(lines, name).id),
  );
  if (out.size === 0) return programme;
  for (const line of lines) if (line.madeBy !== undefined && out.has(line.madeBy)) out.add(line.id);
  const counted = new Set(programme.lines.map((line) => cashOf(programme, line)));
  const withoutFormula = (row: Row): Row =>
    out.has(row.id) ||
    (row.line !== undefined && out.has(row.line) && (row.stage !== undefined || counted.has(row.id)))
      ? { ...row, formula: nil }
      : row;
  const rows = new Map([...programme.rows].map(([id, row]) => [id, withoutFormula(row)]));
  return Object.freeze({ ...programme, rows });
}

function lineOf(lines: readonly Line[], name: string): Line {
  const found = lines.find(({ id }) => id === idOf(name));
  if (found) return found;
  const labels = lines.map(({ label }) => label);
  const path = ["appraisal", "options", "without"];
  throw refusal(unknownName({ what: "line", where: "to leave out", name, known: labels, path }));
}
