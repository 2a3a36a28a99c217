import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, one, sum, zero } from "../../quantity/decimal.ts";
import { type OptionReader, readOptions } from "./options.ts";
import { rateOf } from "./rates-of-return.ts";

/** Flows by period, and the rates at which money is found and put to use. */
export interface MirrOptions {
  /** Pounds in periods 0, 1, 2 and so on, nil ones included; what comes in is positive and what is paid is negative. */
  readonly flows: readonly Amount[];
  /** The rate for a period that what is paid is financed at. */
  readonly "finance rate": Amount;
  /** The rate for a period that what comes in earns until the last period. */
  readonly "reinvestment rate": Amount;
}

/**
 * The modified internal rate of return for a period, a share: what comes in, grown to the last period at the reinvestment
 * rate, over what is paid, discounted to the first at the finance rate, as growth over the periods between. Each flow keeps
 * its period: a nil one is a period in which nothing happens. It is −100% where nothing comes in.
 *
 * Issue codes (thrown): `out-of-range` where nothing is paid, or for a rate of −100% or less; `wrong-shape` for less than two
 * flows, and those of reading a number.
 *
 * @example
 * ```ts
 * import { mirr } from "invest-to-save/appraisal";
 * const flows = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000];
 * mirr({ flows, "finance rate": "10%", "reinvestment rate": "12%" }).toFixed(6); // => "0.126094"
 * ```
 */
export function mirr(options: MirrOptions): Decimal {
  const keys = ["flows", "finance rate", "reinvestment rate"];
  const { flows, finance, reinvestment } = readOptions("mirr", options, keys, (reader) => ({
    flows: readFlows(reader),
    finance: reader.rate("finance rate"),
    reinvestment: reader.rate("reinvestment rate"),
  }));
  const last = flows.length - 1;
  const grown = flows.map((flow, period) =>
    flow.gt(zero) ? flow.times(reinvestment.plus(one).pow(last - period)) : zero,
  );
  const paid = flows.map((flow, period) => (flow.lt(zero) ? flow.div(finance.plus(one).pow(period)) : zero));
  return rateOf(sum(grown).div(sum(paid).negated()).pow(one.div(last)));
}

function readFlows(reader: OptionReader): Decimal[] {
  const flows = reader.amounts("flows");
  if (flows.length === 1) {
    reader.refuse("wrong-shape", ["flows"], {
      says: "has one flow in it",
      expected: "two flows or more",
      received: "a list of 1",
      hint: "a rate of return needs a period between money paid and money received",
    });
  } else if (flows.length > 1 && !flows.some((flow) => flow.lt(zero))) {
    reader.refuse("out-of-range", ["flows"], {
      says: "has nothing that is paid",
      expected: "one negative amount or more",
      received: "no negative amount",
      hint: "write what is paid as a negative amount; without it there is nothing to earn a return on",
    });
  }
  return flows;
}
