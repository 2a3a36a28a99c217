import type { PeriodFact } from "../formula/formula.ts";
import { type Decimal, decimal } from "../quantity/decimal.ts";
import {
  periodDays,
  periodFirstDay,
  periodFirstMonth,
  periodLastDay,
  periodMonths,
  periodYear,
  yearDays,
} from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";

/** What the timeline says of a period: a whole number, but for `years`, the period as a part of a year by months. */
export function factOf(timeline: Timeline, fact: PeriodFact, period: number): Decimal {
  switch (fact) {
    case "index":
      return decimal(period);
    case "year index":
      return decimal(periodYear(timeline, period) - periodYear(timeline, 0));
    case "first day":
      return decimal(periodFirstDay(timeline, period));
    case "last day":
      return decimal(periodLastDay(timeline, period));
    case "days":
      return decimal(periodDays(timeline, period));
    case "year days":
      return decimal(yearDays(timeline, period));
    case "first month":
      return decimal(periodFirstMonth(timeline, period));
    case "months":
      return decimal(periodMonths(timeline));
    case "years":
      return decimal(periodMonths(timeline)).div(12);
  }
}
