import { present } from "../assert.ts";
import type { RowId } from "../formula/formula.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import { type Decimal, decimal, numeral, zero } from "../quantity/decimal.ts";
import { pricesWords } from "../quantity/prices.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { spoken } from "../quantity/spoken.ts";
import type { Unit } from "../quantity/unit.ts";
import { valueWords } from "../quantity/value-words.ts";
import { evaluate } from "../table/evaluate.ts";
import { checkTable } from "../table/given.ts";
import { inYears } from "../table/roll-up.ts";
import type { Table } from "../table/table.ts";
import { periodLabel, periodMonths, periodYear } from "../time/period.ts";
import { MONTHS_IN } from "../time/span.ts";
import { formatFinancialYear } from "../time/year.ts";
import type { AppraisedProgramme } from "./appraise.ts";
import { checkAppraised } from "./asked.ts";
import { type PaidBack, type Payback, paybackOf } from "./functions/payback.ts";
import { ratesOfReturn } from "./functions/rates-of-return.ts";
import { exactRoots } from "./functions/roots/roots.ts";
import type { MeasureRow } from "./measure-rows.ts";

/** A measure of an appraised programme: a value where there is one, and always an answer in words. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** Exact, in the unit; missing where the answer is not a number, such as “never within the horizon”. */
  readonly value?: Decimal;
  /** The financial year that it points at, for payback and the peak. */
  readonly year?: string;
  /** The period at whose end it is, for the peak: a year, or the quarter or month of a model that has those. */
  readonly period?: string;
  /** What came of it, for payback: a payback that never comes and one that is not needed both have no value. */
  readonly answer?: Payback["answer"];
  /** The answer as it is printed. */
  readonly words: string;
  /** What it is. */
  readonly says: string;
}

/**
 * The measures of an appraised programme: those that are rows, and those that read the table (payback simple and
 * discounted, the year of the peak). Payback is in years from the start of the model, interpolated within its period, at the
 * last crossing, with the money of each period coming evenly over it: as `payback` has it with `timing: "end"`, whatever the
 * timing by which flows are discounted. Its year is the financial year by whose end all is paid back. Money is in pounds; values are
 * exact and words are rounded. A table that is given is not worked out again; it has to be one of the same programme. Throws
 * `InvestToSaveError` with `wrong-shape` for a programme that was not appraised and for what is no table, and what
 * `evaluate` throws.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { appraise, measures } from "invest-to-save/appraisal";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * measures(appraise(p)).find(({ id }) => id === "payback")?.words; // => "in 2026/27, after 2.7 years"
 * ```
 */
export function measures(programme: AppraisedProgramme, given?: Table): Measure[] {
  checkAppraised(programme, "measures");
  if (given !== undefined) checkTable(given);
  const table = given ?? evaluate(programme);
  return measureReaders(programme).map(({ read }) => read(table));
}

/** A measure that is still to be read: what it is, the rows that it takes, and how it reads them in a table. */
export interface MeasureReader extends Pick<Measure, "id" | "label" | "unit" | "says"> {
  readonly rows: readonly RowId[];
  read(table: Table): Measure;
}

/** The measures of an appraised programme, each to be read on its own in a table that has its rows. */
export function measureReaders(programme: AppraisedProgramme): MeasureReader[] {
  const { measures: own, rows } = programme.appraisal;
  return [
    ...own.map((measure) => rowReader(programme, measure)),
    returnReader(programme),
    paybackReader({
      id: "payback",
      label: "Payback",
      row: appraisalId("net"),
      says: "the net, not discounted, summed from the start",
    }),
    ...(rows.present === undefined
      ? []
      : [
          paybackReader({
            id: "discounted-payback",
            label: "Discounted payback",
            row: appraisalId("present-net"),
            says: "the present value of the net, summed from the start",
          }),
        ]),
  ];
}

function rowReader(programme: AppraisedProgramme, measure: MeasureRow): MeasureReader {
  const { id, label, unit, says, row, by } = measure;
  const isPeak = id === "peak-funding";
  return {
    id,
    label,
    unit,
    says,
    rows: [row, ...(by === undefined ? [] : [by]), ...(isPeak ? [cumulative] : [])],
    read: (table) => {
      const own = rowMeasure(table, measure);
      return isPeak ? withPeakYear(programme, table, own) : own;
    },
  };
}

const cumulative = appraisalId("cumulative-net");

/** The rates of return of the net by financial year: every one of them, or why there is none. */
function returnReader({ appraisal }: AppraisedProgramme): MeasureReader {
  const own = {
    id: "internal-rate-of-return",
    label: "Internal rate of return",
    unit: "share" as const,
    says: `every rate a year at which the net by year is worth nothing, in ${pricesWords(appraisal.terms.prices)}`,
  };
  return { ...own, rows: [appraisalId("net")], read: (table) => ({ ...own, ...ownRates(table) }) };
}

