import { driverKinds } from "../drivers/kinds.ts";
import { checkWord } from "../issue/given.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { kindOf } from "../programme/building/statement.ts";
import { checkProgramme } from "../programme/given.ts";
import type { GroupPart, LinePart, TablePart } from "../programme/line.ts";
import type { AssumptionPart, Labels, Programme } from "../programme/programme.ts";
import { type Decimal, isDecimal, numeral } from "../quantity/decimal.ts";
import { APRIL, nameOfMonth } from "../time/calendar.ts";
import { formatDay } from "../time/day.ts";
import { formatMonth } from "../time/month.ts";
import { isNewYear, periodLabel, periodYear } from "../time/period.ts";
import { formatTimeline, type Timeline } from "../time/timeline.ts";
import { formatFinancialYear } from "../time/year.ts";
import { sections } from "./sections.ts";
import { writeYaml } from "./yaml.ts";

/**
 * A programme as the text of a model file, in YAML or JSON, that reads back to the same programme. Values that were
 * set for a run stand under `set`. It returns the text and touches no file. Amounts are as they were given, in full pounds,
 * unrounded and positive in every section. Throws `InvestToSaveError` with `wrong-shape` for what is no programme, and for another form than the two; with
 * `duplicate-id` where two groups, or a group and a line, stand together under one label; and with `unknown-key` where a line has a
 * driver of your own, which no file can name.
 *
 * @example
 * ```ts
 * import { cost, programme, years } from "invest-to-save";
 * import { writeModel } from "invest-to-save/file";
 * writeModel(programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_000)));
 * // => "title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\ncosts:\n  Rent: 1000\n"
 * ```
 */
export function writeModel(programme: Programme, as: "yaml" | "json" = "yaml"): string {
  checkProgramme(programme, "writeModel");
  checkWord(as, ["yaml", "json"], ["as"]);
  const data = plainData(modelData(programme));
  return as === "json" ? `${JSON.stringify(data, null, 2)}\n` : writeYaml(data);
}

function modelData(programme: Programme): Record<string, unknown> {
  const { title, timeline, parts } = programme;
  const { labels = {}, body, ...options } = programme.options;
  const lines = parts.filter((part) => part.part === "line" || part.part === "group");
  const tables = parts.filter((part) => part.part === "table");
  const indices = parts.filter((part) => part.part === "index");
  const scenarios = parts.filter((part) => part.part === "scenario");
  const correlations = parts.filter((part) => part.part === "correlation");
  const assumptions = parts.filter((part) => part.part === "assumption");
  const conditions = parts.filter((part) => part.part === "condition");
  return {
    title,
    ...(body === undefined ? {} : { body }),
    years: formatTimeline(timeline),
    ...(timeline.grain === "year" ? {} : { by: timeline.grain }),
    ...(timeline.yearStart === APRIL ? {} : { "year starts": nameOfMonth(timeline.yearStart) }),
    ...options,
    ...(labels.balance === undefined ? {} : { balance: labels.balance }),
    ...block("set", setValues(programme)),
    ...block(
      "assumptions",
      assumptions.map((part) => [part.label, assumptionData(part)]),
    ),
    ...Object.fromEntries(sections.flatMap((section) => sectionData(section, labels, lines))),
    ...block(
      "memorandum",
      tables.map((part) => [part.label, tableData(part)]),
    ),
    ...block(
      "conditions",
      conditions.map((part) => [part.label, part.options]),
    ),
    ...block(
      "indices",
      indices.map((part) => [part.label, part.options]),
    ),
    ...block(
      "scenarios",
      scenarios.map(({ label, set, says }) => [label, { set, says }]),
    ),
    ...(correlations.length === 0
      ? {}
      : { correlations: correlations.map(({ part: _, path: __, ...said }) => said) }),
  };
}

function assumptionData({ given, unit }: AssumptionPart): unknown {
  return typeof given === "object" && !isDecimal(given) ? { ...given, unit } : { value: given, unit };
}

function tableData({ options, parts }: TablePart): unknown {
  return { ...options, lines: linesData(parts, options.column === undefined ? "amounts" : "once") };
}

function block(key: string, entries: readonly unknown[]): Record<string, unknown> {
  refuseTwice(entries.map((entry) => String((entry as [string, unknown])[0])));
  return entries.length === 0 ? {} : { [key]: Object.fromEntries(entries as [string, unknown][]) };
}

