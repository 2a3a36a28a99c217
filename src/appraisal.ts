/**
 * Appraisal of a programme: the financial and the economic case, present values and the measures that decision makers
 * ask for, with the finance functions behind them.
 *
 * @packageDocumentation
 */
export { type Appraisal, type AppraisedProgramme, appraise } from "./appraisal/appraise.ts";
export { type AppraisedOption, compareOptions } from "./appraisal/compare-options.ts";
export { withOption } from "./appraisal/left-out.ts";
export { type Measure, measures } from "./appraisal/measures.ts";
export type { AppraisalOptions } from "./programme/appraisal-options.ts";