function ownRates(table: Table): Pick<Measure, "value" | "words"> {
  const byYear = inYears(table);
  const flows = valuesOf(byYear, appraisalId("net"));
  const found = ratesOfReturn(
    flows.map((amount, step) => ({ step, amount })),
    1,
    exactRoots,
  );
  const percent = (rate: Decimal) => `${numeral(roundPlaces(rate.times(100), 2)).replace("-", "−")}% a year`;
  if (found.answer === "one root") return { value: found.rate, words: percent(found.rate) };
  if (found.answer === "no root") return { words: `none: ${found.reason.replace("-", "−")}` };
  return { words: `several: ${spoken(found.roots.map(({ rate }) => percent(rate)))}` };
}

function valuesOf(table: Table, id: string): readonly Decimal[] {
  return present(table.rows.get(id), id).values.map((value) => value ?? zero);
}

function rowMeasure(table: Table, measure: MeasureRow): Measure {
  const { id, label, row, unit, says, by } = measure;
  const value = present(valuesOf(table, row).at(-1), row);
  const divisor = by === undefined ? undefined : present(valuesOf(table, by).at(-1), by);
  if (divisor?.lte(0)) {
    const why = divisor.isZero()
      ? "there is nothing to divide by"
      : "savings are more than the costs to divide by";
    return { id, label, unit, says, words: `none, since ${why}` };
  }
  const words = unit === "number" ? ratioWords(value, measure.divisor ?? "") : moneyWords(value, unit);
  return { id, label, unit, value, says, words };
}

/** A ratio as what comes back for each pound; where that is below nil, it says that more is lost. */
function ratioWords(value: Decimal, divisor: string): string {
  const text = `£${numeral(roundPlaces(value.abs(), 2), 2)} for every £1${divisor}`;
  return value.lt(0) ? `none, but a loss of ${text}` : text.slice(1);
}

/** Money to the pound: a measure is no amount that anybody pays. */
function moneyWords(value: Decimal, unit: Unit): string {
  return valueWords(roundPlaces(value, 0), unit);
}

function withPeakYear(programme: AppraisedProgramme, table: Table, measure: Measure): Measure {
  const peak = measure.value ?? zero;
  if (peak.isZero()) return { ...measure, words: "none: costs never run ahead" };
  const sums = valuesOf(table, cumulative);
  const at = sums.findIndex((value) => value.neg().eq(peak));
  const period = periodLabel(programme.timeline, at);
  return {
    ...measure,
    year: yearOf(programme, at),
    period,
    words: `${measure.words}, at the end of ${period}`,
  };
}

function yearOf({ timeline }: Pick<Table, "timeline">, period: number): string {
  return formatFinancialYear(periodYear(timeline, period), timeline.yearStart);
}

function paybackReader(of: { id: string; label: string; row: RowId; says: string }): MeasureReader {
  const { row, ...own } = { ...of, unit: "years" as const };
  return { ...own, rows: [row], read: (table) => ({ ...own, ...paidBack(table, row) }) };
}

function paidBack(table: Table, row: RowId): Pick<Measure, "value" | "year" | "words" | "answer"> {
  // Flows come evenly over their periods, so that time runs to the end of each.
  const found = paybackOf(valuesOf(table, row), "end");
  const words = paybackWords(table, found);
  const stays = found.answer === "pays back" ? found : "again" in found ? found.again : undefined;
  const { answer } = found;
  if (stays === undefined) return { answer, words };
  return { answer, value: yearsOf(table, stays.years), year: yearOf(table, stays.at), words };
}

/** Years from the start of the model, from periods. */
function yearsOf({ timeline }: Table, periods: Decimal): Decimal {
  return periods.times(periodMonths(timeline)).div(decimal(MONTHS_IN.year));
}

function paybackWords(table: Table, found: Payback): string {
  const at = (back: PaidBack) =>
    `in ${yearOf(table, back.at)}, after ${numeral(roundPlaces(yearsOf(table, back.years), 1), 1)} years`;
  switch (found.answer) {
    case "pays back":
      return at(found);
    case "pays back, then un-pays": {
      const undone = `${yearOf(table, found.first.at)}, then un-pays in ${yearOf(table, found.unpays.at)}`;
      return found.again === undefined
        ? `pays back in ${undone}`
        : `${at(found.again)}, for good; pays back in ${undone}`;
    }
    case "never within the horizon":
      return `never within the horizon: ${moneyWords(found.short, "£")} short at the end`;
    case "nothing to pay back":
      return "nothing to pay back: costs never run ahead";
  }
}
