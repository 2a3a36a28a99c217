import fc from "fast-check";
import {
  assumption,
  cost,
  type Decimal,
  decimal,
  evaluate,
  InvestToSaveError,
  type Programme,
  periodLabel,
  programme,
  saving,
  scenario,
  withScenario,
  withValues,
  years,
} from "invest-to-save";
import { appraise, measures } from "invest-to-save/appraisal";
import { calculated } from "invest-to-save/drivers";
import {
  compareScenarios,
  type SwitchingValue,
  sensitivity,
  switchingValue,
  switchingValues,
  twoWayGrid,
} from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { isDecimal } from "../../src/quantity/decimal.ts";
import { rework } from "../../src/table/rework.ts";
import { leversOf } from "../../src/vary/lever.ts";
import { expectSame, largestIn } from "./closeness.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

const programmes = plans().map(built);
const few = { numRuns: 25 };
const nil = decimal(0);

/** The public way to set a value of an assumption, or all its amounts by period times a factor. */
function withMoved({ id, factor }: { id: string; factor: boolean }, at: Decimal) {
  return (of: Programme): Programme => {
    const value = of.assumptions.get(id)?.value;
    if (!factor || value === undefined || isDecimal(value)) return withValues(of, { [id]: at });
    const by = value.map((amount, i) => [`${id}@${periodLabel(of.timeline, i)}`, amount.times(at)] as const);
    return withValues(of, Object.fromEntries(by));
  };
}

function netSaving(of: Programme): Decimal {
  const found = measures(appraise(of)).find(({ id }) => id === "net-saving");
  return found?.value ?? expect.fail("no net saving");
}

/** What was found, without what is asked for a value that a model cannot be worked out with. */
function orRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvestToSaveError) return undefined;
    throw error;
  }
}

