/**
 * The colours of charts, from dark to light. Each differs from the next in lightness too, so that they stay apart for readers who
 * do not tell colours apart, and in print without colour.
 */
export const palette = ["#0f2740", "#8e2f45", "#2f7ba3", "#4d9e6d", "#eaae4e", "#e4dcf0"] as const;

/** A colour of the palette. */
export type Colour = (typeof palette)[number];

const [darkest, deep, middle, fresh, warm, palest] = palette;

/** What is drawn in which colour, the same in every chart. */
export const colours = {
  costs: darkest,
  repayments: deep,
  "avoided costs": middle,
  savings: fresh,
  funding: warm,
  "non-cashable savings": palest,
} as const;

/** Around what is drawn, so that light colours have an edge on white. */
export const edge = "#333333";

/** Words on white, and lines that only guide the eye. */
export const ink = "#222222";
export const faint = "#d9d9d9";

/** The colour of words that stand on another: whichever can be read on it. */
export function inkOn(colour: Colour): string {
  return palette.indexOf(colour) < 3 ? "#ffffff" : "#111111";
}
