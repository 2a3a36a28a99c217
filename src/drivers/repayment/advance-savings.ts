import {
  add,
  choose,
  compare,
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  nil,
} from "../../formula/formula.ts";
import type { Given } from "../../programme/assumption.ts";
import type { LineContext } from "../../programme/line.ts";
import { one } from "../../quantity/decimal.ts";
import { byPeriod } from "../over-time/by-period.ts";
import { yearsEnd, yearsStart } from "../over-time/year-start.ts";
import { moneyRow, ownRow } from "../rows.ts";

/** The savings that an advance is repaid from, or must stay within. */
export interface SavingsForRepayment {
  /** A line or row, such as `total saving`; all cashable savings of the programme's own body unless told. */
  readonly of?: string;
  /** The share of them that may go into repayment; all of them unless told. */
  readonly share?: Given;
  /** Whether they must cover the repayment in each period, or over each financial year; each period unless told. */
  readonly judged?: "each period" | "each year";
}

/** What there is for the repayment of an advance. */
export interface Savings {
  /** Pounds in a period: its share of the savings, and no more than those before it leave; never below nil. */
  readonly available: Formula;
  /** Its share of the savings, whoever else is repaid from them. */
  readonly share: Formula;
  /** What those leave that are repaid from the same savings before it; below nil where they take more than there is. */
  readonly left: Formula | undefined;
  /** What is said of the condition: which savings count where none are named, and who is repaid from them before it. */
  readonly says: string | undefined;
}

/** The savings that there are for a repayment: it takes its turn after the lines before it that are repaid from them. */
export function savingsFor(
  line: LineContext,
  { of, share: given }: SavingsForRepayment,
  repayment: Formula,
): Savings {
  const all = of === undefined ? line.ownSavings() : byPeriod(line, ["savings", "of"], of, "£");
  const limits = { least: 0, most: 1 };
  const share =
    given === undefined ? all : multiply(all, line.value(["savings", "share"], given, "share", limits));
  const turn = line.takesFrom(all, repayment);
  const left = turn && moneyRow(line, "savings left by those before", "sum", turn.left);
  const formula = left === undefined ? share : minimum(share, maximum(nil, left));
  const available = moneyRow(line, "savings for repayment", "sum", formula);
  return { available, share, left, says: saysOf(of, turn?.before ?? []) };
}

function saysOf(of: string | undefined, before: readonly string[]): string | undefined {
  const unnamed = of === undefined ? ["No saving is named for it: all own cashable savings count."] : [];
  const others = before.length === 0 ? [] : [`${before.join(", ")}: repaid first from the same savings.`];
  const says = [...unnamed, ...others];
  return says.length === 0 ? undefined : says.join(" ");
}

/** The condition that the savings cover the repayment, in each period or over each financial year. */
export function mustBeCovered(
  line: LineContext,
  repaid: Formula,
  savings: Savings,
  judged: SavingsForRepayment["judged"],
): void {
  const label = `${line.label}: the savings cover its repayment`;
  const says = savings.says === undefined ? {} : { says: savings.says };
  if (judged === "each year") {
    line.condition(label, { formula: coveredByYear(line, repaid, savings), by: "year", ...says });
  } else line.condition(label, { formula: compare(repaid, "at most", savings.available), ...says });
}

/** Whether the savings of each financial year cover its repayments, judged in the last period of the year. */
function coveredByYear(line: LineContext, repaid: Formula, { share, left }: Savings): Formula {
  const newYear = yearsStart(line);
  const closing = (name: string, formula: Formula) =>
    line.row(name, { unit: "£", totals: "closing", formula });
  const inYear = (what: string, of: Formula) => {
    const name = `${what} in the year so far`;
    const before = ownRow(line, name, 1);
    return closing(name, choose(newYear, of, add(before, of)));
  };
  const paid = inYear("repaid", repaid);
  const saved = inYear("savings", share);
  const rest = left && maximum(nil, inYear("savings left by those before", left));
  const most = rest ? closing("savings for repayment in the year so far", minimum(saved, rest)) : saved;
  const covered = compare(paid, "at most", most);
  return choose(yearsEnd(line), covered, constant(one, "flag"));
}
