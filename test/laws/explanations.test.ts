import fc from "fast-check";
import {
  type Decimal,
  decimal,
  type Explanation,
  evaluate,
  explain,
  type Formula,
  type Programme,
  periodLabel,
  roundTo,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { oddOnes, oddProgramme } from "./formulas.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

const nil = decimal(0);

/** A row in a period of a random programme. */
const figures = fc
  .tuple(fc.oneof(plans().map(built), oddOnes.map(oddProgramme)), fc.nat(), fc.nat())
  .map(([programme, row, period]) => {
    const rows = [...programme.rows.values()];
    const at = period % programme.timeline.count;
    const chosen = rows[row % rows.length];
    if (chosen === undefined) throw new Error("a programme has rows");
    return { programme, row: chosen, at, label: periodLabel(programme.timeline, at) };
  });

/** Every step of an explanation, each once: what several rows read is shared. */
function everyNode(explanation: Explanation): Explanation[] {
  const found = new Set<Explanation>([explanation]);
  for (const node of found) for (const part of node.parts) found.add(part);
  return [...found];
}

/** The value that an explanation's own parts give by its own operation; `near` is how near counts as equal. */
function recomputed({ step, value, binds, parts }: Explanation, near: Decimal): Decimal {
  const values = parts.map((part) => part.value);
  const [a = nil, b = nil] = values;
  if (step.is === "row") return a;
  if (step.is === "comparison") {
    const on = a.minus(b).abs().lte(near);
    if (on && !a.eq(b)) return value;
    const holds = {
      "at most": a.lte(b),
      below: a.lt(b),
      "at least": a.gte(b),
      above: a.gt(b),
      "equal to": a.eq(b),
      unlike: !a.eq(b),
    };
    return decimal(holds[step.label] ? 1 : 0);
  }
  if (step.is === "rounding") {
    const around = [a, a.plus(near), a.minus(near)].map((each) => roundTo(each, b, step.label));
    return around.find((each) => each.eq(value)) ?? (around[0] as Decimal);
  }
  if (step.is !== "operation") return value;
  const sum = values.reduce((all, each) => all.plus(each), nil);
  switch (step.label) {
    case "add":
    case "total":
      return sum;
    case "subtract":
      return a.minus(b);
    case "multiply":
      return values.reduce((all, each) => all.times(each), decimal(1));
    case "divide":
      return a.div(b);
    case "root":
      return a.sqrt();
    case "minimum":
    case "throughout":
      return values.reduce((least, each) => (each.lt(least) ? each : least));
    case "maximum":
      return values.reduce((most, each) => (each.gt(most) ? each : most));
    case "choose":
      return values[binds ?? -1] ?? expect.fail("a choice says which branch it took");
    case "closing":
      return values.at(-1) ?? nil;
    case "average":
      return sum.div(values.length);
  }
}

function expectRecomputes(explanation: Explanation): void {
  const nodes = everyNode(explanation);
  const largest = nodes.reduce((most, { value }) => (value.abs().gt(most) ? value.abs() : most), nil);
  for (const node of nodes) {
    const near = largest.times("1e-6");
    if (!recomputed(node, near).eq(node.value)) {
      expect({ ...node.step, value: recomputed(node, near).toFixed() }).toEqual({
        ...node.step,
        value: node.value.toFixed(),
      });
    }
  }
}

/** The ids of all assumptions in a formula that counts in some period. */
function assumptionsIn(formula: Formula, period: number): string[] {
  const inner = (...parts: readonly Formula[]) => parts.flatMap((part) => assumptionsIn(part, period));
  switch (formula.node) {
    case "assumption":
    case "series":
      return [formula.id];
    case "opening":
      return inner(period === 0 ? formula.first : formula.then);
    case "add":
      return inner(...formula.terms);
    case "subtract":
      return inner(formula.from, formula.less);
    case "multiply":
      return inner(...formula.factors);
    case "divide":
      return inner(formula.value, formula.by);
    case "root":
      return inner(formula.of);
    case "minimum":
    case "maximum":
      return inner(...formula.of);
    case "compare":
      return inner(formula.left, formula.right);
    case "choose":
      return inner(formula.when, formula.then, formula.otherwise);
    case "round":
      return inner(formula.value, formula.to);
    default:
      return [];
  }
}

/** The assumptions named under a row's explanation before it passes to another row. */
function namedUnder(explanation: Explanation): string[] {
  return explanation.parts.flatMap((part) => {
    if (part.step.is === "row") return [];
    return part.step.is === "assumption" ? [part.step.id] : namedUnder(part);
  });
}

function periodOf(programme: Programme, label: string): number {
  const { timeline } = programme;
  return Array.from({ length: timeline.count }, (_, i) => periodLabel(timeline, i)).indexOf(label);
}

describe("every explanation", () => {
  test("gives the figure of the table and can be recomputed from its parts, down to the inputs", () => {
    fc.assert(
      fc.property(figures, ({ programme, row, at, label }) => {
        const why = explain(programme, row.id, label);
        const value = evaluate(programme).rows.get(row.id)?.values[at];
        expect(why.value.toFixed()).toBe(value?.toFixed());
        expect(why.step).toEqual({ is: "row", id: row.id, label: row.label, period: label, unit: row.unit });
        expectRecomputes(why);
      }),
      { numRuns: 80 },
    );
  });

  test("of a total does so too", () => {
    fc.assert(
      fc.property(figures, ({ programme, row }) => {
        fc.pre(row.totals !== "none" || row.role === "condition");
        const why = explain(programme, row.id);
        if (row.totals !== "none")
          expect(why.value.toFixed()).toBe(evaluate(programme).rows.get(row.id)?.total?.toFixed());
        expectRecomputes(why);
      }),
      { numRuns: 40 },
    );
  });

  test("names every assumption of the formulas it passes, with its source", () => {
    fc.assert(
      fc.property(figures, ({ programme, row, label }) => {
        for (const node of everyNode(explain(programme, row.id, label))) {
          if (node.step.is === "assumption") {
            expect(node.step.basis).toEqual(programme.assumptions.get(node.step.id)?.basis);
          }
          if (node.step.is !== "row") continue;
          const formula = programme.rows.get(node.step.id)?.formula;
          if (formula === undefined) return expect.fail(`no row ${node.step.id}`);
          const period = periodOf(programme, node.step.period);
          expect(new Set(namedUnder(node))).toEqual(new Set(assumptionsIn(formula, period)));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("marks the branch that binds, and no other kind of step has one", () => {
    fc.assert(
      fc.property(figures, ({ programme, row, label }) => {
        for (const { step, value, binds, parts } of everyNode(explain(programme, row.id, label))) {
          if (step.is !== "operation" || !["minimum", "maximum", "choose"].includes(step.label)) {
            expect(binds).toBeUndefined();
            continue;
          }
          expect(parts[binds ?? -1]?.value.toFixed()).toBe(value.toFixed());
          if (step.label === "choose") expect(binds).toBe(parts[0]?.value.isZero() ? 2 : 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("explains each row once a period, however many others read it", () => {
    fc.assert(
      fc.property(figures, ({ programme, row, label }) => {
        const rows = everyNode(explain(programme, row.id, label)).flatMap(({ step, words }) => {
          return step.is === "row" ? [{ key: `${step.id} ${step.period}`, words }] : [];
        });
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const { words } of rows) expect(words).not.toBe("");
      }),
      { numRuns: 40 },
    );
  });
});
