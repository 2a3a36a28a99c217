import type { Issue } from "../../issue/issue.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import type { DetailedAmount } from "../assumption.ts";
import type { ConditionOptions } from "../condition.ts";
import type { GroupPart, LineAttributes, LinePart, TableOptions } from "../line.ts";
import { type OptionShape, optionFaults } from "../option-shape.ts";
import type {
  CorrelationPart,
  IndexOptions,
  IndexPart,
  Part,
  ProgrammeOptions,
  ScenarioPart,
} from "../programme.ts";
import type { RangeOptions } from "../range-options.ts";

type Path = readonly string[];

/** What stands under each key that options may have: the type holds the list to be whole. Where it is `any`, whoever reads it judges. */
type Shapes<T> = Readonly<Record<keyof T, OptionShape>>;

const said = { source: "any", assumed: "any", placeholder: "any" } as const;

const saidOfNumbers = {
  ...said,
  owner: "text",
  date: "text",
  "review by": "text",
  prices: "any",
  note: "text",
} as const;

const detailShapes: Shapes<DetailedAmount> = {
  value: "any",
  unit: "any",
  low: "any",
  high: "any",
  range: "any",
  ...saidOfNumbers,
};

const rangeShapes: Shapes<RangeOptions> = {
  shape: "any",
  low: "any",
  high: "any",
  "standard deviation": "any",
  weights: "any",
  ...said,
};

const attributeShapes: Shapes<LineAttributes> = {
  ...saidOfNumbers,
  range: "any",
  agency: "any",
  spend: ["revenue", "capital"],
  term: ["recurrent", "one-off"],
  cashable: ["cashable", "non-cashable", "avoided cost"],
  eligible: "any",
  borrowing: "true or false",
  direction: "any",
  "counts in": ["financial case", "no case"],
  uplift: "text",
  unit: "any",
  totals: ["sum", "closing", "average", "none"],
};

const conditionShapes: Shapes<ConditionOptions> = {
  row: "text",
  "total of": "text",
  "at most": "any",
  below: "any",
  "at least": "any",
  above: "any",
  "equal to": "any",
  from: "any",
  to: "any",
  severity: ["error", "warning"],
  says: "text",
};

const indexShapes: Shapes<IndexOptions> = {
  ...saidOfNumbers,
  edition: "any",
  levels: "any",
  growth: "any",
  base: "text",
};

const tableShapes: Shapes<TableOptions> = {
  total: "text",
  "print in": ["pounds", "thousands", "millions"],
  decimals: "whole number",
  column: "text",
  share: "text",
};

const scenarioShapes: Shapes<ScenarioPart> = {
  part: "any",
  label: "any",
  path: "any",
  set: { "*": "amount" },
  says: "text",
};

const correlationShapes: Shapes<CorrelationPart> = {
  part: "any",
  between: "any",
  correlation: "any",
  path: "any",
  ...said,
  note: "text",
};

const programmeShapes: Shapes<ProgrammeOptions> = {
  ...said,
  body: "any",
  prices: "any",
  labels: "any",
  "print in": "any",
  appraisal: "any",
  notes: "any",
};

/**
 * The faults of keys that have no meaning, and of words that cannot stand under one, in the options of a programme and of its
 * parts; a file has none left by then.
 */
export function shapeFaults(options: ProgrammeOptions, parts: readonly Part[]): Issue[] {
  return [...faults(programmeShapes, options, []), ...parts.flatMap(ofPart)];
}

/** The same in a number with its detail, and in its range. */
export function detailFaults(given: DetailedAmount, path: Path): Issue[] {
  return [...faults(detailShapes, given, path), ...inRange(given.range, path)];
}

function ofPart(part: Part): Issue[] {
  if (part.part === "assumption") return [];
  if (part.part === "correlation") return faults(correlationShapes, part, part.path ?? [...part.between]);
  const path = part.path ?? [part.label];
  if (part.part === "scenario") return faults(scenarioShapes, part, path);
  if (part.part === "line")
    return [...faults(attributeShapes, part.attributes, path), ...inRange(part.attributes.range, path)];
  if (part.part === "condition") return faults(conditionShapes, part.options, path);
  if (part.part === "index")
    return [...faults(indexShapes, part.options, path), ...withoutEdition(part, path)];
  const inner = part.parts.flatMap((one: LinePart | GroupPart) => ofPart(one));
  return part.part === "table" ? [...faults(tableShapes, part.options, path), ...inner] : inner;
}

/** A series without its edition is any series. */
function withoutEdition({ options }: IndexPart, path: Path): Issue[] {
  return options.edition === undefined ? optionFaults({ edition: "text" }, {}, path) : [];
}

function inRange(range: RangeOptions | string | undefined, path: Path): Issue[] {
  return typeof range === "object" ? faults(rangeShapes, range, [...path, "range"]) : [];
}

/** Any key may be left out; whoever needs one says so. */
function faults(shapes: Readonly<Record<string, OptionShape>>, given: unknown, path: Path): Issue[] {
  if (typeof given !== "object" || given === null || isDecimal(given)) return [];
  const shape = Object.fromEntries(Object.entries(shapes).map(([key, own]) => [`${key}?`, own]));
  return optionFaults(shape, given, path);
}
