// Compiled, never run: units come from a closed list, and options have names.
// tsc fails where an expected error does not occur.
import {
  assumption,
  buildUp,
  condition,
  cost,
  group,
  level,
  type Part,
  type Programme,
  print,
  programme,
  saving,
  type Unit,
  years,
} from "invest-to-save";
import { childrenFewer } from "invest-to-save/drivers";

export const units: Unit[] = [
  "£",
  "share",
  "children",
  "FTE",
  "£ per week",
  "£ per child per week",
  "weeks per year",
  "child weeks",
];

export const assumptions = () => [
  assumption("Unit cost", { value: 51_080, unit: "£ per child per year", source: "Unit Costs 2014" }),
  assumption("Share", { value: "62%", unit: "share", assumed: "as last year", low: 0.5, high: 0.7 }),
];

// @ts-expect-error
export const unknownUnit = () => assumption("Unit cost", { value: 51_080, unit: "pounds" });
// @ts-expect-error
export const unknownPer = () => assumption("Unit cost", { value: 51_080, unit: "£ per kid per year" });
// @ts-expect-error
export const thousands = () => assumption("Unit cost", { value: 51, unit: "£000" });
// @ts-expect-error
export const noUnit = () => assumption("Unit cost", { value: 51_080 });
// @ts-expect-error
export const noValue = () => assumption("Unit cost", { unit: "£" });
// @ts-expect-error
export const unknownDetail = () => assumption("Share", { value: 1, unit: "share", sauce: "Unit Costs" });

export const drivers = () => [
  level({ amount: 36_500, from: "2025-03-22", to: "2025/26", shares: "by months" }),
  level({ amount: "Unit cost" }),
  buildUp({ level: { value: 1_200, low: 1_000 }, from: "Apr 2024", months: 12 }),
];

export const lengths = () => [
  childrenFewer({ number: 10, "unit cost": 51_080, lag: "12 months" }),
  childrenFewer({ number: 10, "unit cost": 51_080, lag: "1 year" }),
  childrenFewer({ number: 10, "unit cost": 51_080, lag: 1 }),
];

// @ts-expect-error
export const lagOfWeeks = () => childrenFewer({ number: 10, "unit cost": 51_080, lag: "3 weeks" });
// @ts-expect-error
export const lagWithoutANumber = () => childrenFewer({ number: 10, "unit cost": 51_080, lag: "a year" });

// @ts-expect-error
export const unknownOption = () => level({ amount: 36_500, form: "2025-03-22" });
// @ts-expect-error
export const unknownShares = () => level({ amount: 36_500, shares: "by weeks" });
// @ts-expect-error
export const levelFromANumber = () => level({ amount: 36_500, from: 2025 });
// @ts-expect-error
export const levelOfNothing = () => level({ from: "2025-03-22" });
// @ts-expect-error
export const unknownBuildUpOption = () => buildUp({ level: 1_200, from: "Apr 2024", months: 12, by: 1 });
// @ts-expect-error
export const buildUpFromANumber = () => buildUp({ level: 1_200, from: 24_183, months: 12 });
// @ts-expect-error
export const buildUpWithoutMonths = () => buildUp({ level: 1_200, from: "Apr 2024" });

export const lines = () => [
  cost("Rent", 1_000, { agency: "Police", spend: "capital" }),
  saving("Placements", 1_000, { cashable: "avoided cost" }),
];

// @ts-expect-error
export const unknownAttribute = () => cost("Rent", 1_000, { spent: "capital" });
// @ts-expect-error
export const unknownCashable = () => saving("Placements", 1_000, { cashable: "partly" });
// @ts-expect-error
export const unknownBound = () => condition("Met", { row: "balance", "no more than": 0 });

export const parts = (): Part[] => [
  group("On going costs:", { subtotal: "Sub-Total" }, cost("Staff", 1_000)),
];

// @ts-expect-error
export const unknownGroupOption = () => group("On going costs:", { total: "Sub-Total" });
// @ts-expect-error
export const groupOfAnAssumption = () => group("Costs", {}, assumption("Share", { value: 1, unit: "share" }));

export const whole = (): Programme =>
  programme("Club", years("2024/25", "2025/26"), { source: "bid" }, cost("Staff", 20_000), ...parts());

// @ts-expect-error
export const unknownProgrammeOption = () => programme("Club", years("2024/25", "2025/26"), { sauce: "bid" });
// @ts-expect-error
export const yearsAsText = () => programme("Club", "2024/25 to 2025/26", { source: "bid" });
export const changed = (made: Programme) => {
  // @ts-expect-error
  made.title = "Another";
};

export const rounded = (p: Programme) => print(p, { round: "footed", mark: true, as: "html" });
// @ts-expect-error
export const unknownRounding = (p: Programme) => print(p, { round: "up" });
// @ts-expect-error
export const unknownForm = (p: Programme) => print(p, { as: "pdf" });
