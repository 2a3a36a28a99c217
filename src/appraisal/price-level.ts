import {
  add,
  assumption,
  constant,
  divide,
  type Formula,
  multiply,
  opening,
  type RowReference,
  row as ref,
} from "../formula/formula.ts";
import { received } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import { basisOf, type Given, isDetailed } from "../programme/assumption.ts";
import { idOf } from "../programme/names.ts";
import type { Programme } from "../programme/programme.ts";
import { one } from "../quantity/decimal.ts";
import { periodYear } from "../time/period.ts";
import { formatFinancialYear } from "../time/year.ts";
import { type Adding, addInput, addRow } from "./addition.ts";
import { before, yearly } from "./calendar.ts";
import { readInflation } from "./rate.ts";

const unity = constant(one, "number");

/** A year of months has the level of its months, which is the same in all of them unless the series moves within the year. */
const levelRow = { unit: "index", totals: "average", role: "index" } as const;

/** What turns cash of a period into money of a year, and back: the level of prices, 1 in that year. */
export interface PriceLevel {
  /** The name of the series, or of the flat rate. */
  readonly by: string;
  readonly level: RowReference;
}

/**
 * Adds the level of prices by an index series of the model: its level in the period over its level in the year of the
 * prices, which is the model's first or one for which the series has a level.
 */
export function addDeflator(adding: Adding, name: string, year: string): PriceLevel {
  const { programme } = adding;
  const id = idOf(name);
  const index = programme.rows.get(id);
  if (index?.role !== "index") throw noIndex(programme, name);
  const level = divide(ref(id), levelIn(adding, id, year, index.label));
  return {
    by: index.label,
    level: addRow(adding, "price-level", `Price level, ${index.label}`, level, levelRow),
  };
}

function levelIn(adding: Adding, id: string, year: string, label: string): Formula {
  const { timeline, assumptions } = adding.programme;
  const stated = `${id}.${idOf(`level of ${year}`)}`;
  if (assumptions.has(stated)) return assumption(stated);
  if (year !== formatFinancialYear(periodYear(timeline, 0), timeline.yearStart)) throw noLevel(label, year);
  const name = "price-level-at-first";
  const says = { unit: "index", totals: "none", role: "working" } as const;
  return addRow(adding, name, `${label} in ${year}`, opening(ref(id), ref(appraisalId(name), 1)), says);
}

/** Adds the level of prices by one rate of inflation, so many years after the year of the prices, at the start of each year. */
export function addInflation(adding: Adding, given: Given, ahead: number): PriceLevel {
  const value = isDetailed(given) ? given.value : given;
  const read = readInflation(value);
  if (!read.ok) {
    const message = `inflation cannot be ${received(value)}`;
    throw refusal({ code: "out-of-range", path: ["appraisal", "inflation"], message, ...read.fault });
  }
  const rate = addInput(adding, {
    id: appraisalId("inflation"),
    label: "Inflation",
    unit: "share",
    value: read.value,
    basis: (isDetailed(given) ? basisOf(given) : undefined) ?? {
      kind: "assumed",
      words: "one rate of inflation for all years",
    },
    limits: { least: -0.99, most: 1 },
  });
  const growth = add(unity, rate);
  const steps = Array.from({ length: Math.abs(ahead) }, () => growth);
  const first = ahead < 0 ? divide(unity, multiply(...steps)) : multiply(unity, ...steps);
  const level = opening(first, yearly(adding, "price-level", multiply(before("price-level"), growth)));
  const by = "one rate of inflation";
  return { by, level: addRow(adding, "price-level", "Price level", level, levelRow) };
}

function noIndex(programme: Programme, name: string): InvestToSaveError {
  const labels = [...programme.rows.values()].flatMap((row) => (row.role === "index" ? [row.label] : []));
  return refusal(
    unknownName({
      what: "index series",
      name,
      known: labels,
      path: ["appraisal", "deflator"],
      otherwise: "declare the series under “indices:”, or give one rate of inflation",
    }),
  );
}

function noLevel(label: string, year: string): InvestToSaveError {
  return refusal({
    code: "missing-key",
    path: ["appraisal", "base year"],
    message: `${label} has no level for ${year}, the year of the prices`,
    expected: `a level for ${year}`,
    received: "nothing",
    hint: "add that year to the levels of the index, or take the first year of the model as base year",
  });
}
