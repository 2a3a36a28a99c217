import * as z from "zod";
import { add, compare, constant, type Formula, multiply, nil, subtract } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema } from "../programme/schema.ts";
import { one } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { nameFaults, noFaults } from "./name-faults.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding } from "./over-time/by-period.ts";
import { toThePenny } from "./penny.ts";
import { moneyRow } from "./rows.ts";

/** The share of each partner; together they make 1, and one of them may take the rest. */
export type PartnerShares = Readonly<Record<string, Given | "the rest">>;

/** Who bears what is spent above the total of a pool, and keeps what is not spent. */
export interface RiskShare {
  /** The line or row of what is spent. */
  readonly of: string;
  /** The shares by which it is borne; those of the pool unless told. */
  readonly shares?: PartnerShares;
}

/** What partners put into one pot, by shares of a total or by amounts of their own. */
export interface PoolOptions {
  /** Pounds by period that the partners give together, or whatever is left to meet. */
  readonly total?: ByPeriod | "what is left";
  readonly shares?: PartnerShares;
  /** Pounds of each partner by period, in place of shares; beside a total they must make it. */
  readonly amounts?: Readonly<Record<string, ByPeriod>>;
  readonly "risk share"?: RiskShare;
}

/**
 * A pooled budget, in pounds: what all partners give together, and a row for each of them. Parts by share are rounded
 * down to the penny and the last partner (or the one with `the rest`) takes the remainder, so that they sum to the whole
 * exactly. With a risk share the pool pays what is spent: over- and underspend of its total is split by the shares of the
 * risk, and a condition fails where that puts the part of a partner below nil. Amounts beside a total must make it in every period, or a condition fails.
 *
 * Issue codes: `out-of-range` for shares that do not make 1, `wrong-shape` for shares and amounts together,
 * `missing-key`, `duplicate-id`, `two-balancing-lines`, and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { pool } from "invest-to-save/drivers";
 * const pot = funding("Pool", pool({ total: 100, shares: { Council: "60%", Health: "the rest" } }));
 * const p = programme("Team", years("2024/25", "2024/25"), { source: "agreement" }, cost("Staff", 100), pot);
 * evaluate(p).rows.get("pool.health")?.values.join(" "); // => "40"
 * ```
 */
export function pool(options: PoolOptions): Driver {
  return { name: "pool", options, shape, build: (line) => buildPool(line, options) };
}

function buildPool(line: LineContext, options: PoolOptions): Formula {
  const { shares, "risk share": risk } = options;
  if (!isFunding(line, "a pooled budget") || !isWhole(line, options)) return nil;
  const own = shares && sharesOf(line, shares, ["shares"]);
  const base = (suffix: string) =>
    own ? sharedTotal(line, options, own, suffix) : ownAmounts(line, options, suffix);
  if (risk === undefined) return base("").total;
  const { total, parts } = base(" of the total");
  const borneBy = risk.shares ? sharesOf(line, risk.shares, ["risk share", "shares"]) : own;
  const spent = byPeriod(line, ["risk share", "of"], risk.of, "£");
  const over = moneyRow(line, "over or underspend", "sum", subtract(spent, total));
  const borne = borneBy ? parted(line, over, borneBy, " of the risk") : new Map<string, Formula>();
  for (const partner of new Set([...parts.keys(), ...borne.keys()]))
    notBelowNil(line, partner, add(parts.get(partner) ?? nil, borne.get(partner) ?? nil));
  return add(total, over);
}

/** A part with its share of the risk, which must not turn what a partner gives into what it is given. */
function notBelowNil(line: LineContext, partner: string, formula: Formula): void {
  const part = moneyRow(line, partner, "sum", formula);
  line.condition(`${line.label}: the part of ${partner} is not below nil`, {
    formula: compare(part, "at least", nil),
    says: `${partner} would take out more of the underspend than it puts in.`,
  });
}

/** A whole and what each partner gives of it. */
interface Parted {
  readonly total: Formula;
  readonly parts: ReadonlyMap<string, Formula>;
}

/** The partners' own amounts, and their sum; beside a total, the condition that they make it. */
function ownAmounts(line: LineContext, { amounts = {}, total }: PoolOptions, suffix: string): Parted {
  const parts = new Map<string, Formula>();
  for (const [partner, amount] of Object.entries(amounts))
    parts.set(
      partner,
      moneyRow(line, `${partner}${suffix}`, "sum", byPeriod(line, ["amounts", partner], amount, "£")),
    );
  const made = add(...parts.values());
  if (total !== undefined) {
    const agreed = moneyRow(line, "agreed total", "sum", byPeriod(line, "total", total, "£"));
    const label = `${line.label}: the amounts of the partners make the total`;
    line.condition(label, { formula: compare(made, "equal to", agreed) });
  }
  return { total: made, parts };
}

