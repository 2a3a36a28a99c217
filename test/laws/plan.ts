import {
  amounts,
  assumption,
  type BuildUpOptions,
  balances,
  buildUp,
  type ConditionOptions,
  condition,
  cost,
  type Driver,
  type Given,
  type GroupPart,
  group,
  type Kind,
  type LevelOptions,
  type LinePart,
  level,
  type Part,
  type Programme,
  programme,
  ramp,
  type Shares,
  type Timeline,
} from "invest-to-save";

/** An amount in pence, or the label of an assumption. */
export type Money = { readonly pence: number } | { readonly named: string };
/** A number of months, or the label of an assumption. */
export type Count = { readonly months: number } | { readonly named: string };

/** What a line does, as plain data that a law can transform before anything is built. */
export type Does =
  | {
      readonly driver: "amounts";
      readonly pence: Readonly<Record<string, number>>;
      readonly afterwards?: number;
    }
  | { readonly driver: "every year"; readonly pence: number }
  | {
      readonly driver: "level";
      readonly amount: Money;
      readonly from?: string;
      readonly to?: string;
      readonly shares?: Shares;
    }
  | { readonly driver: "ramp"; readonly ends: Readonly<Record<string, Money>>; readonly afterwards?: Money }
  | { readonly driver: "build up"; readonly level: Money; readonly from: string; readonly months: Count }
  | { readonly driver: "balances"; readonly periods: readonly string[] };

export interface PlanLine {
  readonly is: "line";
  readonly kind: Kind;
  readonly label: string;
  readonly does: Does;
}

export interface PlanGroup {
  readonly is: "group";
  readonly label: string;
  readonly subtotal?: string;
  readonly parts: readonly PlanPart[];
}

export type PlanPart = PlanLine | PlanGroup;

export interface PlanAssumption {
  readonly label: string;
  readonly unit: "£" | "£ per year" | "months";
  /** Pence, or months. */
  readonly amount: number;
}

export interface PlanCondition {
  readonly label: string;
  readonly of: "row" | "total of";
  readonly row: string;
  readonly is: "at most" | "below" | "at least" | "above" | "equal to";
  readonly bound: Money;
  readonly from?: string;
}

/** A random programme before it is built. */
export interface Plan {
  readonly timeline: Timeline;
  readonly assumptions: readonly PlanAssumption[];
  readonly parts: readonly PlanPart[];
  readonly conditions: readonly PlanCondition[];
}

/** All lines among some parts, in order. */
export function linesOf(parts: readonly PlanPart[]): PlanLine[] {
  return parts.flatMap((part) => (part.is === "line" ? [part] : linesOf(part.parts)));
}

/** All groups among some parts, outer ones first. */
export function groupsOf(parts: readonly PlanPart[]): PlanGroup[] {
  return parts.flatMap((part) => (part.is === "line" ? [] : [part, ...groupsOf(part.parts)]));
}

/** Pence as an amount: a number of whole pounds, or text with the pennies. */
function pounds(amount: number): number | string {
  const whole = Math.floor(amount / 100);
  return amount % 100 === 0 ? whole : `${whole}.${String(amount % 100).padStart(2, "0")}`;
}

const given = (of: Money | Count): Given =>
  "named" in of ? of.named : "months" in of ? of.months : pounds(of.pence);

function andThen<T>(amount: T | undefined): Record<string, T> {
  return amount === undefined ? {} : Object.fromEntries([["then", amount]]);
}

/** The driver that a line's data stands for, made with the public builders. */
function driverOf(does: Does): Driver {
  switch (does.driver) {
    case "amounts": {
      const all = { ...does.pence, ...andThen(does.afterwards) };
      return amounts(
        Object.fromEntries(Object.entries(all).map(([period, amount]) => [period, pounds(amount)])),
      );
    }
    case "every year":
      return amounts(pounds(does.pence));
    case "level": {
      const { driver: _, amount, ...span } = does;
      return level({ ...span, amount: given(amount) } as LevelOptions);
    }
    case "ramp": {
      const all = { ...does.ends, ...andThen(does.afterwards) };
      return ramp(Object.fromEntries(Object.entries(all).map(([period, amount]) => [period, given(amount)])));
    }
    case "build up":
      return buildUp({
        level: given(does.level),
        from: does.from as BuildUpOptions["from"],
        months: given(does.months),
      });
    case "balances":
      return balances(...(does.periods as Parameters<typeof balances>));
  }
}

function builtPart(part: PlanPart): LinePart | GroupPart {
  if (part.is === "line") return { ...cost(part.label, driverOf(part.does)), kind: part.kind };
  const options = part.subtotal === undefined ? {} : { subtotal: part.subtotal };
  return group(part.label, options, ...part.parts.map(builtPart));
}

/** The programme of a plan. Its assumptions carry a range, wide enough for any change of money. */
export function built(plan: Plan): Programme {
  const declared = plan.assumptions.map(({ label, unit, amount }): Part => {
    const value = unit === "months" ? amount : pounds(amount);
    return assumption(label, { value, unit, low: 0, high: "1e16" });
  });
  const conditions = plan.conditions.map(({ label, of, row, is, bound, from }): Part => {
    const options = { [of]: row, [is]: given(bound), ...(from === undefined ? {} : { from }) };
    return condition(label, options as ConditionOptions);
  });
  const parts = [...declared, ...plan.parts.map(builtPart), ...conditions];
  return programme("Drawn at random", plan.timeline, { source: "drawn at random" }, ...parts);
}
