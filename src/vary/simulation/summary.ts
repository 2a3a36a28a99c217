import { present } from "../../assert.ts";
import { type InvestToSaveError, refusal } from "../../issue/refusal.ts";
import { basisWords } from "../../programme/assumption.ts";
import type { PlacedRelation } from "../../programme/relation.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import { evaluate } from "../../table/evaluate.ts";
import type { Table } from "../../table/table.ts";
import { valueOver } from "../../table/totals.ts";
import { drawsInBlock } from "../draw/bits.ts";
import type { Points } from "../draw/source.ts";
import { brokenIssues } from "./broken-relations.ts";
import type { DrawnChance } from "./chance.ts";
import type { Sample } from "./draw-job.ts";
import type { DrawnMeasure } from "./drawn-measure.ts";
import { faultIssues } from "./fault-issues.ts";
import type { LookedAt } from "./looked-at.ts";
import type { Span } from "./machine.ts";
import { momentsOf } from "./moments.ts";
import { quantilesOf } from "./quantiles.ts";
import { influence, type Ranked, ranked } from "./rank.ts";
import type {
  DrawnAssumption,
  Fan,
  HistogramBar,
  Matters,
  SimulatedChance,
  SimulatedMeasure,
  Simulation,
} from "./simulation.ts";
import type { Uncertain, UncertainAssumption } from "./uncertain.ts";
import { yearsOf } from "./year-spans.ts";

/** What was looked at, what was drawn, and what came of it. */
export interface Drawn extends LookedAt {
  readonly uncertain: Uncertain;
  /** What must hold between inputs, in the order in which the sample numbers it. */
  readonly relations: readonly PlacedRelation[];
  readonly sample: Sample;
  readonly seed: number;
  readonly method: Points;
}

/** How many bars a histogram has. */
const bars = 20;

/** From how many whole blocks their means say how sure the mean of all is. */
const fewestBlocks = 8;

/** What came of a simulation. */
export function summaryOf(drawn: Drawn): Simulation {
  const { programme, measures, chances, fans, uncertain, sample, seed, method, relations } = drawn;
  const table = evaluate(programme);
  const lists = [...sample.values];
  const next = () => present(lists.shift(), "there are draws of every cell");
  const inputs = sample.inputs.map(ranked);
  const years = yearsOf(programme);
  const taken = measures.map((measure) => ({
    measure,
    values: next(),
    by: measure.by === undefined ? undefined : next(),
  }));
  const broken = brokenIssues(programme, relations, uncertain.inputs, sample);
  const issues = [...broken, ...faultIssues(programme, sample.faults, sample.draws)];
  const { missing } = sample;
  if (missing === sample.draws) throw refusal(...issues);
  return {
    title: programme.title,
    draws: sample.draws,
    seed,
    method,
    assumptions: uncertain.assumptions.map(drawnAssumption),
    together: uncertain.together.map(({ between: [a, b], value, basis }) => {
      const labelOf = (id: string) => present(programme.assumptions.get(id), id).label;
      const words = basisWords(basis);
      return { between: [labelOf(a), labelOf(b)], correlation: value.toNumber(), basis: words };
    }),
    measures: taken.map((one) => measured({ ...one, drawn, table, inputs, missing })),
    chances: chances.map((chance) => chanceOf(chance, next(), table, method)),
    fans: fans.map((fan): Fan => {
      const { row: id, unit } = fan;
      const { label } = present(programme.rows.get(id), id);
      const ofYear = ({ year, span }: (typeof years)[number]) => {
        const values = next();
        return { year, ...spreadOf(values, exactly(table, fan.row, span)) };
      };
      return { id, label, unit, years: years.map(ofYear) };
    }),
    "draws without a value": missing,
    issues,
    stamp: stampOf(programme),
  };
}

function drawnAssumption({ id, label, unit, value, range }: UncertainAssumption): DrawnAssumption {
  const { low, high, weights = [] } = range;
  const possible = weights.filter(({ weight }) => weight.gt(0)).map((one) => one.value.toNumber());
  const ends = {
    low: low?.toNumber() ?? (possible.length > 0 ? Math.min(...possible) : undefined),
    high: high?.toNumber() ?? (possible.length > 0 ? Math.max(...possible) : undefined),
  };
  return {
    id,
    label,
    unit: range.ofAmounts ? "share" : unit,
    shape: range.shape,
    central: isDecimal(value) ? value.toNumber() : 1,
    ...(ends.low === undefined ? {} : { low: ends.low }),
    ...(ends.high === undefined ? {} : { high: ends.high }),
    basis: basisWords(range.basis),
  };
}

