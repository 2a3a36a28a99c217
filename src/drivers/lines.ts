import type { DetailedAmount, Given } from "../programme/assumption.ts";
import type { ConditionOptions, ConditionPart } from "../programme/condition.ts";
import type {
  Driver,
  GroupPart,
  Kind,
  LineAttributes,
  LinePart,
  PeriodAmounts,
  TableOptions,
  TablePart,
} from "../programme/line.ts";
import type {
  AssumptionPart,
  CorrelationPart,
  IndexOptions,
  IndexPart,
  ScenarioPart,
} from "../programme/programme.ts";
import type { Amount } from "../quantity/amount.ts";
import type { Unit } from "../quantity/unit.ts";
import { amounts, areAmounts } from "./amounts.ts";

/** What a line is given: amounts by period, one amount for every year, or a driver. */
export type LineAmounts = PeriodAmounts | Amount | Driver;

function linePart(kind: Kind, label: string, given: LineAmounts, attributes: LineAttributes): LinePart {
  return { part: "line", kind, label, driver: areAmounts(given) ? amounts(given) : given, attributes };
}

/**
 * A line of cost, in pounds, positive. Throws nothing: what it cannot be is a fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { cost } from "invest-to-save";
 * cost("Set up costs", { "2014/15": 59_600, "2015/16": 130_000 }, { term: "one-off" }).kind; // => "cost"
 * ```
 */
export function cost(label: string, given: LineAmounts, attributes: LineAttributes = {}): LinePart {
  return linePart("cost", label, given, attributes);
}

/**
 * A line of saving, in pounds, positive; cashable unless told. Throws nothing: what it cannot be is a fault of the programme
 * that has it.
 *
 * @example
 * ```ts
 * import { ramp, saving } from "invest-to-save";
 * saving("Placements", ramp({ "2025/26": 100, "2027/28": 300 }), { cashable: "avoided cost" }).kind; // => "saving"
 * ```
 */
export function saving(label: string, given: LineAmounts, attributes: LineAttributes = {}): LinePart {
  return linePart("saving", label, given, attributes);
}

/**
 * A source of funding, in pounds, positive. Throws nothing: what it cannot be is a fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { balances, funding } from "invest-to-save";
 * funding("Grant", balances("2025/26"), { agency: "Department for Education" }).label; // => "Grant"
 * ```
 */
export function funding(label: string, given: LineAmounts, attributes: LineAttributes = {}): LinePart {
  return linePart("funding", label, given, attributes);
}

/**
 * A repayment of money advanced earlier, in pounds, positive; it is needed like a cost, and no cost. Throws
 * nothing: what it cannot be is a fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { repayment } from "invest-to-save";
 * repayment("Repaid to the reserve", { "2026/27": 50_000, then: 50_000 }).kind; // => "repayment"
 * ```
 */
export function repayment(label: string, given: LineAmounts, attributes: LineAttributes = {}): LinePart {
  return linePart("repayment", label, given, attributes);
}

/**
 * Lines of one kind under a heading, with a subtotal after them when one is named. Throws nothing: what it cannot be is a
 * fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { cost, group } from "invest-to-save";
 * const ongoing = group("On going costs:", { subtotal: "Sub-Total Ongoing Costs" }, cost("Staff", 1_000));
 * ongoing.parts.length; // => 1
 * ```
 */
export function group(
  label: string,
  options: { readonly subtotal?: string; readonly part?: never },
  ...parts: (LinePart | GroupPart)[]
): GroupPart {
  // A line in the place of the options would be lost without a word.
  const isOptions = typeof options === "object" && options !== null && !("part" in options);
  const own = isOptions ? options : { subtotal: options as never };
  return { ...own, part: "group", label, parts };
}

/**
 * An assumption that lines and conditions can name, with its unit. Throws nothing: what it cannot be is a fault of the
 * programme that has it.
 *
 * @example
 * ```ts
 * import { assumption } from "invest-to-save";
 * assumption("Unit cost", { value: 51_080, unit: "£ per child per year", source: "Unit Costs 2014" }).unit;
 * // => "£ per child per year"
 * ```
 */
export function assumption(label: string, given: DetailedAmount & { readonly unit: Unit }): AssumptionPart {
  return { part: "assumption", label, given: given as Given, unit: given?.unit };
}

/**
 * Something that must hold, of a row in each period from one to another or of its total. Throws nothing: what it cannot be is a
 * fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { condition } from "invest-to-save";
 * condition("Balance met", { row: "balance", "at most": 0, from: "2016/17" }).part; // => "condition"
 * ```
 */
export function condition(label: string, options: ConditionOptions): ConditionPart {
  return { part: "condition", label, options };
}

/**
 * A table of memorandum rows beside the statement; its rows may have any unit. Throws nothing: what it cannot be is a fault of
 * the programme that has it.
 *
 * @example
 * ```ts
 * import { memorandum, once, table } from "invest-to-save";
 * const uses = table("Uses of the grant", { column: "£", total: "Total" }, memorandum("Training", once(1_320_000)));
 * uses.parts.length; // => 1
 * ```
 */
export function table(label: string, options: TableOptions, ...parts: (LinePart | GroupPart)[]): TablePart {
  return { part: "table", label, options, parts };
}

/**
 * A row of a memorandum table: figures that inform and are in no total of the statement. Throws nothing: what it cannot be is a
 * fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { memorandum } from "invest-to-save";
 * memorandum("Referrals", { "2024/25": 1_140 }, { unit: "referrals" }).kind; // => "memorandum"
 * ```
 */
export function memorandum(label: string, given: LineAmounts, attributes: LineAttributes = {}): LinePart {
  return linePart("memorandum", label, given, attributes);
}

/**
 * An index series of prices, pay or fees, by levels or by growth, for lines that are uplifted by it. Throws nothing: what it
 * cannot be is a fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { cost, evaluate, index, programme, years } from "invest-to-save";
 * const p = programme("Team", years("2024/25", "2025/26"), { source: "plan" },
 *   index("Pay", { edition: "pay offer of May 2025", base: "2024/25", growth: "3%" }),
 *   cost("Staff", 100_000, { prices: "2024/25", uplift: "Pay" }));
 * evaluate(p).rows.get("staff")?.values.join(" "); // => "100000 103000"
 * ```
 */
export function index(label: string, options: IndexOptions): IndexPart {
  return { part: "index", label, options };
}

/**
 * A scenario: new values for assumptions under a name. Throws nothing: what it cannot be is a fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { scenario } from "invest-to-save";
 * scenario("Slow", { "families": 740 }).part; // => "scenario"
 * ```
 */
export function scenario(label: string, set: Readonly<Record<string, Amount>>, says?: string): ScenarioPart {
  return { part: "scenario", label, set, ...(says === undefined ? {} : { says }) };
}

/**
 * That two numbers with a range go together in a simulation: 1 where they always do, −1 where one is high whenever the
 * other is low. It is the correlation of the normal values behind their draws (a Gaussian copula). Throws
 * nothing: what it cannot be is a fault of the programme that has it.
 *
 * @example
 * ```ts
 * import { correlation } from "invest-to-save";
 * correlation(["Unit cost", "Children"], 0.5, { assumed: "dearer places in busier years" }).part; // => "correlation"
 * ```
 */
export function correlation(
  between: readonly [string, string],
  value: Amount,
  detail: Pick<CorrelationPart, "source" | "assumed" | "placeholder" | "note"> = {},
): CorrelationPart {
  return { part: "correlation", between, correlation: value, ...detail };
}
