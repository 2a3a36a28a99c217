// Compiled, never run: where a period is needed, a slip such as 2014/16 does not compile.
// tsc fails where an expected error does not occur.
import {
  amounts,
  balances,
  condition,
  cost,
  funding,
  months,
  quarters,
  ramp,
  saving,
  years,
} from "invest-to-save";

export const timelines = () => [
  years("2014/15", "2018/19"),
  months("14/15", "18/19"),
  quarters("2014-15", "2018-19"),
];

// @ts-expect-error
export const skipsAYear = () => years("2014/16", "2018/19");
// @ts-expect-error
export const decadeForgotten = () => months("2014/15", "2019/10");
// @ts-expect-error
export const quarterForAYear = () => quarters("2014/15 Q1", "2018/19");
// @ts-expect-error
export const numberForAYear = () => years(2014, 2018);
// @ts-expect-error
export const oneYear = () => years("2014/15");

export const costs = () => [
  cost("Rent", { "2014/15": 59_600, "2015/16": "130000", then: 1_000 }),
  cost("Rent", { "2014/15 Q1": 1_000, "Apr 2015": 500 }),
  cost("Rent", 1_000, { source: "lease", term: "one-off" }),
];

// @ts-expect-error
export const costOfNoYear = () => cost("Rent", { "2014/16": 59_600 });
// @ts-expect-error
export const costOfNoQuarter = () => cost("Rent", { "2014/15 Q5": 59_600 });
// @ts-expect-error
export const costOfNoMonth = () => cost("Rent", { "April 2015": 59_600 });
// @ts-expect-error
export const costOfANumber = () => cost("Rent", { 2014: 59_600 });
// @ts-expect-error
export const costOfNothing = () => cost("Rent", { "2014/15": undefined });
// @ts-expect-error
export const savingOfNoYear = () => saving("Placements", { "2014/16": 1, "2015/16": 2 });

const keysKnownLater: Record<string, number> = { "2014/15": 1_000 };
export const keysFromElsewhere = () => cost("Rent", amounts(keysKnownLater));

export const ramps = () => ramp({ "2016/17": 2_638_000, "2018/19": { value: 6_051_200, low: 0 }, then: 0 });

// @ts-expect-error
export const rampFromNoYear = () => ramp({ "2016/18": 2_638_000, "2018/19": 6_051_200 });
// @ts-expect-error
export const rampFromANumber = () => ramp({ 2016: 2_638_000, "2018/19": 6_051_200 });

export const balancing = () => [
  funding("Grant", balances("2014/15", "2015/16")),
  funding("Grant", balances("all")),
];

// @ts-expect-error
export const balancesNoYear = () => balances("2014/16");
// @ts-expect-error
export const balancesANumber = () => balances(2014);
// @ts-expect-error
export const balancesMoreThanAll = () => balances("all", "2014/15");

export const conditions = () => condition("Met", { row: "balance", "at most": 0, from: "2016/17" });

// @ts-expect-error
export const conditionFromNoYear = () => condition("Met", { row: "balance", "at most": 0, from: "2016/18" });
// @ts-expect-error
export const conditionFromANumber = () => condition("Met", { row: "balance", "at most": 0, from: 2016 });
