import {
  add,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  subtract,
} from "../../formula/formula.ts";
import type { AnyPeriodAmounts, LineContext, PeriodAmounts } from "../../programme/line.ts";
import { decimal } from "../../quantity/decimal.ts";
import { dayWords } from "../../time/day.ts";
import { parseDayOf } from "../../time/day-of.ts";
import { periodFirstMonth, periodMonths } from "../../time/period.ts";
import type { WhenText } from "../../time/period-text.ts";
import { formatQuarter, quarterOfMonth } from "../../time/quarter.ts";
import type { Span } from "../over-time/span.ts";
import { moneyRow, ownRow, ownTotal, soFarRow } from "../rows.ts";
import type { Window } from "./spend.ts";

/** Until when a grant may be claimed back, and what for. */
export interface Clawback {
  readonly until: WhenText;
  /** What would have to happen: `the project is not complete`. */
  readonly if: string;
}

/** When the money of a grant comes. */
export interface CashTerms {
  readonly window?: Window;
  /**
   * When the money comes; as it is spent unless told. In advance is the cap at once, or what each quarter claims at the
   * start of the quarter. In arrears is a quarter of a year later.
   */
  readonly claims?: "in advance" | "in advance by quarter" | "as spent" | "in arrears";
  /** Pounds received by period before they are earned. */
  readonly "on account"?: PeriodAmounts;
}

/** What is claimed in a period and up to its end, and the caps up to which money may come in advance. */
export interface Claimed {
  /** The first and the last day of the window. */
  readonly days: Span;
  readonly claim: Formula;
  readonly soFar: Formula;
  readonly cap: Formula | undefined;
  /** The caps of the years that have opened so far. */
  readonly caps: Formula | undefined;
}

const quarter = decimal(3);

/**
 * The rows of the cash of a grant: received so far, received in the period, and what the funder still owes. It is what is
 * due, or what came ahead of it if that is more; what came ahead and was not claimed goes back when the window ends. Gives
 * the cash received so far.
 */
export function addCash(line: LineContext, terms: CashTerms, claimed: Claimed): Formula {
  const due = moneyRow(line, "due in cash so far", "closing", dueSoFar(line, terms, claimed));
  const ahead = aheadSoFar(line, terms, claimed);
  const so = ahead === undefined ? due : maximum(due, kept(claimed, ahead));
  const cash = moneyRow(line, "cash received so far", "closing", so);
  const received = subtract(cash, ownRow(line, "cash received so far", 1));
  line.row("cash received", { unit: "£", totals: "sum", formula: received, cash: "received" });
  const owed = subtract(claimed.soFar, cash);
  line.row("owed by the funder", { unit: "£", totals: "closing", formula: owed, cash: "owed" });
  return cash;
}

/** What the claims so far bring: at once, a quarter of a year later, or for the whole of the quarter that has begun. */
function dueSoFar(line: LineContext, { claims }: CashTerms, { claim, soFar }: Claimed): Formula {
  if (claims === "in advance by quarter") return byQuarterSoFar(line, claim) ?? soFar;
  if (claims !== "in arrears") return soFar;
  const periods = quarter.div(periodMonths(line.timeline));
  if (periods.isInteger()) return ownRow(line, "claimed so far", periods.toNumber());
  return subtract(soFar, divide(multiply(claim, constant(quarter, "months")), fact("months")));
}

/** What the quarters that have begun claim, each as a whole; nothing where a period is a quarter or longer. */
function byQuarterSoFar(line: LineContext, claim: Formula): Formula | undefined {
  const { timeline } = line;
  if (periodMonths(timeline) >= quarter.toNumber()) return undefined;
  const quarterOf = (period: number) =>
    quarterOfMonth(periodFirstMonth(timeline, period), timeline.yearStart);
  const quarters = Array.from({ length: timeline.count }, (_, period) => quarterOf(period));
  const firsts = quarters.flatMap((own, period) => (quarters[period - 1] === own ? [] : [period]));
  const flags = (is: (period: number) => boolean) => quarters.map((_, period) => Number(is(period)));
  const begun = firsts.map((first) => {
    const name = formatQuarter(quarterOf(first), timeline.yearStart);
    const within = flags((period) => quarters[period] === quarters[first]);
    const claimed = choose(line.structure(`in ${name}`, within, "flag"), claim, nil);
    moneyRow(line, `claim of ${name}`, "sum", claimed);
    const starts = flags((period) => period === first);
    const whole = ownTotal(line, `claim of ${name}`);
    return choose(line.structure(`start of ${name}`, starts, "flag"), whole, nil);
  });
  const comes = moneyRow(line, "claims of the quarter", "sum", add(...begun));
  return add(ownRow(line, "due in cash so far", 1), comes);
}

/** What has come before it was earned: the caps from the start of the window or year, or payments on account. */
function aheadSoFar(line: LineContext, terms: CashTerms, { days, cap, caps }: Claimed): Formula | undefined {
  const { claims, "on account": account } = terms;
  if (claims === "in advance") {
    const opened =
      days.start === undefined
        ? cap
        : choose(compare(days.start, "at most", fact("last day")), cap ?? nil, nil);
    const known = [cap, caps].filter((one) => one !== undefined);
    return moneyRow(
      line,
      "paid in advance so far",
      "closing",
      caps === undefined ? (opened ?? nil) : minimum(...known),
    );
  }
  if (account === undefined) return undefined;
  const paid = line.amounts("on account", account as AnyPeriodAmounts, "£");
  return soFarRow(line, "paid on account so far", paid);
}

/** What came ahead, of which no more than the claims is kept once the window has ended. */
function kept({ days, soFar }: Claimed, ahead: Formula): Formula {
  if (days.end === undefined) return ahead;
  return choose(compare(days.end, "at most", fact("last day")), minimum(ahead, soFar), ahead);
}

/**
 * What might have to be paid back: the cash received so far, while the last of the clawbacks runs. Each clawback is a
 * condition, a warning, that fails by the most that is ever exposed to it.
 */
export function addClawback(line: LineContext, clawback: readonly Clawback[], cash: Formula): void {
  if (clawback.length === 0) return;
  const exposures = clawback.map(({ until, if: words }, at) => {
    const name = { at: ["clawback", String(at), "until"], called: `clawback until, if ${words}` };
    const runs = compare(fact("first day"), "at most", line.day(name, until, "last"));
    const exposed = moneyRow(line, `exposed if ${words}`, "closing", choose(runs, cash, nil));
    return { until, words, exposed };
  });
  moneyRow(line, "clawback exposure", "closing", maximum(...exposures.map(({ exposed }) => exposed)));
  for (const { until, words, exposed } of exposures) {
    const name = `most exposed if ${words}`;
    const before = ownRow(line, name, 1);
    const most = moneyRow(line, name, "closing", maximum(before, exposed));
    line.condition(`${line.label}: nothing is to be repaid if ${words}`, {
      formula: compare(most, "at most", nil),
      once: true,
      severity: "warning",
      says: `Until ${dayOf(line, until)}, what was received may be claimed back if ${words}.`,
    });
  }
}

/** A day in words, as the reader of a report wants it; as it was written where it cannot be read. */
function dayOf(line: LineContext, text: string): string {
  const read = parseDayOf(text, "last", line.timeline.yearStart);
  return read.ok ? dayWords(read.value) : text;
}
