import * as z from "zod";
import type { Given } from "../../programme/assumption.ts";
import { givenSchema } from "../../programme/schema.ts";
import { type ByPeriod, byPeriodSchema } from "../over-time/by-period.ts";
import { type SavingShares, savingSharesShape } from "../repayment/saving-shares.ts";

/** Children who come into a type of placement from outside care, and who leave care from it. */
export interface PlacementFlows {
  /** Children: one number for so many a year, or numbers by period; or the name of a row that counts them. */
  readonly entries?: ByPeriod;
  readonly exits?: ByPeriod;
}

/** Children who move from one type of placement to another. */
export interface PlacementMove {
  readonly from: string;
  readonly to: string;
  /** Without the programme; none unless told. */
  readonly baseline?: ByPeriod;
  readonly programme: ByPeriod;
}

/** How placements are priced: the average number by the year, or the weeks of all children by the week. */
export type PlacementCount = "average in year" | "child weeks";

/** A type of placement: its children, their flows with and without the programme, and what a place costs. */
export interface PlacementType {
  /** Children at the start of the timeline, with and without the programme alike. */
  readonly opening: Given;
  /** Without the programme. */
  readonly baseline?: PlacementFlows;
  /** With it; a flow that is not stated is that of the baseline. */
  readonly programme?: PlacementFlows;
  /** £ per child per year where the average in the year counts, £ per child per week where child weeks do. */
  readonly "unit cost": ByPeriod;
  /** Where it is not that of all types. */
  readonly count?: PlacementCount;
  /** The share of the unit cost that is saved when there is a child fewer; all of it unless told. */
  readonly "marginal share"?: ByPeriod;
  /** In-house capacity: a saving comes only in whole steps of so many children, rounded down. */
  readonly step?: Given;
}

/** Children looked after by type of placement, with a programme and without it. */
export interface PlacementsOptions extends SavingShares {
  readonly types: Readonly<Record<string, PlacementType>>;
  readonly moves?: readonly PlacementMove[];
  readonly count: PlacementCount;
  /** How many weeks a year has: a number such as 52, `365/7`, or `actual` for the days of each period over 7. */
  readonly "weeks per year"?: Given;
}

const flowsSchema = () =>
  z.strictObject({ entries: byPeriodSchema().optional(), exits: byPeriodSchema().optional() });

const countSchema = () => z.enum(["average in year", "child weeks"]);

const typeSchema = () =>
  z.strictObject({
    opening: givenSchema(),
    baseline: flowsSchema().optional(),
    programme: flowsSchema().optional(),
    "unit cost": byPeriodSchema(),
    count: countSchema().optional(),
    "marginal share": byPeriodSchema().optional(),
    step: givenSchema().optional(),
  });

const moveSchema = () =>
  z.strictObject({
    from: z.string(),
    to: z.string(),
    baseline: byPeriodSchema().optional(),
    programme: byPeriodSchema(),
  });

export const placementsSchema = () =>
  z.strictObject({
    types: z.record(z.string(), typeSchema()),
    moves: z.array(moveSchema()).optional(),
    count: countSchema(),
    "weeks per year": givenSchema().optional(),
    ...savingSharesShape(),
  });
