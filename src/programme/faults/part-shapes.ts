import type { Issue } from "../../issue/issue.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import type { DetailedAmount } from "../assumption.ts";
import type { ConditionOptions } from "../condition.ts";
import { type GroupPart, type LineAttributes, type LinePart, type TableOptions, totals } from "../line.ts";
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

/**
 * What stands under each key that options may have: the type holds the list to be whole. Where it is `any`, whoever reads it
 * judges. Any key may be left out; whoever needs one says so.
 */
function shapeOf<T>(shapes: Readonly<Record<keyof T & string, OptionShape>>): OptionShape {
  return Object.fromEntries(Object.entries<OptionShape>(shapes).map(([key, own]) => [`${key}?`, own]));
}

const said = { source: "any", assumed: "any", placeholder: "any" } as const;

const saidOfNumbers = {
  ...said,
  owner: "text",
  date: "text",
  "review by": "text",
  prices: "any",
  note: "text",
} as const;

const detailShape = shapeOf<DetailedAmount>({
  value: "any",
  unit: "any",
  low: "any",
  high: "any",
  range: "any",
  ...saidOfNumbers,
});

const rangeShape = shapeOf<RangeOptions>({
  shape: "any",
  low: "any",
  high: "any",
  "standard deviation": "any",
  weights: "any",
  ...said,
});

const attributeShape = shapeOf<LineAttributes>({
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
  totals,
});

const conditionShape = shapeOf<ConditionOptions>({
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
});

const indexShape = shapeOf<IndexOptions>({
  ...saidOfNumbers,
  edition: "any",
  levels: "any",
  growth: "any",
  base: "text",
});

const tableShape = shapeOf<TableOptions>({
  total: "text",
  "print in": ["pounds", "thousands", "millions"],
  decimals: "whole number",
  column: "text",
  share: "text",
});

const scenarioShape = shapeOf<ScenarioPart>({
  part: "any",
  label: "any",
  path: "any",
  set: { "*": "amount" },
  says: "text",
});

const correlationShape = shapeOf<CorrelationPart>({
  part: "any",
  between: "any",
  correlation: "any",
  path: "any",
  ...said,
  note: "text",
});

const programmeShape = shapeOf<ProgrammeOptions>({
  ...said,
  body: "any",
  prices: "any",
  labels: "any",
  "print in": "any",
  appraisal: "any",
  notes: "any",
});

/**
 * The faults of keys that have no meaning, and of words that cannot stand under one, in the options of a programme and of its
 * parts; a file has none left by then.
 */
export function shapeFaults(options: ProgrammeOptions, parts: readonly Part[]): Issue[] {
  return [...faults(programmeShape, options, []), ...parts.flatMap(ofPart)];
}

/** The same in a number with its detail, and in its range. */
export function detailFaults(given: DetailedAmount, path: Path): Issue[] {
  return [...faults(detailShape, given, path), ...inRange(given.range, path)];
}

function ofPart(part: Part): Issue[] {
  if (part.part === "assumption") return [];
  if (part.part === "correlation") return faults(correlationShape, part, part.path ?? [...part.between]);
  const path = part.path ?? [part.label];
  if (part.part === "scenario") return faults(scenarioShape, part, path);
  if (part.part === "line")
    return [...faults(attributeShape, part.attributes, path), ...inRange(part.attributes.range, path)];
  if (part.part === "condition") return faults(conditionShape, part.options, path);
  if (part.part === "index")
    return [...faults(indexShape, part.options, path), ...withoutEdition(part, path)];
  const inner = part.parts.flatMap((one: LinePart | GroupPart) => ofPart(one));
  return part.part === "table" ? [...faults(tableShape, part.options, path), ...inner] : inner;
}

/** A series without its edition is any series. */
function withoutEdition({ options }: IndexPart, path: Path): Issue[] {
  return options.edition === undefined ? optionFaults({ edition: "text" }, {}, path) : [];
}

function inRange(range: RangeOptions | string | undefined, path: Path): Issue[] {
  return typeof range === "object" ? faults(rangeShape, range, [...path, "range"]) : [];
}

function faults(shape: OptionShape, given: unknown, path: Path): Issue[] {
  if (typeof given !== "object" || given === null || isDecimal(given)) return [];
  return optionFaults(shape, given, path);
}
