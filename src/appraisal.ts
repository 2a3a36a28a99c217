/**
 * Appraisal: a programme with its present values and measures; the functions of finance on their own, exact, for scripts; and
 * discount schedules and optimism bias as dated data.
 * Every convention (when a flow falls, what a sign means, how days are counted) is an option or stated where it is described.
 *
 * @packageDocumentation
 */

export { type Appraisal, type AppraisedProgramme, appraise } from "./appraisal/appraise.ts";
export { type GradedBias, type GradedBiasOptions, gradedBias } from "./appraisal/bias/graded-bias.ts";
export {
  type BiasBounds,
  type BiasOf,
  type OptimismBias,
  type OptimismBiasOptions,
  type OptimismBiasTable,
  optimismBias,
  optimismBiasTable,
  type ProjectKind,
} from "./appraisal/bias/optimism-bias.ts";
export type { Agency } from "./appraisal/case-by-body.ts";
export { type AppraisedOption, compareOptions } from "./appraisal/compare-options.ts";
export {
  type ComparedProgrammes,
  compareProgrammes,
  type MeasureChange,
} from "./appraisal/compare-programmes.ts";
export { type AllocateOptions, allocate, type MoneyUnit } from "./appraisal/functions/allocate.ts";
export {
  type AnnuityTerms,
  type FvOptions,
  fv,
  type PmtOptions,
  type PvOptions,
  pmt,
  pv,
} from "./appraisal/functions/annuity.ts";
export type { DatedFlow } from "./appraisal/functions/dated-flows.ts";
export {
  type AnnuityFactorOptions,
  annuityFactor,
  type DiscountFactorOptions,
  discountFactor,
  type PaymentsAt,
  type Timing,
} from "./appraisal/functions/discount-factors.ts";
export {
  type EquivalentAnnualCostOptions,
  equivalentAnnualCost,
} from "./appraisal/functions/equivalent-annual-cost.ts";
export { type InstalmentOptions, ipmt, ppmt } from "./appraisal/functions/instalment.ts";
export { type IrrOptions, irr } from "./appraisal/functions/irr.ts";
export { type MirrOptions, mirr } from "./appraisal/functions/mirr.ts";
export { type NperOptions, nper } from "./appraisal/functions/nper.ts";
export { type NpvOptions, npv } from "./appraisal/functions/npv.ts";
export { type PaidBack, type Payback, type PaybackOptions, payback } from "./appraisal/functions/payback.ts";
export {
  type ProfitabilityIndexOptions,
  profitabilityIndex,
} from "./appraisal/functions/profitability-index.ts";
export { type RateOptions, rate } from "./appraisal/functions/rate.ts";
export type { NoRoot, RatesOfReturn, Root } from "./appraisal/functions/rates-of-return.ts";
export { type XirrOptions, xirr } from "./appraisal/functions/xirr.ts";
export { type XnpvOptions, xnpv } from "./appraisal/functions/xnpv.ts";
export type { DiscountBy } from "./appraisal/functions/yearly-rates.ts";
export type { MeasureRow } from "./appraisal/measure-rows.ts";
export { type Measure, measures } from "./appraisal/measures.ts";
export {
  type FlatScheduleOptions,
  flatSchedule,
  scheduleNamed,
  schedules,
} from "./appraisal/schedules.ts";
export type { Terms } from "./appraisal/terms.ts";
export { withOption } from "./appraisal/with-option.ts";
export type {
  AppraisalOptions,
  Case,
  DiscountSchedule,
  LineBias,
  OptionTerms,
  ProjectBias,
  RateBand,
} from "./programme/appraisal-options.ts";
export type { Comparison, ConditionChange } from "./table/comparison.ts";
export type { InputChange, InputDifference, SaidChange } from "./table/input-changes.ts";
export type { Renaming } from "./table/renamed.ts";
export type { RowChange, YearChange } from "./table/row-changes.ts";