function sectionData(
  section: (typeof sections)[number],
  labels: Labels,
  lines: readonly (LinePart | GroupPart)[],
): [string, unknown][] {
  const own = lines.filter((part) => kindOf(part) === section.kind);
  if (own.length === 0) return [];
  const body = linesData(own);
  const heading = labels[section.heading];
  const total = section.total && labels[section.total];
  if (heading === undefined && total === undefined) return [[section.key, body]];
  return [
    [
      section.key,
      {
        ...(heading === undefined ? {} : { heading }),
        ...(total === undefined ? {} : { total }),
        lines: body,
      },
    ],
  ];
}

/** Lines by label. A single amount is read as by the driver `single`: of every period, or of none in a table of one column. */
function linesData(
  parts: readonly (LinePart | GroupPart)[],
  single: "amounts" | "once" = "amounts",
): Record<string, unknown> {
  refuseTwice(parts.map(({ label }) => label));
  return Object.fromEntries(parts.map((part) => [part.label, partData(part, single)]));
}

/** A heading may have the name of a line, or of another heading, on paper; in a file one of the two would be lost. */
function refuseTwice(labels: readonly string[]): void {
  const twice = labels.find((label, at) => labels.indexOf(label) < at);
  if (twice === undefined) return;
  throw refusal({
    code: "duplicate-id",
    path: [twice],
    message: `two of the things that stand together are called “${twice}”, and a file can hold one of them`,
    expected: "a label for each",
    received: twice,
    hint: "give one of the two another label",
  });
}

function partData(part: LinePart | GroupPart, single: "amounts" | "once"): unknown {
  if (part.part === "group") {
    const lines = linesData(part.parts, single);
    return part.subtotal === undefined ? { lines } : { subtotal: part.subtotal, lines };
  }
  const { driver, attributes } = part;
  const { options } = driver;
  if (!driverKinds.some(({ name }) => name === driver.name)) throw ownDriver(part);
  const several = typeof options === "object" && options !== null && !isDecimal(options);
  if (driver.name === single && !several && Object.keys(attributes).length === 0) return options;
  // Amounts that say nothing of any period are nil, and need the driver's name to be read as such.
  if (driver.name === "amounts" && several && Object.values(options).some((amount) => amount !== undefined))
    return { ...options, ...attributes };
  return { [driver.name]: options, ...attributes };
}

/** A driver of somebody's own is code, and no file can name it. */
function ownDriver({ label, driver }: LinePart): InvestToSaveError {
  return refusal({
    code: "unknown-key",
    path: [label],
    message: `${label} has the driver “${driver.name}”, which is code of your own, and a file can name only those of this package`,
    expected: "a driver of this package",
    received: driver.name,
    hint: "keep such a programme in code, or write the line as a formula",
  });
}

/** What was set for this run, as a file sets it: dates and months as text, amounts by period one by one. */
function setValues(programme: Programme): [string, unknown][] {
  const { timeline } = programme;
  return [...programme.assumptions.values()].flatMap(
    ({ id, set, unit, value, limits }): [string, unknown][] => {
      if (!set) return [];
      if (!isDecimal(value)) {
        if (limits?.rise) return yearly(timeline, id, value, set);
        return set.map((i) => [`${id}@${periodLabel(timeline, i)}`, value[i]]);
      }
      if (unit === "date") return [[id, formatDay(value.toNumber())]];
      return [[id, unit === "month number" ? formatMonth(value.toNumber()) : value]];
    },
  );
}

/** Rises by the year, from the second on, of the periods that were set: that is how they are given. */
function yearly(
  timeline: Timeline,
  id: string,
  values: readonly Decimal[],
  set: readonly number[],
): [string, unknown][] {
  return values.flatMap((value, i): [string, unknown][] => {
    if (!isNewYear(timeline, i) || !set.includes(i)) return [];
    return [[`${id}@${formatFinancialYear(periodYear(timeline, i), timeline.yearStart)}`, value]];
  });
}

/** Decimals as numbers where a float holds them exactly, else as numerals; nothing that is undefined. */
function plainData(value: unknown): unknown {
  if (isDecimal(value)) return decimalData(value);
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return Object.fromEntries(entries.map(([key, own]) => [key, plainData(own)]));
}

function decimalData(value: Decimal): number | string {
  const text = numeral(value);
  return String(Number(text)) === text ? Number(text) : text;
}
