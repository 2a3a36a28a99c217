import { present } from "../../assert.ts";
import { type Decimal, decimal, one } from "../../quantity/decimal.ts";
import { type Interval, lastDigit, printedInterval } from "../../quantity/interval.ts";
import { readCell } from "../read/figure.ts";
import type { Kind, PublishedTable } from "../read/published.ts";
import { columnCalled, rowCalled } from "../structure/declared.ts";

/** An amount in a sentence: its value and the values that it may stand for; an end that is left out is open. */
export interface Stated {
  readonly text: string;
  readonly value: Decimal;
  readonly low?: Decimal;
  readonly high?: Decimal;
  /** Money and numbers as they are; percentages in points; a ratio for “twice” or “three times”. */
  readonly kind: Kind;
  /** One step of its last printed digit, and its decimal places, for an answer in the same form. */
  readonly step: Decimal;
  readonly scale: Decimal;
  readonly decimals: number;
  /** Where it starts and ends in the sentence. */
  readonly from: number;
  readonly to: number;
}

const fractions: Readonly<Record<string, readonly [number, number]>> = {
  half: [1, 2],
  "a half": [1, 2],
  "one half": [1, 2],
  "a third": [1, 3],
  "one third": [1, 3],
  "two thirds": [2, 3],
  "a quarter": [1, 4],
  "one quarter": [1, 4],
  "three quarters": [3, 4],
  "a fifth": [1, 5],
  "one fifth": [1, 5],
  "a tenth": [1, 10],
  "one tenth": [1, 10],
};

const multiples: Readonly<Record<string, number>> = {
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  tenfold: 10,
  twice: 2,
  double: 2,
  treble: 3,
  doubled: 2,
  trebled: 3,
  tripled: 3,
  quadrupled: 4,
  halved: 0.5,
  "two times": 2,
  "three times": 3,
  "four times": 4,
  "five times": 5,
  "six times": 6,
  "seven times": 7,
  "eight times": 8,
  "nine times": 9,
  "ten times": 10,
};

/** What a word stands for: a fraction in points, or how many times. */
const worded = new Map<string, Pick<Stated, "kind" | "value">>([
  ...Object.entries(fractions).map(
    ([word, [over, under]]) => [word, { kind: "percent", value: decimal(over * 100).div(under) }] as const,
  ),
  ...Object.entries(multiples).map(
    ([word, times]) => [word, { kind: "ratio", value: decimal(times) }] as const,
  ),
]);

const bounds =
  "over|more than|above|exceed(?:s|ed|ing)?|in excess of|at least|no less than|no fewer than|not less than|under|less than|fewer than|below|up to|at most|no more than|not more than|within";
const near =
  "c\\.?|ca\\.?|circa|about|around|approximately|approx\\.?|roughly|some|nearly|almost|just under|just over|~|≈";
const unit = "%|per ?cent(?:age points?)?|percentage points?|pp|bn|billion|million|m|k|thousand|times|x|:1";
const plain = `-?(?:£\\s?)?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:\\s?(?:${unit})(?![a-z]))?`;
const words = [...worded.keys()].join("|");
const amount = new RegExp(
  `(?:\\b(${bounds})\\s+)?(?:(?<![a-z])(${near})\\s*)?(?:(\\{[^{}]{1,200}\\})|(?<![\\d.,/£])(?<![abd-z])(?<![a-z]c)(\\d+/\\d+(?![/\\d])|${plain})|\\b(${words})\\b)`,
  "gi",
);

/** Years and dates, which are no amounts. */
const dates =
  /(?<![£\d,.])(?:\b\d{1,2}\s)?(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\s)?\b(?:19|20)\d\d(?:[/–-](?:\d{4}|\d\d))?(?![\d,.]\d|%)\b/gi;

