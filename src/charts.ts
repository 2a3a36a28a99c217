/**
 * Charts: from a table, or from plain data, to a Vega-Lite specification, and from there to an SVG picture.
 *
 * @packageDocumentation
 */
export type { ChartOptions, ChartSpec } from "./charts/chart.ts";
export { costsAndFunding } from "./charts/costs-and-funding.ts";
export { cumulativeNet } from "./charts/cumulative-net.ts";
export { type FanBand, fan } from "./charts/fan.ts";
export { fanOf } from "./charts/fan-of.ts";
export { fundingSources } from "./charts/funding-sources.ts";
export { grossToCashable } from "./charts/gross-to-cashable.ts";
export type { MeasuredOptions } from "./charts/measured.ts";
export { renderSvg } from "./charts/render.ts";
export { type TornadoBar, type TornadoOptions, tornado } from "./charts/tornado.ts";
export { type TornadoOfOptions, tornadoOf } from "./charts/tornado-of.ts";
