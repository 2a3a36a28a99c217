import type * as z from "zod";
import type { Driver } from "../programme/line.ts";

/**
 * A driver as files know it: the key that names it, the schema of what stands under the key, and the function that
 * makes a driver of it. The schema is a function so that programs which never read a file never load it.
 */
export interface DriverKind<Options = never> {
  readonly name: string;
  readonly schema: () => z.ZodType;
  readonly from: (options: Options) => Driver;
}
