import fc from "fast-check";
import {
  amounts,
  cost,
  type Decimal,
  decimal,
  periodLabel,
  programme,
  saving,
  timelineOf,
} from "invest-to-save";
import { appraise, measures, type Payback, payback, type Timing } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

const nil = decimal(0);
const pounds = fc.integer({ min: -500, max: 500 }).map((amount) => decimal(amount));
const flows = fc.array(pounds, { minLength: 1, maxLength: 12 });
const timings = fc.constantFrom<Timing>("start", "middle", "end");

const maximum = (amount: Decimal) => (amount.lt(0) ? nil : amount);

/** The running total at the end of each year. */
function totals(list: readonly Decimal[]): Decimal[] {
  let total = nil;
  return list.map((flow) => {
    total = total.plus(flow);
    return total;
  });
}

const told = (found: Payback) => JSON.stringify(found, (key, value) => (key === "short" ? undefined : value));

describe("payback", () => {
  test("does not change with the unit of the amounts", () => {
    fc.assert(
      fc.property(flows, timings, fc.constantFrom("1000", "0.001", "7"), (list, timing, unit) => {
        const scaled = payback({ flows: list.map((flow) => flow.times(unit)), timing });
        expect(told(scaled)).toBe(told(payback({ flows: list, timing })));
      }),
    );
  });

  test("is a year later where everything is a year later", () => {
    fc.assert(
      fc.property(flows, timings, (list, timing) => {
        const [found, later] = [payback({ flows: list, timing }), payback({ flows: [0, ...list], timing })];
        expect(later.answer).toBe(found.answer);
        if (found.answer !== "pays back" || later.answer !== "pays back") return;
        expect(later.years.minus(found.years).toFixed(30)).toBe(decimal(1).toFixed(30));
        expect([later.at, later.wholeYears]).toEqual([found.at + 1, found.wholeYears + 1]);
      }),
    );
  });

  test("is where the running total last comes back from below nil, within that year", () => {
    fc.assert(
      fc.property(flows, timings, (list, timing) => {
        const running = totals(list);
        const crossings = running.flatMap((total, at) =>
          at > 0 && running[at - 1]?.lt(0) && total.gte(0) ? [at] : [],
        );
        const falls = running.flatMap((total, at) =>
          (running[at - 1] ?? nil).gte(0) && total.lt(0) ? [at] : [],
        );
        const found = payback({ flows: list, timing });
        if (falls.length === 0 || crossings.length === 0) {
          expect(found.answer).toBe(falls.length === 0 ? "nothing to pay back" : "never within the horizon");
          return;
        }
        if (falls.length === 1) expect(found).toMatchObject({ answer: "pays back", at: crossings.at(-1) });
        else expect(found).toMatchObject({ first: { at: crossings[0] }, unpays: { at: falls[1] } });
        const last = found.answer === "pays back" ? found : "again" in found ? found.again : undefined;
        expect(last === undefined).toBe(running.at(-1)?.lt(0));
        if (last === undefined) return;
        expect(last.at).toBe(crossings.at(-1));
        expect(last.years.gt(last.wholeYears - 1.5) && last.years.lte(last.wholeYears)).toBe(true);
      }),
    );
  });

  test("is the same in an appraisal, whose money comes over the year, whenever flows are discounted", () => {
    fc.assert(
      fc.property(flows, timings, (list, timing) => {
        fc.pre(list.length > 1);
        const all = timelineOf(`2024/25 to ${2023 + list.length}/${24 + list.length}`, "year");
        const at = (sign: 1 | -1) =>
          Object.fromEntries(list.map((flow, i) => [periodLabel(all, i), maximum(flow.times(sign))]));
        const parts = [cost("Cost", amounts(at(-1))), saving("Saving", amounts(at(1)))];
        const own = appraise(programme("Law", all, { source: "a law" }, ...parts), { timing, rate: 0 });
        const shown = measures(own).find(({ id }) => id === "payback");
        const found = payback({ flows: list, timing: "end" });
        const last = found.answer === "pays back" ? found : "again" in found ? found.again : undefined;
        expect(shown?.value?.toFixed(20)).toBe(last?.years.toFixed(20));
      }),
    );
  });

  test("says how much is short where it never comes, or is undone for good", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const found = payback({ flows: list });
        const left = totals(list).at(-1) ?? nil;
        const isShort = found.answer !== "nothing to pay back" && left.lt(0);
        expect("short" in found).toBe(isShort);
        if ("short" in found) expect(found.short?.toString()).toBe(left.negated().toString());
      }),
    );
  });
});