/** Every amount in a sentence, from left to right: figures, fractions in words, and cells of a table in braces. */
export function statedIn(sentence: string, table: PublishedTable | undefined): (Stated | undefined)[] {
  const undated = sentence.replace(/\{[^{}]*\}|[^{}]+/g, (piece) =>
    piece.startsWith("{") ? piece : piece.replace(dates, (date) => " ".repeat(date.length)),
  );
  return [...undated.matchAll(amount)].map((found) => {
    const [text, bound, about, cell, figure = "", word] = found;
    const plainly = word === undefined ? figured(figure) : inWords(word);
    const bare = cell === undefined ? plainly : cellNamed(table, cell.slice(1, -1));
    if (bare === undefined) return undefined;
    const whole = { ...bare, text: text.trim(), from: found.index, to: found.index + text.length };
    return bounded(approximate(whole, about?.toLowerCase()), bound?.toLowerCase());
  });
}

type Bare = Omit<Stated, "from" | "to">;

function inWords(word: string): Bare {
  const { kind, value } = present(worded.get(word.toLowerCase()), "a word that is looked for has a value");
  // A word is no more exact than a figure with a decimal: “twice” is 2.0, and “a third” is 33%.
  const step = kind === "percent" ? one : lastDigit(1);
  return { text: word, value, ...printedInterval(value, step), kind, step: one, scale: one, decimals: 0 };
}

/** A figure or a fraction in digits; `undefined` for a fraction of nil parts. */
function figured(figure: string): Bare | undefined {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(figure) ?? [];
  if (over !== undefined && under !== undefined && Number(under) > 0) {
    const value = decimal(over).div(under);
    return {
      text: figure,
      value,
      low: value,
      high: value,
      kind: "number",
      step: one,
      scale: one,
      decimals: 0,
    };
  }
  const read = readCell(figure.replace(/percentage points?/i, "%"));
  if (read.value === undefined) return undefined;
  const scale = read.scale ?? one;
  const step = lastDigit(read.decimals).times(scale);
  const value = read.value.times(scale);
  return {
    text: figure,
    value,
    ...printedInterval(value, step),
    kind: read.kind ?? "number",
    step,
    scale,
    decimals: read.decimals,
  };
}

/** The figure of a cell that is named by its row and its column, or by its row where there is but one column. */
function cellNamed(table: PublishedTable | undefined, name: string): Bare | undefined {
  for (const block of table?.blocks ?? []) {
    const commas = [...name.matchAll(/,/g)].map(({ index }) => index);
    const first = block.columns.slice(0, 1).map(({ label }) => [name, label] as const);
    const ways = commas.map((at) => [name.slice(0, at), name.slice(at + 1)] as const);
    for (const [row, column] of [...ways, ...first]) {
      const [down, along] = [rowCalled(block, row), columnCalled(block, column)];
      const only = commas.length > 0 || block.columns.length === 1;
      const cell =
        down === undefined || along === undefined || !only ? undefined : block.rows[down]?.cells[along];
      if (cell?.figure === undefined) continue;
      const { value, low, high, step, scale, decimals } = cell.figure;
      return { text: `{${name}}`, value, low, high, kind: cell.kind, step, scale, decimals };
    }
  }
  return undefined;
}

/** The value of the last digit that is no nought: a figure that is about so much is not printed more exactly than that. */
function looseStep({ value, step }: Stated): Decimal {
  let loose = step;
  while (!value.isZero() && value.mod(loose.times(10)).isZero()) loose = loose.times(10);
  return loose;
}

function approximate(stated: Stated, about: string | undefined): Stated {
  if (about === undefined) return stated;
  const loose = looseStep(stated);
  const { value } = stated;
  if (/^(?:nearly|almost|just under)$/.test(about))
    return { ...stated, low: value.minus(loose), high: value };
  if (about === "just over") return { ...stated, low: value, high: value.plus(loose) };
  const around: Interval = printedInterval(value, loose);
  return { ...stated, low: around.low, high: around.high };
}

function bounded(whole: Stated, bound: string | undefined): Stated {
  if (bound === undefined) return whole;
  const { low: _, high: __, ...stated } = whole;
  const least = /^(?:over|more|above|exceed|in excess|at least|no less|no fewer|not less)/.test(bound);
  return least ? { ...stated, low: stated.value } : { ...stated, high: stated.value };
}
