import { assert } from "../assert.ts";

/** What can be counted: one of them, as it stands after "per". */
const countedWords = {
  child: "children",
  family: "families",
  person: "people",
  user: "users",
  household: "households",
  case: "cases",
  crisis: "crises",
  referral: "referrals",
  conference: "conferences",
  assessment: "assessments",
  session: "sessions",
  visit: "visits",
  attendance: "attendances",
  offence: "offences",
  placement: "placements",
  place: "places",
  post: "posts",
  practitioner: "practitioners",
  outcome: "outcomes",
  unit: "units",
  mile: "miles",
} as const;

/** Spans of time: one of them, as it stands after "per". */
const spanWords = {
  hour: "hours",
  night: "nights",
  day: "days",
  week: "weeks",
  month: "months",
  year: "years",
} as const;

type Counted = keyof typeof countedWords;
type Span = keyof typeof spanWords;
type Counts = (typeof countedWords)[Counted] | "FTE";
type Spans = (typeof spanWords)[Span];
type PerCounted = Counted | "FTE";

/**
 * A unit by name, from a closed list: `£`, `children`, `£ per child per week`, `weeks per year`, `share`…
 * `share` is a part of one (62% is 0.62), `number` has no unit, `index` is the level of an index series,
 * `date` a day, `month number` a month, and `flag` is 1 for yes and 0 for no.
 */
export type Unit =
  | "£"
  | "share"
  | "number"
  | "index"
  | "flag"
  | "date"
  | "month number"
  | Counts
  | Spans
  | `${Counted} ${Spans}`
  | `FTE ${Spans}`
  | `${"£" | Counts | Spans} per ${PerCounted | Span}`
  | `${"£" | Counts} per ${PerCounted} per ${Span}`;

/** A unit as it is said of one: `family` for `families`, `week per year`, `child week`. */
export function unitOfOne(unit: Unit): string {
  const words = unit.split(" ");
  const at = words.findIndex((word) => plurals.has(word) && plurals.get(word) !== word);
  return words.map((word, i) => (i === at ? (plurals.get(word) ?? word) : word)).join(" ");
}

/** Powers of the base dimensions, such as £ 1, child −1, week −1; nothing in it means a plain number. */
export type Dimension = ReadonlyMap<string, number>;

const plain: Dimension = new Map();
const plainUnits = ["share", "number", "index", "flag"];
const plurals = new Map<string, string>([
  ...Object.entries(countedWords).map(([single, plural]): [string, string] => [plural, single]),
  ...Object.entries(spanWords).map(([single, plural]): [string, string] => [plural, single]),
  ["FTE", "FTE"],
  ["£", "£"],
]);
const singles = new Map([...plurals].map(([plural, single]) => [single, plural]));
const read = new Map<string, Dimension | undefined>();

/** The dimension of a unit; `undefined` for a text that is no unit. */
export function dimensionOf(unit: string): Dimension | undefined {
  if (typeof unit !== "string") return undefined;
  if (!read.has(unit)) read.set(unit, readUnit(unit));
  return read.get(unit);
}

/**
 * What one dimension is over another, where a unit of what is counted says it: `weeks` for £ over £ per week, `child weeks` for £
 * over £ per child per week. `undefined` where none does.
 */
export function unitBetween(of: Dimension, over: Dimension): string | undefined {
  const bases = [...new Set([...of.keys(), ...over.keys()])];
  const by = bases.filter((base) => (of.get(base) ?? 0) !== (over.get(base) ?? 0));
  if (by.some((base) => (of.get(base) ?? 0) - (over.get(base) ?? 0) !== 1)) return undefined;
  const span = by.find((base) => base in spanWords);
  const unit = [...by.filter((base) => base !== span), ...(span === undefined ? [] : [singles.get(span)])];
  const [first = ""] = unit;
  const written = unit.length === 1 ? (singles.get(first) ?? first) : unit.join(" ");
  return isUnit(written) ? written : undefined;
}

/** Whether a text is the name of a unit. */
export function isUnit(text: unknown): text is Unit {
  return dimensionOf(text as string) !== undefined;
}

/** Whether a unit is of points in time, days or months of the calendar, which have a place and no size. */
export function isPointInTime(unit: string | undefined): unit is "date" | "month number" {
  return unit === "date" || unit === "month number";
}

/** The unit of how far two amounts in a unit are apart: days between days, months between months, else the same. */
export function differenceUnit(unit: Unit): Unit {
  if (!isPointInTime(unit)) return unit;
  return unit === "date" ? "days" : "months";
}

/** Some units to name in a message; the whole list is far longer. */
export const exampleUnits: readonly Unit[] = [
  "£",
  "share",
  "children",
  "families",
  "FTE",
  "weeks",
  "£ per week",
  "£ per year",
  "£ per child per week",
  "£ per child per year",
  "£ per family per year",
  "£ per FTE per year",
  "weeks per year",
];

function readUnit(text: string): Dimension | undefined {
  if (plainUnits.includes(text)) return plain;
  if (text === "date") return new Map([["day", 1]]);
  if (text === "month number") return new Map([["month", 1]]);
  const [above, ...below] = text.split(" per ");
  if (above === undefined || below.length > 2) return undefined;
  const dimension = new Map<string, number>();
  const [first = "", second, ...more] = above.split(" ");
  const product = second !== undefined;
  // Two words are so many of a thing over so much time: child weeks, FTE years.
  if (more.length > 0 || (product && (!isCounted(first) || !isSpans(second) || below.length > 0)))
    return undefined;
  if (!product && !plurals.has(first)) return undefined;
  raise(dimension, product ? first : (plurals.get(first) ?? first), 1);
  if (product) raise(dimension, plurals.get(second) ?? second, 1);
  for (const word of below) {
    if (!singles.has(word) || word === "£") return undefined;
    raise(dimension, word, -1);
  }
  return dimension;
}

function isCounted(word: string): boolean {
  return word in countedWords || word === "FTE";
}

function isSpans(word: string): boolean {
  return (Object.values(spanWords) as string[]).includes(word);
}

function raise(dimension: Map<string, number>, base: string, by: number): void {
  const power = (dimension.get(base) ?? 0) + by;
  if (power === 0) dimension.delete(base);
  else dimension.set(base, power);
}

/** The dimension of a product (`by` 1) or a quotient (`by` −1). */
export function combine(a: Dimension, b: Dimension, by: 1 | -1): Dimension {
  const dimension = new Map(a);
  for (const [base, power] of b) raise(dimension, base, power * by);
  return dimension;
}

/** Whether two dimensions are the same. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.size === b.size && [...a].every(([base, power]) => b.get(base) === power);
}

/** Whether a dimension is money in any form: pounds, or pounds per anything. */
export function isMoney(dimension: Dimension): boolean {
  return dimension.get("£") === 1;
}

/** A dimension in words: `£ per child per week`, `child weeks`; `number` for none. */
export function dimensionWords(dimension: Dimension): string {
  const above = [...dimension].flatMap(([base, power]) => Array<string>(Math.max(0, power)).fill(base));
  const below = [...dimension].flatMap(([base, power]) => Array<string>(Math.max(0, -power)).fill(base));
  const money = above.filter((base) => base === "£");
  const rest = above.filter((base) => base !== "£");
  const last = rest.pop();
  const top = [...money, ...rest, ...(last === undefined ? [] : [singles.get(last) ?? last])].join(" ");
  const words = [top || (below.length > 0 ? "1" : "number"), ...below].join(" per ");
  assert(words.length > 0, "a dimension has words");
  return words;
}
