import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, decimal, isDecimal, numeral, sum, zero } from "../../quantity/decimal.ts";
import { split } from "../../quantity/split.ts";
import { listAt, type OptionReader, readOptions } from "./options.ts";

/** The smallest piece of money that parts are made of. */
export type MoneyUnit = "penny" | "pound" | "thousand" | "million";

const units: Readonly<Record<MoneyUnit, string>> = {
  penny: "0.01",
  pound: "1",
  thousand: "1000",
  million: "1000000",
};

/** An amount, and the weights by which it is shared out. */
export interface AllocateOptions<Weights> {
  /** Pounds of either sign. */
  readonly amount: Amount;
  /** A weight for each part, nil or more: shares, head counts, budgets. A list, or by name. */
  readonly weights: Weights;
  /** Parts are whole multiples of it; of a penny unless told. */
  readonly unit?: MoneyUnit;
}

/**
 * An amount shared out by weights, in pounds, so that the parts are whole units and sum to it exactly. Each part is rounded
 * towards nil, then the largest remainders get a unit more, the earlier of equals first; what the amount has beyond whole
 * units goes to the part with the largest weight. A negative amount is shared out as the positive one is, with the other sign.
 * Weights by name give parts by name.
 *
 * Issue codes (thrown): `out-of-range` for a negative weight or weights that sum to nil, `wrong-shape` without a weight, and
 * those of reading a number.
 *
 * @example
 * ```ts
 * import { allocate } from "invest-to-save/appraisal";
 * allocate({ amount: 100, weights: [1, 1, 1] }).join(" "); // => "33.34 33.33 33.33"
 * const shares = { Council: "62.5%", Health: "37.5%" };
 * allocate({ amount: -1_001, weights: shares, unit: "pound" }); // => { Council: -626, Health: -375 }
 * ```
 */
export function allocate(options: AllocateOptions<readonly Amount[]>): Decimal[];
export function allocate<Name extends string>(
  options: AllocateOptions<Readonly<Record<Name, Amount>>>,
): Record<Name, Decimal>;
export function allocate(
  options: AllocateOptions<readonly Amount[] | Readonly<Record<string, Amount>>>,
): Decimal[] | Record<string, Decimal> {
  const { amount, names, weights, unit } = readOptions(
    "allocate",
    options,
    ["amount", "weights", "unit"],
    (reader) => ({
      amount: reader.amount("amount"),
      ...readWeights(reader),
      unit: reader.choice("unit", Object.keys(units) as MoneyUnit[], "penny"),
    }),
  );
  const parts = split(amount, weights, decimal(units[unit]));
  return names === undefined
    ? parts
    : Object.fromEntries(names.map((name, place) => [name, parts[place] ?? zero]));
}

function readWeights(reader: OptionReader): { names?: readonly string[]; weights: Decimal[] } {
  const given = reader.given("weights");
  const named = typeof given === "object" && given !== null && !Array.isArray(given) && !isDecimal(given);
  const names = named ? Object.keys(given) : undefined;
  const list = named
    ? Object.values(given)
    : listAt(reader, "weights", mostParts, "write one weight for each part");
  const weights = list.map((weight, place) => readWeight(reader, weight, names?.[place] ?? String(place)));
  if (reader.has("weights") && !sum(weights).gt(zero)) {
    reader.refuse("out-of-range", ["weights"], {
      says: "has no weight above nil",
      expected: "weights that sum to more than nil",
      received: `weights that sum to ${numeral(sum(weights))}`,
      hint: "give each part a weight such as its share or its head count",
    });
  }
  return { ...(names ? { names } : {}), weights };
}

const mostParts = 10_000;

function readWeight(reader: OptionReader, given: unknown, name: string): Decimal {
  const weight = reader.amountAt(given, ["weights", name]);
  if (weight === undefined || weight.gte(zero)) return weight ?? zero;
  reader.refuse("out-of-range", ["weights", name], {
    says: `cannot be ${numeral(weight)}`,
    expected: "0 or more",
    received: numeral(weight),
    hint: "a part takes a share of the whole or nothing; the sign is that of the amount",
  });
  return zero;
}
