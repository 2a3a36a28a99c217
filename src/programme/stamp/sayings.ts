import { isName } from "../../quantity/amount.ts";
import { isDecimal, numeral } from "../../quantity/decimal.ts";
import { nameOfMonth } from "../../time/calendar.ts";
import { MONTHS_IN } from "../../time/span.ts";
import { formatTimeline, type Timeline } from "../../time/timeline.ts";
import { kindOf } from "../building/statement.ts";
import { boundIn, type ConditionPart } from "../condition.ts";
import type { GroupPart, LinePart } from "../line.ts";
import { idOf } from "../names.ts";
import type { Part, Programme } from "../programme.ts";
import { amountAsRead, asRead, periodAsRead } from "./as-read.ts";
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
  /** The line, assumption, condition or other thing with a name that it is of; none where it is of the model itself. */
  readonly of?: Thing;
  /** The same, however its numeral is written where it is an amount. */
  readonly alike: string;
}

/** What has a name of its own in a model. */
export interface Thing {
  readonly kind: "line" | "assumption" | "condition" | "index" | "scenario" | "correlation" | "option";
  readonly label: string;
  /** How many words lead to its name. */
  readonly at: number;
}

/** Some data of a programme, before it is taken apart. */
interface Said {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly of?: Thing;
}

/** A thing by its kind and id, which are the same where its label is, in capitals or not. */
export function thingKey({ kind, label }: Thing): string {
  return `${kind} ${idOf(label)}`;
}

/** What is said in one place of a model, by a key that the same place has in another. */
export function sayingKey({ of, path }: Pick<Saying, "of" | "path">): string {
  const keys = path.map((key) => idOf(amountAsRead(key)));
  return [of === undefined ? "" : thingKey(of), ...keys].join("\u0000");
}

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
    ...saidOfTerms(programme),
  ];
  const all = [...whole, ...parts.flatMap((part) => saidInPart(programme, part))];
  const found = all.flatMap((own) => singles(own, timeline.yearStart));
  return new Map(found.map((one) => [sayingKey(one), one]));
}

/** The same words for the same years, in whatever periods they are worked out. */
function yearsOf(timeline: Timeline): string {
  const months = timeline.count * MONTHS_IN[timeline.grain];
  const isWhole = months % 12 === 0 && timeline.first % 12 === timeline.yearStart - 1;
  return formatTimeline(isWhole ? { ...timeline, grain: "year", count: months / 12 } : timeline);
}

/** The terms of the appraisal; each of its options is a thing of its own. */
function saidOfTerms(programme: Programme): Said[] {
  const { options = {}, ...terms } = termsSaid(programme);
  const each = Object.entries(options).map(([label, value]): Said => {
    const of: Thing = { kind: "option", label, at: 2 };
    return { path: ["appraisal", "options", label], value: { name: label, ...value }, of };
  });
  return [{ path: ["appraisal"], value: terms }, ...each];
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
      const of: Thing = { kind: "assumption", label: part.label, at: 1 };
      return [
        { path: ["assumptions", part.label, "name"], value: part.label, of },
        { path: ["assumptions", part.label], value: part.given, of },
      ];
    }
    case "condition":
      return saidInCondition(part);
    case "scenario": {
      const { label, set, says } = part;
      const of: Thing = { kind: "scenario", label, at: 1 };
      return [{ path: ["scenarios", label], value: { name: label, set, says }, of }];
    }
    case "index": {
      const of: Thing = { kind: "index", label: part.label, at: 1 };
      return [{ path: ["indices", part.label], value: { name: part.label, ...part.options }, of }];
    }
    case "correlation": {
      const { part: _, path: __, between, ...value } = part;
      const of: Thing = { kind: "correlation", label: between.join(" and "), at: 1 };
      return [{ path: ["correlations", of.label], value, of }];
    }
  }
}

/** A condition: how it bounds, with what or with the number that stands under it, whichever way that is. */
function saidInCondition(part: ConditionPart): Said[] {
  const of: Thing = { kind: "condition", label: part.label, at: 1 };
  const path = ["conditions", part.label];
  const is = boundIn(part);
  const { [is ?? "at most"]: bound, ...others } = conditionSaid(part);
  const isNamed = isName(bound);
  return [
    { path: [...path, "name"], value: part.label, of },
    { path: [...path, "must be"], value: isNamed ? `${is} ${bound}` : is, of },
    { path: [...path, "must be", "bound"], value: isNamed ? undefined : bound, of },
    { path, value: others, of },
  ];
}

function saidInLine(programme: Programme, part: LinePart | GroupPart, under: readonly string[]): Said[] {
  const { label } = part;
  if (part.part === "group") {
    const inside = part.parts.flatMap((own) => saidInLine(programme, own, [...under, label]));
    return [{ path: [...under, label, "subtotal"], value: part.subtotal }, ...inside];
  }
  const of: Thing = { kind: "line", label, at: 0 };
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
  const place: Place = { path, ...(of === undefined ? {} : { of }) };
  if (isDecimal(value)) return [sayingOf(place, [numeral(value)], yearStart)];
  if (typeof value !== "object") return [sayingOf(place, [String(value)], yearStart)];
  if (Array.isArray(value) && value.every((one) => typeof one !== "object"))
    return [sayingOf(place, value.map(String), yearStart)];
  const entries = Object.entries(value).filter(([key, own]) => !placeKeys.has(key) && own !== undefined);
  // An amount is the same thing, whether something is said of it or not.
  const under = (key: string) => (key === "value" ? path : [...path, periodAsRead(key, yearStart)]);
  return entries.flatMap(([key, own]) => singles({ ...place, path: under(key), value: own }, yearStart));
}

type Place = Pick<Saying, "path" | "of">;

function sayingOf(place: Place, texts: readonly string[], yearStart: number): Saying {
  const last = place.path.at(-1) ?? "";
  const alike = texts.map((one) => asRead(one, last, yearStart)).join("; ");
  return { ...place, text: texts.join("; "), alike };
}
