import {
  amounts,
  assumption,
  balances,
  cost,
  type Driver,
  decimal,
  type Formula,
  formula as f,
  funding,
  group,
  memorandum,
  type Programme,
  programme,
  saving,
  table,
  type Unit,
  years,
} from "invest-to-save";
import type { UncertainInput } from "../src/vary/simulation/sample.ts";

const number = (value: number) => f.constant(decimal(value), "number");
const given = (formula: Formula): Driver => ({ name: "given", options: {}, build: () => formula });
const own = (id: string, unit: Unit, formula: Formula) =>
  memorandum(id, given(formula), { unit, totals: unit === "£" ? "sum" : "closing" });

/** Set-up costs with an overrun by share. */
const setUp: Driver = {
  name: "given",
  options: {},
  build: (line) => {
    const plan = line.amounts("plan", { "2014/15": 59_600, "2015/16": 130_000 }, "£");
    return f.multiply(plan, f.add(number(1), f.assumption("overrun")));
  },
};

/**
 * The lines of Leeds, with its savings by children, its set-up costs with an overrun, and rows for net present value and
 * payback: savings and base budget less costs, which the grant has to bridge.
 */
export function leedsUncertain(): Programme {
  const started = f.compare(f.fact("index"), "at least", number(2));
  const children = f.add(
    f.assumption("first-children"),
    f.multiply(f.assumption("more-children-a-year"), f.subtract(f.fact("index"), number(2))),
  );
  const savings = f.multiply(f.row("children-fewer"), f.assumption("unit-cost"), f.fact("years"));
  const factor = f.opening(
    number(1),
    f.divide(f.row("discount-factor", 1), f.add(number(1), f.assumption("discount-rate"))),
  );
  const net = f.subtract(
    f.add(f.row("cla-placement-budgets"), f.row("leeds-base-budget")),
    f.row("total-cost"),
  );
  return programme(
    "Family Valued",
    years("2014/15", "2018/19"),
    { source: "Report of 23 December 2014, ranges for the sake of measuring" },
    assumption("First children", { value: 51.64448, unit: "children" }),
    assumption("More children a year", { value: 33.410335, unit: "children" }),
    assumption("Unit cost", { value: 51_080, unit: "£ per child per year" }),
    assumption("Overrun", { value: 0, unit: "share" }),
    assumption("Discount rate", { value: "3.5%", unit: "share" }),
    cost("Set up costs", setUp),
    cost("Other one off costs", amounts({ "2014/15": 132_600, "2015/16": 2_182_600 })),
    group(
      "On going costs",
      { subtotal: "Ongoing" },
      cost("Workforce Development", amounts({ "2014/15": 23_600, then: 152_600 })),
      cost("Family Group Conferencing", amounts({ "2014/15": 204_000, then: 2_755_000 })),
      cost("Targeted Services", amounts({ "2014/15": 303_000, then: 2_619_000 })),
    ),
    funding("Department for Education", balances("2014/15", "2015/16")),
    funding("Leeds Base Budget", amounts({ "2014/15": 532_000, then: 3_181_600 })),
    saving("CLA Placement Budgets", given(savings)),
    table(
      "Appraisal",
      {},
      own("Children fewer", "children", f.choose(started, children, f.nil)),
      own("Discount factor", "number", factor),
      own("Net", "£", net),
      own("Present value", "£", f.multiply(f.row("net"), f.row("discount-factor"))),
      memorandum("Cumulative", given(f.add(f.row("cumulative", 1), f.row("net"))), { totals: "closing" }),
      own("Paid back", "flag", f.compare(f.row("cumulative"), "at least", f.nil)),
    ),
  );
}

/** What is drawn: how fast the savings grow, what a child costs, and by how much setting up overruns. */
export const uncertain = [
  {
    id: "more-children-a-year",
    distribution: { shape: "triangular", low: 15, central: 33.410335, high: 40 },
  },
  { id: "unit-cost", distribution: { shape: "triangular", low: 40_000, central: 51_080, high: 60_000 } },
  { id: "overrun", distribution: { shape: "triangular", low: 0, central: 0.1, high: 0.6 } },
] as const satisfies readonly UncertainInput[];

export const wanted = [
  { row: "present-value", period: "total" },
  { row: "paid-back", period: 4 },
] as const;
