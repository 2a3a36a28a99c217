import { oneLine } from "../write/text.ts";
import { labelSize } from "./chart.ts";
import { shortened, wrapped } from "./text-width.ts";

/** The height of a row: a label of at most two lines, and below it a bar. */
export const stepHeight = 56;

/** How far below the top of its row a bar is drawn, to leave room for its label. */
const labelHeight = 17;

/** The place of rows with their labels above them, so that a label may be as long as the chart is wide. */
export interface LabelledBands {
  /** How far down a mark stands in its row. */
  readonly start: { readonly yOffset: number };
  /** The rows of bars, on the vertical axis. */
  readonly rows: Record<string, unknown>;
  /** The layers with the labels, to be drawn last. */
  readonly labels: readonly unknown[];
}

const lineHeight = 14;

/** Lays out rows whose labels stand above their bars, at the left edge. */
export function labelledBands(
  values: readonly { readonly row: number; readonly label: string }[],
  width: number,
): LabelledBands {
  const scale = { paddingInner: 0.62, paddingOuter: 0.31 };
  const rows = { field: "row", type: "ordinal", axis: null, scale };
  const lines = values.flatMap(({ row, label }) => {
    const [first = "", ...rest] = wrapped(oneLine(label), width - 24, labelSize);
    const second = shortened(rest.join(" "), width - 24, labelSize);
    return second === ""
      ? [{ row, up: 0, label: first }]
      : [
          { row, up: 1, label: first },
          { row, up: 0, label: second },
        ];
  });
  const layer = (up: number, halo: object) => ({
    data: { values: lines.filter((one) => one.up === up) },
    mark: { type: "text", align: "left", baseline: "bottom", yOffset: 5 - up * lineHeight, ...halo },
    encoding: { y: { ...rows, bandPosition: 0 }, x: { value: 0 }, text: { field: "label" } },
  });
  // Lines behind the words would strike them through.
  const halo = { color: "#ffffff", stroke: "#ffffff", strokeWidth: 4 };
  return {
    start: { yOffset: labelHeight / 2 },
    rows,
    labels: [layer(0, halo), layer(1, halo), layer(0, {}), layer(1, {})],
  };
}
