import type { Issue } from "../issue/issue.ts";
import { InvestToSaveError } from "../issue/refusal.ts";
import { readAt } from "../programme/read-at.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, zero } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";

/**
 * Reads some amounts of each of the things that are to be drawn; throws every fault in them together. Those that may be left out
 * are left out of what is read too.
 */
export function amountsOf<Key extends string, May extends string = never>(
  given: readonly (Readonly<Record<Key, Amount>> & { readonly [key in May]?: Amount | undefined })[],
  keys: readonly Key[],
  what: string,
  unit: Unit,
  may: readonly May[] = [],
): (Readonly<Record<Key, Decimal>> & { readonly [key in May]?: Decimal })[] {
  const faults: Issue[] = [];
  const read = given.map((one, i) => {
    const stated = may.filter((key) => one[key] !== undefined);
    const own = [...keys, ...stated].map((key): [Key | May, Decimal] => {
      const path = [`${what} ${i + 1}`, key];
      return [key, readAmountAt(one[key] as Amount, path, faults, unit)];
    });
    return Object.fromEntries(own) as Record<Key, Decimal> & { [key in May]?: Decimal };
  });
  if (read.length === 0) faults.push(nothing(what));
  if (faults.length > 0) throw new InvestToSaveError(faults);
  return read;
}

/** A quotient of 40 digits is no amount that a person would write, and is drawn all the same. */
function readAmountAt(given: Amount, path: readonly string[], faults: Issue[], unit: Unit): Decimal {
  const read = readAmount(given);
  return read.ok ? read.value : (readAt(given, path, faults, {}, unit) ?? zero);
}

function nothing(what: string): Issue {
  return {
    code: "wrong-shape",
    severity: "error",
    path: [what],
    message: `there is no ${what} to draw`,
    expected: `a list with at least one ${what}`,
    received: "an empty list",
    hint: `give the ${what}s, or leave the chart out`,
  };
}
