import * as z from "zod";
import { hasErrors, type Issue } from "../issue/issue.ts";
import { isOnOneWay } from "../issue/key-path.ts";
import { received } from "../issue/received.ts";
import { issuesOf } from "../issue/refusal.ts";
import { unknownKey } from "../issue/unknown-key.ts";
import type { DetailedAmount } from "../programme/assumption.ts";
import { type Built, build } from "../programme/building/build.ts";
import type { ConditionOptions } from "../programme/condition.ts";
import type {
  CorrelationPart,
  IndexOptions,
  Labels,
  Part,
  Programme,
  ProgrammeOptions,
  Scenario,
} from "../programme/programme.ts";
import { scenarioWarnings } from "../programme/scenarios.ts";
import {
  amountSchema,
  appraisalSchema,
  assumptionSchema,
  conditionSchema,
  correlationSchema,
  indexSchema,
  scenarioSchema,
} from "../programme/schema.ts";
import { type NewValues, withValues } from "../programme/with-values.ts";
import type { Unit } from "../quantity/unit.ts";
import { APRIL, MONTH_NAMES } from "../time/calendar.ts";
import { yearWritten } from "../time/period.ts";
import { type Grain, parseTimeline, type Timeline } from "../time/timeline.ts";
import { EXAMPLE_YEAR, formatFinancialYear } from "../time/year.ts";
import { conditionSlips } from "./condition-slips.ts";
import { isConsequence } from "./consequences.ts";
import type { Besides } from "./csv-beside.ts";
import { isMapping, wrongShape } from "./line.ts";
import { readSection, readTables, type SectionReading, sections } from "./sections.ts";
import { shapeFaults } from "./shape-faults.ts";
import { soundPart } from "./sound-part.ts";
import { wholeFaults } from "./whole-faults.ts";

/** The keys of a model that are not lines. */
export const headSchema = () =>
  z.strictObject({
    $schema: z.string().optional(),
    title: z.string().min(1).meta({ description: "the name of the programme" }),
    body: z.string().optional().meta({ description: "the body whose budget it is" }),
    years: z.string().meta({ description: "the first and last year: 2014/15 to 2018/19" }),
    by: z
      .enum(["year", "quarter", "month"])
      .optional()
      .meta({ description: "the length of a period; a year unless told" }),
    "year starts": z
      .enum(MONTH_NAMES)
      .optional()
      .meta({ description: "the month in which years start; April unless told" }),
    source: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "the source of every number that names no other" }),
    assumed: z.string().min(1).optional(),
    placeholder: z.string().min(1).optional(),
    prices: z.string().optional(),
    "print in": z.enum(["pounds", "thousands", "millions"]).optional(),
    notes: z.array(z.string()).optional(),
    balance: z.string().optional().meta({ description: "the label of the last row" }),
    set: z
      .record(z.string(), amountSchema())
      .optional()
      .meta({ description: "new values for assumptions by id" }),
    assumptions: z.record(z.string(), assumptionSchema()).optional(),
    conditions: z.record(z.string(), conditionSchema()).optional(),
    indices: z.record(z.string(), indexSchema()).optional(),
    scenarios: z.record(z.string(), scenarioSchema()).optional(),
    correlations: z
      .array(correlationSchema())
      .optional()
      .meta({ description: "which uncertain numbers go together" }),
    appraisal: appraisalSchema().optional(),
  });

interface Head extends ProgrammeOptions {
  readonly $schema?: string;
  readonly title: string;
  readonly years: string;
  readonly by?: Grain;
  readonly "year starts"?: (typeof MONTH_NAMES)[number];
  readonly balance?: string;
  readonly set?: NewValues;
  readonly assumptions?: Readonly<Record<string, DetailedAmount & { unit: Unit }>>;
  readonly conditions?: Readonly<Record<string, ConditionOptions>>;
  readonly indices?: Readonly<Record<string, IndexOptions>>;
  readonly scenarios?: Readonly<Record<string, Omit<Scenario, "label">>>;
  readonly correlations?: readonly Omit<CorrelationPart, "part" | "path">[];
}

