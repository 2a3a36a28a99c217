import { type Formula, nil, row as rowRef } from "../formula/formula.ts";
import { references } from "../formula/order.ts";
import { received } from "../issue/received.ts";
import { type PeriodRange, parsePeriod } from "../time/period-range.ts";
import { type Draft, pricesOf, report, take } from "./draft.ts";
import type { DriverCondition, Kind, Line, LineAttributes, LinePart } from "./line.ts";
import { idOf } from "./names.ts";
import { periodsAt } from "./refusals.ts";
import { broken, isOfNumbers, type Relation } from "./relation.ts";

/** Adds a line that comes with another, such as the repayment of an advance; it is printed at the end of its section. */
export function addCompanion(
  draft: Draft,
  maker: LinePart,
  kind: Kind,
  label: string,
  formula: Formula,
  attributes: LineAttributes = {},
): Formula {
  const path = maker.path ?? [maker.label];
  const id = take(draft, label, "row", path);
  if (id === undefined) return nil;
  draft.rows.set(id, { id, label, role: "line", unit: "£", ...pricesOf(draft, "£"), totals: "sum", formula });
  draft.places.set(id, path);
  draft.lines.push(
    lineOf(
      draft,
      { ...maker, kind, label, attributes: { ...maker.attributes, ...attributes } },
      id,
      idOf(maker.label),
    ),
  );
  draft.companions.push({ kind, id });
  return rowRef(id);
}

/** What is kept of a line once its row is built. */
export function lineOf(draft: Draft, part: LinePart, id: string, madeBy?: string): Line {
  const { spend, term, cashable, note, eligible, borrowing, direction } = part.attributes;
  const countsIn = part.attributes["counts in"];
  return {
    id,
    label: part.label,
    kind: part.kind,
    agency: agencyOf(draft, part),
    spend: spend ?? "revenue",
    term: term ?? "recurrent",
    ...(part.kind === "saving" ? { cashable: cashable ?? "cashable" } : {}),
    ...(note === undefined ? {} : { note }),
    ...(countsIn === undefined ? {} : { countsIn }),
    ...(eligible === undefined ? {} : { eligible: eligiblePeriods(draft, part, periodsAt) }),
    ...(part.kind === "funding" && borrowing ? { borrowing } : {}),
    ...(part.kind === "funding" && direction !== undefined ? { direction } : {}),
    ...(madeBy === undefined ? {} : { madeBy }),
    driver: part.driver.name,
    options: part.driver.options,
  };
}

/** Who pays, gives or saves: the programme's own body unless the line says. */
export function agencyOf(draft: Draft, part: LinePart): string {
  return part.attributes.agency ?? homeOf(draft);
}

/** The body whose budget the programme is. */
export function homeOf({ options }: Pick<Draft, "options">): string {
  return options.body ?? "this body";
}

/**
 * The periods in which a grant may pay for a line: all of them, none, or those named. A name that cannot be read is a
 * fault of the line, reported when the line is built and not again by every grant that looks at it.
 */
export function eligiblePeriods(draft: Draft, part: LinePart, read: typeof periodsAt = readable): boolean[] {
  const { eligible } = part.attributes;
  const periods = Array<boolean>(draft.timeline.count).fill(eligible === true);
  if (typeof eligible === "boolean" || eligible === undefined) return periods;
  if (!Array.isArray(eligible)) {
    if (read === periodsAt) notPeriods(draft, [...(part.path ?? [part.label]), "eligible"], eligible);
    return periods;
  }
  for (const [at, text] of eligible.entries()) {
    const range = read(draft, text, [...(part.path ?? [part.label]), "eligible", String(at)]);
    if (range) periods.fill(true, range.first, range.last + 1);
  }
  return periods;
}

function notPeriods(draft: Draft, path: readonly string[], given: unknown): void {
  report(draft, "wrong-shape", path, `${path.join(" > ")} cannot be ${received(given)}`, {
    expected: "true, false or a list of periods",
    received: received(given),
    hint: "write true, or the years such as [2024/25, 2025/26]",
  });
}

function readable({ timeline }: Draft, text: unknown): PeriodRange | undefined {
  const read = parsePeriod(timeline, text as string);
  return read.ok ? read.value : undefined;
}

/** Adds a condition that a driver sets on its own line. */
export function addDriverCondition(
  draft: Draft,
  part: LinePart,
  label: string,
  condition: DriverCondition,
): void {
  const path = part.path ?? [part.label];
  const id = take(draft, label, "row", path);
  if (id === undefined) return;
  const {
    formula,
    first = 0,
    last = draft.timeline.count - 1,
    once = false,
    by,
    severity = "error",
    says,
  } = condition;
  draft.rows.set(id, { id, label, role: "condition", unit: "flag", totals: "none", formula });
  draft.places.set(id, path);
  draft.conditions.push({
    id,
    label,
    row: id,
    first: once ? last : first,
    last,
    once,
    ...(by === undefined ? {} : { by }),
    severity,
    ...(says === undefined ? {} : { says }),
  });
}

/**
 * Keeps what must hold between inputs, and judges it at once where they are numbers. Where they are not, or where it is to
 * be listed, it is a condition too.
 */
export function addRelation(
  draft: Draft,
  part: LinePart,
  { listed, ...relation }: Relation,
  path: readonly string[],
): void {
  // A number that was refused has been reported, and what must hold of it can wait for it.
  if (references(relation.formula).assumptions.some((id) => !draft.assumptions.has(id))) return;
  const known = isOfNumbers(relation, draft.assumptions);
  const { label, formula, severity = "error" } = relation;
  if (listed || !known) addDriverCondition(draft, part, label, { formula, severity, once: known });
  if (!known) return;
  const placed = { ...relation, path };
  draft.relations.push(placed);
  const issue = broken(placed, draft.assumptions);
  if (issue !== undefined) draft.issues.push(issue);
}
