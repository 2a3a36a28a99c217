/**
 * Financial models for invest-to-save programmes: what it costs, who pays in which year, when the savings cover it.
 *
 * @packageDocumentation
 */
export { check, type Finding, type Report } from "./check/check.ts";
export { amounts } from "./drivers/amounts.ts";
export { type AmountsFromOptions, amountsFrom } from "./drivers/amounts-from.ts";
export { balances } from "./drivers/balances.ts";
export { type BuildUpOptions, buildUp } from "./drivers/build-up.ts";
export { type LevelOptions, level } from "./drivers/level.ts";
export {
  assumption,
  condition,
  correlation,
  cost,
  funding,
  group,
  index,
  type LineAmounts,
  memorandum,
  repayment,
  saving,
  scenario,
  table,
} from "./drivers/lines.ts";
export { once } from "./drivers/once.ts";
export type { InForce, Shares } from "./drivers/over-time/in-force.ts";
export { type PercentageOptions, percentage } from "./drivers/percentage.ts";
export { type RampOptions, ramp } from "./drivers/ramp.ts";
export type {
  AssumptionId,
  Compared,
  Comparison,
  Formula,
  PeriodFact,
  Reading,
  RowId,
} from "./formula/formula.ts";
/**
 * The nodes that formulas are built from, for drivers of your own.
 *
 * @example
 * ```ts
 * import { decimal, formula } from "invest-to-save";
 * formula.add(formula.row("rent"), formula.constant(decimal(1), "£")).node; // => "add"
 * ```
 */
export * as formula from "./formula/formula.ts";
export {
  hasErrors,
  type Issue,
  type IssueCode,
  issueCodes,
  issueText,
  type Place,
  type Severity,
} from "./issue/issue.ts";
export { InvestToSaveError } from "./issue/refusal.ts";
export type {
  Assumption,
  Basis,
  Detail,
  DetailedAmount,
  Given,
  Range,
} from "./programme/assumption.ts";
export { type Built, build, programme } from "./programme/building/build.ts";
export type { Bounds, Condition, ConditionOptions, ConditionPart } from "./programme/condition.ts";
export type { Limits } from "./programme/limits.ts";
export type {
  AnyPeriodAmounts,
  CalledInput,
  Driver,
  DriverCondition,
  EligibleLine,
  GroupPart,
  InputName,
  Kind,
  Line,
  LineAttributes,
  LineContext,
  LinePart,
  PeriodAmounts,
  TableOptions,
  TablePart,
  TakingTurn,
  Totals,
  Unspent,
  Usual,
  WorkingRow,
} from "./programme/line.ts";
export { idOf } from "./programme/names.ts";
export type {
  AssumptionPart,
  Correlation,
  CorrelationPart,
  IndexOptions,
  IndexPart,
  Labels,
  MemorandumTable,
  Part,
  Programme,
  ProgrammeOptions,
  Role,
  Row,
  Scenario,
  ScenarioPart,
  StatementItem,
  Sum,
} from "./programme/programme.ts";
export type { RangeOptions, Shape } from "./programme/range-options.ts";
export type { PlacedRelation, Relation } from "./programme/relation.ts";
export { withScenario } from "./programme/scenarios.ts";
export { type SeriesEdition, type Stamp, stampOf, stampWords } from "./programme/stamp/stamp.ts";
export { type NewValues, withValues } from "./programme/with-values.ts";
export { type Amount, type ReadAmount, readAmount } from "./quantity/amount.ts";
export { type Decimal, decimal } from "./quantity/decimal.ts";
export type { Prices } from "./quantity/prices.ts";
export { type Rounding, roundTo } from "./quantity/rounding.ts";
export { split } from "./quantity/split.ts";
export type { Unit } from "./quantity/unit.ts";
export { valueWords } from "./quantity/value-words.ts";
export { type ColumnChoice, type LayOutOptions, layOut } from "./sheet/lay-out.ts";
export type {
  Column,
  RowRounding,
  Scale,
  Sheet,
  SheetCell,
  SheetDerivation,
  SheetRole,
  SheetRounding,
  SheetRow,
  SheetSum,
} from "./sheet/sheet.ts";
export { evaluate } from "./table/evaluate.ts";
export { explain } from "./table/explain.ts";
export type { Explanation, Step } from "./table/explanation.ts";
export { rollUp } from "./table/roll-up.ts";
export type { Table, TableRow } from "./table/table.ts";
export { type Day, type DayInWords, type DayText, dayOf, dayWords, formatDay, parseDay } from "./time/day.ts";
export { type Edge, parseDayOf } from "./time/day-of.ts";
export type { DurationText } from "./time/duration.ts";
export { daysInForce, monthsInForce } from "./time/in-force.ts";
export {
  firstDayOfMonth,
  formatMonth,
  lastDayOfMonth,
  type Month,
  monthOf,
  monthOfDay,
  parseMonth,
} from "./time/month.ts";
export type { Parsed, Reason, Refusal } from "./time/parsed.ts";
export {
  periodCount,
  periodDays,
  periodFirstDay,
  periodFirstMonth,
  periodLabel,
  periodLastDay,
  periodMonths,
  periodOfDay,
  periodYear,
  yearDays,
  yearLabels,
} from "./time/period.ts";
export { type PeriodRange, parsePeriod } from "./time/period-range.ts";
export type { MonthText, PeriodText, WhenText } from "./time/period-text.ts";
export {
  firstMonthOfQuarter,
  formatQuarter,
  parseQuarter,
  type Quarter,
  quarterOfMonth,
} from "./time/quarter.ts";
export { coarser, periodsWithin } from "./time/roll-up.ts";
export {
  formatTimeline,
  type Grain,
  parseTimeline,
  type Timeline,
  type TimelineOptions,
  timelineOfYears,
} from "./time/timeline.ts";
export { months, quarters, timelineOf, years } from "./time/timelines.ts";
export {
  type CalendarYearText,
  type FinancialYear,
  type FinancialYearText,
  firstMonthOfYear,
  formatFinancialYear,
  parseFinancialYear,
  yearOfMonth,
} from "./time/year.ts";
export { writeCsv } from "./write/csv.ts";
export { writeExplanation } from "./write/explanation.ts";
export { writeHtml } from "./write/html.ts";
export { sheetFormatVersion, writeJson } from "./write/json.ts";
export { writeMarkdown } from "./write/markdown.ts";
export type { WriteOptions } from "./write/marks.ts";
export { type PrintOptions, print, sheetOf } from "./write/print.ts";
export { writeReport } from "./write/report.ts";
export { writeText } from "./write/text.ts";
