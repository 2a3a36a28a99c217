import {
  type Count,
  type Does,
  linesOf,
  type Money,
  type Plan,
  type PlanLine,
  type PlanPart,
} from "./plan.ts";

/** Applies a change to every line of a plan, where a line may become several. */
export function withLines(plan: Plan, change: (line: PlanLine) => readonly PlanLine[]): Plan {
  const walk = (part: PlanPart): readonly PlanPart[] =>
    part.is === "line" ? change(part) : [{ ...part, parts: part.parts.flatMap(walk) }];
  return { ...plan, parts: plan.parts.flatMap(walk) };
}

/** The same plan with every amount of money changed, whether in lines, assumptions or bounds. */
export function withMoney(plan: Plan, change: (pence: number) => number): Plan {
  const input = (of: Money): Money => ("named" in of ? of : { pence: change(of.pence) });
  const does = (of: Does): Does => moneyChanged(of, change, input);
  const changed = withLines(plan, (line) => [{ ...line, does: does(line.does) }]);
  const assumptions = plan.assumptions.map((one) =>
    one.unit === "months" ? one : { ...one, amount: change(one.amount) },
  );
  return {
    ...changed,
    assumptions,
    conditions: plan.conditions.map((one) => ({ ...one, bound: input(one.bound) })),
  };
}

function moneyChanged(does: Does, change: (pence: number) => number, input: (of: Money) => Money): Does {
  switch (does.driver) {
    case "amounts": {
      const changed = Object.entries(does.pence).map(([period, amount]) => [period, change(amount)]);
      return {
        ...does,
        pence: Object.fromEntries(changed),
        ...(does.afterwards === undefined ? {} : { afterwards: change(does.afterwards) }),
      };
    }
    case "every year":
      return { ...does, pence: change(does.pence) };
    case "level":
      return { ...does, amount: input(does.amount) };
    case "ramp": {
      const ends = Object.entries(does.ends).map(([period, amount]) => [period, input(amount)]);
      return {
        ...does,
        ends: Object.fromEntries(ends),
        ...(does.afterwards === undefined ? {} : { afterwards: input(does.afterwards) }),
      };
    }
    case "build up":
      return { ...does, level: input(does.level) };
    case "balances":
      return does;
  }
}

/** The same plan under other labels, wherever a label is used. */
export function relabelled(plan: Plan, rename: (label: string) => string): Plan {
  const input = <T extends Money | Count>(of: T): T =>
    "named" in of ? { ...of, named: rename(of.named) } : of;
  const lines = new Set(linesOf(plan.parts).map(({ label }) => label));
  const does = (of: Does): Does => {
    if (of.driver === "level") return { ...of, amount: input(of.amount) };
    if (of.driver === "build up") return { ...of, level: input(of.level), months: input(of.months) };
    if (of.driver !== "ramp") return of;
    const ends = Object.entries(of.ends).map(([period, amount]) => [period, input(amount)]);
    return {
      ...of,
      ends: Object.fromEntries(ends),
      ...(of.afterwards === undefined ? {} : { afterwards: input(of.afterwards) }),
    };
  };
  const walk = (part: PlanPart): PlanPart => {
    if (part.is === "line") return { ...part, label: rename(part.label), does: does(part.does) };
    const subtotal = part.subtotal === undefined ? {} : { subtotal: rename(part.subtotal) };
    return { ...part, ...subtotal, label: rename(part.label), parts: part.parts.map(walk) };
  };
  return {
    timeline: plan.timeline,
    assumptions: plan.assumptions.map((one) => ({ ...one, label: rename(one.label) })),
    parts: plan.parts.map(walk),
    conditions: plan.conditions.map((one) => {
      return { ...one, label: rename(one.label), row: lines.has(one.row) ? rename(one.row) : one.row };
    }),
  };
}

/** The same plan with its lines, groups, assumptions and conditions in another order. */
export function reordered(plan: Plan, by: number): Plan {
  const turn = <T>(list: readonly T[]): T[] => {
    const at = by % Math.max(1, list.length);
    return [...list.slice(at), ...list.slice(0, at)].reverse();
  };
  const walk = (part: PlanPart): PlanPart =>
    part.is === "line" ? part : { ...part, parts: turn(part.parts.map(walk)) };
  return {
    timeline: plan.timeline,
    assumptions: turn(plan.assumptions),
    parts: turn(plan.parts.map(walk)),
    conditions: turn(plan.conditions),
  };
}
