import * as z from "zod";
import { dimensionOf } from "../quantity/unit.ts";
import { shapes } from "./range.ts";
import type { Shape } from "./range-options.ts";

/** What an amount may be in a file: a number, or text that is checked when the model is built. */
export const amountSchema = () =>
  z
    .union([z.number(), z.string()])
    .meta({ description: "an amount: 59600, 0.62 or 62%; pounds where it is money" });

/** A year, quarter, month or day as written; whether it can be read is found when the model is built. */
export const periodSchema = () =>
  z.string().meta({ description: "a period: 2014/15, 2014/15 Q1, Apr 2014; or a day: 2014-04-13" });

/** A unit by name. */
export const unitSchema = () =>
  z
    .string()
    .refine((text) => dimensionOf(text) !== undefined, { params: { code: "unknown-unit" } })
    .meta({ description: "a unit: £, children, £ per child per week, share" });

const said = () => ({
  source: z.string().min(1).optional(),
  assumed: z.string().min(1).optional().meta({ description: "why, for a number that no source gives" }),
  placeholder: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "what is missing; heads every output DRAFT" }),
  owner: z.string().optional(),
  date: z.string().optional(),
  "review by": z.string().optional(),
  prices: z.string().optional().meta({ description: "nominal, or the year of the prices such as 2013/14" }),
  note: z.string().optional(),
});

/** How a number may turn out. */
const rangeSchema = () =>
  z.union([
    z.enum(shapes as [Shape, ...Shape[]]).meta({ description: `a shape (${shapes.join(", ")}): PERT` }),
    z.strictObject({
      shape: z.enum(shapes as [Shape, ...Shape[]]).optional(),
      low: amountSchema().optional(),
      high: amountSchema().optional(),
      "standard deviation": amountSchema().optional(),
      weights: z
        .record(z.string(), amountSchema())
        .optional()
        .meta({ description: "for a discrete range: the values, each with its weight" }),
      source: z.string().min(1).optional(),
      assumed: z.string().min(1).optional(),
      placeholder: z.string().min(1).optional(),
    }),
  ]);

const detail = () => ({
  ...said(),
  low: amountSchema().optional(),
  high: amountSchema().optional(),
  range: rangeSchema().optional(),
});

/** An input: a number, the name of an assumption or line, or a number with its detail. */
export const givenSchema = () =>
  z.union([
    amountSchema(),
    z.strictObject({ value: amountSchema(), unit: unitSchema().optional(), ...detail() }),
  ]);

/** A declared assumption: as an input, but its unit must be said. */
export const assumptionSchema = () =>
  z.strictObject({ value: amountSchema(), unit: unitSchema(), ...detail() });

/** What a line may say beside its amounts. */
export const attributesSchema = () =>
  z.strictObject({
    ...said(),
    agency: z.string().optional().meta({
      description:
        "who pays, gives or saves; the programme's own body unless told, so that a grant without one is no income in an appraisal",
    }),
    spend: z.enum(["revenue", "capital"]).optional(),
    term: z.enum(["recurrent", "one-off"]).optional(),
    cashable: z.enum(["cashable", "non-cashable", "avoided cost"]).optional(),
    eligible: z
      .union([z.boolean(), z.array(periodSchema())])
      .optional()
      .meta({ description: "whether a grant may pay for this cost, or the periods in which it may" }),
    borrowing: z
      .boolean()
      .optional()
      .meta({ description: "that this funding is borrowed from outside the body" }),
    direction: z.string().optional().meta({ description: "the capitalisation direction that allows it" }),
    "counts in": z
      .enum(["financial case", "no case"])
      .optional()
      .meta({ description: "where it counts in an appraisal, if not in both cases" }),
    uplift: z
      .string()
      .optional()
      .meta({ description: "the index that brings the line to the programme's prices" }),
    range: rangeSchema().optional().meta({ description: "how its amounts may turn out, as shares of them" }),
    unit: unitSchema().optional().meta({ description: "the unit of a memorandum row" }),
    totals: z.enum(["sum", "closing", "average", "none"]).optional(),
  });

