import fc from "fast-check";
import { evaluate, type Programme } from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { references } from "../../src/formula/order.ts";
import { filesIn, textOf } from "../cli/repository.ts";
import { everyDriver } from "./every-driver.ts";
import { oddOnes, oddProgramme, tiedOnes } from "./formulas.ts";
import { fractionOf, minus, naive, toNumber } from "./naive.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

/** Compares every cell with the naive evaluator; gives how many cells were compared to the last digit. */
function expectAgrees(programme: Programme): number {
  const ask = naive(programme);
  let exactly = 0;
  for (const [id, { values }] of evaluate(programme).rows) {
    for (const [period, value] of values.entries()) {
      const cell = ask(id, period);
      const got = fractionOf(value?.toFixed() ?? "");
      const difference = minus(got, cell.value);
      const largest = Math.max(cell.size, Math.abs(toNumber(cell.value)));
      // A fraction of 1e-30 of the largest amount, compared without leaving whole numbers.
      const allowed = minus(fractionOf(largest.toFixed(20)), fractionOf("0"));
      const size = difference.above < 0n ? -difference.above : difference.above;
      const within = size * 10n ** 30n * allowed.below <= allowed.above * difference.below;
      if (cell.exact && size !== 0n) expect.fail(`${id} ${period}: ${value} is not exact`);
      if (!within) expect.fail(`${id} ${period}: ${value} differs by ${toNumber(difference)}`);
      if (cell.exact) exactly += 1;
    }
  }
  return exactly;
}

describe("a second evaluator, naive and in fractions, agrees", () => {
  test("in every cell of any programme: exactly where no quotient is rounded, else within 1e-30", () => {
    let exactly = 0;
    fc.assert(
      fc.property(plans(), (plan) => {
        exactly += expectAgrees(built(plan));
      }),
      { numRuns: 50 },
    );
    expect(exactly).toBeGreaterThan(1000);
  });

  test("in every cell of lines with any formulas, with recurrences, totals, choices and roundings", () => {
    let exactly = 0;
    fc.assert(
      fc.property(oddOnes, (odd) => {
        exactly += expectAgrees(oddProgramme(odd));
      }),
      { numRuns: 80 },
    );
    expect(exactly).toBeGreaterThan(1000);
  });

  test.each([
    ...filesIn("models", "model.yaml").map((file) => ({ name: file, text: textOf(file) })),
    { name: "a model with every driver", text: JSON.stringify(everyDriver) },
  ])("in every cell of $name, and of its appraisal", ({ text }) => {
    const own = readProgramme(text);
    expect(expectAgrees(own)).toBeGreaterThan(20);
    expect(expectAgrees(appraise(own))).toBeGreaterThan(20);
  });

  test("and takes nothing of the library but its types", () => {
    const imports = textOf("test/laws/naive.ts").match(/^(import|export .*from) .*$/gm);
    expect(imports?.filter((line) => !line.startsWith("import type "))).toEqual([]);
  });

  test("where comparisons, choices and roundings lie on their thresholds", () => {
    fc.assert(
      fc.property(tiedOnes, (tied) => void expectAgrees(oddProgramme(tied))),
      { numRuns: 80 },
    );
  });
});

describe("the order of evaluation", () => {
  const programmes = fc.oneof(plans().map(built), oddOnes.map(oddProgramme));

  test("has every row once, each after everything it reads", () => {
    fc.assert(
      fc.property(programmes, ({ rows, order }) => {
        expect(order.cycles).toEqual([]);
        const places = new Map<string, { step: number; at: number; byPeriod: boolean }>();
        for (const [step, { rows: ids, byPeriod }] of order.steps.entries()) {
          for (const [at, id] of ids.entries()) {
            expect(places.has(id)).toBe(false);
            places.set(id, { step, at, byPeriod });
          }
        }
        expect([...places.keys()].sort()).toEqual([...rows.keys()].sort());
        for (const [id, { formula }] of rows) {
          const own = places.get(id);
          for (const read of references(formula).rows) {
            const other = places.get(read.id);
            if (own === undefined || other === undefined)
              return expect.fail(`${id} or ${read.id} has no place`);
            if (other.step < own.step) continue;
            expect(other.step, `${id} reads ${read.id}`).toBe(own.step);
            expect(own.byPeriod).toBe(true);
            expect(read.lag).not.toBe("all");
            if (read.lag === 0) expect(other.at).toBeLessThan(own.at);
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});