describe("working out again", () => {
  test("gives in every cell what working out from the start gives, whatever was tried before", () => {
    const amounts = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(programmes, amounts, (own, tries) => {
        const wanted = [...own.rows.keys()];
        const { work } = rework(own, wanted);
        const single = [...own.assumptions.values()].filter(
          ({ value, basis }) => isDecimal(value) && basis.kind !== "structure",
        );
        for (const [which, amount] of tries) {
          const one = single[which % Math.max(1, single.length)];
          const set = one === undefined ? {} : { [one.id]: decimal(amount) };
          const plain = orRefused(() => evaluate(withValues(own, set)));
          // What the model refuses to be set is not asked for.
          if (plain === undefined) continue;
          const again = orRefused(() => work(new Map(Object.entries(set))));
          for (const [id, { values, total }] of plain.rows) {
            expect(again?.rows.get(id)?.values.join()).toBe(values.join());
            expect(again?.rows.get(id)?.total?.toFixed()).toBe(total?.toFixed());
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a programme appraised and then changed is one changed and then appraised", () => {
    fc.assert(
      fc.property(programmes, fc.nat({ max: 40 }), (own, amount) => {
        const single = [...own.assumptions.values()].filter(
          ({ value, basis }) => isDecimal(value) && basis.kind !== "structure",
        );
        const set = Object.fromEntries(single.slice(0, 2).map(({ id }) => [id, decimal(amount)]));
        const first = orRefused(() => evaluate(appraise(withValues(own, set), { rate: "4%" })));
        const last = orRefused(() => evaluate(withValues(appraise(own, { rate: "4%" }), set)));
        expect(last === undefined).toBe(first === undefined);
        for (const [id, { values }] of first?.rows ?? [])
          expect(last?.rows.get(id)?.values.join()).toBe(values.join());
      }),
      few,
    );
  });
});

describe("sensitivity", () => {
  test("a bar of a tornado is two plain evaluations", () => {
    fc.assert(
      fc.property(programmes, fc.integer({ min: 1, max: 90 }), (own, percent) => {
        const found = orRefused(() => sensitivity(own, { outcome: "net saving", by: `${percent}%` }));
        for (const { assumption: moved, low, high, swing } of found?.bars ?? []) {
          const ends = [low, high].map(({ at }) => netSaving(withMoved(moved, at)(own)));
          expect([low, high].map(({ reading }) => reading.value?.toFixed())).toEqual(
            ends.map((value) => value.toFixed()),
          );
          const all = [...ends, netSaving(own)].sort((a, b) => a.comparedTo(b));
          expect(swing?.toFixed()).toBe(
            all
              .at(-1)
              ?.minus(all[0] ?? nil)
              .toFixed(),
          );
        }
      }),
      few,
    );
  });

  test("bars are ranked by how far they swing, and what changes nothing has none", () => {
    fc.assert(
      fc.property(programmes, (own) => {
        const found = orRefused(() => sensitivity(own, { outcome: "balance", by: "10%" }));
        const swings = (found?.bars ?? []).map(({ swing }) => swing ?? expect.fail("a balance is a number"));
        expect(swings.every((swing, i) => swing.gt(0) && swing.lte(swings[i - 1] ?? swing))).toBe(true);
      }),
      few,
    );
  });

  test("the middle of a grid is the model as it stands, and its sides are the bars of the tornado", () => {
    fc.assert(
      fc.property(programmes, (own) => {
        const found = orRefused(() => sensitivity(own, { outcome: "balance", by: "10%" }));
        const [a, b] = found?.bars ?? [];
        fc.pre(found !== undefined && a !== undefined && b !== undefined);
        const axis = ({ assumption: { id, central }, low, high }: typeof a) => ({
          assumption: id,
          values: [low.at, central, high.at],
        });
        const { readings } = twoWayGrid(own, { outcome: "balance", across: axis(a), down: axis(b) });
        expect(readings[1]?.[1]?.value?.toFixed()).toBe(found.central.value?.toFixed());
        expect([readings[1]?.[0], readings[1]?.[2]].map((one) => one?.value?.toFixed())).toEqual(
          [a.low, a.high].map(({ reading }) => reading.value?.toFixed()),
        );
        expect([readings[0]?.[1], readings[2]?.[1]].map((one) => one?.value?.toFixed())).toEqual(
          [b.low, b.high].map(({ reading }) => reading.value?.toFixed()),
        );
      }),
      few,
    );
  });
});

describe("scenarios", () => {
  test("each is the model with its values set, and its difference is what it says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }), (saved, other) => {
        const own = programme(
          "Repairs",
          years("2024/25", "2026/27"),
          { source: "drawn at random" },
          assumption("Saved a year", { value: saved, unit: "£" }),
          cost("Crew", { "2024/25": 5_000 }),
          saving("Contracts", calculated("Saved a year")),
          scenario("Other", { "saved-a-year": other }),
        );
        const [central, changed] = compareScenarios(own, { outcomes: ["total saving"] }).cases;
        const plain = evaluate(withScenario(own, "Other")).rows.get("total-saving")?.total;
        expect(changed?.readings[0]?.value?.toFixed()).toBe(plain?.toFixed());
        expect(changed?.differences[0]?.toFixed()).toBe(decimal(3 * (other - saved)).toFixed());
        expect(central?.differences).toEqual([]);
      }),
      few,
    );
  });
});

/** The outcome at a value of the assumption that was moved, by the public way. */
function netAt(own: Programme, { assumption: moved }: SwitchingValue, at: Decimal): Decimal {
  return netSaving(withMoved(moved, at)(own));
}

