import { checkHandedOn } from "../issue/handed-on.ts";
import { type Basis, basisWords } from "../programme/assumption.ts";
import { stampWords } from "../programme/stamp/stamp.ts";
import type { Unit } from "../quantity/unit.ts";
import { valueWords } from "../quantity/value-words.ts";
import { type Explanation, type Step, unitOf } from "../table/explanation.ts";
import { draftHeading } from "./draft.ts";
import { oneLine } from "./text.ts";

/**
 * An explanation as an indented trace: each row with its value and its formula in words, below it what it was worked
 * out from, down to the assumptions, whose sources are numbered and listed at the end. Where a minimum, a maximum or a choice decided, each candidate
 * has a line and the one that was taken is marked `← binds`. The last line says what made it from which inputs. While the model
 * has placeholders, the trace is headed DRAFT.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no explanation.
 *
 * @example
 * ```ts
 * import { cost, explain, programme, writeExplanation, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * writeExplanation(explain(p, "Rent", "2024/25")).split("\n")[0]; // => "Rent, 2024/25: £1,500 [source: lease]"
 * ```
 */
export function writeExplanation(explanation: Explanation): string {
  checkHandedOn(explanation, { name: "explanation", by: "explain", keyed: ["step"], lists: ["parts"] });
  const sources: string[] = [];
  const lines = render(explanation, outermost(sources, true));
  const head = explanation.draft ? [draftHeading, ""] : [];
  const foot = explanation.stamp === undefined ? [] : [stampWords(explanation.stamp)];
  const [only] = sources;
  if (sources.length === 1 && lines.length === 1)
    return `${[...head, textOf(lines, () => ` [${oneLine(only ?? "")}]`), ...foot].join("\n")}\n`;
  const trace = textOf(lines, (source) => ` [${source + 1}]`);
  const numbered = sources.map((words, i) => `[${i + 1}] ${oneLine(words)}`);
  return `${[...head, trace, "", ...numbered, ...foot].join("\n")}\n`;
}

/** A line of an explanation. */
export interface ExplanationLine {
  readonly depth: number;
  readonly words: string;
  /** The place of its basis in the list of sources. */
  readonly source?: number;
  /** What is said after it, such as that it binds. */
  readonly mark?: string;
  /** The row that it is of, where that row has an explanation of its own. */
  readonly row?: Explanation;
}

/** The lines of one row's own formula: rows that it reads have a line each, and are not gone into. Bases go to `sources`. */
export function ownLines(explanation: Explanation, sources: string[]): ExplanationLine[] {
  return render(explanation, outermost(sources, false));
}

function textOf(lines: readonly ExplanationLine[], sourceWords: (source: number) => string): string {
  return lines
    .map(({ depth, words, source, mark = "" }) => {
      return `${"  ".repeat(depth)}${oneLine(words)}${source === undefined ? "" : sourceWords(source)}${mark}`;
    })
    .join("\n");
}

/** Where a step stands: how deep, the unit of the row that it helps to explain, and the rows explained above it. */
interface Standing {
  readonly depth: number;
  readonly unit: Unit | undefined;
  readonly above: Set<Explanation>;
  /** The rows that this one helps to explain: an earlier period of one of them is a question of its own. */
  readonly within: readonly string[];
  /** What the row's own formula has listed already: an input that it names twice is listed once. */
  readonly listed: Set<string>;
  /** The bases of assumptions met so far; each is printed once, at the end, under its number. */
  readonly sources: string[];
  /** Whether rows that the first one reads are gone into. */
  readonly deep: boolean;
}

function outermost(sources: string[], deep: boolean): Standing {
  return { depth: 0, unit: undefined, above: new Set(), within: [], listed: new Set(), sources, deep };
}

/** The place of a basis in the list at the end; the model's own structure needs none. */
function sourceOf({ sources }: Standing, basis: Basis): { source?: number } {
  if (basis.kind === "structure") return {};
  const words = basisWords(basis);
  if (!sources.includes(words)) sources.push(words);
  return { source: sources.indexOf(words) };
}

function deeper(at: Standing, unit = at.unit): Standing {
  return { ...at, depth: at.depth + 1, unit };
}

function render(explanation: Explanation, at: Standing): ExplanationLine[] {
  const { depth, unit } = at;
  const { step, parts } = explanation;
  if (step.is === "row") return rowLines(explanation, step, at);
  if (step.is === "assumption" || step.is === "fact") return leafLines(explanation, step, at);
  if (step.is === "constant") return step.label === "constant" ? [] : [line(depth, step.label)];
  // Plain sums and products are said by the words of their row; only a step that decides gets a line.
  if (step.is === "operation" && explanation.binds === undefined)
    return parts.flatMap((part) => render(part, at));
  return [line(depth, decisionWords(explanation, unit)), ...decisionLines(explanation, deeper(at))];
}

