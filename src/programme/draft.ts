import type { AssumptionId, RowId } from "../formula/formula.ts";
import { didYouMean, type Issue, type IssueCode, received } from "../issue.ts";
import type { Prices } from "../quantity/prices.ts";
import { dimensionOf, exampleUnits, isMoney, type Unit } from "../quantity/unit.ts";
import { type Edge, parseDayOf } from "../time/edge.ts";
import type { Reason } from "../time/parsed.ts";
import type { PeriodRange } from "../time/period-range.ts";
import { parsePeriod } from "../time/period-range.ts";
import type { Timeline } from "../time/timeline.ts";
import { parseFinancialYear } from "../time/year.ts";
import {
  type Assumption,
  type Basis,
  basisOf,
  type Detail,
  type Given,
  isDetailed,
  type Limits,
  readAt,
} from "./assumption.ts";
import type { Condition } from "./condition.ts";
import type { Kind, Line } from "./line.ts";
import { idOf, isNoLabel } from "./names.ts";
import type { Part, ProgrammeOptions, Row, Scenario } from "./programme.ts";
import type { Balancing, Carry, Taking, Turn } from "./turns.ts";

/** A programme while it is being built: the only thing here that changes. */
export interface Draft {
  readonly timeline: Timeline;
  readonly options: ProgrammeOptions;
  readonly assumptions: Map<AssumptionId, Assumption>;
  readonly rows: Map<RowId, Row>;
  readonly lines: Line[];
  readonly conditions: Condition[];
  readonly balancing: Balancing[];
  readonly turns: Turn[];
  readonly carries: Carry[];
  /** What lines take out of other rows, in the order of the model. */
  readonly takings: Taking[];
  readonly companions: { readonly kind: Kind; readonly id: RowId }[];
  readonly scenarios: Scenario[];
  /** What the programme is made of, for lines that look at others. */
  readonly parts: readonly Part[];
  readonly issues: Issue[];
  /** Ids that are taken by the label of an assumption or line, with the label; those of totals are reserved. */
  readonly taken: Map<string, { label: string; is: "assumption" | "row"; reserved?: true }>;
  /** Where each row stands in what was given, for faults. */
  readonly places: Map<RowId, readonly string[]>;
}

export function newDraft(timeline: Timeline, options: ProgrammeOptions, parts: readonly Part[]): Draft {
  return {
    timeline,
    options,
    assumptions: new Map(),
    rows: new Map(),
    lines: [],
    conditions: [],
    balancing: [],
    turns: [],
    carries: [],
    takings: [],
    companions: [],
    scenarios: [],
    parts,
    issues: [],
    taken: new Map(),
    places: new Map(),
  };
}

/** Adds an error to a draft. */
export function report(
  draft: Draft,
  code: IssueCode,
  path: readonly string[],
  message: string,
  more: Pick<Issue, "expected" | "received" | "hint">,
): void {
  draft.issues.push({ code, severity: "error", path, message, ...more });
}

/** Reports a price basis that is neither nominal nor a financial year. */
export function checkPrices(draft: Draft, prices: Prices | undefined, path: readonly string[]): void {
  if (prices === undefined || prices === "nominal" || parseFinancialYear(prices, draft.timeline.yearStart).ok)
    return;
  report(draft, "wrong-prices", [...path, "prices"], `${[...path, "prices"].join(" > ")} is no price basis`, {
    expected: "nominal, or the financial year of the prices such as 2013/14",
    received: prices,
    hint: "write prices: 2013/14 for real money, or leave it out for nominal money",
  });
}

/** The price basis of a unit: none where no money is in it. */
export function pricesOf(draft: Draft, unit: Unit, stated?: Prices): { prices?: Prices } {
  const dimension = dimensionOf(unit);
  if (dimension === undefined || !isMoney(dimension)) return {};
  return { prices: stated ?? draft.options.prices ?? "nominal" };
}

/** Takes an id for a label, and reports a label that gives no id or one that is taken. */
export function take(
  draft: Draft,
  label: string,
  is: "assumption" | "row",
  path: readonly string[],
): string | undefined {
  const id = idOf(label);
  const other = draft.taken.get(id);
  if (isNoLabel(label)) {
    report(draft, "wrong-shape", path, `${received(label)} cannot be a label`, {
      expected: "a label with a letter in it, other than “lines” and “__proto__”",
      received: received(label),
      hint: "add a word: files keep neither the order of labels that are numbers nor labels that are keys of their own",
    });
    return undefined;
  }
  if (id !== "" && other === undefined) {
    draft.taken.set(id, { label, is });
    return id;
  }
  const clash = `“${label}” has the id “${id}”, which “${other?.label}” has already`;
  const message = id === "" ? `${received(label)} has no letter or digit to make an id of` : clash;
  report(draft, "duplicate-id", path, message, {
    expected: "a label of its own for each line, total and assumption",
    received: received(label),
    hint: "change one of the labels",
  });
  return undefined;
}

const periodCodes: Record<Reason, IssueCode> = {
  malformed: "malformed-period",
  impossible: "malformed-period",
  outside: "year-outside-timeline",
  finer: "period-too-fine",
};

