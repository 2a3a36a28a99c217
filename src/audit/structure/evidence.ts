import type { Line } from "./line.ts";

/** That a line is the sum of others, some of them taken away. */
export interface SumGuess {
  readonly total: number;
  readonly parts: readonly SignedLine[];
  /** How likely it is before the figures are looked at, as the logarithm of its odds to base 2. */
  readonly prior: number;
  /** What speaks for it beside the figures. */
  readonly because: string;
}

/** A line that is added, or taken away. */
export interface SignedLine {
  readonly line: number;
  readonly sign: 1 | -1;
}

/** How the figures bear on a guess. */
export interface Evidence {
  /** The logarithm of the odds, prior and figures together, to base 2. */
  readonly score: number;
  readonly holds: number;
  readonly fails: number;
}

/** The odds that one printed figure is wrong, about one in sixty, as a logarithm. */
const wrongFigure = -6;
/** How much one place can speak for a guess; more digits than these are no better proof. */
const mostBits = 12;

/** Weighs a guess: each place where it holds beyond chance speaks for it, each place where it does not against it. */
export function weigh(lines: readonly Line[], { total, parts, prior }: SumGuess): Evidence {
  const whole = lines[total] as Line;
  let score = prior;
  let [holds, fails] = [0, 0];
  for (const [place, sample] of whole.samples.entries()) {
    if (sample === undefined || sample.blank) continue;
    let sum = 0;
    let slack = sample.half;
    let scale = Math.abs(sample.value);
    let smallest = scale;
    let known = false;
    let open = false;
    for (const { line, sign } of parts) {
      const part = (lines[line] as Line).samples[place];
      if (part === undefined) {
        open = true;
        break;
      }
      sum += sign * part.value;
      slack += part.half;
      scale = Math.max(scale, Math.abs(part.value));
      smallest = Math.min(smallest, Math.abs(part.value));
      known ||= !part.blank;
    }
    if (open || !known || scale === 0) continue;
    const out = Math.abs(sample.value - sum);
    if (out <= slack + scale * 1e-12) {
      holds++;
      // A forecast is near its budget by itself: that another column is what lies between them is no more proof than its size.
      const told = whole.across && whole.role === "item" && parts.length === 2 ? smallest : scale;
      score += Math.min(mostBits, Math.log2(1 + told / (2 * slack + Number.EPSILON)));
    } else {
      fails++;
      score += failure(out / scale);
    }
  }
  return { score, holds, fails };
}

/**
 * What a failure says. A sum that misses by a small share is likelier to be meant and misprinted than to come so near by
 * chance; one that misses by half or more is hardly meant at all.
 */
export function failure(share: number): number {
  if (share > 0.5) return 2 * wrongFigure + 2;
  return wrongFigure + Math.min(mostBits, Math.max(0, Math.log2(1 / (12 * share))));
}

/** A sum that fails somewhere accuses a figure: it is put forward only where it is this likely that the table means it. */
const accusing = 4.25;

/** Whether a sum is sure enough to judge a table by. One that holds wherever it can be judged accuses nobody. */
export function isSure({ score, fails }: Evidence): boolean {
  return fails === 0 || score >= accusing;
}

/** The odds as a share of one. */
export function confidenceOf(score: number): number {
  return 1 / (1 + 2 ** -score);
}
