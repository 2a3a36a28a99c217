import type { Comparison } from "../../formula/formula.ts";
import { received } from "../../issue/received.ts";
import { refusal } from "../../issue/refusal.ts";
import { type Amount, readAmount } from "../../quantity/amount.ts";
import type { Decimal } from "../../quantity/decimal.ts";

/** What is asked of an outcome: a bound that it must keep to, or the target that it must hit. At most one of them. */
export interface Asked {
  /** The value that the outcome must come to. */
  readonly target?: Amount;
  readonly above?: Amount;
  readonly below?: Amount;
  readonly "at least"?: Amount;
  readonly "at most"?: Amount;
}

/** A bound on the value of an outcome, in its unit; `equal to` is a target. */
export interface Bound {
  readonly is: Exclude<Comparison, "unlike">;
  readonly than: Decimal;
}

const words = {
  target: "equal to",
  above: "above",
  below: "below",
  "at least": "at least",
  "at most": "at most",
} as const;

/** The keys of {@link Asked}, in the order in which messages list them. */
const keys = Object.keys(words) as (keyof typeof words)[];

/** The bound that is asked for; `undefined` where none is. Throws `wrong-shape` for two, and the codes of reading an amount. */
export function boundOf(asked: Asked): Bound | undefined {
  const given = keys.filter((key) => asked[key] !== undefined);
  const [key] = given;
  if (key === undefined) return undefined;
  if (given.length > 1) {
    throw refusal({
      code: "wrong-shape",
      path: given,
      message: `${given.join(" and ")} cannot be asked for together`,
      expected: `one of ${keys.join(", ")}`,
      received: given.join(" and "),
      hint: "ask for one of them at a time",
    });
  }
  const read = readAmount(asked[key]);
  if (read.ok) return { is: words[key], than: read.value };
  throw refusal({
    code: read.code,
    path: [key],
    message: `${key} cannot be ${received(asked[key])}`,
    expected: read.expected,
    received: received(asked[key]),
    hint: read.hint,
  });
}
