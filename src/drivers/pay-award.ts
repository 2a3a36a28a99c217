import {
  add,
  choose,
  constant,
  divide,
  type Formula,
  multiply,
  opening,
  row as rowRef,
} from "../formula/formula.ts";
import { type Given, isOne } from "../programme/assumption.ts";
import type { AnyPeriodAmounts, LineContext, PeriodAmounts } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import { looksLikeAmount, readAmount } from "../quantity/amount.ts";
import { one } from "../quantity/decimal.ts";
import { periodYear } from "../time/period.ts";
import { parsePeriod } from "../time/period-range.ts";

const firstLevel = constant(one, "index");

/** 1 in the first period of each financial year but the first of the timeline. */
export function newYears(line: LineContext): Formula {
  const { timeline } = line;
  const values = Array.from({ length: timeline.count }, (_, i) =>
    Number(i > 0 && periodYear(timeline, i) !== periodYear(timeline, i - 1)),
  );
  return line.structure("new year", values, "flag");
}

/** The level of pay in each period, where that of the first year of the timeline is 1. */
export function payLevel(line: LineContext, award: Given | PeriodAmounts): Formula {
  const name = typeof award === "string" && !readAmount(award).ok && !looksLikeAmount(award);
  const limits = { least: 0, most: 1 };
  if (name) {
    const found = line.value("pay award", award, "share", limits);
    return found.node === "row" ? byIndex(line, found) : byAward(line, found);
  }
  if (!isOne(award)) checkYears(line, award as AnyPeriodAmounts);
  return byAward(line, line.levels("pay award", award as Given | AnyPeriodAmounts, "share", limits));
}

/** Pay goes up by the award at the start of each financial year. */
function byAward(line: LineContext, award: Formula): Formula {
  const name = "pay level";
  const last = rowRef(`${line.id}.${idOf(name)}`, 1);
  const next = choose(newYears(line), multiply(last, add(firstLevel, award)), last);
  return line.row(name, { unit: "index", totals: "none", formula: opening(firstLevel, next) });
}

/** The level of an index over its level in the first period. */
function byIndex(line: LineContext, formula: Formula): Formula {
  const index = line.row("pay index", { unit: "index", totals: "none", formula });
  const name = "pay index at the start";
  const start = opening(index, rowRef(`${line.id}.${idOf(name)}`, 1));
  const atStart = line.row(name, { unit: "index", totals: "none", formula: start });
  return line.row("pay level", { unit: "index", totals: "none", formula: divide(index, atStart) });
}

/** An award is for a whole year, and none for the first, since the salary is that of the first year. */
function checkYears(line: LineContext, awards: AnyPeriodAmounts): void {
  for (const key of Object.keys(awards)) {
    const read = key === "then" ? undefined : parsePeriod(line.timeline, key);
    if (!read?.ok) continue;
    if (read.value.grain !== "year") {
      line.fault(["pay award", key], {
        code: "period-too-fine",
        message: `${line.label} has a pay award within a year, and pay rises at the start of a year`,
        expected: "a financial year",
        received: key,
        hint: "give the award to the year as a whole",
      });
    } else if (read.value.first === 0) {
      line.fault(["pay award", key], {
        code: "out-of-range",
        message: `${line.label} has a pay award in the first year, and its salary is the pay of that year`,
        expected: "a year after the first",
        received: key,
        hint: `give the salary with the award of ${key} in it, and leave that award out`,
      });
    }
  }
}
