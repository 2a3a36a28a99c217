import { type Decimal, decimal, numeral } from "../quantity/decimal.ts";

/** What an input must keep to, in every run: when it is given, when it is named and when it is replaced. */
export interface Limits {
  /** The least and the most that it may be. */
  readonly least?: number;
  readonly most?: number;
  /** What it must be above or below, and never be itself. */
  readonly above?: number;
  readonly below?: number;
  /** That it counts what only comes whole, and what that is: `months`, `periods`. */
  readonly whole?: string;
  /** That it is a rise on the year before: by period it is given for whole years, and the first of them has none. */
  readonly rise?: true;
}

/** A bound by its name, in the order in which they are judged. */
export const boundNames = ["least", "above", "most", "below"] as const;
export type BoundName = (typeof boundNames)[number];

const keepsTo: Record<BoundName, (value: Decimal, bound: number) => boolean> = {
  least: (value, bound) => value.gte(bound),
  above: (value, bound) => value.gt(bound),
  most: (value, bound) => value.lte(bound),
  below: (value, bound) => value.lt(bound),
};

/** Whether a value is one that the limits allow. */
export function isWithin(value: Decimal, limits: Limits): boolean {
  if (limits.whole !== undefined && !value.isInteger()) return false;
  return boundNames.every((name) => {
    const bound = limits[name];
    return bound === undefined || keepsTo[name](value, bound);
  });
}

/** The limits that keep to both of two. */
export function narrower(a: Limits, b: Limits): Limits {
  const bounds = boundNames.flatMap((name) => {
    const both = [a[name], b[name]].filter((one) => one !== undefined);
    const lower = name === "least" || name === "above";
    return both.length === 0 ? [] : [[name, lower ? Math.max(...both) : Math.min(...both)]];
  });
  const whole = a.whole ?? b.whole;
  const rise = a.rise ?? b.rise;
  return {
    ...Object.fromEntries(bounds),
    ...(whole === undefined ? {} : { whole }),
    ...(rise === undefined ? {} : { rise }),
  };
}

/** What limits allow, in words: `from 0 to 1`, `a whole number of months, 1 or more`. */
export function limitsWords(limits: Limits): string {
  const bounds = boundsWords(limits);
  if (limits.whole === undefined) return bounds;
  return [`a whole number of ${limits.whole}`, ...(bounds === "" ? [] : [bounds])].join(", ");
}

function boundsWords({ least, above, most, below }: Limits): string {
  const upper = most === undefined ? (below === undefined ? undefined : `below ${below}`) : `${most}`;
  if (least !== undefined) return upper === undefined ? `${least} or more` : `from ${least} to ${upper}`;
  if (above !== undefined)
    return upper === undefined ? `above ${above}` : `above ${above} and up to ${upper}`;
  if (upper === undefined) return "";
  return most === undefined ? upper : `at most ${upper}`;
}

/** What to do about a value that the limits do not allow. */
export function limitsHint(value: Decimal, limits: Limits): string {
  const { whole, ...bounds } = limits;
  const { least, most, below } = bounds;
  if (whole !== undefined && isWithin(value, bounds)) return `round it to whole ${whole}`;
  if (below !== undefined && value.gte(below)) return `give a number below ${below}`;
  if (most === 1 && least !== -1) return "a share is written 0.62 or 62%";
  if (value.isNegative() && least === 0) {
    return "costs, savings and funding are all positive amounts; their kind gives the sign";
  }
  return "check the sign and the size of the number";
}

/** That something keeps to a bound, in words that end a sentence: `never below nil`. */
export function boundWords(name: BoundName, bound: number): string {
  const words = bound === 0 ? "nil" : numeral(decimal(bound));
  return {
    least: `never below ${words}`,
    above: `always above ${words}`,
    most: `never above ${words}`,
    below: `always below ${words}`,
  }[name];
}