interface Taken {
  readonly measure: DrawnMeasure;
  readonly values: Float64Array;
  readonly by: Float64Array | undefined;
  readonly drawn: Drawn;
  readonly table: Table;
  readonly inputs: readonly Ranked[];
  readonly missing: number;
}

function measured({ measure, values: all, by, drawn, table, inputs, missing }: Taken): SimulatedMeasure {
  const { id, label, unit, row, span } = measure;
  const kept = (list: Float64Array) => (by === undefined ? list : aboveNil(list, by));
  const values = kept(all);
  if (values.length === 0) throw nothingToDivideBy(measure);
  const first = all.subarray(0, present(drawn.sample.inputs[0], "something is drawn").length);
  // Where a ratio has no value in some draws, the inputs of those draws are left out too.
  const own = values.length === all.length ? inputs : drawn.sample.inputs.map((input) => ranked(kept(input)));
  const { "standard deviation": deviation, least, most } = momentsOf(values);
  return {
    id,
    label,
    unit,
    ...spreadOf(values, exactly(table, row, span)),
    "standard error": standardError(values, drawn.method),
    "standard deviation": deviation,
    least,
    most,
    histogram: histogramOf(values, least, most),
    matters: mattersOf(drawn.uncertain, own, kept(first)),
    "draws without a value": missing + all.length - values.length,
  };
}

/** The values of those draws in which there is something to divide by. */
function aboveNil(list: Float64Array, by: Float64Array): Float64Array {
  return list.filter((_, draw) => present(by[draw], "there is a divisor for every draw") > 0);
}

function nothingToDivideBy({ label }: DrawnMeasure): InvestToSaveError {
  return refusal({
    code: "division-by-nil",
    path: [label],
    message: `${label} has no value in any draw: there is nothing to divide by`,
    expected: "something above nil to divide by in at least one draw",
    received: "nil or below in all of them",
    hint: "ask for another measure",
  });
}

function chanceOf(
  { id, label, row }: DrawnChance,
  values: Float64Array,
  table: Table,
  method: Points,
): SimulatedChance {
  const { mean } = momentsOf(values);
  const last = table.timeline.count - 1;
  const central = exactly(table, row, { first: last, last }) !== 0;
  return { id, label, chance: mean, "standard error": standardError(values, method), central };
}

function spreadOf(values: Float64Array, central: number) {
  const [P10 = 0, P50 = 0, P90 = 0] = quantilesOf([values], [0.1, 0.5, 0.9]);
  return { central, mean: momentsOf(values).mean, P10, P50, P90 };
}

/** What the exact reading says, of the programme as it stands. */
function exactly({ rows }: Table, id: string, span: Span): number {
  return valueOver(present(rows.get(id), `the table has a row ${id}`), span).toNumber();
}

/**
 * How far the mean may be out. Draws at random: their spread over the root of their number. Sobol' points are spread evenly, so
 * that their mean is far nearer; each block of them is a sample of its own, and the spread of the means of the blocks over
 * the root of their number is the most that it may be.
 */
function standardError(values: Float64Array, method: Points): number {
  const blocks = Math.floor(values.length / drawsInBlock);
  if (values.length < 2) return 0;
  const isFew = method === "random" || blocks < fewestBlocks;
  if (isFew) return momentsOf(values)["standard deviation"] / Math.sqrt(values.length);
  const means = Float64Array.from({ length: blocks }, (_, at) => {
    return momentsOf(values.subarray(at * drawsInBlock, (at + 1) * drawsInBlock)).mean;
  });
  return momentsOf(means)["standard deviation"] / Math.sqrt(blocks);
}

function histogramOf(values: Float64Array, least: number, most: number): HistogramBar[] {
  if (least === most) return [{ from: least, to: most, draws: values.length }];
  const counts = new Uint32Array(bars);
  const perBar = bars / (most - least);
  for (let i = 0; i < values.length; i++) {
    const at = Math.min(bars - 1, Math.floor(((values[i] as number) - least) * perBar));
    counts[at] = (counts[at] as number) + 1;
  }
  const edge = (at: number) => (at === bars ? most : least + ((most - least) * at) / bars);
  return Array.from(counts, (draws, at) => ({ from: edge(at), to: edge(at + 1), draws }));
}

/** The assumptions by how far the result goes with them, most first. */
function mattersOf(uncertain: Uncertain, inputs: readonly Ranked[], values: Float64Array): Matters[] {
  if (values.length < 2) return [];
  const result = ranked(values);
  const all = uncertain.assumptions.map(({ id, label }, at): Matters => {
    return { id, label, ...influence(present(inputs[at], id), result, values) };
  });
  return all.sort((a, b) => Math.abs(b["rank correlation"]) - Math.abs(a["rank correlation"]));
}
