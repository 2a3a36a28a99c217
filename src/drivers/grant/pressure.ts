import {
  add,
  choose,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  nil,
  row as rowRef,
  total,
} from "../../formula/formula.ts";
import type { LineContext } from "../../programme/line.ts";
import { yearsStart } from "../over-time/year-start.ts";
import { forPeriod } from "../repayment/instalments.ts";
import { moneyRow, ownRow } from "../rows.ts";
import { eligibleCosts, eligibleLines } from "./spend.ts";

/**
 * Adds the row `budget pressure`: in each year after the last in which the grant pays, the recurrent cost that it paid for in
 * that year and that goes on. A claim for less than the eligible spend pays for recurrent and one-off cost alike.
 */
export function addPressure(line: LineContext): void {
  const claim = rowRef(line.id);
  const starts = yearsStart(line);
  const recurrent = eligibleLines(line).filter(({ term }) => term === "recurrent");
  const share = moneyRow(line, "eligible costs that recur", "sum", eligibleCosts(line, recurrent));
  const costs = ownRow(line, "eligible costs");
  const paid = divide(multiply(claim, maximum(nil, share)), costs);
  const forRecurrent = choose(compare(costs, "above", nil), minimum(claim, paid), nil);
  const paidFor = moneyRow(line, "paid for recurrent cost", "sum", forRecurrent);
  moneyRow(
    line,
    "recurrent cost in the year so far",
    "closing",
    add(choose(starts, nil, ownRow(line, "recurrent cost in the year so far", 1)), paidFor),
  );
  const before = moneyRow(
    line,
    "claimed before the year",
    "none",
    choose(starts, ownRow(line, "claimed so far", 1), ownRow(line, "claimed before the year", 1)),
  );
  const paidLastYear = compare(
    ownRow(line, "claimed so far", 1),
    "above",
    ownRow(line, "claimed before the year", 1),
  );
  const kept = ownRow(line, "recurrent cost in the last year paid", 1);
  const lastYear = choose(
    starts,
    choose(paidLastYear, ownRow(line, "recurrent cost in the year so far", 1), kept),
    kept,
  );
  const last = moneyRow(line, "recurrent cost in the last year paid", "none", lastYear);
  const goesOn = moneyRow(
    line,
    "recurrent cost that goes on",
    "sum",
    maximum(nil, add(...recurrent.map(({ id }) => rowRef(id)))),
  );
  const ended = compare(before, "at least", total(line.id));
  moneyRow(line, "budget pressure", "sum", choose(ended, minimum(forPeriod(last), goesOn), nil));
}
