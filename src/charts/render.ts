import { checkHandedOn } from "../issue/handed-on.ts";
import { refusal } from "../issue/refusal.ts";
import { stampWords } from "../programme/stamp/stamp.ts";
import { oneLine } from "../write/text.ts";
import type { ChartSpec } from "./chart.ts";
import { textWidth } from "./text-width.ts";

/** The packages that draw; they do not come with this one. */
type Drawing = [typeof import("vega"), typeof import("vega-lite")];

/**
 * A chart as an SVG picture: its markup, with the finding as its title and the figures as its description for those who do not
 * see it, and what made it from which inputs in its metadata. It has no script, style or link, and is the same to the byte on
 * each run. The packages vega and vega-lite draw it, and are loaded when it is called; they are peers that you install. Throws
 * (rejects with) `InvestToSaveError` with `wrong-shape` for what is no chart, and `no-such-file` where they are missing.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, saving, years } from "invest-to-save";
 * import { cumulativeNet, renderSvg } from "invest-to-save/charts";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const chart = cumulativeNet(evaluate(p));
 * const svg = chart && (await renderSvg(chart));
 * svg?.split("\n")[1]; // => "<title>Pays back in 2026/27, after 2.7 years</title>"
 * ```
 */
export async function renderSvg(chart: ChartSpec): Promise<string> {
  const lists = ["layer"];
  checkHandedOn(chart, { name: "chart", by: "costsAndFunding or another chart", keyed: ["title"], lists });
  const [vega, { compile }] = await loadDrawing();
  // What draws writes into the data that it is given, and so is given a copy. Vega-Lite checks what it says.
  const { spec } = compile(JSON.parse(JSON.stringify(chart)) as Parameters<typeof compile>[0]);
  const view = new vega.View(vega.parse(spec), { renderer: "none", logLevel: vega.Error });
  return tidied(
    chart,
    reckoned(vega, () => drawn(vega, view)),
  );
}

/** Loads the packages that draw, so that their absence is told before any work is done for a chart. */
export function loadDrawing(): Promise<Drawing> {
  return loaded(() => Promise.all([import("vega"), import("vega-lite")]));
}

/** Loads what draws; where it is not there, a fault says how to install it. */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw refusal({
      code: "no-such-file",
      path: ["vega", "vega-lite"],
      message: "charts are drawn by the packages vega and vega-lite, which are not both installed",
      expected: "the packages vega and vega-lite",
      received: "not both of them",
      hint: "install them with: npm install vega vega-lite",
    });
  }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  const named = /\bvega(-lite)?\b/.test(error.message);
  return (
    named &&
    (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND" || /specifier/.test(error.message))
  );
}

/** How Vega takes the width of a text, which it lets itself be told. */
interface TextMetrics {
  width: (item: { readonly fontSize?: number }, text: string) => number;
}

/**
 * Draws with widths of text that are reckoned. Vega would measure where it finds a canvas, and so draw differently from one
 * machine to the next. Nothing is waited for in between, so that no other drawing sees it.
 */
function reckoned<T>(vega: Drawing[0], draw: () => T): T {
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  const before = textMetrics.width;
  textMetrics.width = ({ fontSize = 11 }, text) => textWidth(String(text), fontSize);
  try {
    return draw();
  } finally {
    textMetrics.width = before;
  }
}

/** The parts of a view and of a renderer that its types leave out. */
interface Drawn {
  run(): unknown;
  scenegraph(): { root: unknown };
  origin(): readonly [number, number];
  padding(): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly _viewWidth: number;
  readonly _viewHeight: number;
}
interface Renderer {
  initialize(element: null, width: number, height: number, origin: readonly number[]): Renderer;
  background(colour: string): Renderer;
  render(root: unknown): Renderer;
  svg(): string;
}

function drawn(vega: Drawing[0], view: unknown): string {
  const own = view as Drawn;
  const { SVGStringRenderer } = vega as unknown as { SVGStringRenderer: new () => Renderer };
  own.run();
  const { left, right, top, bottom } = own.padding();
  const [x, y] = own.origin();
  const [width, height] = [own._viewWidth + left + right, own._viewHeight + top + bottom];
  const renderer = new SVGStringRenderer().initialize(null, width, height, [left + x, top + y]);
  return renderer.background("#ffffff").render(own.scenegraph().root).svg();
}

/** The picture without what only a live one needs, an element to a line, numbers to a hundredth of a pixel. */
function tidied({ title, description, usermeta }: ChartSpec, svg: string): string {
  const box = svg.replace(/^<svg[^>]* viewBox="([^"]*)".*$/s, "$1");
  const inside = svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
  const plain = inside.replace(/<path class="(?:back|fore)ground"[^>]*\/>/g, "").replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/ (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"/g, "")
      .replace(/-?\d+(?:\.\d+)?e-\d+/g, "0")
      .replace(/(\.\d\d)\d+/g, "$1")
      .replace(/ (?:opacity="1"|font-weight="normal"|transform="translate\(0,0\)")/g, ""),
  );
  const lines = unwrapped(plain).replace(/(?<!^)(?=<(?:g|path|line|rect|text|\/g)\b)/g, "\n");
  const says = (tag: string, words: string) => `<${tag}>${escaped(oneLine(words))}</${tag}>`;
  const [, , width, height] = box.split(" ");
  const open = `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="${box}">`;
  const made = usermeta === undefined ? [] : [says("metadata", stampWords(usermeta.stamp))];
  const head = [says("title", title.text.join(" ")), says("desc", description), ...made];
  return `${[open, ...head, lines, "</svg>"].join("\n")}\n`;
}

/** Groups that say nothing of what is in them are taken away, from the inside out. */
function unwrapped(svg: string): string {
  const before = svg;
  const after = svg.replace(/<g>((?:(?!<g\b|<\/g>).)*)<\/g>/gs, "$1").replace(/<g\b[^>]*><\/g>/g, "");
  return after === before ? after : unwrapped(after);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
