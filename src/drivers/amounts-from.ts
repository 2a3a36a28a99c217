import * as z from "zod";
import type { AnyPeriodAmounts, Driver } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import type { DriverKind } from "./driver-kind.ts";

/** A row of a CSV file beside the model. */
export interface AmountsFromOptions {
  /** The file, in the folder of the model or below it. */
  readonly file: string;
  /** The name in the first column of the row. */
  readonly row: string;
}

/**
 * Amounts by period, in pounds, that were read from a row of a CSV file: its first row names the periods, its first
 * column the rows. They mean what amounts by period mean elsewhere; a blank is nil. Whoever reads the model finds the
 * file; in code, give the amounts that were read.
 *
 * Issue codes: `no-such-file`, `forbidden-path` and `unknown-name` in the model; in the CSV file `empty-file`,
 * `binary-file`, `broken-file`, `duplicate-id` for a row that stands there twice, and those of amounts by period.
 *
 * @example
 * ```ts
 * import { amountsFrom, cost, evaluate, programme, years } from "invest-to-save";
 * const rent = amountsFrom({ file: "costs.csv", row: "Rent" }, { "2024/25": "1000", "2025/26": "1200" });
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "ledger" }, cost("Rent", rent));
 * evaluate(p).rows.get("rent")?.values.join(" "); // => "1000 1200"
 * ```
 */
export function amountsFrom(options: AmountsFromOptions, read: AnyPeriodAmounts): Driver {
  return { name: "amounts from", options, shape, build: (line) => line.amounts("", read, line.unit) };
}

/** What its options look like, for those given in code. */
const shape: OptionShape = { file: "any", row: "any" };

export const amountsFromKind: DriverKind<AmountsFromOptions> = {
  name: "amounts from",
  schema: () => z.strictObject({ file: z.string().min(1), row: z.string().min(1) }),
  from: (options, beside) => amountsFrom(options, beside?.rowOf(options.file, options.row) ?? {}),
};