function rowLines(
  explanation: Explanation,
  step: Extract<Step, { is: "row" }>,
  at: Standing,
): ExplanationLine[] {
  const { depth, above } = at;
  const head = line(depth, `${step.label}, ${step.period}: ${valueWords(explanation.value, step.unit)}`);
  const [only] = explanation.parts;
  const stated = only?.step.is === "assumption" && only.step.label === step.label;
  if (!at.deep && depth > 0 && !stated) return [{ ...head, row: explanation }];
  if (above.has(explanation)) return [{ ...head, mark: " (explained above)" }];
  if (at.within.includes(step.id) && explanation.words !== undefined)
    return [{ ...head, mark: " (by the same formula)" }];
  if (only?.step.is === "assumption" && stated) return [{ ...head, ...sourceOf(at, only.step.basis) }];
  above.add(explanation);
  const words = explanation.words === undefined ? [] : [line(depth, `= ${explanation.words}`)];
  const inner = {
    ...deeper(at, step.unit),
    listed: new Set<string>(),
    within: explanation.words === undefined ? at.within : [...at.within, step.id],
  };
  const parts = explanation.parts.flatMap((part) => render(part, inner));
  return [head, ...words, ...parts];
}

function decisionLines({ step, parts, binds }: Explanation, at: Standing): ExplanationLine[] {
  if (binds === undefined) return parts.flatMap((part) => render(part, at));
  const chooses = step.is === "operation" && step.label === "choose";
  return parts.flatMap((part, i) => {
    if (chooses && i === 0) return render(part, { ...at, unit: "flag" });
    const taken = i === binds;
    // What was not chosen gets one line, and does not count as explained.
    const own = candidateLines(part, chooses && !taken ? { ...at, above: new Set() } : at);
    const [head, ...rest] = own;
    if (head === undefined) return [];
    if (taken) return [{ ...head, mark: `${head.mark ?? ""} ← binds` }, ...rest];
    return chooses ? [{ ...head, mark: `${head.mark ?? ""} (not taken)` }] : own;
  });
}

/** One of the values that a decision is between: always a line, even where plain arithmetic would have none. */
function candidateLines(part: Explanation, at: Standing): ExplanationLine[] {
  const { depth, unit } = at;
  const { step, value } = part;
  if (step.is === "constant")
    return [line(depth, step.label === "constant" ? valueWords(value, unit) : step.label)];
  if (step.is === "assumption" || step.is === "fact") return render(part, { ...at, listed: new Set() });
  if (step.is !== "operation" || part.binds !== undefined) return render(part, at);
  const words = `${arithmeticWords[step.label]}: ${valueWords(value, unitOf(part) ?? unit)}`;
  return [line(depth, words), ...render(part, deeper(at))];
}

const arithmeticWords: Record<Extract<Step, { is: "operation" }>["label"], string> = {
  add: "the sum",
  subtract: "the difference",
  multiply: "the product",
  divide: "the quotient",
  root: "the square root",
  minimum: "the least",
  maximum: "the greatest",
  choose: "the choice",
  total: "the total",
  closing: "the closing value",
  average: "the average",
  throughout: "throughout",
};

function decisionWords(explanation: Explanation, rowUnit: Unit | undefined): string {
  const { step, value, parts } = explanation;
  const words = valueWords(value, unitOf(explanation) ?? rowUnit);
  if (step.is === "rounding") return `rounded ${step.label}: ${words}`;
  if (step.is === "operation") return `${arithmeticWords[step.label]}: ${words}`;
  const [left, right] = parts.map((part) => valueWords(part.value, unitOf(part)));
  return `is ${left} ${step.label} ${right}? ${value.isZero() ? "no" : "yes"}`;
}

function leafLines(
  explanation: Explanation,
  step: Extract<Step, { is: "assumption" | "fact" }>,
  at: Standing,
): ExplanationLine[] {
  const own = leaf(explanation, step, at);
  const said = `${own.words} ${own.source ?? ""}`;
  if (at.listed.has(said)) return [];
  at.listed.add(said);
  return [own];
}

function leaf(
  { value }: Explanation,
  step: Extract<Step, { is: "assumption" | "fact" }>,
  at: Standing,
): ExplanationLine {
  const period = step.period === undefined ? "" : `, ${step.period}`;
  const own = line(at.depth, `${step.label}${period}: ${valueWords(value, step.unit)}`);
  return step.is === "fact" ? own : { ...own, ...sourceOf(at, step.basis) };
}

function line(depth: number, words: string): ExplanationLine {
  return { depth, words };
}
