// Only sums, products and quotients: an engine's own exp and log may differ in the last digit from another's, and with
// them every draw made from the same seed.

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const perLn2 = Math.LOG2E;

const least = -1022;
const powersOfTwo = (() => {
  const powers = new Float64Array(1023 - least + 1);
  powers[-least] = 1;
  for (let at = -least; at > 0; at--) powers[at - 1] = (powers[at] as number) / 2;
  for (let at = -least; at < powers.length - 1; at++) powers[at + 1] = (powers[at] as number) * 2;
  return powers;
})();

/** e to a power from −700 to 700, to about 2e-16 of the result. */
export function exponential(power: number): number {
  const twos = Math.floor(power * perLn2 + 0.5);
  const rest = power - twos * ln2High - twos * ln2Low;
  return seriesOf(rest) * (powersOfTwo[twos - least] as number);
}

/** 1 + x + x² ÷ 2! + x³ ÷ 3! + … for x from −0.347 to 0.347 */
function seriesOf(x: number): number {
  const last =
    1 / 5040 +
    x *
      (1 / 40320 +
        x * (1 / 362880 + x * (1 / 3628800 + x * (1 / 39916800 + x * (1 / 479001600 + x / 6227020800)))));
  return 1 + x * (1 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * last))))));
}

/** The natural logarithm of a positive number, to about 2e-16 of the result or of 1. */
export function logarithm(value: number): number {
  let rest = value;
  let twos = 0;
  for (let step = 512; step >= 1; step /= 2) {
    const power = powersOfTwo[step - least] as number;
    if (rest >= power) {
      rest /= power;
      twos += step;
    } else if (rest * power <= 1) {
      rest *= power;
      twos -= step;
    }
  }
  if (rest > Math.SQRT2) {
    rest /= 2;
    twos++;
  } else if (rest < Math.SQRT1_2) {
    rest *= 2;
    twos--;
  }
  // ln x = 2 (s + s³/3 + s⁵/5 + …) where s is (x − 1) ÷ (x + 1), here below 0.172
  const s = (rest - 1) / (rest + 1);
  return twos * ln2High + (2 * s * oddSeries(s * s) + twos * ln2Low);
}

/** 1 + x ÷ 3 + x² ÷ 5 + x³ ÷ 7 + … for x from 0 to 0.03 */
function oddSeries(x: number): number {
  const last = 1 / 13 + x * (1 / 15 + x * (1 / 17 + x * (1 / 19 + x * (1 / 21 + x / 23))));
  return 1 + x * (1 / 3 + x * (1 / 5 + x * (1 / 7 + x * (1 / 9 + x * (1 / 11 + x * last)))));
}

/** A positive number to a power. */
export function power(base: number, exponent: number): number {
  return exponential(exponent * logarithm(base));
}
