/** How a cell looks, by what it is. */
export type Look = keyof typeof looks;

/** A look in full; what is left out is as usual. Colours are six hexadecimal digits. */
export interface LookDetail {
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly above?: "thin";
  readonly below?: "thin" | "double";
  readonly framed?: true;
  readonly align?: "left" | "right" | "center";
  readonly wrap?: true;
  /** Whether it stands a little away from the figure on its left. */
  readonly inset?: true;
  /** Whether the cell may be changed while its worksheet is protected. */
  readonly open?: true;
}

/** The font of every cell: a style without one would come out in whatever the reader's program falls back on. */
export const fontName = "Arial";
export const fontSize = 10;

const navy = "1F3864";
const grey = "6B7280";
const rule = "D9DEE7";

/** The looks of cells. Inputs are blue on yellow, as is usual; what holds the place of a figure is orange. */
const looks = {
  title: { bold: true, size: 14, colour: navy },
  draft: { bold: true, size: 14, colour: "C00000" },
  subtitle: { colour: grey },
  head: { bold: true, fill: rule, below: "thin" },
  "head of figures": { bold: true, fill: rule, below: "thin", align: "right" },
  section: { bold: true, size: 11, colour: navy },
  block: { bold: true },
  label: { wrap: true },
  "label of a line": { bold: true, wrap: true },
  "label of a total": { bold: true, above: "thin", wrap: true },
  "label of a balance": { bold: true, above: "thin", below: "double", wrap: true },
  text: { wrap: true },
  remark: { colour: grey, wrap: true },
  "head beside": { bold: true, fill: rule, below: "thin", inset: true },
  note: { colour: grey, wrap: true, inset: true },
  input: { colour: "0000FF", fill: "FFFFCC", framed: true, align: "right", open: true },
  "placeholder input": { colour: "0000FF", fill: "FCE4D6", framed: true, align: "right", open: true },
  structure: { colour: grey, align: "right" },
  figure: { align: "right" },
  "figure of a line": { bold: true, align: "right" },
  "figure of a total": { bold: true, above: "thin", align: "right" },
  "figure of a balance": { bold: true, above: "thin", below: "double", align: "right" },
  answer: { bold: true, inset: true },
  "faint figure": { colour: grey, align: "right" },
} as const satisfies Record<string, LookDetail>;

/** A look by its name. */
export function lookOf(name: Look): LookDetail {
  return looks[name];
}

/** The colours of what holds, of what does not, and of what lies outside its own range. */
export const highlights = {
  good: { colour: "006100", fill: "E2F0D9" },
  bad: { colour: "9C0006", fill: "FFC7CE" },
  outside: { colour: "7F6000", fill: "FFE699" },
} as const;
