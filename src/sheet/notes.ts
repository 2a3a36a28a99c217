import type { Severity } from "../issue/issue.ts";
import { isOfAppraisal } from "../programme/appraisal-ids.ts";
import type { Assumption } from "../programme/assumption.ts";
import type { Condition } from "../programme/condition.ts";
import type { Programme } from "../programme/programme.ts";
import { isDecimal, zero } from "../quantity/decimal.ts";
import { valueWords } from "../quantity/value-words.ts";
import { type Failure, failuresOf, type Judged, judged } from "../table/judged.ts";
import { type JudgedRule, judgedRules } from "../table/rules.ts";
import type { Table } from "../table/table.ts";
import { periodLabel } from "../time/period.ts";
import { roundingNotes } from "./rounding-notes.ts";
import type { Sheet } from "./sheet.ts";

/** What a reader must know of a sheet: sign, rounding, source, what is assumed, and what was set for this run. */
export function notesOf(programme: Programme, sheet: Sheet): string[] {
  return [
    ...runNotes(programme),
    ...signNote(sheet),
    ...roundingNotes(sheet),
    ...basisNotes(programme),
    ...tablesNote(programme, sheet),
  ];
}

/** What only holds the place of real figures, and by what values this run differs from the model. */
export function runNotes(programme: Programme): string[] {
  const assumptions = [...programme.assumptions.values()];
  const set = assumptions.flatMap((one) => setWords(programme, one));
  return [
    ...byReason(assumptions, "placeholder").map(({ reason, labels }) => `DRAFT, ${reason}: ${labels}.`),
    ...scenarioNote(programme),
    ...(set.length > 0 ? [`Set for this run: ${set.join("; ")}.`] : []),
  ];
}

/** Where the figures of a model come from, and what it says of itself. */
export function basisNotes({ assumptions, options }: Programme): string[] {
  const { source, notes = [] } = options;
  const assumed = byReason([...assumptions.values()], "assumed");
  return [
    ...(source === undefined ? [] : [`Source: ${source}.`]),
    ...assumed.map(({ reason, labels }) => `Assumed, ${reason}: ${labels}.`),
    ...notes,
  ];
}

/** A programme without the assumptions of its appraisal: its terms tell them, and no figure of the model's own follows from them. */
export function withoutTerms(programme: Programme): Programme {
  const own = [...programme.assumptions].filter(([id]) => !isOfAppraisal(id));
  return { ...programme, assumptions: new Map(own) };
}

/** The most failures of a condition that are told one by one; `check` tells them all. */
const mostFailures = 3;

/**
 * The rules and conditions of the model that are not met, each with where and by how much: all that `check` finds unmet, or
 * only what it finds so gravely.
 */
export function unmetNotes(table: Table, gravely?: Severity): string[] {
  const isAsked = ({ severity }: { readonly severity: Severity }) =>
    gravely === undefined || severity === gravely;
  return [
    ...judgedRules(table).filter(isAsked).flatMap(ruleNote),
    ...judged(table)
      .filter(({ condition }) => isAsked(condition))
      .flatMap((own) => conditionNote(table, own)),
  ];
}

function conditionNote(table: Table, own: Judged): string[] {
  const { condition, failing } = own;
  if (failing.length === 0) return [];
  const failures = failuresOf(table, own, mostFailures);
  const told = failures.map((failure) => `${whereWords(failure)}: ${failure.words}`);
  const more = failures.reduce((left, { periods }) => left - periods, failing.length);
  return [unmetNote(condition, told, more, "period")];
}

function ruleNote(rule: JudgedRule): string[] {
  const { failures } = rule;
  if (failures.length === 0) return [];
  const told = failures.slice(0, mostFailures);
  return [unmetNote(rule, told, failures.length - told.length, "place")];
}

function unmetNote(
  { label, severity, says }: Pick<Condition, "label" | "severity" | "says">,
  told: readonly string[],
  more: number,
  place: string,
): string {
  const others = more === 0 ? "" : `; and in ${more} more ${more === 1 ? place : `${place}s`}`;
  const advice = says === undefined ? "" : ` (${says.trim().replace(/\.$/, "")})`;
  const warning = severity === "warning" ? " (a warning)" : "";
  return `Not met${warning}: ${label}, ${told.join("; ")}${others}${advice}.`;
}

/** Where a condition does not hold: `in 2025/26`, `from 2025/26 to 2027/28`. */
function whereWords({ period, periods }: Failure): string {
  if (period === undefined) return "over all periods";
  return `${periods === 1 ? "in" : "from"} ${period}`;
}

/** The labels of the assumptions that have no source, together where they share a reason. */
function byReason(
  assumptions: readonly Assumption[],
  kind: "assumed" | "placeholder",
): { reason: string; labels: string }[] {
  const reasons = new Map<string, string[]>();
  for (const { label, basis, set } of assumptions) {
    if (basis.kind === kind && set === undefined)
      reasons.set(basis.words, [...(reasons.get(basis.words) ?? []), label]);
  }
  return [...reasons].map(([reason, labels]) => ({ reason, labels: byLine(labels).join("; ") }));
}

/** Labels of inputs with those of one line together: `Staff: posts, salary`. */
function byLine(labels: readonly string[]): string[] {
  const lines = new Map<string, string[]>();
  for (const label of labels) {
    const at = label.indexOf(": ");
    const line = at < 0 ? label : label.slice(0, at);
    lines.set(line, [...(lines.get(line) ?? []), ...(at < 0 ? [] : [label.slice(at + 2)])]);
  }
  return [...lines].map(([line, inputs]) => (inputs.length === 0 ? line : `${line}: ${inputs.join(", ")}`));
}

/** What was set for this run, in the unit of the assumption: its one value, or those of the periods that were set. */
function setWords({ timeline }: Programme, { label, unit, value, set }: Assumption): string[] {
  if (set === undefined) return [];
  if (isDecimal(value)) return [`${label} = ${valueWords(value, unit)}`];
  const [first] = value;
  if (first !== undefined && set.length === value.length && value.every((one) => one.eq(first))) {
    return [`${label} = ${valueWords(first, unit)} in each period`];
  }
  return set.map(
    (period) => `${label} in ${periodLabel(timeline, period)} = ${valueWords(value[period] ?? zero, unit)}`,
  );
}

function scenarioNote({ scenario }: Programme): string[] {
  if (scenario === undefined) return [];
  return [`Scenario: ${scenario.label}${scenario.says === undefined ? "" : `, ${scenario.says}`}.`];
}

/** What can be printed beside the statement; a memorandum table does not list the others. */
export function tablesNote({ tables, title }: Programme, sheet: Pick<Sheet, "title">): string[] {
  if (tables.length === 0 || sheet.title !== title) return [];
  return [`Tables beside this one: ${tables.map(({ label }) => label).join("; ")}.`];
}

function signNote(sheet: Sheet): string[] {
  const signs = new Set(
    sheet.rows.flatMap((row) => row.cells.map((cell) => (cell?.printed.isNegative() ? -1 : 1))),
  );
  return signs.has(-1) ? ["Costs are positive; funding and savings are negative, in brackets."] : [];
}
