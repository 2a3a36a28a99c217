import type { Stamp } from "../programme/stamp/stamp.ts";
import type { Scale } from "../sheet/sheet.ts";
import { faint, ink } from "../write/colours.ts";
import { oneLine } from "../write/text.ts";
import { wrapped } from "./text-width.ts";

/** A chart as a Vega-Lite specification: plain data, which any tool that knows Vega-Lite can draw. */
export interface ChartSpec {
  readonly $schema: string;
  /** What is read out in place of the picture: the finding, and the figures behind it. */
  readonly description: string;
  /** The finding as the title, a line each, and below it what is drawn. */
  readonly title: { readonly text: readonly string[]; readonly subtitle: readonly string[] };
  /** The whole width in pixels. */
  readonly width: number;
  /** What made it from which inputs, where Vega-Lite has room for what others add; the picture carries it along unseen. */
  readonly usermeta?: { readonly stamp: Stamp };
  readonly [property: string]: unknown;
}

/** How a chart is drawn. */
export interface ChartOptions {
  /** Pounds, thousands or millions; what suits the largest amount unless told. */
  readonly unit?: Scale | undefined;
  /** The whole width in pixels, 640 unless told; 320 suits a phone. */
  readonly width?: number | undefined;
}

/** The width of a chart unless told. */
export const usualWidth = 640;

/** What a chart says and shows. */
export interface Drawing {
  /** The finding, in a sentence without a full stop. */
  readonly finding: string;
  /** Whether a number behind it only holds the place of the real one. */
  readonly draft: boolean;
  /** What is drawn, of what, and in which unit. */
  readonly shows: string;
  /** The figures in words. */
  readonly figures: string;
  readonly width: number;
  readonly height: number;
  readonly layers: readonly unknown[];
  /** What made it from which inputs, where it was drawn of a programme. */
  readonly stamp?: Stamp | undefined;
}

const titleSize = 16;
const subtitleSize = 12;
/** The size of labels on axes and beside marks. */
export const labelSize = 12;

const schema = "https://vega.github.io/schema/vega-lite/v6.json";

/** A drawing as a specification, its words wrapped to its width. */
export function chartOf(drawing: Drawing): ChartSpec {
  const { finding, draft, shows, figures, width, height, layers, stamp } = drawing;
  const lines = (text: string, size: number) => wrapped(oneLine(text), width - 20, size);
  const title = `${draft ? "DRAFT: " : ""}${finding}`;
  return {
    $schema: schema,
    description: oneLine(`${title}. ${shows}. ${figures}`),
    title: {
      // Bold letters are wider than plain ones.
      text: lines(title, titleSize * 1.2),
      subtitle: lines(shows, subtitleSize),
      ...({ anchor: "start", frame: "bounds", offset: 14 } as const),
    },
    width,
    height,
    autosize: { type: "fit-x", contains: "padding" },
    padding: { left: 8, right: 14, top: 8, bottom: 8 },
    layer: layers,
    config,
    ...(stamp === undefined ? {} : { usermeta: { stamp } }),
  };
}

const config = {
  aria: false,
  background: "#ffffff",
  font: "system-ui, sans-serif",
  view: { stroke: null },
  title: {
    color: ink,
    fontSize: titleSize,
    fontWeight: 600,
    subtitleColor: ink,
    subtitleFontSize: subtitleSize,
    subtitlePadding: 4,
  },
  axis: {
    domainColor: ink,
    gridColor: faint,
    labelColor: ink,
    labelFontSize: labelSize,
    labelLimit: 0,
    tickColor: ink,
    title: null,
  },
  legend: {
    columns: 1,
    labelColor: ink,
    labelFontSize: labelSize,
    labelLimit: 0,
    orient: "top",
    symbolStrokeColor: ink,
    symbolType: "square",
    title: null,
  },
  text: { color: ink, fontSize: labelSize },
} as const;
