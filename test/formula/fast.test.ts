import fc from "fast-check";
import { evaluate, type Programme, type Reading } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { nearness } from "../../src/formula/exact.ts";
import { fold } from "../../src/formula/formula.ts";
import { factOf } from "../../src/table/fact.ts";
import { oddOnes, oddProgramme } from "../laws/formulas.ts";
import { built } from "../laws/plan.ts";
import { plans } from "../laws/programmes.ts";

/** A formula read to a closure over plain numbers: its value in a period, and the largest amount that entered it. */
interface Fast {
  readonly value: (period: number) => number;
  readonly size: (period: number) => number;
}

type Numbers = ReadonlyMap<string, Float64Array>;

function fastReading(programme: Programme, values: Numbers, sizes: Numbers): Reading<Fast> {
  const { timeline, assumptions } = programme;
  const numbers = (id: string) => [assumptions.get(id)?.value ?? []].flat().map(Number);
  const sized = (value: Fast["value"]): Fast => ({ value, size: (p) => Math.abs(value(p)) });
  const input = (id: string, value: Fast["value"]): Fast => {
    const date = ["date", "month number"].includes(assumptions.get(id)?.unit ?? "");
    return date ? { value, size: () => 0 } : sized(value);
  };
  const stored = (of: Numbers, id: string, at: number) => (at < 0 ? 0 : (of.get(id)?.[at] ?? Number.NaN));
  const all = (of: Numbers, id: string) => [...(of.get(id) ?? [])];
  const most = (of: readonly Fast[]) => (p: number) => Math.max(0, ...of.map((one) => one.size(p)));
  const multiples = (value: number, how: string) =>
    how === "up"
      ? Math.ceil(value)
      : how === "down"
        ? Math.floor(value)
        : Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
  return {
    constant: (value) => sized(() => Number(value)),
    assumption: (id) => input(id, () => numbers(id)[0] ?? Number.NaN),
    series: (id) => input(id, (p) => numbers(id)[p] ?? numbers(id)[0] ?? Number.NaN),
    fact: (fact) => {
      const value = (p: number) => Number(factOf(timeline, fact, p));
      return /first|last/.test(fact) ? { value, size: () => 0 } : sized(value);
    },
    row: (id, lag) => ({
      value: (p) => stored(values, id, p - lag),
      size: (p) => stored(sizes, id, p - lag),
    }),
    total: (id) => ({
      value: () => all(values, id).reduce((a, b) => a + b, 0),
      size: () => Math.max(...all(sizes, id)),
    }),
    opening: (first, then) => ({
      value: (p) => (p === 0 ? first : then).value(p),
      size: (p) => (p === 0 ? first : then).size(p),
    }),
    add: (of) => ({ value: (p) => of.reduce((sum, one) => sum + one.value(p), 0), size: most(of) }),
    subtract: (from, less) => {
      const value = (p: number) => from.value(p) - less.value(p);
      return { value, size: (p) => most([from, less])(p) || Math.abs(value(p)) };
    },
    multiply: (of) => ({
      value: (p) => of.reduce((product, one) => product * one.value(p), 1),
      size: (p) => of.reduce((product, one) => product * one.size(p), 1),
    }),
    divide: (value, by) => ({
      value: (p) => value.value(p) / by.value(p),
      size: (p) => value.size(p) / Math.abs(by.value(p)),
    }),
    root: (of) => ({ value: (p) => Math.sqrt(of.value(p)), size: (p) => Math.sqrt(of.size(p)) }),
    minimum: (of) => ({ value: (p) => Math.min(...of.map((one) => one.value(p))), size: most(of) }),
    maximum: (of) => ({ value: (p) => Math.max(...of.map((one) => one.value(p))), size: most(of) }),
    compare: (left, is, right) => {
      const holds = (p: number) => {
        const difference = left.value(p) - right.value(p);
        const on = Math.abs(difference) <= nearness * most([left, right])(p);
        const [below, above] = [!on && difference < 0, !on && difference > 0];
        return { "at most": !above, below, "at least": !below, above, "equal to": on, unlike: !on }[is];
      };
      return { value: (p) => Number(holds(p)), size: () => 1 };
    },
    choose: (when, then, otherwise) => {
      const taken = (p: number) => (when.value(p) === 0 ? otherwise : then);
      return { value: (p) => taken(p).value(p), size: (p) => taken(p).size(p) };
    },
    round: (value, to, how) => ({
      value: (p) => {
        const [v, unit] = [value.value(p), to.value(p)];
        const step = how === "half away from zero" ? unit / 2 : unit;
        const threshold = multiples(v / step, "half away from zero") * step;
        return (
          multiples((Math.abs(v - threshold) <= nearness * value.size(p) ? threshold : v) / unit, how) * unit
        );
      },
      size: value.size,
    }),
  };
}

function evaluateFast(programme: Programme): { values: Numbers; sizes: Numbers } {
  const { rows, order, timeline } = programme;
  const empty = () => new Map([...rows.keys()].map((id) => [id, new Float64Array(timeline.count)]));
  const [values, sizes] = [empty(), empty()];
  const reading = fastReading(programme, values, sizes);
  const cells = new Map([...rows].map(([id, { formula }]) => [id, fold(formula, reading)]));
  const work = (id: string, period: number) => {
    (values.get(id) ?? [])[period] = cells.get(id)?.value(period) ?? Number.NaN;
    (sizes.get(id) ?? [])[period] = cells.get(id)?.size(period) ?? Number.NaN;
  };
  for (const step of order.steps) {
    for (let period = 0; step.byPeriod && period < timeline.count; period++)
      for (const id of step.rows) work(id, period);
    for (let period = 0; !step.byPeriod && period < timeline.count; period++)
      for (const id of step.rows) work(id, period);
  }
  return { values, sizes };
}

function expectFastAgrees(programme: Programme): void {
  const { values, sizes } = evaluateFast(programme);
  const exact = evaluate(programme);
  const amounts = [...values.values(), ...sizes.values()].flatMap((list) => [...list].map(Math.abs));
  const largest = amounts.reduce((a, b) => Math.max(a, b), 0);
  for (const [id, row] of exact.rows) {
    for (const [period, value] of row.values.entries()) {
      const difference = Math.abs(Number(value) - (values.get(id)?.[period] ?? Number.NaN));
      expect(difference, `${id} ${period}`).toBeLessThanOrEqual(1e-9 * largest);
    }
  }
}

describe("the same formulas read to plain numbers, batch-ready,", () => {
  test("agree with the exact values to 1e-9 of the largest amount in any programme", () => {
    fc.assert(
      fc.property(plans(), (plan) => expectFastAgrees(built(plan))),
      { numRuns: 40 },
    );
  });

  test("and in lines of any formulas, recurrences, comparisons and roundings among them", () => {
    fc.assert(
      fc.property(oddOnes, (odd) => expectFastAgrees(oddProgramme(odd))),
      { numRuns: 80 },
    );
  });
});
