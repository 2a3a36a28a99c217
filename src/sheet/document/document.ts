import type { Stamp } from "../../programme/stamp/stamp.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import type { Sheet } from "../sheet.ts";

/** A row of words, with the exact value behind them where there is one. */
export interface GridRow {
  readonly label: string;
  readonly cells: readonly string[];
  readonly id?: string;
  readonly value?: Decimal;
  readonly unit?: string;
  /** The exact values behind the cells, where there are some. */
  readonly figures?: readonly (Decimal | undefined)[];
  /** What the row is, where there is room to say it. */
  readonly says?: string;
  /** From where to where a bar runs beside the row. */
  readonly bar?: BarSpan;
}

/** A bar beside a row: where its assumption is low and where it is high; missing where there is no number, or it lies beyond any. */
export interface BarSpan {
  readonly low: Decimal | "beyond" | undefined;
  readonly high: Decimal | "beyond" | undefined;
}

/** A table of words: a label a row, and a text a column. */
export interface Grid {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** That its cells are amounts, to be aligned by their ends. */
  readonly amounts?: true;
  /** That its longer cells go on in a second line, where it would be too wide for a page of plain text. */
  readonly folds?: true;
  /** The value that bars run from. */
  readonly centre?: Decimal;
}

/** A part of a document: a sheet of figures, a grid of words, or a paragraph. */
export type Block =
  | { readonly block: "sheet"; readonly sheet: Sheet }
  | { readonly block: "grid"; readonly grid: Grid }
  | { readonly block: "words"; readonly text: string };

/** Several tables that belong together, top to bottom, with the notes below them. All spelling is left to the writers. */
export interface Document {
  readonly title: string;
  readonly body?: string;
  /** True when a number in it only holds the place of the real one. */
  readonly draft: boolean;
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  /** What made it from which inputs, for each model that it is about. */
  readonly stamps: readonly DocumentStamp[];
}

/** The stamp of a model in a document, with the name of the model where there are several. */
export interface DocumentStamp extends Stamp {
  readonly model?: string;
}
