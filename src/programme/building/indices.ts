import {
  add,
  assumption,
  choose,
  constant,
  divide,
  type Formula,
  multiply,
  nil,
  opening,
  row as rowRef,
  series,
} from "../../formula/formula.ts";
import { seen } from "../../issue/received.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import { one, zero } from "../../quantity/decimal.ts";
import { isNewYear, periodYear, yearWritten } from "../../time/period.ts";
import { formatFinancialYear, parseFinancialYear } from "../../time/year.ts";
import { type Given, isOne } from "../assumption.ts";
import { refusedPeriod } from "../faults/period-faults.ts";
import type { Limits } from "../limits.ts";
import type { AnyPeriodAmounts, LinePart } from "../line.ts";
import { idOf } from "../names.ts";
import { type OptionShape, optionFaults } from "../option-shape.ts";
import type { IndexPart } from "../programme.ts";
import { periodLevels } from "./amounts.ts";
import { type Draft, report } from "./draft.ts";
import { addAssumption, addSeries, type Inherited } from "./inputs.ts";

const number = constant(one, "index");

/** A level of nil would mean that money had no worth. */
const levelLimits: Limits = { above: 0 };

/** Growth on the year before: what is lost of a level is never all of it. */
const growthLimits: Limits = { least: -0.99, rise: true };

/** What index numbers are made from; its words are looked at elsewhere. */
const given: OptionShape = { "levels?": "by period", "growth?": "by period" };

/** Adds the row of an index series: its level in each period, from levels by year or from growth on a base year. */
export function buildIndex(draft: Draft, part: IndexPart): void {
  const path = part.path ?? [part.label];
  const id = idOf(part.label);
  if (id === "" || draft.rows.has(id)) return;
  const { levels, growth } = part.options;
  const faults = optionFaults(given, { levels, growth }, path);
  draft.issues.push(...faults);
  if (faults.length > 0) return;
  const formula =
    growth === undefined
      ? levels === undefined
        ? undefined
        : levelled(draft, part, levels, id, path)
      : levels === undefined
        ? grown(draft, part, growth, id, path)
        : undefined;
  if (formula === undefined) {
    report(
      draft,
      "wrong-shape",
      path,
      `${path.join(" > ")} needs levels by year, or growth and a base year`,
      {
        expected: "one of levels and growth",
        received: levels === undefined ? "neither" : "both",
        hint: `write it like { edition: …, base: ${yearWritten(draft.timeline)}, growth: { ${yearWritten(draft.timeline, 1)}: 1%, then: 2% } }`,
      },
    );
    return;
  }
  draft.rows.set(id, { id, label: part.label, role: "index", unit: "index", totals: "none", formula });
  draft.places.set(id, path);
}