/** The periods that a text covers; `undefined` after reporting a fault. */
export function periodsAt(draft: Draft, text: unknown, path: readonly string[]): PeriodRange | undefined {
  const read = parsePeriod(draft.timeline, typeof text === "string" ? text : String(text));
  if (read.ok) return read.value;
  refusedPeriod(draft.issues, text, path, read);
  return undefined;
}

/** Reports a period, day or month that was refused. */
export function refusedPeriod(
  issues: Issue[],
  text: unknown,
  path: readonly string[],
  refusal: { reason: Reason; expected: string; hint: string },
): void {
  issues.push({
    code: periodCodes[refusal.reason],
    severity: "error",
    path,
    message: `${path.join(" > ")} cannot be ${received(text)}`,
    expected: refusal.expected,
    received: String(text),
    hint: refusal.hint,
  });
}

/** What an input inherits from its line: its basis and detail, and the name a person calls it by. */
export interface Inherited {
  readonly edge?: Edge;
  /** That a series holds levels, which a period takes whole, and not amounts, which are split. */
  readonly level?: boolean;
  readonly id: AssumptionId;
  readonly label: string;
  readonly detail: Detail;
  readonly path: readonly string[];
}

/**
 * Adds a number with one value for all periods. Its unit is the expected one; a unit of its own must be the same.
 * Issue codes: those of reading an amount, `wrong-unit`, `unknown-unit`, `no-source`.
 */
export function addAssumption(
  draft: Draft,
  given: Given,
  unit: Unit,
  to: Inherited,
  limits: Limits = {},
): void {
  const detail: Detail = isDetailed(given) ? { ...to.detail, ...given } : to.detail;
  const own = isDetailed(given) ? given : undefined;
  checkPrices(draft, own?.prices, to.path);
  if (own?.unit !== undefined) checkUnit(draft, own.unit, unit, to.path);
  const path = own ? [...to.path, "value"] : to.path;
  const value = readAt(own ? own.value : given, path, draft.issues, limits, unit);
  const low =
    own?.low === undefined ? undefined : readAt(own.low, [...to.path, "low"], draft.issues, limits, unit);
  const high =
    own?.high === undefined ? undefined : readAt(own.high, [...to.path, "high"], draft.issues, limits, unit);
  if (value === undefined) return;
  if (low?.gt(value) || high?.lt(value)) outsideRange(draft, to);
  draft.assumptions.set(to.id, {
    ...described(draft, detail, basisOf(own ?? {}), unit, to),
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  });
}

/** Adds a number that has one value a period; none of them may be negative. */
export function addSeries(draft: Draft, values: Assumption["value"], unit: Unit, to: Inherited): void {
  const limits: Limits = { least: 0 };
  const level = to.level ? { level: true as const } : {};
  draft.assumptions.set(to.id, {
    ...described(draft, to.detail, undefined, unit, to),
    value: values,
    limits,
    ...level,
  });
}

function described(
  draft: Draft,
  detail: Detail,
  own: Basis | undefined,
  unit: Unit,
  to: Inherited,
): Omit<Assumption, "value"> {
  const basis = own ?? basisOf(to.detail) ?? basisOf(draft.options);
  if (basis === undefined) noSource(draft, to);
  checkDate(draft, "date", detail.date, to);
  checkDate(draft, "review by", detail["review by"], to);
  return {
    id: to.id,
    label: to.label,
    unit,
    ...pricesOf(draft, unit, detail.prices),
    basis: basis ?? { kind: "placeholder", words: "no source" },
    ...(detail.owner === undefined ? {} : { owner: detail.owner }),
    ...(detail.date === undefined ? {} : { date: detail.date }),
    ...(detail["review by"] === undefined ? {} : { reviewBy: detail["review by"] }),
    ...(detail.note === undefined ? {} : { note: detail.note }),
    ...(to.edge === undefined ? {} : { edge: to.edge }),
    path: to.path,
  };
}

/** A date that is said of a number must be one; it is kept as it was written. */
function checkDate(draft: Draft, key: string, text: string | undefined, to: Inherited): void {
  if (text === undefined) return;
  const read = parseDayOf(text, "first", draft.timeline.yearStart);
  if (!read.ok) refusedPeriod(draft.issues, text, [...to.path, key], read);
}

function checkUnit(draft: Draft, stated: string, expected: Unit, path: readonly string[]): void {
  if (stated === expected) return;
  const known = dimensionOf(stated) !== undefined;
  const wrong = known ? "another unit than this place needs" : "a unit that is not known";
  report(
    draft,
    known ? "wrong-unit" : "unknown-unit",
    [...path, "unit"],
    `${path.join(" > ")} is in ${wrong}`,
    {
      expected,
      received: String(stated),
      hint:
        (known ? undefined : didYouMean(String(stated), exampleUnits)) ?? `give the number in ${expected}`,
    },
  );
}

function outsideRange(draft: Draft, to: Inherited): void {
  report(draft, "out-of-range", to.path, `${to.path.join(" > ")} has a value outside its own range`, {
    expected: "low ≤ value ≤ high",
    received: "a value below low, or above high",
    hint: "mend the value, or widen low and high",
  });
}

function noSource(draft: Draft, to: Inherited): void {
  report(draft, "no-source", to.path, `${to.path.join(" > ")} has no source and inherits none`, {
    expected: "source, or assumed with a reason, or placeholder",
    received: "nothing",
    hint: "add “source:” to the model, the line or the number; if nobody has published it, say “assumed:” and why",
  });
}
