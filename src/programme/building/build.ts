import { row as ref } from "../../formula/formula.ts";
import { hasErrors, type Issue } from "../../issue/issue.ts";
import { didYouMean } from "../../issue/nearest-name.ts";
import { received } from "../../issue/received.ts";
import { InvestToSaveError } from "../../issue/refusal.ts";
import type { Prices } from "../../quantity/prices.ts";
import { exampleUnits, isUnit } from "../../quantity/unit.ts";
import { yearWritten } from "../../time/period.ts";
import type { Timeline } from "../../time/timeline.ts";
import { addClaimedOnce } from "../between-lines/claims.ts";
import { addLeftToMeet } from "../between-lines/left-to-meet.ts";
import { addMatchesFound } from "../between-lines/match-found.ts";
import { addNamedBounds } from "../between-lines/named-bounds.ts";
import { addOwnSavings } from "../between-lines/own-savings.ts";
import { addUnspent } from "../between-lines/unspent.ts";
import { checkAttributes, checkRange } from "../faults/attribute-faults.ts";
import { blanks } from "../faults/blank-words.ts";
import { checkBodies } from "../faults/body-names.ts";
import { checkConsistency } from "../faults/consistency.ts";
import { emptyGroup, misplaced, mixedGroup, noLines } from "../faults/group-faults.ts";
import { notParts } from "../faults/part-faults.ts";
import { shapeFaults } from "../faults/part-shapes.ts";
import type { GroupPart, LinePart, TablePart } from "../line.ts";
import { lineOf } from "../line-of.ts";
import { statementParts } from "../lines-in.ts";
import { idOf } from "../names.ts";
import { checkPrices, pricesAsRead, pricesIn } from "../price-basis.ts";
import type {
  AssumptionPart,
  Part,
  Programme,
  ProgrammeOptions,
  Row,
  Scenario,
  ScenarioPart,
} from "../programme.ts";
import { scenarioWarnings } from "../scenarios.ts";
import { buildCondition } from "./conditions.ts";
import { correlationsOf } from "./correlations.ts";
import { type Draft, newDraft, report, take } from "./draft.ts";
import { buildIndex, uplifted } from "./indices.ts";
import { addAssumption } from "./inputs.ts";
import { kept } from "./kept.ts";
import { formulaOf } from "./line-context.ts";
import {
  addStatement,
  addTable,
  kindOf,
  reserveTotals,
  type Statement,
  tableTotalId,
  takeSubtotals,
} from "./statement.ts";

