import type { CellAt } from "../structure/rule.ts";
import type { Slip } from "./digits.ts";

/** What may have gone wrong with a figure. */
export type CauseKind =
  | Slip["slip"]
  | "missing"
  | "copied"
  | "left out"
  | "counted twice"
  | "taken away"
  | "taken from elsewhere"
  | "not updated"
  | "swapped cells"
  | "shifted";

/** A named pattern that a figure fits, in words, and how hard it is to fit by chance, in doublings. */
export interface Cause {
  readonly kind: CauseKind;
  readonly says: string;
  readonly bits: number;
  /** The figure that was meant, in whole numbers of the last printed digit, where the pattern says it. */
  readonly meant?: bigint;
  /** The row or column that a total leaves out, counts twice or takes from elsewhere. */
  readonly of?: CellAt;
}

const slipWords: Readonly<Record<Slip["slip"], string>> = {
  sign: "its sign or bracket is lost, or one too many",
  swapped: "two digits are swapped",
  mistyped: "one digit is another",
  doubled: "a digit is doubled",
  added: "there is a digit too many",
  dropped: "a digit is dropped",
  noughts: "its point or its noughts are in the wrong place",
};

/** A slip of the pen as a cause. */
export function causeOfSlip({ slip, meant, bits }: Slip): Cause {
  return { kind: slip, says: slipWords[slip], bits, meant };
}
