import { readAmount } from "../../quantity/amount.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import { periodYear } from "../../time/period.ts";
import { parseFinancialYear } from "../../time/year.ts";
import { type AppraisalOptions, usualTerms } from "../appraisal-options.ts";
import { homeOf, sameBody } from "../bodies.ts";
import type { ConditionPart } from "../condition.ts";
import type { Driver, LineAttributes, LinePart, Usual } from "../line.ts";
import { pricesAsRead, pricesOf } from "../price-basis.ts";
import type { Programme, ProgrammeOptions } from "../programme.ts";

// What holds where nothing is said is the same said or not: these are what a programme was given, without it.

/** The options of a programme, without those that say what holds unless told. */
export function optionsSaid({ options }: Programme): Omit<ProgrammeOptions, "appraisal"> {
  const { appraisal: _, ...own } = options;
  return without(own, { prices: "nominal", "print in": "pounds" });
}

/** The terms of its appraisal, with those that were asked for in their place, and without what holds unless told. */
export function termsSaid(programme: Programme): AppraisalOptions {
  const { options, timeline, appraisedOn } = programme;
  const terms: AppraisalOptions = { ...options.appraisal, ...appraisedOn?.asked };
  const { for: body, schedule, "base year": baseYear, ...others } = without(terms, usualTerms);
  const year = baseYear === undefined ? undefined : parseFinancialYear(baseYear, timeline.yearStart);
  const isFirst = year?.ok && year.value === periodYear(timeline, 0);
  const isUsual = typeof schedule === "string" && sameBody(schedule, usualTerms.schedule);
  return {
    ...others,
    ...(body === undefined || sameBody(body, homeOf(programme)) ? {} : { for: body }),
    ...(schedule === undefined || isUsual ? {} : { schedule }),
    ...(baseYear === undefined || isFirst ? {} : { "base year": baseYear }),
  };
}

/** What is said of a line beside its amounts, without what holds unless told. */
export function attributesSaid(programme: Programme, { kind, attributes }: LinePart): LineAttributes {
  const { prices } = attributes;
  const said =
    typeof prices === "string"
      ? { ...attributes, prices: pricesAsRead(prices, programme.timeline) }
      : attributes;
  const { agency, ...others } = without(said, {
    spend: "revenue",
    term: "recurrent",
    cashable: "cashable",
    borrowing: false,
    prices: pricesOf(programme),
    ...(kind === "memorandum" ? { unit: "£" } : {}),
  });
  return agency === undefined || sameBody(agency, homeOf(programme)) ? others : { ...others, agency };
}

/** What the driver of a line was given, without what its options mean where they say nothing. */
export function driverSaid({ options, usual }: Driver): unknown {
  return usual === undefined ? options : without(options, usual);
}

/** Whether a driver asks what it was given one after the other, so that their order counts: sources of a waterfall. */
export function hasTurns({ shape, options }: Driver): boolean {
  const isEach = typeof shape === "object" && Object.hasOwn(shape, "*");
  return isEach && typeof options === "object" && options !== null;
}

/** What a condition says, without what holds unless told. */
export function conditionSaid({ options }: ConditionPart): ConditionPart["options"] {
  return without(options, { severity: "error" });
}

/** Some data without what is usual; where something usual has keys, so does what it is usual for. */
function without<T>(data: T, usual: Usual): T {
  if (typeof data !== "object" || data === null || Array.isArray(data) || isDecimal(data)) return data;
  const left = Object.entries(data).flatMap(([key, own]: [string, unknown]) => {
    const one = Object.hasOwn(usual, key) ? usual[key] : undefined;
    if (typeof one === "object") return [[key, without(own, one)]];
    return one !== undefined && same(one, own) ? [] : [[key, own]];
  });
  return Object.fromEntries(left) as T;
}

function same(usual: string | number | boolean, given: unknown): boolean {
  if (typeof usual !== "number") return usual === given;
  const read = readAmount(given);
  return read.ok && read.value.eq(usual);
}

/** Where a thing stood in its file, which says nothing about the model itself. */
export const placeKeys = new Set(["path", "optionsPath"]);