/** The shares of partners as formulas; nothing for the one that takes the rest. */
type Shares = ReadonlyMap<string, Formula | "the rest">;

function sharesOf(line: LineContext, given: PartnerShares, key: readonly string[]): Shares {
  const shares = new Map<string, Formula | "the rest">();
  for (const [partner, share] of Object.entries(given)) {
    const name = [...key, partner];
    shares.set(
      partner,
      share === "the rest" ? share : line.value(name, share, "share", { least: 0, most: 1 }),
    );
  }
  holdShares(line, shares, key);
  return shares;
}

function sharedTotal(line: LineContext, { total = 0 }: PoolOptions, shares: Shares, suffix: string): Parted {
  const every = Array<boolean>(line.timeline.count).fill(true);
  const left = total === "what is left";
  const formula = left ? line.leftToMeet(every) : byPeriod(line, "total", total, "£");
  const whole = moneyRow(line, "shared total", "sum", formula);
  return { total: whole, parts: parted(line, whole, shares, suffix) };
}

/** Splits a whole by shares: each part rounded down to the penny, one partner taking what remains. */
function parted(line: LineContext, whole: Formula, shares: Shares, suffix: string): Map<string, Formula> {
  const partners = [...shares.keys()];
  const rest = partners.find((partner) => shares.get(partner) === "the rest") ?? partners.at(-1) ?? "";
  const parts = new Map<string, Formula>();
  for (const [partner, share] of shares) {
    if (partner === rest || share === "the rest") continue;
    parts.set(
      partner,
      moneyRow(line, `${partner}${suffix}`, "sum", toThePenny(multiply(whole, share), "down")),
    );
  }
  return parts.set(rest, moneyRow(line, `${rest}${suffix}`, "sum", subtract(whole, add(...parts.values()))));
}

/** The shares make 1, or leave something for the partner that takes the rest. */
function holdShares(line: LineContext, shares: Shares, key: readonly string[]): void {
  const stated = [...shares.values()].filter((share) => share !== "the rest");
  const open = stated.length < shares.size;
  const of = key.includes("risk share") ? "the shares of the risk make 1" : "the shares make 1";
  line.relation(key, {
    label: `${line.label}: ${of}`,
    formula: compare(add(...stated), open ? "at most" : "equal to", constant(one, "share")),
    code: "out-of-range",
    message: `the shares of ${line.label} make {left}, which is {difference}`,
    expected: open ? "at most 1 beside “the rest”" : "1",
    received: "{left}",
    hint: "mend a share, or give one partner “the rest”",
    listed: true,
  });
}

/** Whether the options say what is given, and by whom, in one way only. */
function isWhole(line: LineContext, options: PoolOptions): boolean {
  const { total, shares, amounts, "risk share": risk } = options;
  const lists = [shares, amounts, risk?.shares].filter((one) => one !== undefined);
  if ((shares === undefined) === (amounts === undefined)) {
    wrong(
      line,
      "wrong-shape",
      "needs shares of a total, or amounts, and not both",
      shares ? "both" : "neither",
    );
  } else if (lists.some((one) => Object.keys(one).length === 0)) {
    wrong(line, "missing-key", "has no partner", "none");
  } else if (shares !== undefined && total === undefined) {
    wrong(line, "missing-key", "has shares, and no total that they are of", "no total");
  } else if (amounts !== undefined && total === "what is left") {
    wrong(line, "wrong-shape", "cannot meet what is left by amounts that are fixed", "what is left");
  } else if (amounts !== undefined && risk !== undefined && risk.shares === undefined) {
    wrong(line, "missing-key", "has a risk share, and no shares by which it is borne", "amounts alone");
  } else {
    const keys = { shares, amounts, "risk share": risk?.shares };
    return noFaults(
      line,
      Object.entries(keys).flatMap(([key, one]) => nameFaults([key], Object.keys(one ?? {}))),
    );
  }
  return false;
}

function wrong(
  line: LineContext,
  code: "wrong-shape" | "missing-key",
  words: string,
  received: string,
): void {
  line.fault("", {
    code,
    message: `${line.label} ${words}`,
    expected: "a total with the share of each partner, or the amounts of each",
    received,
    hint: "write it like pool: { total: 100000, shares: { Council: 60%, Health: the rest } }",
  });
}

const shares = () => z.record(z.string(), givenSchema());

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  "total?": "any",
  "shares?": "keys",
  "amounts?": "keys",
  "risk share?": { of: "text", "shares?": "keys" },
};

export const poolKind: DriverKind<PoolOptions> = {
  name: "pool",
  schema: () =>
    z.strictObject({
      total: byPeriodSchema().optional(),
      shares: shares().optional(),
      amounts: z.record(z.string(), byPeriodSchema()).optional(),
      "risk share": z.strictObject({ of: z.string(), shares: shares().optional() }).optional(),
    }),
  from: pool,
};
