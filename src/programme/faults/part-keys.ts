import type { Issue } from "../../issue/issue.ts";
import { unknownKey } from "../../issue/unknown-key.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import type { DetailedAmount } from "../assumption.ts";
import type { ConditionOptions } from "../condition.ts";
import type { GroupPart, LineAttributes, LinePart, TableOptions } from "../line.ts";
import type { IndexOptions, Part, ProgrammeOptions } from "../programme.ts";
import type { RangeOptions } from "../range-options.ts";

type Path = readonly string[];

/** The keys that options may have: the type holds the list to be whole. */
type Keys<T> = Readonly<Record<keyof T, true>>;

const said = { source: true, assumed: true, placeholder: true } as const;

const saidOfNumbers = {
  ...said,
  owner: true,
  date: true,
  "review by": true,
  prices: true,
  note: true,
} as const;

const detailKeys: Keys<DetailedAmount> = {
  value: true,
  unit: true,
  low: true,
  high: true,
  range: true,
  ...saidOfNumbers,
};

const rangeKeys: Keys<RangeOptions> = {
  shape: true,
  low: true,
  high: true,
  "standard deviation": true,
  weights: true,
  ...said,
};

const attributeKeys: Keys<LineAttributes> = {
  ...saidOfNumbers,
  range: true,
  agency: true,
  spend: true,
  term: true,
  cashable: true,
  eligible: true,
  borrowing: true,
  direction: true,
  "counts in": true,
  uplift: true,
  unit: true,
  totals: true,
};

const conditionKeys: Keys<ConditionOptions> = {
  row: true,
  "total of": true,
  "at most": true,
  below: true,
  "at least": true,
  above: true,
  "equal to": true,
  from: true,
  to: true,
  severity: true,
  says: true,
};

const indexKeys: Keys<IndexOptions> = {
  ...saidOfNumbers,
  edition: true,
  levels: true,
  growth: true,
  base: true,
};

const tableKeys: Keys<TableOptions> = {
  total: true,
  "print in": true,
  decimals: true,
  column: true,
  share: true,
};

const programmeKeys: Keys<ProgrammeOptions> = {
  ...said,
  body: true,
  prices: true,
  labels: true,
  "print in": true,
  appraisal: true,
  notes: true,
};

/** The faults of keys that have no meaning, in the options of a programme and of its parts; a file has none left by then. */
export function unknownKeys(options: ProgrammeOptions, parts: readonly Part[]): Issue[] {
  return [...faults(programmeKeys, options, []), ...parts.flatMap(keysOf)];
}

/** The same in a number with its detail, and in its range. */
export function unknownDetail(given: DetailedAmount, path: Path): Issue[] {
  return [...faults(detailKeys, given, path), ...unknownInRange(given.range, path)];
}

function keysOf(part: Part): Issue[] {
  if (part.part === "correlation" || part.part === "scenario" || part.part === "assumption") return [];
  const path = part.path ?? [part.label];
  if (part.part === "line")
    return [...faults(attributeKeys, part.attributes, path), ...unknownInRange(part.attributes.range, path)];
  if (part.part === "condition") return faults(conditionKeys, part.options, path);
  if (part.part === "index") return faults(indexKeys, part.options, path);
  const inner = part.parts.flatMap((one: LinePart | GroupPart) => keysOf(one));
  return part.part === "table" ? [...faults(tableKeys, part.options, path), ...inner] : inner;
}

function unknownInRange(range: RangeOptions | string | undefined, path: Path): Issue[] {
  return typeof range === "object" ? faults(rangeKeys, range, [...path, "range"]) : [];
}

function faults(keys: Readonly<Record<string, true>>, given: unknown, path: Path): Issue[] {
  if (typeof given !== "object" || given === null || isDecimal(given)) return [];
  const known = Object.keys(keys);
  return Object.entries(given)
    .filter(([key, value]) => value !== undefined && !Object.hasOwn(keys, key))
    .map(([key]) => unknownKey(path, key, known));
}
