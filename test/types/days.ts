// Compiled, never run: days and price bases that cannot be do not compile.
// tsc fails where an expected error does not occur.
import {
  cost,
  type DayInWords,
  type DayText,
  level,
  type Prices,
  programme,
  type WhenText,
  years,
} from "invest-to-save";
import { grant, phasedCohort } from "invest-to-save/drivers";

export const days: DayText[] = [
  "2015-04-13",
  "2016-02-29",
  "2015-04-30",
  "2015-12-31",
  "2015-01-01",
  "1999-10-09",
];

// There are twelve months, in two figures each.
// @ts-expect-error
export const thirteenthMonth: DayText = "2014-13-01";
// @ts-expect-error
export const noMonth: DayText = "2014-00-01";
// @ts-expect-error
export const shortMonth: DayText = "2014-4-01";
// @ts-expect-error
export const shortDay: DayText = "2014-04-1";

// And none has more days than it has.
// @ts-expect-error
export const thirtySecond: DayText = "2014-01-32";
// @ts-expect-error
export const thirtyFirstOfApril: DayText = "2014-04-31";
// @ts-expect-error
export const thirtiethOfFebruary: DayText = "2014-02-30";
// @ts-expect-error
export const dayFirst: DayText = "13/04/2015";
// @ts-expect-error
export const justAnyText: DayText = String("2015-04-13");

export const inWords: DayInWords[] = ["13 April 2015", "1 Sep 2015", "30 Sept 2015"];
// @ts-expect-error
export const noSuchMonth: DayInWords = "13 Aprli 2015";
// @ts-expect-error
export const monthFirst: DayInWords = "April 13 2015";

export const whens: WhenText[] = ["2015-04-13", "13 April 2015", "Apr 2015", "2015/16", "2015/16 Q1"];
// @ts-expect-error
export const inNoMonth: WhenText = "2015-13-01";
// @ts-expect-error
export const inNoYear: WhenText = "2015/17";

// @ts-expect-error
export const leaseFromNoMonth = () => level({ amount: 36_500, from: "2025-13-22" });
// @ts-expect-error
export const windowToNoDay = () => grant({ window: { from: "2025-04-01", to: "2026-02-30" } });
export const phase = { join: 5, from: "Apr 2025", to: "2025-09-30" } as const;
export const families = () => phasedCohort({ phases: { One: phase }, saving: 1_200 });
export const phaseToNoMonth = () =>
  // @ts-expect-error
  phasedCohort({ phases: { One: { ...phase, to: "2025-14-01" } }, saving: 1 });

export const prices: Prices[] = ["nominal", "2013/14", "2013-14", "13/14", "2013"];
// @ts-expect-error
export const noYearOfPrices: Prices = "2014/16";
// @ts-expect-error
export const otherPrices: Prices = "real";
// @ts-expect-error
export const lineAtNoPrices = () => cost("Rent", 1_000, { prices: "2014/16" });
export const programmeAtNoPrices = () =>
  // @ts-expect-error
  programme("Rent", years("2024/25", "2025/26"), { prices: "2014/16" });
