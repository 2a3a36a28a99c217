import { describe, expect, test } from "vitest";
import { inkOn, palette } from "../../src/write/colours.ts";

type Linear = readonly [number, number, number];

function linear(colour: string): Linear {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Linear;
}

const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Lightness as CIE 1976 has it, from 0 for black to 100 for white. */
function lightness(colour: string): number {
  const y = luminance(linear(colour));
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

/** What a reader without one of the three kinds of cone sees: Machado, Oliveira and Fernandes (2009), severity 1. */
const seen = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

const pairs = palette.flatMap((a, i) => palette.slice(i + 1).map((b) => [a, b] as const));

describe("the colours of charts", () => {
  test.each(pairs)("%s and %s differ in lightness", (a, b) => {
    expect(Math.abs(lightness(a) - lightness(b))).toBeGreaterThan(10);
  });

  test.each(Object.entries(seen))("stay apart in lightness to a reader with %s", (_, m) => {
    const through = (colour: string) => {
      const [r, g, b] = linear(colour);
      const rows = [0, 3, 6].map((at) => (m[at] ?? 0) * r + (m[at + 1] ?? 0) * g + (m[at + 2] ?? 0) * b);
      const y = luminance(rows.map((part) => Math.min(1, Math.max(0, part))) as unknown as Linear);
      return 116 * Math.cbrt(y) - 16;
    };
    for (const [a, b] of pairs) expect(Math.abs(through(a) - through(b)), `${a} ${b}`).toBeGreaterThan(8);
  });

  test.each(palette)("%s can be written on", (colour) => {
    const [a, b] = [colour, inkOn(colour)].map((one) => luminance(linear(one)) + 0.05) as [number, number];
    expect(Math.max(a, b) / Math.min(a, b)).toBeGreaterThan(4.5);
  });
});
