import { power } from "./exponential.ts";

// A PERT distribution is a beta distribution whose two shapes are 1 + 4 c and 5 − 4 c, where c is how far the central value
// lies from low to high. Its inverse is no closed form: it is laid out in a table of cubics, once a shape.

/** Cells in each halving of a share: from ½ to ¼, from ¼ to ⅛, and so on. */
const cells = 32;
const halvings = 32;

/** The inverse of one distribution on 0 to 1, for shares below ½ and for those above, counted from 1. */
export interface PertTable {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The table for a central value so far from low (0) to high (1). */
export function pertTable(centre: number): PertTable {
  const [a, b] = [1 + 4 * centre, 5 - 4 * centre];
  return { lower: sideOf(a, b), upper: sideOf(b, a) };
}

/**
 * The value, from 0 to 1, that a share of all values stay below: for shares that are not nearer to 0 or 1 than 2⁻³², to
 * 2e-9. Only sums and products are taken for each draw.
 */
export function pertQuantile({ lower, upper }: PertTable, share: number): number {
  return share < 0.5 ? valueIn(lower, share) : 1 - valueIn(upper, 1 - share);
}

function valueIn(table: Float64Array, share: number): number {
  // The halving that a share lies in goes by its leading bit; ½ itself ends the first.
  const halving = Math.clz32(share * 2 ** 32) || 1;
  if (halving >= halvings) return (table[0] as number) * share * 2 ** 32;
  const place = (share * (doubles[halving] as number) - 1) * cells;
  const cell = Math.min(Math.floor(place), cells - 1);
  const at = 1 + (halving * cells + cell) * 4;
  const f = place - cell;
  return (
    (table[at] as number) +
    f * ((table[at + 1] as number) + f * ((table[at + 2] as number) + f * (table[at + 3] as number)))
  );
}

/** What brings the start of each halving to 1. */
const doubles = Float64Array.from({ length: halvings }, (_, halving) => 2 ** (halving + 1));

/** The cubics of one side, from ½ down: each has the value and the slope of the inverse at both its ends. */
function sideOf(a: number, b: number): Float64Array {
  const table = new Float64Array(1 + halvings * cells * 4);
  const whole = integral(a, b, 0.5) + integral(b, a, 0.5);
  let end = solve(a, b, whole, 0.5, 0.5);
  for (let halving = 1; halving < halvings; halving++) {
    const start = 1 / (doubles[halving] as number);
    const width = start / cells;
    for (let cell = cells - 1; cell >= 0; cell--) {
      const value = solve(a, b, whole, start + cell * width, end);
      const [slope, endSlope] = [value, end].map((x) => (width * whole) / density(a, b, x)) as [
        number,
        number,
      ];
      const rise = end - value;
      const cubic = [value, slope, 3 * rise - 2 * slope - endSlope, slope + endSlope - 2 * rise];
      table.set(cubic, 1 + (halving * cells + cell) * 4);
      end = value;
    }
  }
  table[0] = end;
  return table;
}

function density(a: number, b: number, x: number): number {
  return power(x, a - 1) * power(1 - x, b - 1);
}

/** Where the share of values below is as wanted, by Newton's method from a value where it is more. */
function solve(a: number, b: number, whole: number, share: number, from: number): number {
  let x = from;
  for (let round = 0; round < 100; round++) {
    const below = x <= 0.5 ? integral(a, b, x) / whole : 1 - integral(b, a, 1 - x) / whole;
    const step = ((below - share) * whole) / density(a, b, x);
    const next = x - step;
    // A step too far is halved, so that the value stays between 0 and 1.
    x = next <= 0 ? x / 2 : next >= 1 ? (x + 1) / 2 : next;
    // The digits that are right double with each step.
    if (Math.abs(step) <= 1e-9 * x) break;
  }
  return x;
}

/** The integral of the density from 0 to x, for x up to ½, as a series of powers. */
function integral(a: number, b: number, x: number): number {
  let [term, sum] = [1, 1 / a];
  for (let n = 1; n < 200; n++) {
    term *= ((n - b) / n) * x;
    const more = term / (a + n);
    sum += more;
    if (Math.abs(more) <= 1e-17 * sum) break;
  }
  return sum * power(x, a);
}
