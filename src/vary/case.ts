import { type AppraisedProgramme, appraise } from "../appraisal/appraise.ts";
import { isAppraised } from "../appraisal/appraised.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { textOf, unknownName } from "../issue/unknown-name.ts";
import type { AppraisalOptions } from "../programme/appraisal-options.ts";
import { extend } from "../programme/building/extend.ts";
import type { Condition } from "../programme/condition.ts";
import { idOf, namedIn } from "../programme/names.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { conditionOutcome } from "./condition-outcome.ts";
import { knownMeasures, measureId, measureOutcomes } from "./measure-outcome.ts";
import type { OutcomeReader } from "./outcome.ts";
import { rowInWords, rowOutcome } from "./row-outcome.ts";

/** On what terms outcomes are asked for. */
export interface CaseOptions {
  /** On what terms the programme is appraised where a measure is asked for; as the model says unless told. */
  readonly appraisal?: AppraisalOptions;
  /** Hears how much is done, now and then: assumptions moved, cells of a grid, scenarios, or draws; of so many in all. */
  readonly progress?: (done: number, of: number) => void;
}

/** A programme with all the rows that some outcomes need, and how to read them. */
export interface Case {
  readonly programme: Programme;
  readonly outcomes: readonly OutcomeReader[];
}

/**
 * A programme made ready for the outcomes that are asked for, by the names of their measures, rows or conditions. It is
 * appraised where a measure or a row of the appraisal is named. Throws `unknown-name` and what `appraise` throws.
 */
export function caseOf(programme: Programme, names: readonly string[], options: CaseOptions = {}): Case {
  const naming: Naming = { programme, options, added: new Map() };
  const outcomes = names.map((name) => outcomeNamed(naming, name));
  const own = naming.appraised ?? programme;
  return {
    programme: naming.added.size === 0 ? own : extend(own, { rows: naming.added }),
    outcomes: outcomes.filter(
      ({ id, kind }, i) => outcomes.findIndex((one) => one.id === id && one.kind === kind) === i,
    ),
  };
}

/** The appraisal that a programme has already, or that is made once a name asks for it. */
interface Naming {
  readonly programme: Programme;
  readonly options: CaseOptions;
  readonly added: Map<string, Row>;
  appraised?: AppraisedProgramme;
}

/** A name may say what it is of, where a line, a measure and a condition share it. */
const kinds = /^\s*(measure|row|condition)\s*:\s*(.+)$/i;

function outcomeNamed(naming: Naming, given: string): OutcomeReader {
  const name = textOf(given);
  const [, kind, rest] = kinds.exec(name) ?? [];
  const wanted = (rest ?? name).trim();
  const of = kind?.toLowerCase();
  const { programme } = naming;
  const condition = of === "measure" || of === "row" ? undefined : conditionNamed(programme, wanted);
  if (condition) return addCondition(naming, condition);
  if (of === "condition")
    throw unknown(
      "condition",
      wanted,
      programme.conditions.map(({ label }) => label),
    );
  const row = of === "measure" ? undefined : rowInWords(programme, wanted);
  if (row && row.row.role !== "condition") return rowOutcome(programme, row);
  return appraisedOutcome(naming, wanted, of);
}

/** What rows are to be asked for by their names. */
const named: readonly Row["role"][] = ["line", "subtotal", "total", "balance"];

function appraisedOutcome(naming: Naming, wanted: string, of: string | undefined): OutcomeReader {
  const appraised = appraisedOf(naming);
  const found = measureOutcomes(appraised);
  const id = measureId(wanted);
  const measure = of === "row" ? undefined : found.find((one) => one.id === id || idOf(one.label) === id);
  if (measure) return measure;
  const row = of === "measure" ? undefined : rowInWords(appraised, wanted);
  if (row && row.row.role !== "condition") return rowOutcome(appraised, row);
  const labels = found.map(({ label }) => label);
  if (of !== "row" && knownMeasures.includes(id)) throw onOtherTerms(wanted, id, labels);
  const { conditions, rows } = naming.programme;
  const lines = [...rows.values()].filter(({ role }) => named.includes(role));
  const known = [...labels, ...[...lines, ...conditions].map(({ label }) => label)];
  const plain = [...found, ...lines].map((one) => one.id.replaceAll("-", " "));
  throw unknown("measure, line or condition", wanted, [...new Set(known)], plain);
}

function appraisedOf(naming: Naming): AppraisedProgramme {
  const { programme, options } = naming;
  naming.appraised ??= isAppraised(programme) ? programme : appraise(programme, options.appraisal);
  return naming.appraised;
}

function addCondition(naming: Naming, condition: Condition): OutcomeReader {
  const { outcome, added } = conditionOutcome(naming.programme, condition);
  for (const row of added) naming.added.set(row.id, row);
  return outcome;
}

function conditionNamed({ conditions }: Programme, name: string): Condition | undefined {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  const id = namedIn(byId, name);
  return id === undefined ? undefined : byId.get(id);
}

function unknown(
  what: string,
  name: string,
  known: readonly string[],
  alike: readonly string[] = [],
): InvestToSaveError {
  return refusal(unknownName({ what, name, known, alike }));
}

/** A measure that other terms would have: a present value without discounting, a ratio of the other case. */
function onOtherTerms(name: string, id: string, there: readonly string[]): InvestToSaveError {
  const economic = id === "benefit-cost-ratio" || id === "present-value-of-benefits";
  const outcomes = id === "cost-per-outcome";
  return refusal({
    code: "unknown-name",
    path: [name],
    message: `${name} is no measure of this appraisal`,
    expected: there.join(", "),
    received: name,
    hint: economic
      ? "it belongs to the economic case: ask for that (--case economic)"
      : outcomes
        ? "name the row whose number is the outcomes (--outcomes)"
        : "it needs discounting: give a rate of inflation, a deflator or a rate for cash (--inflation, --deflator, --rate)",
  });
}
