import { checkText } from "../../issue/given.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import type { Interval } from "../../quantity/interval.ts";
import { figure as spelled } from "../../write/figure.ts";
import { checkPublished } from "../given.ts";
import type { PublishedTable } from "../read/published.ts";
import { noDifference, type Relation, reachOf, relationIn } from "./relation.ts";
import { type Stated, statedIn } from "./stated.ts";

/** What came of a claim in words: it holds, holds only within what rounding allows, cannot be, or cannot be told. */
export interface JudgedClaim {
  readonly claim: string;
  readonly verdict: "holds" | "rounding" | "fails" | "open";
  /** What the figures make, in the unit of the claim: percentage points, times, or an amount. */
  readonly calculated?: Decimal;
  /** From where to where it may lie, by the values that its figures may stand for. */
  readonly range?: Interval;
  /** The formula that was likely meant by mistake, where one gives what is claimed. */
  readonly likelyCause?: string;
  /** Why, with the numbers, and what would be right. */
  readonly because: string;
}

/**
 * Checks a sentence against the figures in it, or against cells of a table in braces: a change (“a rise of 25% from 653 to
 * 893”), a share (“{Grants, £} is 62% of {Total, £}”), a multiple (“twice”, “3 times”), a product or sum (“720 × £25,000 is
 * c£18m”), or a bound (“over 70%”, “up to £4m”). A figure stands for all values that are rounded to it; one that is “about”
 * so much is rounded to its last digit that is no nought. What is not understood is open, and never guessed. Throws
 * `InvestToSaveError` with `wrong-shape` only for a claim that is no text and for what is no table.
 *
 * @example
 * ```ts
 * import { checkClaim } from "invest-to-save/audit";
 * checkClaim("a rise of 25% from 653 to 893").verdict; // => "fails"
 * checkClaim("720 families at £25,000 make c£18m").verdict; // => "holds"
 * ```
 */
export function checkClaim(sentence: string, table?: PublishedTable): JudgedClaim {
  checkText(sentence, ["claim"], "a sentence");
  if (table !== undefined) checkPublished(table);
  const claim = sentence.trim().slice(0, 600);
  const stated = statedIn(claim, table);
  const missing = stated.indexOf(undefined);
  if (missing >= 0)
    return open(
      claim,
      "a cell that it names in braces is not in the table or has no figure, or a fraction in it has no value",
    );
  const relation = relationIn(
    claim,
    stated.filter((one) => one !== undefined),
  );
  if (relation === undefined) {
    return open(
      claim,
      "it is not understood; say it as in “a rise of 25% from 653 to 893” or “{Grants, £} is 62% of {Total, £}”",
    );
  }
  const range = reachOf(relation);
  const calculated = relation.make(relation.by.map(({ value }) => value));
  if (range === undefined || calculated === undefined)
    return open(
      claim,
      "a figure in it has no end, a divisor may be nil, or it is made of more than twelve figures",
    );
  return judged(claim, relation, calculated, range);
}

function open(claim: string, because: string): JudgedClaim {
  return { claim, verdict: "open", because };
}

function judged(claim: string, relation: Relation, calculated: Decimal, range: Interval): JudgedClaim {
  const { claimed, says } = relation;
  const form = formOf(claimed);
  const [from, to] = [form(range.low), form(range.high)];
  const between = from === to ? "" : `, or from ${from} to ${to} by what its figures may stand for`;
  const made = `${says} is ${form(calculated)}${between}`;
  const base = { claim, calculated, range };
  if (within(calculated, claimed)) return { ...base, verdict: "holds", because: made };
  if (meets(range, claimed)) return { ...base, verdict: "rounding", because: made };
  const cause = relation.mistaken.find((other) => {
    if (claimed.low === undefined || claimed.high === undefined) return false;
    const reach = reachOf({ by: relation.by, make: other.make });
    return reach !== undefined && meets(reach, claimed);
  });
  const right = `${spelledAs(claimed, calculated, Math.max(claimed.decimals, claimed.kind === "ratio" ? 1 : 0))} would be right`;
  return {
    ...base,
    verdict: "fails",
    ...(cause === undefined ? {} : { likelyCause: cause.says }),
    because: `${made}; ${right}${cause === undefined ? "" : `. What is claimed is ${cause.says}`}`,
  };
}

function within(value: Decimal, { low, high }: Stated): boolean {
  return (
    (low === undefined || value.gte(low.minus(noDifference))) &&
    (high === undefined || value.lte(high.plus(noDifference)))
  );
}

function meets(range: Interval, { low, high }: Stated): boolean {
  return (low === undefined || range.high.gte(low)) && (high === undefined || range.low.lte(high));
}

/** Writes an amount as a claimed one is written, with two more decimals than that. */
function formOf(claimed: Stated): (value: Decimal) => string {
  return (value) => {
    const needed = value
      .div(claimed.kind === "percent" ? 1 : claimed.scale)
      .toDecimalPlaces(claimed.decimals + 2)
      .decimalPlaces();
    return spelledAs(claimed, value, Math.max(claimed.decimals, needed));
  };
}

const scaleWords: Readonly<Record<string, string>> = { "1000": "k", "1000000": "m", "1000000000": "bn" };

function spelledAs({ kind, scale, text }: Stated, value: Decimal, decimals: number): string {
  if (kind === "percent") return `${spelled(value, decimals)}%`;
  if (kind === "ratio") return `${spelled(value, decimals)} times`;
  const money = kind === "money" || text.includes("£") ? "£" : "";
  return `${money}${spelled(value.div(scale), decimals)}${scaleWords[scale.toString()] ?? ""}`;
}
