import { evaluate, type Programme } from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import {
  type ChartSpec,
  costsAndFunding,
  cumulativeNet,
  fan,
  fanOf,
  fundingSources,
  grossToCashable,
  tornado,
  tornadoOf,
} from "invest-to-save/charts";
import { sensitivity } from "invest-to-save/vary";
import { uncertaintyOf } from "../../src/page/uncertainty.ts";

/** What vary could find of the families of Leicestershire: figures made up to draw every shape of bar there is. */
const bars = [
  { label: "Families by March 2014", low: 9_583_000, high: 24_583_000, central: 18_583_000 },
  {
    label:
      "Gross saving a family, of which the County Council’s share is the part that falls to it in the end",
    low: "9550000",
    high: "18583000",
    central: "18583000",
  },
  { label: "Cashable part of the share", low: 7_292_000, high: 41_167_000, central: 18_583_000 },
  { label: "County Council’s share", low: 20_000_000, high: 28_000_000, central: 18_583_000 },
];

const bands = [
  { period: "2014/15", p10: -600_000, p50: -532_000, p90: -500_000 },
  { period: "2015/16", p10: -4_500_000, p50: -3_714_000, p90: -3_100_000 },
  { period: "2016/17", p10: -8_000_000, p50: -6_602_000, p90: -5_000_000 },
  { period: "2017/18", p10: -10_000_000, p50: -7_784_000, p90: -5_100_000 },
  { period: "2018/19", p10: -10_500_000, p50: -7_260_000, p90: -3_000_000 },
];

/** The charts that plain data makes. */
export function plainCharts(width: number): Record<string, ChartSpec> {
  return {
    tornado: tornado(bars, { width, measure: "Net saving", of: "Community Budget", draft: true }),
    fan: fan(bands, { width, measure: "Cumulative net saving", of: "Family Valued" }),
  };
}

/** Every chart that a programme has. */
export function chartsOf(programme: Programme, width = 640): Record<string, ChartSpec> {
  const table = evaluate(programme);
  const appraised = appraise(programme);
  const { sensitivity: moved, fan: drawn } = uncertaintyOf(appraised);
  const payback = moved && sensitivity(appraised, { outcome: "payback" });
  const all = {
    "costs-and-funding": costsAndFunding(table, { width }),
    "funding-sources": fundingSources(table, { width }),
    "cumulative-net": cumulativeNet(table, { width }),
    "gross-to-cashable": grossToCashable(table, { width }),
    "what-moves-the-net": moved && tornadoOf(programme, moved, { width }),
    "what-moves-payback": payback && tornadoOf(programme, payback, { width }),
    "spread-of-the-running-net": drawn && fanOf(programme, drawn, { width }),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, chart]) => (chart === undefined ? [] : [[name, chart] as const])),
  );
}
