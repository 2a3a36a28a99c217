import { type Bracket, narrowed } from "./crossing.ts";
import { evaluatorOf } from "./evaluator.ts";
import { atOne, binaryDigits, type Polynomial, signChanges, signOf, sizeOf } from "./polynomial.ts";

/** Where a polynomial is nil between 0 and 1: crossed between two points, or only touched at one. */
type Nil = { readonly crossed: Bracket } | { readonly touched: bigint };

/** The places where a polynomial is nil, in rising order, and the binary digits in which their points are counted. */
export interface Search {
  readonly bits: number;
  readonly found: readonly Nil[];
}

/** Binary digits beyond those that the largest sums need: values nearer to nil than that are taken to be nil. */
const spare = 256;

/**
 * Every place between 0 and 1 where a polynomial with wide gaps between its exponents is nil. Between two turning points it
 * is crossed once at most; and the turning points, of the polynomial over a power of its argument, are where another
 * polynomial is crossed whose signs change once less often. So the search goes down to one that has one root at most, which
 * the signs at its ends show, and up again.
 */
export function nilPlaces(polynomial: Polynomial): Search {
  const levels = [polynomial];
  for (let last = polynomial; mostBelowOne(last) > 1; levels.push(last)) last = turning(last);
  const bits = levels.reduce(
    (most, level) => Math.max(most, spare + binaryDigits(evaluatorOf(level, 0).slack)),
    0,
  );
  const deepest = levels.length - 1;
  let found = between(levels[deepest] as Polynomial, bits, []);
  for (let depth = deepest; depth > 0; depth--) {
    const turns = crossingsOf(levels[depth] as Polynomial, bits, found);
    found = between(levels[depth - 1] as Polynomial, bits, turns);
  }
  return { bits, found };
}

/**
 * The most roots that a polynomial can have between 0 and 1: how often the sign changes along its coefficients when they are
 * summed up, and the sums summed up again over the exponents. It is Descartes' rule, for the integral of an integral.
 */
function mostBelowOne({ coefficients, exponents }: Polynomial): number {
  let [sum, sumOfSums, reached] = [0n, 0n, 0];
  const sums = coefficients.map((coefficient, place) => {
    const exponent = exponents[place] as number;
    sumOfSums += sum * BigInt(exponent - reached);
    sum += coefficient;
    reached = exponent;
    return sumOfSums;
  });
  return signChanges([...sums, sum]);
}

/** Of how many changes of sign the best is taken. */
const tried = 20;

/**
 * A polynomial that is crossed where another, over a power of its argument, turns. The power is that of a term after a change
 * of sign, so that the signs change once less often; of some such, the one that leaves the fewest roots possible.
 */
function turning(polynomial: Polynomial): Polynomial {
  const { coefficients } = polynomial;
  const changes = coefficients.flatMap((each, place) =>
    place > 0 && signOf(each) !== signOf(coefficients[place - 1] as bigint) ? [place] : [],
  );
  const step = Math.ceil(changes.length / tried);
  const turned = changes.filter((_, place) => place % step === 0).map((place) => turnedAt(polynomial, place));
  const left = turned.map(mostBelowOne);
  return turned[left.indexOf(Math.min(...left))] as Polynomial;
}

function turnedAt({ coefficients, exponents }: Polynomial, change: number): Polynomial {
  const power = exponents[change] as number;
  const turned = coefficients.map((each, place) => each * BigInt((exponents[place] as number) - power));
  return {
    coefficients: turned.filter((_, place) => place !== change),
    exponents: exponents.filter((_, place) => place !== change),
  };
}

/** Where a polynomial is crossed, to the nearest step. */
function crossingsOf(polynomial: Polynomial, bits: number, found: readonly Nil[]): bigint[] {
  const evaluator = evaluatorOf(polynomial, bits);
  return found.flatMap((each) => ("crossed" in each ? [narrowed(evaluator, each.crossed)] : []));
}

/** Where a polynomial is nil between the points at which it turns: each pair of neighbours of unlike sign holds a crossing. */
function between(polynomial: Polynomial, bits: number, turns: readonly bigint[]): Nil[] {
  const evaluator = evaluatorOf(polynomial, bits);
  const found: Nil[] = [];
  let low = 0n;
  let before: number = signOf(polynomial.coefficients[0] as bigint);
  let touched: bigint[] = [];
  const meet = (high: bigint, after: number) => {
    // What is nil at a turning point and has unlike signs about it is crossed there, flatly.
    if (after !== before) found.push({ crossed: { low, high, rising: after > 0 } });
    else found.push(...touched.map((point) => ({ touched: point })));
    [low, before, touched] = [high, after, []];
  };
  for (const turn of turns) {
    const value = evaluator.value(turn);
    if (sizeOf(value) <= 4n * evaluator.slack) touched.push(turn);
    else meet(turn, signOf(value));
  }
  meet(evaluator.one, atOne(polynomial).signBelow);
  return found;
}