function inherits(part: IndexPart, id: string, short: string, path: readonly string[]): Inherited {
  const label = short === "" ? part.label : `${part.label}: ${short}`;
  const { edition, source, assumed, placeholder, date, owner } = part.options;
  const basis = {
    ...(source === undefined ? {} : { source }),
    ...(assumed === undefined ? {} : { assumed }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  const named = Object.keys(basis).length > 0 ? basis : { source: edition };
  const detail = {
    ...named,
    ...(date === undefined ? {} : { date }),
    ...(owner === undefined ? {} : { owner }),
  };
  return { id: short === "" ? id : `${id}.${idOf(short)}`, label, detail, path, level: true };
}

/** Levels by year; a year of the timeline that has none is a fault, since a level of nil means nothing. */
function levelled(
  draft: Draft,
  part: IndexPart,
  levels: AnyPeriodAmounts,
  id: string,
  path: readonly string[],
): Formula {
  const { timeline } = draft;
  const inside: Record<string, AnyPeriodAmounts[string]> = {};
  const known = draft.issues.length;
  for (const [key, level] of Object.entries(levels)) {
    const year = parseFinancialYear(key, timeline.yearStart);
    if (key === "then") inside[key] = level;
    else if (!year.ok) refusedPeriod(draft.issues, key, [...path, "levels", key], year);
    else {
      const short = `level of ${formatFinancialYear(year.value, timeline.yearStart)}`;
      addAssumption(draft, level, "index", inherits(part, id, short, [...path, "levels", key]), levelLimits);
      if (within(draft, year.value)) inside[key] = level;
    }
  }
  if (draft.issues.length > known) return nil;
  const of = { unit: "index", path: [...path, "levels"], limits: levelLimits } as const;
  const values = periodLevels(timeline, inside, of, draft.issues);
  const missing = values.findIndex((value) => value.isZero());
  if (missing >= 0)
    noLevel(draft, part, path, formatFinancialYear(periodYear(timeline, missing), timeline.yearStart));
  addSeries(draft, values, "index", inherits(part, id, "", [...path, "levels"]), levelLimits);
  return series(id);
}

function within(draft: Draft, year: number): boolean {
  return (
    year >= periodYear(draft.timeline, 0) && year <= periodYear(draft.timeline, draft.timeline.count - 1)
  );
}

/** Growth on the year before, at the start of each financial year; the level of the base year is 1. */
function grown(
  draft: Draft,
  part: IndexPart,
  given: Given | AnyPeriodAmounts,
  id: string,
  path: readonly string[],
): Formula {
  const { timeline } = draft;
  const first = formatFinancialYear(periodYear(timeline, 0), timeline.yearStart);
  const base = parseFinancialYear(part.options.base ?? first, timeline.yearStart);
  if (!base.ok || base.value !== periodYear(timeline, 0)) {
    report(
      draft,
      "wrong-shape",
      [...path, "base"],
      `${path.join(" > ")} must grow from the first year of the model`,
      {
        expected: first,
        received: seen(part.options.base),
        hint: "give levels by year for an index with another base",
      },
    );
    return nil;
  }
  const to = inherits(part, id, "growth", [...path, "growth"]);
  const growth = growthOf(draft, given, to);
  const newYear = Array.from({ length: timeline.count }, (_, i) => (isNewYear(timeline, i) ? one : zero));
  const start = `${id}.new-year`;
  const label = `${part.label}: new year`;
  draft.assumptions.set(start, {
    id: start,
    label,
    unit: "flag",
    value: newYear,
    basis: { kind: "structure" },
    path,
  });
  const last = rowRef(id, 1);
  return opening(number, choose(series(start), multiply(last, add(number, growth)), last));
}

function growthOf(draft: Draft, given: Given | AnyPeriodAmounts, to: Inherited): Formula {
  if (isOne(given)) {
    addAssumption(draft, given, "share", to, growthLimits);
    return assumption(to.id);
  }
  const of = { unit: "share", path: to.path, limits: growthLimits } as const;
  addSeries(draft, periodLevels(draft.timeline, given, of, draft.issues), "share", to, growthLimits);
  return series(to.id);
}

function noLevel(draft: Draft, part: IndexPart, path: readonly string[], year: string): void {
  report(draft, "missing-key", [...path, "levels"], `${part.label} has no level for ${year}`, {
    expected: "a level for every year of the model",
    received: "nothing",
    hint: `add ${year}, or “then:” to carry the last level on`,
  });
}

/**
 * What brings a line from the prices of a year to those of the programme: the level of the index in the period over its
 * level in that year.
 */
export function uplifted(
  draft: Draft,
  part: LinePart,
  name: string,
  prices: string,
  formula: Formula,
): Formula {
  const path = [...(part.path ?? [part.label]), "uplift"];
  const id = idOf(name);
  const index = draft.parts.find((one): one is IndexPart => one.part === "index" && idOf(one.label) === id);
  if (index === undefined) {
    const known = draft.parts.flatMap((one) => (one.part === "index" ? [one.label] : []));
    const otherwise = "declare it under indices, or mend the name";
    draft.issues.push(unknownName({ what: "index", name, known, path, otherwise }));
    return nil;
  }
  return divide(multiply(formula, rowRef(id)), levelAt(draft, index, id, prices, path));
}

/** The level of an index in the year whose prices a line is at. */
function levelAt(
  draft: Draft,
  index: IndexPart,
  id: string,
  prices: string,
  path: readonly string[],
): Formula {
  const { yearStart } = draft.timeline;
  const year = parseFinancialYear(prices, yearStart);
  // Prices of no year have been refused as such.
  if (!year.ok) return number;
  const level = `${id}.${idOf(`level of ${formatFinancialYear(year.value, yearStart)}`)}`;
  if (draft.assumptions.has(level)) return assumption(level);
  if (index.options.growth !== undefined && year.value === periodYear(draft.timeline, 0)) return number;
  report(
    draft,
    "missing-key",
    path,
    `${index.label} has no level for ${prices}, the year of the line's prices`,
    {
      expected: `a level for ${prices}`,
      received: "nothing",
      hint: "add that year to the levels of the index",
    },
  );
  return number;
}