/** From the plain data of a file to a programme, with every fault that was found on the way. */
export function modelOf(data: unknown, rows: Besides): { programme: Programme | undefined; issues: Issue[] } {
  const issues: Issue[] = [];
  if (!isMapping(data)) {
    const expected = "title, years and lines, each with a colon";
    issues.push(wrongShape([], expected, data, "start from “invest-to-save init NAME”"));
    return { programme: undefined, issues };
  }
  const keys = [...sections.map(({ key }) => key as string), "memorandum"];
  const head = Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
  issues.push(...conditionSlips(head["conditions"]));
  issues.push(...headFaults(withoutRefused(head, "conditions", issues), keys));
  if (typeof head["balance"] === "string" && head["balance"].trim() === "")
    issues.push(
      wrongShape(["balance"], "the label of the last row", head["balance"], "write it, or take it out"),
    );
  const labels: Record<string, string> = {};
  const timeline = readTimeline(head, issues);
  const year = timeline === undefined ? formatFinancialYear(EXAMPLE_YEAR) : yearWritten(timeline);
  const from: SectionReading = { labels, issues, besides: rows, year };
  const lines = sections.flatMap((section) => readSection(section, data[section.key], from));
  const tables = readTables(data["memorandum"], from);
  if (timeline === undefined) return { programme: undefined, issues };
  const read = { labels, lines: [...lines, ...tables], data };
  const built = buildModel(withoutRefusedOptions(head, issues) as unknown as Head, timeline, read, issues);
  return { programme: hasErrors(issues) ? undefined : built, issues };
}

/** The head of a model without the entries of a section that were refused already. */
function withoutRefused(
  head: Readonly<Record<string, unknown>>,
  section: string,
  issues: readonly Issue[],
): Readonly<Record<string, unknown>> {
  const entries = head[section];
  return isMapping(entries)
    ? { ...head, [section]: Object.fromEntries(unrefused(section, entries, issues)) }
    : head;
}

/**
 * The head without what was refused of it: the rest is read as if that had not been said. Of an appraisal only the terms that
 * were refused are left out; sections of entries leave out theirs where these are read.
 */
function withoutRefusedOptions(
  head: Readonly<Record<string, unknown>>,
  issues: readonly Issue[],
): Readonly<Record<string, unknown>> {
  const isRefused = (...keys: string[]) =>
    issues.some(({ severity, path }) => severity === "error" && path.length > 0 && isOnOneWay(path, keys));
  const options = Object.entries(head).filter(
    ([key]) => key === "appraisal" || entries.includes(key) || !isRefused(key),
  );
  return Object.fromEntries(
    options.flatMap(([key, value]): [string, unknown][] => {
      if (key !== "appraisal") return [[key, value]];
      if (!isMapping(value)) return [];
      return [[key, Object.fromEntries(Object.entries(value).filter(([term]) => !isRefused(key, term)))]];
    }),
  );
}

/** The sections of a head that are read entry by entry. */
const entries = ["assumptions", "conditions", "indices", "scenarios", "correlations"];

/** The keys of a head that are no options of the programme. */
const readApart = new Set(["$schema", "title", "years", "by", "year starts", "balance", "set", ...entries]);

function headFaults(head: Readonly<Record<string, unknown>>, sectionKeys: readonly string[]): Issue[] {
  const schema = headSchema();
  const known = [...Object.keys(schema.shape), ...sectionKeys];
  return shapeFaults(schema, head, []).map((fault) => {
    const [key, ...inside] = fault.path;
    const isOwn = fault.code === "unknown-key" && key !== undefined && inside.length === 0;
    return isOwn ? unknownKey([], key, known) : fault;
  });
}

function readTimeline(head: Readonly<Record<string, unknown>>, issues: Issue[]): Timeline | undefined {
  const { years, by } = head;
  if (typeof years !== "string") return undefined;
  const grain = by === "month" || by === "quarter" ? by : "year";
  const start = MONTH_NAMES.indexOf(head["year starts"] as (typeof MONTH_NAMES)[number]);
  const yearStart = start < 0 ? APRIL : start + 1;
  const read = parseTimeline(years, { grain, yearStart });
  if (read.ok) return read.value;
  const { expected, hint } = read;
  const dashed = years.replace(/\s*(?:[–—]|\s-\s|\bto\b|\buntil\b)\s*/i, " to ");
  const meant = parseTimeline(dashed, { grain, yearStart });
  issues.push({
    code: "malformed-period",
    severity: "error",
    path: ["years"],
    message: `years cannot be ${received(years)}`,
    expected,
    received: years,
    hint: meant.ok ? `write ${dashed}` : hint,
  });
  return undefined;
}

