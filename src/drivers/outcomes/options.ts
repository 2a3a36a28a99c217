import * as z from "zod";
import type { Given } from "../../programme/assumption.ts";
import { givenSchema, unitSchema } from "../../programme/schema.ts";
import type { Unit } from "../../quantity/unit.ts";
import { type ByPeriod, byPeriodSchema } from "../over-time/by-period.ts";
import { type Length, lengthSchema } from "../over-time/length.ts";

/**
 * What would have happened without the programme, by one of three conventions that give different answers: a share of the
 * outcomes achieved; percentage points of those reached, the baseline rate; or a share of the outcomes in the first year,
 * and as much more in each year since, up to all of them.
 */
export type Deadweight = { readonly share: Given } | { readonly points: Given } | { readonly rising: Given };

/** From a target population to what its outcomes save. All shares are from 0 to 1. */
export interface OutcomesOptions {
  /** The population: by period, one number for so many a year, or the name of a row that counts it. */
  readonly target: ByPeriod;
  /** What the population is counted in; people unless told. */
  readonly of?: Unit;
  /** The share of the population that has the problem; all of it unless told. */
  readonly affected?: ByPeriod;
  /** The share of those who take part; all of them unless told. */
  readonly engagement?: ByPeriod;
  /** The share of those who stay to the end; all of them unless told. */
  readonly retention?: ByPeriod;
  /** The share of those reached for whom the outcome comes about. */
  readonly impact: ByPeriod;
  readonly deadweight: Deadweight;
  /** Pounds per outcome per year; pounds per unit where units a year are given. */
  readonly "unit cost": ByPeriod;
  /** How many units an outcome saves a year, such as nights in a hospital. */
  readonly "units a year"?: ByPeriod;
  /** From the outcome to the first year of its benefit: `6 months`, `1 year`; a bare number is years. None unless told. */
  readonly lag?: Length;
  /** The share of the full effect in each year of benefit; after the last, that of the last. Full unless told. */
  readonly ramp?: readonly Given[];
  /** How long the benefit of an outcome lasts, in whole years: `3 years`; a bare number is years. */
  readonly duration: Length;
  /** The share of the effect that is lost each year after the first; none unless told. */
  readonly "drop-off"?: Given;
  /** The agencies to which the benefit falls, with their shares, which sum to 1. */
  readonly agencies?: Readonly<Record<string, Given>>;
  /** The share of the net benefit that takes money out of a budget. */
  readonly cashable?: ByPeriod;
  /** What the line is: the whole of it unless told, or the part of the line's own agency. */
  readonly count?: "own agency";
}

/** Which of the three is named is checked by the driver, as it is for programmes in code. */
const deadweightSchema = () =>
  z.strictObject({
    share: givenSchema().optional(),
    points: givenSchema().optional(),
    rising: givenSchema().optional(),
  });

export const outcomesSchema = () =>
  z.strictObject({
    target: byPeriodSchema(),
    of: unitSchema().optional(),
    affected: byPeriodSchema().optional(),
    engagement: byPeriodSchema().optional(),
    retention: byPeriodSchema().optional(),
    impact: byPeriodSchema(),
    deadweight: deadweightSchema(),
    "unit cost": byPeriodSchema(),
    "units a year": byPeriodSchema().optional(),
    lag: lengthSchema().optional(),
    ramp: z.array(givenSchema()).min(1).optional(),
    duration: lengthSchema(),
    "drop-off": givenSchema().optional(),
    agencies: z.record(z.string(), givenSchema()).optional(),
    cashable: byPeriodSchema().optional(),
    count: z.literal("own agency").optional(),
  });
