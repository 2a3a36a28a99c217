// Compiled, never run: what may and may not be written as a year.
// tsc fails where an expected error does not occur.
import type { CalendarYearText, FinancialYearText } from "../../src/time/year.ts";

export const years: FinancialYearText[] = [
  "2014/15",
  "2014-15",
  "14/15",
  "1990/91",
  "90/91",
  "1999/00",
  "1999-00",
  "99/00",
  "2009/10",
  "09/10",
  "79/80",
  "2098/99",
  "2099/00",
];

// The second part is the year after the first.
// @ts-expect-error
export const skipsAYear: FinancialYearText = "2014/16";
// @ts-expect-error
export const sameYear: FinancialYearText = "2014/14";
// @ts-expect-error
export const backwards: FinancialYearText = "15/14";
// @ts-expect-error
export const decadeForgotten: FinancialYearText = "2019/10";
// @ts-expect-error
export const decadeTooSoon: FinancialYearText = "2018/29";

// A financial year has two parts, and the second has two figures.
// @ts-expect-error
export const calendarYear: FinancialYearText = "2014";
// @ts-expect-error
export const longSecondPart: FinancialYearText = "14-2015";
// @ts-expect-error
export const bothLong: FinancialYearText = "2014/2015";
// @ts-expect-error
export const month: FinancialYearText = "2014-04";
// @ts-expect-error
export const spaced: FinancialYearText = "2014 / 15";
// @ts-expect-error
export const anyText: FinancialYearText = String("2014/15");

// Two figures say the century only from 90 (1990) to 79 (2079).
// @ts-expect-error
export const whichCentury: FinancialYearText = "80/81";
// @ts-expect-error
export const tooEarly: FinancialYearText = "1989/90";
// @ts-expect-error
export const tooLate: FinancialYearText = "2100/01";

export const calendarYears: CalendarYearText[] = ["1990", "2014", "2099"];
// @ts-expect-error
export const financialYear: CalendarYearText = "2014/15";
// @ts-expect-error
export const beforeCalendarYears: CalendarYearText = "1989";

// Keys of a record may be some of the years, each checked.
export const amounts: Partial<Record<FinancialYearText, number>> = { "2014/15": 59_600, "15/16": 130_000 };
// @ts-expect-error
export const wrongKey: Partial<Record<FinancialYearText, number>> = { "2014/16": 59_600 };
