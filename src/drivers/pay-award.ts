import { add, choose, constant, divide, type Formula, multiply, nil, opening } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { AnyPeriodAmounts, LineContext, PeriodAmounts } from "../programme/line.ts";
import { isName } from "../quantity/amount.ts";
import { one } from "../quantity/decimal.ts";
import { laterYearsStart } from "./over-time/year-start.ts";
import { ownRow } from "./rows.ts";

const firstLevel = constant(one, "index");

/** The level of pay in each period, where that of the first year of the timeline is 1. */
export function payLevel(line: LineContext, award: Given | PeriodAmounts): Formula {
  const limits = { least: 0, most: 1, rise: true } as const;
  // The levels of an index have no limits of a share.
  if (isName(award)) {
    const { node } = line.named("pay award", award);
    if (node === "row") return byIndex(line, line.value("pay award", award, "index"));
    if (node !== "assumption") return nil;
  }
  return byAward(line, line.levels("pay award", award as Given | AnyPeriodAmounts, "share", limits));
}

/** Pay goes up by the award at the start of each financial year. */
function byAward(line: LineContext, award: Formula): Formula {
  const name = "pay level";
  const last = ownRow(line, name, 1);
  const next = choose(laterYearsStart(line), multiply(last, add(firstLevel, award)), last);
  return line.row(name, { unit: "index", totals: "none", formula: opening(firstLevel, next) });
}

/** The level of an index over its level in the first period. */
function byIndex(line: LineContext, formula: Formula): Formula {
  const index = line.row("pay index", { unit: "index", totals: "none", formula });
  const name = "pay index at the start";
  const start = opening(index, ownRow(line, name, 1));
  const atStart = line.row(name, { unit: "index", totals: "none", formula: start });
  return line.row("pay level", { unit: "index", totals: "none", formula: divide(index, atStart) });
}
