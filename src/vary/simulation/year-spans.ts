import type { Programme } from "../../programme/programme.ts";
import { periodYear } from "../../time/period.ts";
import { formatFinancialYear } from "../../time/year.ts";
import type { Span } from "./machine.ts";

/** A financial year of a programme and its periods. */
export interface YearSpan {
  readonly year: string;
  readonly span: Span;
}

/** The financial years of a programme, each with its periods. */
export function yearsOf({ timeline }: Programme): YearSpan[] {
  const years: { year: string; span: { first: number; last: number } }[] = [];
  for (let period = 0; period < timeline.count; period++) {
    const year = formatFinancialYear(periodYear(timeline, period), timeline.yearStart);
    const last = years.at(-1);
    if (last?.year === year) last.span.last = period;
    else years.push({ year, span: { first: period, last: period } });
  }
  return years;
}