/** What was read of a file beside its head: the labels and lines of its sections, and all that it says. */
interface Body {
  readonly labels: Labels;
  readonly lines: readonly Part[];
  readonly data: Readonly<Record<string, unknown>>;
}

function buildModel(
  head: Head,
  timeline: Timeline,
  { labels, lines, data }: Body,
  issues: Issue[],
): Programme | undefined {
  const { title, balance, set } = head;
  const options: ProgrammeOptions = {
    ...Object.fromEntries(Object.entries(head).filter(([key]) => !readApart.has(key))),
    labels: { ...labels, ...(balance === undefined ? {} : { balance }) },
  };
  const parts = [...lines, ...entryParts(head, issues)];
  // A title that is none was refused.
  const named = typeof title === "string" ? title || "…" : "…";
  const built = build(named, timeline, options, parts);
  const chosen = set === undefined || hasErrors(issues) ? built : setValues(built, set);
  issues.push(...chosen.issues.filter((issue) => !isConsequence(issue, issues, data)));
  const sound = hasErrors(issues)
    ? soundPart({ title: named, timeline, options, parts }, issues)
    : chosen.programme;
  if (sound !== undefined) {
    const found = wholeFaults(sound);
    issues.push(
      ...(hasErrors(issues) ? found.filter((issue) => !isConsequence(issue, issues, data)) : found),
    );
  }
  return chosen.programme;
}

/** The parts of a model that stand in sections of entries beside its lines. */
function entryParts(head: Head, issues: readonly Issue[]): Part[] {
  const { assumptions, conditions, indices, scenarios, correlations } = head;
  const parts: Part[] = [];
  for (const [label, given] of unrefused("assumptions", assumptions, issues)) {
    parts.push({ part: "assumption", label, given, unit: given.unit, path: ["assumptions", label] });
  }
  for (const [label, own] of unrefused("conditions", conditions, issues)) {
    parts.push({ part: "condition", label, options: own, path: ["conditions", label] });
  }
  for (const [label, own] of unrefused("indices", indices, issues)) {
    parts.push({ part: "index", label, options: own, path: ["indices", label] });
  }
  for (const [label, own] of unrefused("scenarios", scenarios, issues)) {
    parts.push({ part: "scenario", label, ...own, path: ["scenarios", label] });
  }
  if (!issues.some(({ path }) => path[0] === "correlations"))
    for (const [at, own] of (correlations ?? []).entries())
      parts.push({ part: "correlation", ...own, path: ["correlations", String(at)] });
  return parts;
}

/** The entries of a section that nothing was found wrong with. */
function unrefused<T>(
  section: string,
  entries: Readonly<Record<string, T>> | undefined,
  issues: readonly Issue[],
): [string, T][] {
  const own = issues.filter(({ path }) => path[0] === section);
  if (own.some(({ path }) => path.length === 1)) return [];
  return Object.entries(entries ?? {}).filter(([label]) => !own.some(({ path }) => path[1] === label));
}

/** The values that a file sets for good; its scenarios are judged on top of them. */
function setValues(built: Built, set: NewValues): Built {
  const { programme } = built;
  if (programme === undefined) return built;
  try {
    const changed = withValues(programme, set);
    const before = new Set(scenarioWarnings(programme).map(({ message }) => message));
    const others = changed.issues.filter(({ message }) => !before.has(message));
    const issues = [...others, ...scenarioWarnings(changed)];
    return { programme: Object.freeze({ ...changed, issues }), issues };
  } catch (error) {
    const refused = issuesOf(error).map((issue) => ({ ...issue, path: ["set", ...issue.path] }));
    return { programme, issues: [...built.issues, ...refused] };
  }
}