/** What came of building: the programme where nothing makes it unusable, and every issue found. */
export interface Built {
  readonly programme: Programme | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Builds a programme from its parts and collects every fault. Nothing is evaluated yet.
 * Throws nothing, whatever it is given; only an error out of a driver of your own passes through. For a function that throws
 * instead, see {@link programme}.
 *
 * @example
 * ```ts
 * import { build, cost, years } from "invest-to-save";
 * const built = build("Rent", years("2024/25", "2025/26"), {}, [cost("Rent", 1_000), cost("rent", 2_000)]);
 * built.issues.map((issue) => issue.code).join(); // => "duplicate-id,no-source"
 * ```
 */
export function build(
  title: string,
  timeline: Timeline,
  options: ProgrammeOptions,
  parts: readonly Part[],
): Built {
  const unusable = notParts(title, timeline, options, parts);
  if (unusable.length > 0) return { programme: undefined, issues: unusable };
  return builtOf(title, timeline, kept(options), kept(parts));
}

/** The same of what nobody can change any more. */
function builtOf(
  title: string,
  timeline: Timeline,
  options: ProgrammeOptions,
  parts: readonly Part[],
): Built {
  const draft = newDraft(timeline, options, parts);
  checkPrices(draft, options.prices, []);
  draft.issues.push(...shapeFaults(options, parts), ...blanks(title, options, parts));
  reserveTotals(draft);
  takeNames(draft, parts);
  for (const part of parts) if (part.part === "assumption") buildAssumption(draft, part);
  for (const part of parts) if (part.part === "index") buildIndex(draft, part);
  const inStatement = statementParts(parts);
  for (const part of inStatement) buildPart(draft, part);
  const tableParts = parts.filter((part) => part.part === "table");
  for (const table of tableParts) for (const part of table.parts) buildPart(draft, part);
  misplaced(draft, parts);
  if (inStatement.length === 0) noLines(draft, title);
  const conditions = parts.filter((part) => part.part === "condition");
  // Where two things have one name, what else names them is no fault of its own.
  if (draft.unnamed.length > 0 || draft.issues.some(({ code }) => code === "duplicate-id")) {
    for (const part of conditions) buildCondition(draft, part);
    return { programme: undefined, issues: draft.issues };
  }
  const statement = addStatement(draft, inStatement);
  const tables = tableParts.map((part) => addTable(draft, statement, part));
  addLeftToMeet(draft);
  addUnspent(draft);
  addOwnSavings(draft);
  addClaimedOnce(draft, statement.sums);
  addMatchesFound(draft);
  addNamedBounds(draft);
  for (const part of conditions) buildCondition(draft, part);
  checkBodies(draft);
  const order = checkConsistency(draft);
  const correlations = correlationsOf(draft);
  if (hasErrors(draft.issues)) return { programme: undefined, issues: draft.issues };
  const programme = finished(title, draft, { ...statement, tables }, { order, correlations });
  return { programme, issues: programme.issues };
}

/**
 * Builds a programme: a title, the years it runs, what holds for all of it, and its parts in the order in which they
 * are printed. Every amount is in pounds and positive; costs, savings and funding differ by their kind alone.
 * Throws {@link InvestToSaveError} with every fault that was found: the codes of its parts and drivers, and `no-lines`,
 * `duplicate-id`, `no-source`, `wrong-unit`, `wrong-prices`, `unknown-name` and `cycle` of the whole.
 *
 * @example
 * ```ts
 * import { cost, funding, print, programme, years } from "invest-to-save";
 * const club = programme("Homework club", years("2024/25", "2025/26"), { source: "bid of 1 May 2024" },
 *   cost("Staff", { "2024/25": 18_000, then: 24_000 }),
 *   funding("Grant", { "2024/25": 18_000, then: 20_000 }));
 * print(club).includes("Balance of Funding Required / (Savings)");
 * // => true
 * ```
 */
export function programme(
  title: string,
  timeline: Timeline,
  options: ProgrammeOptions,
  ...parts: readonly Part[]
): Programme {
  const built = build(title, timeline, options, parts);
  if (built.programme === undefined) throw new InvestToSaveError(built.issues);
  return built.programme;
}

function finished(
  title: string,
  draft: Draft,
  laidOut: Statement & Pick<Programme, "tables">,
  related: Pick<Programme, "order" | "correlations">,
): Programme {
  const { timeline, options, parts, assumptions, rows, lines, conditions, relations, issues } = draft;
  const { items: statement, sums, tables } = laidOut;
  const scenarios = parts.flatMap((part) => (part.part === "scenario" ? [scenarioOf(part)] : []));
  for (const list of [lines, conditions, relations, statement, sums]) Object.freeze(list);
  const lists = {
    parts,
    assumptions,
    rows,
    lines,
    conditions,
    relations,
    statement,
    sums,
    tables,
    scenarios,
    ...related,
    issues,
  };
  const made = { title, timeline, options, ...lists };
  return Object.freeze({ ...made, issues: Object.freeze([...issues, ...scenarioWarnings(made)]) });
}

function scenarioOf({ label, set, says }: ScenarioPart): Scenario {
  return { label, set, ...(says === undefined ? {} : { says }) };
}

function takeNames(draft: Draft, parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.part === "correlation") continue;
    const path = part.path ?? [part.label];
    if (part.part === "assumption") take(draft, part.label, "assumption", path);
    else if (part.part === "condition" || part.part === "index") take(draft, part.label, "row", path);
    else if (part.part === "table") takeTable(draft, part);
    else if (part.part !== "scenario") takeLines(draft, part);
  }
}

