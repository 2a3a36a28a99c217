import type * as z from "zod";
import type { AnyPeriodAmounts, Driver } from "../programme/line.ts";

/** What lies beside a model file: rows of amounts, found and placed by whoever reads the model. */
export interface Beside {
  /** The amounts of a row of a CSV file; nothing after reporting a fault. */
  rowOf(file: string, row: string): AnyPeriodAmounts | undefined;
}

/**
 * A driver as files know it: the key that names it, the schema of what stands under the key, and the function that
 * makes a driver of it. The schema is a function so that programs which never read a file never load it.
 */
export interface DriverKind<Options = never> {
  readonly name: string;
  readonly schema: () => z.ZodType;
  readonly from: (options: Options, beside?: Beside) => Driver;
}
