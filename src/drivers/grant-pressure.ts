import {
  add,
  choose,
  compare,
  divide,
  type Formula,
  maximum,
  minimum,
  multiply,
  nil,
  row as rowRef,
  total,
} from "../formula/formula.ts";
import type { LineContext, Totals } from "../programme/line.ts";
import { eligibleCosts, eligibleLines } from "./grant-spend.ts";
import { forPeriod } from "./instalments.ts";
import { yearsStart } from "./year-start.ts";

/**
 * Adds the row `budget pressure`: in each year after the last in which the grant pays, the recurrent cost that it paid for in
 * that year and that goes on. A claim for less than the eligible spend pays for recurrent and one-off cost alike.
 */
export function addPressure(line: LineContext): void {
  const row = (name: string, totals: Totals, formula: Formula) =>
    line.row(name, { unit: "£", totals, formula });
  const own = (id: string, lag = 0) => rowRef(`${line.id}.${id}`, lag);
  const claim = rowRef(line.id);
  const starts = yearsStart(line);
  const recurrent = eligibleLines(line).filter(({ term }) => term === "recurrent");
  const share = row("eligible costs that recur", "sum", eligibleCosts(line, recurrent));
  const costs = own("eligible-costs");
  const paid = divide(multiply(claim, maximum(nil, share)), costs);
  const forRecurrent = choose(compare(costs, "above", nil), minimum(claim, paid), nil);
  const paidFor = row("paid for recurrent cost", "sum", forRecurrent);
  row(
    "recurrent cost in the year so far",
    "closing",
    add(choose(starts, nil, own("recurrent-cost-in-the-year-so-far", 1)), paidFor),
  );
  const before = row(
    "claimed before the year",
    "none",
    choose(starts, own("claimed-so-far", 1), own("claimed-before-the-year", 1)),
  );
  const paidLastYear = compare(own("claimed-so-far", 1), "above", own("claimed-before-the-year", 1));
  const kept = own("recurrent-cost-in-the-last-year-paid", 1);
  const lastYear = choose(
    starts,
    choose(paidLastYear, own("recurrent-cost-in-the-year-so-far", 1), kept),
    kept,
  );
  const last = row("recurrent cost in the last year paid", "none", lastYear);
  const goesOn = row(
    "recurrent cost that goes on",
    "sum",
    maximum(nil, add(...recurrent.map(({ id }) => rowRef(id)))),
  );
  const ended = compare(before, "at least", total(line.id));
  row("budget pressure", "sum", choose(ended, minimum(forPeriod(last), goesOn), nil));
}
