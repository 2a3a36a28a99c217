import { didYouMean, hasErrors, InvestToSaveError, type Issue, received } from "../issue.ts";
import { exampleUnits, isUnit } from "../quantity/unit.ts";
import type { Timeline } from "../time/timeline.ts";
import { buildCondition } from "./conditions.ts";
import { checkConsistency } from "./consistency.ts";
import { lineContext } from "./context.ts";
import { addAssumption, type Draft, newDraft, report, take } from "./draft.ts";
import type { GroupPart, LinePart } from "./line.ts";
import { idOf } from "./names.ts";
import type { AssumptionPart, Part, Programme, ProgrammeOptions } from "./programme.ts";
import {
  addLeftToMeet,
  addStatement,
  kindOf,
  reserveTotals,
  type Statement,
  takeSubtotals,
} from "./statement.ts";

/** What came of building: the programme where nothing makes it unusable, and every issue found. */
export interface Built {
  readonly programme: Programme | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Builds a programme from its parts and collects every fault. Nothing is evaluated yet.
 * For a function that throws instead, see {@link programme}.
 */
export function build(
  title: string,
  timeline: Timeline,
  options: ProgrammeOptions,
  parts: readonly Part[],
): Built {
  const draft = newDraft(timeline, options);
  reserveTotals(draft);
  takeNames(draft, parts);
  for (const part of parts) if (part.part === "assumption") buildAssumption(draft, part);
  const statementParts = parts.filter((part) => part.part === "line" || part.part === "group");
  for (const part of statementParts) buildPart(draft, part);
  if (draft.lines.length === 0) noLines(draft, title);
  const statement = addStatement(draft, statementParts);
  addLeftToMeet(draft);
  for (const part of parts) if (part.part === "condition") buildCondition(draft, part);
  const order = checkConsistency(draft);
  if (hasErrors(draft.issues)) return { programme: undefined, issues: draft.issues };
  return { programme: finished(title, draft, parts, statement, order), issues: draft.issues };
}

/**
 * Builds a programme: a title, the years it runs, what holds for all of it, and its parts in the order in which they
 * are printed. Every amount is in pounds and positive; costs, savings and funding differ by their kind alone.
 * Throws {@link InvestToSaveError} with every fault that was found.
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
  parts: readonly Part[],
  statement: Statement,
  order: Programme["order"],
): Programme {
  const { timeline, options, assumptions, rows, lines, conditions, issues } = draft;
  const { items, sums } = statement;
  const made = {
    title,
    timeline,
    options,
    parts,
    assumptions,
    rows,
    lines,
    conditions,
    statement: items,
    sums,
    order,
    issues,
  };
  for (const list of [lines, conditions, items, sums, issues]) Object.freeze(list);
  return Object.freeze(made);
}

function takeNames(draft: Draft, parts: readonly Part[]): void {
  for (const part of parts) {
    const path = part.path ?? [part.label];
    if (part.part === "assumption") take(draft, part.label, "assumption", path);
    else if (part.part === "condition") take(draft, part.label, "row", path);
    else takeLines(draft, part);
  }
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
      hint: didYouMean(String(part.unit), exampleUnits) ?? "write units as in “£ per child per week”",
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
    if (kindOf(inner) !== kind) mixedGroup(draft, part);
    buildPart(draft, inner);
  }
  if (part.parts.length === 0) emptyGroup(draft, part);
}

function buildLine(draft: Draft, part: LinePart): void {
  const id = idOf(part.label);
  if (id === "" || draft.rows.has(id)) return;
  const { agency, spend, term, cashable, note } = part.attributes;
  const formula = part.driver.build(lineContext(draft, part, id));
  draft.places.set(id, part.path ?? [part.label]);
  draft.rows.set(id, {
    id,
    label: part.label,
    role: "line",
    unit: "£",
    prices: part.attributes.prices ?? draft.options.prices ?? "nominal",
    totals: "sum",
    formula,
  });
  draft.lines.push({
    id,
    label: part.label,
    kind: part.kind,
    agency: agency ?? draft.options.body ?? "this body",
    spend: spend ?? "revenue",
    term: term ?? "recurrent",
    ...(part.kind === "saving" ? { cashable: cashable ?? "cashable" } : {}),
    ...(note === undefined ? {} : { note }),
    driver: part.driver.name,
    options: part.driver.options,
  });
}

function noLines(draft: Draft, title: string): void {
  report(draft, "no-lines", [], `“${title}” has no cost, saving or funding`, {
    expected: "at least one line",
    received: "none",
    hint: "add a line under costs, savings or funding",
  });
}

function emptyGroup(draft: Draft, part: GroupPart): void {
  report(draft, "no-lines", part.path ?? [part.label], `the group “${part.label}” has no lines`, {
    expected: "at least one line",
    received: "none",
    hint: "put lines under it, or take the group out",
  });
}

function mixedGroup(draft: Draft, part: GroupPart): void {
  report(
    draft,
    "wrong-shape",
    part.path ?? [part.label],
    `the group “${part.label}” mixes lines of different kinds`,
    {
      expected: "only costs, only savings, only repayments or only funding in one group",
      received: "lines of more than one kind",
      hint: "make one group for each kind",
    },
  );
}
