import { assumption, cost, programme, years } from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { drawPart, readySimulation } from "invest-to-save/vary";
import { expect, test } from "vitest";

// xoshiro128** and the start of it once more, in whole numbers of any length, from the papers alone.
const word = 0xffffffffn;
const stirred = (given: bigint) => {
  let h = given & word;
  h = ((h ^ (h >> 16n)) * 0x85ebca6bn) & word;
  h = ((h ^ (h >> 13n)) * 0xc2b2ae35n) & word;
  return h ^ (h >> 16n);
};
const turned = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & word;

function* uniforms(seed: number, name: string, block: number): Generator<number> {
  const letters = [...name].map((letter) => BigInt(letter.codePointAt(0) ?? 0));
  const whole = BigInt(seed);
  const words = [whole & word, whole >> 32n, BigInt(letters.length), ...letters, BigInt(block)];
  const starts = [0x9e3779b9n, 0x243f6a88n, 0xb7e15162n, 0x6a09e667n];
  let [a = 0n, b = 0n, c = 0n, d = 0n] = starts.map((start) =>
    words.reduce((lane, own) => stirred((lane * 5n + 0x3c6ef372n) ^ stirred(own ^ start)), start),
  );
  for (;;) {
    yield (Number((turned((b * 5n) & word, 7n) * 9n) & word) + 0.5) / 2 ** 32;
    const shifted = (b << 9n) & word;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turned(d, 11n);
  }
}

function triangular(share: number, low: number, central: number, high: number): number {
  const width = high - low;
  if (width === 0 || share < (central - low) / width)
    return low + Math.sqrt(share * (width * (central - low)));
  return high - Math.sqrt((1 - share) * (width * (high - central)));
}

test.each([
  [60, 100, 150],
  [100, 100, 150],
  [60, 100, 100],
  [100, 100, 100],
])(
  "triangular draws for a seed are to the last bit those of a second working: %i, %i, %i",
  (low, central, high) => {
    const p = programme(
      "One",
      years("2025/26", "2025/26"),
      { source: "made up" },
      assumption("A", { value: central, unit: "£", low, high }),
      cost("C", calculated("A")),
    );
    const seed = 123_456_789_012;
    const { job, draws } = readySimulation(p, { draws: 9000, seed, method: "random", measures: ["c"] });
    const found = drawPart({ ...job, kept: draws }, 0, draws).inputs[0] ?? [];
    const expected: number[] = [];
    for (let block = 0; expected.length < draws; block++) {
      const shares = uniforms(seed, "a", block);
      for (let i = 0; i < 4096 && expected.length < draws; i++)
        expected.push(triangular(shares.next().value ?? 0, low, central, high));
    }
    expect([...found]).toEqual(expected);
  },
);
