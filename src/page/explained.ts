import { present } from "../assert.ts";
import type { Programme } from "../programme/programme.ts";
import { explainer, type Periods } from "../table/explain.ts";
import type { Explanation } from "../table/explanation.ts";
import { ownLines } from "../write/explanation.ts";

/** The explanations of the figures of a page, gathered while its tables are written. */
export interface Explained {
  /** The number of the explanation of a row over some periods; `undefined` where the row has no value over several. */
  readonly of: (id: string, range: Periods) => number | undefined;
  /** All that was asked for, and all that it leads to. */
  readonly data: () => ExplanationData;
}

/**
 * Explanations as the page holds them: texts and sources once each, and of each explanation its heading, its formula and its
 * lines, as numbers: after the heading and the formula (0 for none) four to a line, its depth, its text, its source and the
 * explanation that it leads to, the last three counted from 1, with 0 for none. To be short, a text is a list of pieces, and each
 * number is told as its difference from the one in the same place of the explanation before (nil where that has none): months
 * of one row differ little.
 */
interface ExplanationData {
  readonly pieces: readonly string[];
  readonly texts: readonly (readonly number[])[];
  readonly sources: readonly string[];
  readonly steps: readonly (readonly number[])[];
}

/** Gathers the explanations of a programme's figures. What several figures have in common is kept once. */
export function explained(programme: Programme): Explained {
  const explanationOf = explainer(programme);
  const numbers = new Map<Explanation, number>();
  const asked = new Map<string, number>();
  const waiting: Explanation[] = [];
  const numberOf = (explanation: Explanation) => {
    const known = numbers.get(explanation) ?? waiting.push(explanation) - 1;
    numbers.set(explanation, known);
    return known;
  };
  const of = (id: string, range: Periods) => {
    const row = present(programme.rows.get(id), id);
    if (range.first !== range.last && row.totals === "none") return undefined;
    const key = `${id} ${range.first} ${range.last}`;
    const number = asked.get(key) ?? numberOf(explanationOf(row, range));
    asked.set(key, number);
    return number;
  };
  return { of, data: () => dataOf(waiting, numberOf) };
}

function dataOf(
  waiting: readonly Explanation[],
  numberOf: (explanation: Explanation) => number,
): ExplanationData {
  const texts = new Map<string, number>();
  const textOf = (text: string) => {
    const known = texts.get(text) ?? texts.size + 1;
    texts.set(text, known);
    return known;
  };
  const sources: string[] = [];
  const steps: number[][] = [];
  // What is led to is added to those waiting, so that this reaches everything without going deep.
  for (const explanation of waiting) {
    const [head, ...rest] = ownLines(explanation, sources);
    const words = `= ${explanation.words}`;
    const [first, ...others] = rest;
    const worked = first?.words === words;
    const lines = (worked ? others : rest).flatMap(({ depth, words, source, mark = "", row }) => [
      depth,
      textOf(`${words}${mark}`),
      source === undefined ? 0 : source + 1,
      row === undefined ? 0 : numberOf(row) + 1,
    ]);
    const stated = head?.source === undefined ? [] : [1, textOf("as stated"), head.source + 1, 0];
    steps.push([textOf(head?.words ?? ""), worked ? textOf(words) : 0, ...stated, ...lines]);
  }
  return {
    ...inPieces([...texts.keys()]),
    sources,
    steps: steps.map((step, i) => differences(step, steps[i - 1])),
  };
}

/** Texts split after colons and commas, so that a label and a period that many of them have are kept once. */
function inPieces(whole: readonly string[]): Pick<ExplanationData, "pieces" | "texts"> {
  const pieces = new Map<string, number>();
  const texts = whole.map((text) =>
    text.split(/(?<=[:,] )/).map((piece) => {
      const known = pieces.get(piece) ?? pieces.size;
      pieces.set(piece, known);
      return known;
    }),
  );
  return { pieces: [...pieces.keys()], texts };
}

function differences(step: readonly number[], before: readonly number[] = []): number[] {
  return step.map((number, i) => number - (before[i] ?? 0));
}
