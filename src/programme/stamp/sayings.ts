import { readAmount } from "../../quantity/amount.ts";
import { isDecimal, numeral } from "../../quantity/decimal.ts";
import { nameOfMonth } from "../../time/calendar.ts";
import { MONTHS_IN } from "../../time/span.ts";
import { formatTimeline, type Timeline } from "../../time/timeline.ts";
import { kindOf } from "../building/statement.ts";
import { bounds, type ConditionPart } from "../condition.ts";
import type { GroupPart, LinePart } from "../line.ts";
import { idOf } from "../names.ts";
import type { Part, Programme } from "../programme.ts";
import { amountAsRead, asRead, maybeAmount, periodAsRead } from "./as-read.ts";
import {
  attributesSaid,
  conditionSaid,
  driverSaid,
  hasTurns,
  optionsSaid,
  placeKeys,
  termsSaid,
} from "./unless-told.ts";

/** One thing that a programme says: where, in the words that lead to it, and what. */
export interface Saying {
  readonly path: readonly string[];
  readonly text: string;
  /** The line, assumption or condition that it is of, by kind and id; none where it is of the model or another part. */
  readonly of?: string;
  /** The same, however its numeral is written where it is an amount. */
  readonly alike: string;
  /** Whether it is told with the inputs of the programme: a number of theirs, or where one comes from. */
  readonly isInput: boolean;
}

/** Some data of a programme, before it is taken apart. */
interface Said {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly of?: string;
}

const basisKeys = new Set(["source", "assumed", "placeholder"]);
const valueKeys = new Set(["value", "low", "high", "unit", "prices"]);

/**
 * Everything that enters a programme as single things said, by a key that the same thing has in another programme: what
 * stands in lines, scenarios, conditions, tables and the model's own options. Names are the same in capitals or not.
 */
export function sayingsOf(programme: Programme): ReadonlyMap<string, Saying> {
  const { title, timeline, parts } = programme;
  const whole: Said[] = [
    { path: ["title"], value: title },
    { path: ["years"], value: yearsOf(timeline) },
    { path: ["by"], value: timeline.grain },
    { path: ["year starts"], value: nameOfMonth(timeline.yearStart) },
    { path: [], value: optionsSaid(programme) },
    ...Object.entries(termsSaid(programme)).map(([key, value]) => saidOfTerm(key, value)),
  ];
  const { yearStart } = timeline;
  const all = [...whole, ...parts.flatMap((part) => saidInPart(programme, part))];
  const found = all.flatMap((own) => singles(own, yearStart));
  return new Map(found.map((one) => [one.path.map((key) => idOf(amountAsRead(key))).join("\u0000"), one]));
}

/** The same words for the same years, in whatever periods they are worked out. */
function yearsOf(timeline: Timeline): string {
  const months = timeline.count * MONTHS_IN[timeline.grain];
  const isWhole = months % 12 === 0 && timeline.first % 12 === timeline.yearStart - 1;
  return formatTimeline(isWhole ? { ...timeline, grain: "year", count: months / 12 } : timeline);
}

/** The rates of an appraisal are inputs of it, and told with them. */
function saidOfTerm(key: string, value: unknown): Said {
  const input = { rate: "rate", inflation: "inflation", "optimism bias": "bias" }[key];
  const of = input === undefined ? {} : { of: `appraisal appraisal.${input}` };
  return { path: ["appraisal", key], value, ...of };
}

function saidInPart(programme: Programme, part: Part): Said[] {
  switch (part.part) {
    case "line":
    case "group":
      return saidInLine(programme, part, [String(kindOf(part))]);
    case "table": {
      const under = ["memorandum", part.label];
      return [
        { path: under, value: part.options },
        ...part.parts.flatMap((own) => saidInLine(programme, own, under)),
      ];
    }
    case "assumption": {
      const of = `assumption ${idOf(part.label)}`;
      return [
        { path: ["assumptions", part.label, "name"], value: part.label, of },
        { path: ["assumptions", part.label], value: part.given, of },
      ];
    }
    case "condition":
      return saidInCondition(part);
    case "scenario":
      return [
        { path: ["scenarios", part.label], value: { name: part.label, set: part.set, says: part.says } },
      ];
    case "index":
      return [{ path: ["indices", part.label], value: part.options, of: `index ${idOf(part.label)}` }];
    case "correlation": {
      const { part: _, path: __, between, ...value } = part;
      return [{ path: ["correlations", between.join(" and ")], value }];
    }
  }
}

/** A condition: its bound is an input of its own, and which way it bounds is told in words. */
function saidInCondition(part: ConditionPart): Said[] {
  const of = `condition ${idOf(part.label)}`;
  const ways = Object.keys(part.options).filter((key) => (bounds as readonly string[]).includes(key));
  return [
    { path: ["conditions", part.label, "must be"], value: ways.join(" and "), of },
    { path: ["conditions", part.label], value: conditionSaid(part), of },
  ];
}

function saidInLine(programme: Programme, part: LinePart | GroupPart, under: readonly string[]): Said[] {
  const { label } = part;
  if (part.part === "group") {
    const inside = part.parts.flatMap((own) => saidInLine(programme, own, [...under, label]));
    return [{ path: [...under, label, "subtotal"], value: part.subtotal }, ...inside];
  }
  const of = `line ${idOf(label)}`;
  return [
    { path: [label, "name"], value: label, of },
    { path: [label, "stands under"], value: under.join(" > "), of },
    { path: [label, part.driver.name], value: driverSaid(part.driver), of },
    ...(hasTurns(part.driver)
      ? [{ path: [label, part.driver.name, "order"], value: Object.keys(part.driver.options as object), of }]
      : []),
    { path: [label], value: attributesSaid(programme, part), of },
  ];
}

/** Each single text or number in some data, with the keys that lead to it; a list of texts is one text. */
function singles({ path, value, of }: Said, yearStart: number): Saying[] {
  if (value === undefined || value === null) return [];
  if (isDecimal(value)) return [sayingOf(path, [numeral(value)], of, yearStart)];
  if (typeof value !== "object") return [sayingOf(path, [String(value)], of, yearStart)];
  if (Array.isArray(value) && value.every((one) => typeof one !== "object"))
    return [sayingOf(path, value.map(String), of, yearStart)];
  const entries = Object.entries(value).filter(([key, own]) => !placeKeys.has(key) && own !== undefined);
  const [only] = entries;
  const more = of === undefined ? {} : { of };
  // An amount with nothing said of it is the amount.
  if (only?.[0] === "value" && entries.length === 1)
    return singles({ path, value: only[1], ...more }, yearStart);
  return entries.flatMap(([key, own]) =>
    singles({ path: [...path, periodAsRead(key, yearStart)], value: own, ...more }, yearStart),
  );
}

function sayingOf(
  path: readonly string[],
  texts: readonly string[],
  of: string | undefined,
  yearStart: number,
): Saying {
  const [last = ""] = path.slice(-1);
  const text = texts.join("; ");
  const alike = texts.map((one) => asRead(one, last, yearStart)).join("; ");
  const isNumber = maybeAmount(last) && readAmount(text).ok && !path.includes("range");
  const isInput = of !== undefined && (isNumber || basisKeys.has(last) || valueKeys.has(last));
  return { path, text, alike, isInput, ...(of === undefined ? {} : { of }) };
}