/** The rows of a table, and its total under the name of the table: `Sources.total`. */
function takeTable(draft: Draft, part: TablePart): void {
  for (const inner of part.parts) takeLines(draft, inner);
  if (part.options.total === undefined) return;
  draft.taken.set(tableTotalId(part.label), { label: `${part.label}.total`, is: "row" });
}

function takeLines(draft: Draft, part: LinePart | GroupPart): void {
  if (part.part === "line") {
    take(draft, part.label, "row", part.path ?? [part.label]);
    return;
  }
  takeSubtotals(draft, { ...part, parts: [] });
  for (const inner of part.parts) takeLines(draft, inner);
}

function buildAssumption(draft: Draft, part: AssumptionPart): void {
  const path = part.path ?? [part.label];
  const id = idOf(part.label);
  if (draft.assumptions.has(id)) return;
  if (!isUnit(part.unit)) {
    report(draft, "unknown-unit", [...path, "unit"], `${path.join(" > ")} has a unit that is not known`, {
      expected: "a unit such as £, children, £ per child per year, share",
      received: received(part.unit),
      hint: didYouMean(part.unit, exampleUnits) ?? "write units as in “£ per child per week”",
    });
    return;
  }
  addAssumption(draft, part.given, part.unit, { id, label: part.label, detail: {}, path });
}

function buildPart(draft: Draft, part: LinePart | GroupPart): void {
  if (part.part === "line") {
    buildLine(draft, part);
    return;
  }
  for (const inner of part.parts) {
    const kind = kindOf(part);
    if ((kindOf(inner) ?? kind) !== kind) mixedGroup(draft, part);
    buildPart(draft, inner);
  }
  if (part.parts.length === 0) emptyGroup(draft, part);
}

function buildLine(draft: Draft, part: LinePart): void {
  const id = idOf(part.label);
  if (id === "" || draft.rows.has(id)) return;
  checkAttributes(draft, part);
  const { unit = "£", totals = "sum", prices, uplift } = part.attributes;
  const formula = formulaOf(draft, part, id);
  const memorandum = part.kind === "memorandum";
  const row: Row = {
    id,
    label: part.label,
    role: memorandum ? "memorandum" : "line",
    unit,
    ...pricesIn(draft, unit, uplift === undefined ? prices : undefined),
    totals: part.driver.totals ?? totals,
    formula,
  };
  draft.places.set(id, part.path ?? [part.label]);
  draft.rows.set(id, uplift === undefined ? row : upliftedRow(draft, part, row, uplift, prices));
  checkRange(draft, part, id);
  draft.lines.push(lineOf(draft, part, id));
}

/** A line at the prices of a year: its own row beside it, and the line at the prices of the programme. */
function upliftedRow(
  draft: Draft,
  part: LinePart,
  row: Row,
  uplift: string,
  prices: Prices | undefined,
): Row {
  if (typeof prices !== "string" || prices === "nominal") {
    report(
      draft,
      "missing-key",
      [...(part.path ?? [part.label]), "prices"],
      `${part.label} is uplifted from no year`,
      {
        expected: `the year of the line's prices, such as ${yearWritten(draft.timeline)}`,
        received: received(prices),
        hint: `add prices: ${yearWritten(draft.timeline)} beside the uplift`,
      },
    );
    return row;
  }
  const from = pricesAsRead(prices, draft.timeline);
  const id = `${row.id}.at-${idOf(from)}-prices`;
  const own: Row = { ...row, id, label: `${row.label}: at ${from} prices`, role: "working", prices: from };
  draft.rows.set(id, own);
  draft.places.set(id, part.path ?? [part.label]);
  const formula = uplifted(draft, part, uplift, from, ref(id));
  return { ...row, formula, repriced: { from, by: uplift } };
}