/** A condition. */
export const conditionSchema = () =>
  z.strictObject({
    row: z.string().optional(),
    "total of": z.string().optional(),
    "at most": givenSchema().optional(),
    below: givenSchema().optional(),
    "at least": givenSchema().optional(),
    above: givenSchema().optional(),
    "equal to": givenSchema().optional(),
    from: periodSchema().optional(),
    to: periodSchema().optional(),
    severity: z.enum(["error", "warning"]).optional(),
    says: z.string().optional(),
  });

/** Levels by period, or one for all. */
export const levelsSchema = () =>
  z.union([amountSchema(), givenSchema(), z.record(z.string(), amountSchema())]);

/** An index series. */
export const indexSchema = () =>
  z.strictObject({
    ...said(),
    edition: z.string().min(1).meta({ description: "which edition of the series it is" }),
    base: periodSchema().optional(),
    levels: z.record(z.string(), amountSchema()).optional(),
    growth: levelsSchema().optional(),
  });

/** A scenario: new values for assumptions, by id. */
export const scenarioSchema = () =>
  z.strictObject({ set: z.record(z.string(), amountSchema()), says: z.string().optional() });

/** That two numbers with a range go together. */
export const correlationSchema = () =>
  z.strictObject({
    between: z.array(z.string()).meta({ description: "two numbers with a range: [Unit cost, Children]" }),
    correlation: amountSchema(),
    source: z.string().min(1).optional(),
    assumed: z.string().min(1).optional(),
    placeholder: z.string().min(1).optional(),
    note: z.string().optional(),
  });

/** One option of an appraisal: the programme without some lines, or with other values. */
const optionSchema = () =>
  z.strictObject({
    without: z
      .union([z.literal("all"), z.array(z.string())])
      .optional()
      .meta({ description: "lines that this option leaves out, or all of them for doing nothing" }),
    set: z.record(z.string(), amountSchema()).optional(),
    says: z.string().optional(),
  });

/** Optimism bias of a line by its kind of project in the published table. */
const projectBiasSchema = () =>
  z.strictObject({
    project: z.union([z.string(), z.record(z.string(), amountSchema())]),
    of: z.enum(["capital cost", "duration", "operating cost"]).optional(),
    mitigation: amountSchema().optional(),
    ...said(),
  });

/** How the programme is appraised, unless whoever appraises it says otherwise. */
export const appraisalSchema = () =>
  z.strictObject({
    case: z.enum(["financial", "economic"]).optional(),
    for: z.string().optional().meta({ description: "the body whose cash the financial case is" }),
    schedule: z.string().optional().meta({ description: "the discount rates for real money, by name" }),
    rate: givenSchema().optional().meta({ description: "or one rate for all years" }),
    timing: z.enum(["start", "middle", "end"]).optional(),
    "base year": periodSchema().optional(),
    deflator: z.string().optional().meta({ description: "the index that turns cash into real money" }),
    inflation: givenSchema().optional().meta({ description: "or one rate of inflation for all years" }),
    benefits: z.array(z.string()).optional(),
    outcomes: z.string().optional(),
    "optimism bias": z.record(z.string(), z.union([givenSchema(), projectBiasSchema()])).optional(),
    denominator: z.enum(["costs", "costs less cashable savings"]).optional(),
    options: z.record(z.string(), optionSchema()).optional(),
  });

/** What a memorandum table says of itself beside its lines. */
export const tableSchema = () =>
  z.strictObject({
    total: z.string().optional(),
    "print in": z.enum(["pounds", "thousands", "millions"]).optional(),
    decimals: z.number().int().min(0).max(9).optional(),
    column: z
      .string()
      .optional()
      .meta({ description: "the heading of the one column of figures that are not by period" }),
    share: z
      .string()
      .optional()
      .meta({ description: "the heading of a column of each figure as a share of the total" }),
  });
