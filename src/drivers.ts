/**
 * The drivers of whole programmes, for lines built in code: staff, placements, families, grants with rules, advances that
 * are repaid. Model files know all of them without this.
 *
 * @packageDocumentation
 */
export { type AdvanceOptions, advance } from "./drivers/advance.ts";
export { type ChildrenFewerOptions, childrenFewer } from "./drivers/children-fewer.ts";
export { type ContributionOptions, contribution } from "./drivers/contribution.ts";
export { type EntriesAvoidedOptions, entriesAvoided } from "./drivers/entries-avoided.ts";
export { calculated } from "./drivers/formula.ts";
export type { CashTerms, Clawback } from "./drivers/grant/cash.ts";
export type { GrantMatch } from "./drivers/grant/match.ts";
export type { Window } from "./drivers/grant/spend.ts";
export { type GrantOptions, grant } from "./drivers/grant.ts";
export type { Deadweight, OutcomesOptions } from "./drivers/outcomes/options.ts";
export { outcomes } from "./drivers/outcomes.ts";
export type { ByPeriod } from "./drivers/over-time/by-period.ts";
export type { Length } from "./drivers/over-time/length.ts";
export {
  type PartsOf,
  type PaymentByResultsOptions,
  paymentByResults,
} from "./drivers/payment-by-results.ts";
export { type PhasedCohortOptions, type PhaseOptions, phasedCohort } from "./drivers/phased-cohort.ts";
export type {
  PlacementCount,
  PlacementFlows,
  PlacementMove,
  PlacementsOptions,
  PlacementType,
} from "./drivers/placements/options.ts";
export { placements } from "./drivers/placements.ts";
export { type PartnerShares, type PoolOptions, pool, type RiskShare } from "./drivers/pool.ts";
export type { SavingsForRepayment } from "./drivers/repayment/advance-savings.ts";
export type { SavingShares } from "./drivers/repayment/saving-shares.ts";
export { type ReserveOptions, reserve } from "./drivers/reserve.ts";
export { type IncrementOptions, type StaffingOptions, staffing } from "./drivers/staffing.ts";
export { type Per, type UnitCostOptions, unitCost } from "./drivers/unit-cost.ts";
export { type WaterfallOptions, type WaterfallSource, waterfall } from "./drivers/waterfall.ts";
