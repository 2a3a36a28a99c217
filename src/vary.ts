/**
 * What if: a programme worked out again with other values of its assumptions. Scenarios side by side, how far an outcome moves
 * with each assumption, and the values at which it turns. All of that in exact decimals. And a simulation: many draws
 * of the assumptions that have a range, in plain floating-point numbers by the same formulas.
 *
 * @packageDocumentation
 */
export type { CaseOptions } from "./vary/case.ts";
export type { Points } from "./vary/draw/source.ts";
export type { MovedAssumption } from "./vary/lever.ts";
export type { Outcome, OutcomeReading } from "./vary/outcome.ts";
export {
  type ComparedScenario,
  type ComparedScenarios,
  type CompareScenariosOptions,
  compareScenarios,
} from "./vary/scenarios.ts";
export {
  type Bar,
  type BarEnd,
  type Sensitivity,
  type SensitivityOptions,
  sensitivity,
} from "./vary/sensitivity.ts";
export { type DrawJob, type DrawnPart, drawPart } from "./vary/simulation/draw-job.ts";
export type { LookFor } from "./vary/simulation/looked-at.ts";
export {
  type ReadySimulation,
  readySimulation,
  type SimulateOptions,
  simulate,
} from "./vary/simulation/simulate.ts";
export type {
  DrawnAssumption,
  DrawnTogether,
  Fan,
  HistogramBar,
  Matters,
  SimulatedChance,
  SimulatedMeasure,
  Simulation,
  Spread,
} from "./vary/simulation/simulation.ts";
export type { Asked, Bound } from "./vary/switching/criterion.ts";
export type { Tried } from "./vary/switching/scan.ts";
export type { AskedRange, SearchRange } from "./vary/switching/search-range.ts";
export type {
  SwitchingOptions,
  SwitchingTurn,
  SwitchingValue,
  SwitchingValueOptions,
} from "./vary/switching/switching.ts";
export { switchingValue, switchingValues } from "./vary/switching/switching-value.ts";
export type { Turn } from "./vary/switching/turns.ts";
export {
  type GridAxis,
  type GridSide,
  type TwoWayGrid,
  type TwoWayOptions,
  twoWayGrid,
} from "./vary/two-way-grid.ts";
