import fc from "fast-check";
import { build, cost, type Driver, type Formula, formula as f, type Unit, years } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { measure, measureOf } from "../../src/formula/measure.ts";
import { dimensionOf, sameDimension } from "../../src/quantity/unit.ts";

const units = fc.constantFrom<Unit>(
  "£",
  "share",
  "number",
  "children",
  "families",
  "FTE",
  "weeks",
  "years",
  "child weeks",
  "£ per week",
  "£ per year",
  "£ per child per week",
  "£ per FTE per year",
  "weeks per year",
  "children per year",
  "date",
  "month number",
);

const alike = (a: Unit, b: Unit) => {
  const [left, right] = [dimensionOf(a), dimensionOf(b)];
  return left !== undefined && right !== undefined && sameDimension(left, right);
};

const unlike = fc.tuple(units, units).filter(([a, b]) => !alike(a, b));

/** The ways in which two things must be of one unit. */
const meetings: Record<string, (a: Formula, b: Formula) => Formula> = {
  add: (a, b) => f.add(a, b),
  "add among others": (a, b) => f.add(a, f.nil, a, b),
  subtract: (a, b) => f.subtract(a, b),
  minimum: (a, b) => f.minimum(a, b),
  maximum: (a, b) => f.maximum(f.nil, a, b),
  compare: (a, b) => f.compare(a, "at most", b),
  "choose between": (a, b) => f.choose(f.compare(a, "above", f.nil), a, b),
  round: (a, b) => f.round(a, b, "up"),
  "open with": (a, b) => f.opening(a, b),
};

/** What may stand around a formula without changing that something in it is wrong. */
const wrappings: readonly ((inner: Formula) => Formula)[] = [
  (inner) => f.multiply(inner, f.assumption("share")),
  (inner) => f.add(inner, f.nil),
  (inner) => f.maximum(f.nil, inner),
  (inner) => f.divide(inner, f.assumption("share")),
  (inner) => f.choose(f.assumption("flag"), inner, f.nil),
  (inner) => f.subtract(f.nil, inner),
];

const measures = (a: Unit, b: Unit) => ({
  assumption: (id: string) => measureOf(({ a, b, share: "share", flag: "flag" } as const)[id] ?? "number"),
  row: () => undefined,
});

describe("the check of units", () => {
  test.each(Object.entries(meetings))("always reports unlike units that meet: %s", (_, meet) => {
    fc.assert(
      fc.property(unlike, fc.array(fc.constantFrom(...wrappings), { maxLength: 4 }), ([a, b], around) => {
        const formula = around.reduce(
          (inner, wrap) => wrap(inner),
          meet(f.assumption("a"), f.assumption("b")),
        );
        const { faults } = measure(formula, measures(a, b));
        expect(faults.map(({ code }) => code)).toContain("wrong-unit");
      }),
    );
  });

  test.each(Object.entries(meetings))("never reports like units that meet: %s", (_, meet) => {
    fc.assert(
      fc.property(units, (unit) => {
        const { faults } = measure(meet(f.assumption("a"), f.assumption("b")), measures(unit, unit));
        expect(faults).toEqual([]);
      }),
    );
  });

  test("reports the line whose formula adds unlike things, when the programme is built", () => {
    fc.assert(
      fc.property(unlike, ([a, b]) => {
        const odd: Driver = {
          name: "odd",
          options: {},
          build: (line) => f.multiply(f.nil, f.add(line.value("one", 1, a), line.value("other", 1, b))),
        };
        const { issues } = build("Odd", years("2024/25", "2025/26"), { source: "here" }, [cost("Rent", odd)]);
        expect(issues.map(({ code, path }) => [code, path])).toContainEqual(["wrong-unit", ["Rent"]]);
      }),
    );
  });

  test("knows the unit of a product and of a quotient: what is multiplied in divides out", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const back = f.divide(f.multiply(f.assumption("a"), f.assumption("b")), f.assumption("b"));
        const { measure: found } = measure(back, measures(a, b));
        if (found.dimension === "any") return expect.fail("the unit is known");
        expect([...found.dimension].sort()).toEqual([...(dimensionOf(a) ?? [])].sort());
      }),
    );
  });
});
