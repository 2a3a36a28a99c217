import * as z from "zod";
import { choose, type Formula, nil } from "../formula/formula.ts";
import { received } from "../issue/received.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { periodSchema } from "../programme/schema.ts";
import { periodLabel } from "../time/period.ts";
import type { PeriodText } from "../time/period-text.ts";
import type { DriverKind } from "./driver-kind.ts";

/**
 * Funding that meets what is left: in the periods named (or in `all`) it is the costs and repayments less the savings
 * and all other funding, never below nil; in other periods it is nil. At most one line balances a period.
 *
 * Issue codes: `two-balancing-lines`, `wrong-shape` on a line that is no funding, and those of reading a period.
 *
 * @example
 * ```ts
 * import { balances, cost, evaluate, funding, programme, years } from "invest-to-save";
 * const p = programme("Club", years("2024/25", "2025/26"), { source: "bid" },
 *   cost("Staff", 20_000), funding("Fees", 5_000), funding("Grant", balances("2024/25")));
 * evaluate(p).rows.get("grant")?.values.join(" "); // => "15000 0"
 * ```
 */
export function balances(...periods: readonly ["all"] | readonly [PeriodText, ...PeriodText[]]): Driver {
  return balancesOf(periods[0] === "all" ? "all" : (periods as readonly PeriodText[]));
}

function balancesOf(periods: "all" | readonly string[]): Driver {
  return { name: "balances", options: periods, shape: "any", build: (line) => buildBalances(line, periods) };
}

function buildBalances(line: LineContext, periods: "all" | readonly string[]): Formula {
  if (line.kind !== "funding") {
    line.fault("", {
      code: "wrong-shape",
      message: `${line.label} cannot balance the programme: it is a ${line.kind}`,
      expected: "a line of funding",
      received: `a ${line.kind}`,
      hint: "move the line to funding, or give it amounts",
    });
    return nil;
  }
  if (periods !== "all" && (!Array.isArray(periods) || periods.length === 0)) {
    line.fault("", {
      code: "wrong-shape",
      message: `${line.label} cannot balance in ${received(periods)}`,
      expected: "all, or a list of periods",
      received: received(periods),
      hint: "name the periods one by one, or say all",
    });
    return nil;
  }
  const set = Array<boolean>(line.timeline.count).fill(periods === "all");
  if (periods !== "all") {
    for (const [at, text] of periods.entries()) {
      const range = line.periods(String(at), text);
      if (range) set.fill(true, range.first, range.last + 1);
    }
  }
  warnOfGap(line, set);
  const flags = line.structure("years to balance", set.map(Number), "flag");
  return choose(flags, line.leftToMeet(set), nil);
}

/** Two periods with others between them read as the ends of a span, which they are not: nothing is met between them. */
function warnOfGap(line: LineContext, set: readonly boolean[]): void {
  const [first, last] = [set.indexOf(true), set.lastIndexOf(true)];
  if (first < 0 || set.filter(Boolean).length !== 2 || last === first + 1) return;
  const labels = set.map((_, period) => periodLabel(line.timeline, period)).slice(first, last + 1);
  line.fault("", {
    code: "wrong-shape",
    severity: "warning",
    message: `${line.label} balances ${labels[0]} and ${labels.at(-1)}, and nothing between them`,
    expected: `each period that it is to balance: ${labels.join(", ")}`,
    received: `${labels[0]}, ${labels.at(-1)}`,
    hint: "name those between too; where another line meets them, this is no fault",
  });
}

export const balancesKind: DriverKind<"all" | readonly string[]> = {
  name: "balances",
  schema: () => z.union([z.literal("all"), z.array(periodSchema()).min(1)]),
  from: balancesOf,
};
