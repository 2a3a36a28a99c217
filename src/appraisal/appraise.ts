import type { AppraisalOptions } from "../programme/appraisal-options.ts";
import { extend } from "../programme/building/extend.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import type { Adding } from "./addition.ts";
import { checkAsked } from "./asked.ts";
import { addBudgetView } from "./budget-view.ts";
import { type Agency, addBodies } from "./case-by-body.ts";
import { addCase, type CaseRows } from "./case-rows.ts";
import { addGrossToCashable } from "./gross-to-cashable.ts";
import { intoPrices } from "./into-prices.ts";
import { cashMeasures, type MeasureRow, presentMeasures } from "./measure-rows.ts";
import { outcomeCost } from "./outcome-cost.ts";
import { type Terms, termsOf } from "./terms.ts";

/** What an appraisal added to a programme, and on what terms. */
export interface Appraisal {
  readonly terms: Terms;
  readonly rows: CaseRows;
  /** The measures that are rows; the others read the table. */
  readonly measures: readonly MeasureRow[];
  readonly agencies: readonly Agency[];
}

/** A programme with the rows of its appraisal. */
export interface AppraisedProgramme extends Programme {
  readonly appraisal: Appraisal;
}

/**
 * A programme with the rows of its appraisal: flows of the case, net, cumulative net, discount factor, present values, the
 * measures that are formulas, what each body gives and gets, and in the financial case the budget view year on year. All
 * of them are rows like any other: they are evaluated, explained, laid out and judged by conditions. Rows are in pounds;
 * costs, savings and income are positive, a net is a saving where it is positive and a cost where it is negative.
 *
 * The **financial case** is the cash of one body: money from others is income, its own budget, reserves and advances
 * are not. The **economic case** is in real money, all bodies together, without grants and repayments between them. Cash
 * and real money are never added, nor discounted by each other's rates: that takes a named deflator or a rate of inflation.
 *
 * Year 0 is not discounted unless the timing says so. Throws `InvestToSaveError` with `wrong-prices`,
 * `unknown-name`, `unknown-key`, `out-of-range`, `missing-key`, `wrong-shape`, `wrong-unit` or `malformed-period`.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, saving, years } from "invest-to-save";
 * import { appraise } from "invest-to-save/appraisal";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const appraised = appraise(p, { rate: "5%" });
 * evaluate(appraised).rows.get("appraisal.net-present-value")?.total?.toFixed(2); // => "115.65"
 * ```
 */
export function appraise(programme: Programme, options: AppraisalOptions = {}): AppraisedProgramme {
  checkProgramme(programme, "appraise");
  checkAsked(options);
  const chosen: AppraisalOptions = { ...programme.options.appraisal, ...options };
  checkAsked(chosen);
  const made = madeBefore(programme, chosen) ?? newlyMade(programme, chosen);
  const assumptions = new Map([...programme.assumptions, ...made.inputs]);
  const { rows, tables, sums, order } = made.extended;
  const { appraisal } = made;
  // One rate for all years is no series.
  const { schedule } = chosen.rate === undefined ? appraisal.terms : {};
  const appraisedOn = { asked: options, ...(schedule === undefined ? {} : { schedule }) };
  return Object.freeze({ ...programme, rows, assumptions, tables, sums, order, appraisal, appraisedOn });
}

/** An appraisal of a programme, to be used again for the same programme with other values. */
interface Made {
  readonly of: Programme;
  readonly appraisal: Appraisal;
  readonly extended: Programme;
  readonly inputs: Adding["assumptions"];
}

/** By the rows that were added to: a programme whose values alone are replaced keeps its rows, and so needs no new ones. */
const appraisals = new WeakMap<Programme["rows"], Map<string, Made>>();
const kept = 8;

function madeBefore(programme: Programme, chosen: AppraisalOptions): Made | undefined {
  const found = appraisals.get(programme.rows)?.get(keyOf(chosen));
  const same = (
    ["timeline", "options", "parts", "lines", "conditions", "tables", "sums", "order"] as const
  ).every((key) => found?.of[key] === programme[key]);
  return same ? found : undefined;
}

/** Options of the same text are the same: they are plain data, and a number too large for that is written out. */
function keyOf(chosen: AppraisalOptions): string {
  return JSON.stringify(chosen, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

function newlyMade(programme: Programme, chosen: AppraisalOptions): Made {
  const terms = termsOf(programme, chosen);
  const adding: Adding = {
    programme,
    rows: new Map(),
    assumptions: new Map(),
    tables: [],
    sums: [],
  };
  const prices = intoPrices(adding, terms);
  const rows = addCase(adding, terms, chosen, prices);
  const measures = terms.case === "financial" ? cashMeasures(adding, rows, prices) : [];
  if (rows.present) measures.push(...presentMeasures(adding, terms, rows.flows, rows.present));
  if (chosen.outcomes !== undefined)
    measures.push(outcomeCost(adding, rows.cost, chosen.outcomes, terms.prices));
  if (terms.case === "financial") {
    addGrossToCashable(adding, rows.saving, prices);
    addBudgetView(adding, rows.flows, prices);
  }
  const agencies = addBodies(adding, terms, rows, prices);
  const appraisal: Appraisal = { terms, rows, measures, agencies };
  const made: Made = {
    of: programme,
    appraisal,
    extended: extend(programme, adding),
    inputs: adding.assumptions,
  };
  const others = [...(appraisals.get(programme.rows) ?? [])].slice(1 - kept);
  appraisals.set(programme.rows, new Map([...others, [keyOf(chosen), made]]));
  return made;
}