describe("a switching value", () => {
  test("put back into any programme gives the threshold, or has the outcome on both sides of it", {
    timeout: 240_000,
  }, () => {
    let crossings = 0;
    fc.assert(
      fc.property(programmes, (own) => {
        // A threshold near what it comes to today, so that much turns it.
        const threshold = decimal(netSaving(own).times("0.9").minus(1).toFixed(2));
        const found = switchingValues(own, { outcome: "net saving", "at least": threshold, steps: 8 });
        if (leversOf(own).length === 0) expect(found).toEqual([]);
        const largest = largestIn(evaluate(appraise(own)));
        for (const one of found) {
          for (const { kind, value, lower, upper, within } of one.turns) {
            if (kind === "crossing" && within.isZero()) {
              // The factor or amount may be ten times what it is, and an error of its last digit is as much larger.
              const scale = largest.plus(1).times(value.abs().plus(1));
              const missed = netAt(own, one, value).minus(threshold).abs();
              if (missed.gt(scale.times("1e-24")))
                expect.fail(`${one.assumption.id} at ${value} misses by ${missed}`);
              crossings += 1;
            } else {
              const [a, b] = [netAt(own, one, lower.at), netAt(own, one, upper.at)];
              expect(a.gte(threshold)).not.toBe(b.gte(threshold));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(crossings).toBeGreaterThan(20);
  });

  test("of a saving that is capped is where arithmetic puts it, to the last digit that forty hold", () => {
    const amount = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 1, max: 30 }), (spent, each, cap, families) => {
        const own = programme(
          "Repairs",
          years("2024/25", "2025/26"),
          { source: "drawn at random" },
          assumption("Each saves", { value: each, unit: "£", low: 0, high: 100_000 }),
          cost("Crew", { "2024/25": spent }),
          saving("Contracts", calculated(`min(Cap, Each saves * ${families})`)),
          assumption("Cap", { value: cap, unit: "£" }),
        );
        const found = switchingValue(own, { assumption: "Each saves", outcome: "net saving" });
        const at = decimal(spent).div(2).div(families);
        const reached = decimal(spent).div(2).lte(cap);
        if (!reached) expect(found.answer).toBe("no value in its range does");
        else {
          expect(found.turns.map(({ kind }) => kind)).toEqual(["crossing"]);
          expectSame(found.turns[0]?.value, at, decimal(100_000));
          expect(found.met).toBe(decimal(each).times(families).times(2).gte(spent));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the figure that its sentence prints is one at which what it says holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 90_000 }), (spent, each) => {
        const own = programme(
          "Repairs",
          years("2024/25", "2026/27"),
          { source: "drawn at random" },
          assumption("Each saves", { value: each, unit: "£", low: 0, high: 100_000 }),
          cost("Crew", { "2024/25": spent }),
          saving("Contracts", calculated("Each saves")),
        );
        const { sentence, turns } = switchingValue(own, { assumption: "Each saves", outcome: "net saving" });
        expect(turns).toHaveLength(1);
        const printed = /(?:below|to|above) (about )?£([\d,.]+)/.exec(sentence);
        const value = decimal((printed?.[2] ?? expect.fail(sentence)).replace(/,|\.$|,$/g, ""));
        if (printed?.[1] === undefined)
          expect(netSaving(withValues(own, { "each-saves": value })).gte(0)).toBe(true);
        const turn = turns[0]?.value ?? nil;
        expect(value.minus(turn).abs().lte(decimal(each).minus(turn).abs().times("0.1").plus("0.01"))).toBe(
          true,
        );
      }),
      { numRuns: 80 },
    );
  });

  test("of a whole number lies between two neighbours, one on each side", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (spent, families) => {
        const own = programme(
          "Repairs",
          years("2024/25", "2024/25"),
          { source: "drawn at random" },
          assumption("Families", { value: families, unit: "families" }),
          assumption("Each", { value: 10, unit: "£ per family" }),
          cost("Crew", { "2024/25": spent }),
          saving("Contracts", calculated("Families * Each")),
        );
        const found = switchingValue(own, {
          assumption: "Families",
          outcome: "net saving",
          from: 0,
          to: 600,
        });
        const [turn] = found.turns;
        const needed = Math.ceil(spent / 10);
        expect([turn?.kind, turn?.lower.at.toNumber(), turn?.upper.at.toNumber()]).toEqual([
          "between whole values",
          needed - 1,
          needed,
        ]);
        expect(turn?.value.toNumber()).toBe(needed);
      }),
      { numRuns: 40 },
    );
  });
});
