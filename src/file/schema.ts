import * as z from "zod";
import { driverKinds } from "../drivers/kinds.ts";
import { amountSchema, attributesSchema, tableSchema } from "../programme/schema.ts";
import { headSchema } from "./model.ts";
import { sections } from "./sections.ts";

/**
 * The JSON Schema of a model file, for editors that complete and check while a person types. It is looser than reading
 * in one respect: any key of a line may hold an amount, since the years of a model are its own. Throws nothing.
 *
 * @example
 * ```ts
 * import { modelSchema } from "invest-to-save/file";
 * (modelSchema()["required"] as string[]).join(); // => "title,years"
 * ```
 */
export function modelSchema(): Record<string, unknown> {
  return z.toJSONSchema(documentSchema(), { io: "input", reused: "ref" }) as Record<string, unknown>;
}

function documentSchema(): z.ZodType {
  const drivers = Object.fromEntries(driverKinds.map(({ name, schema }) => [name, schema().optional()]));
  const line = z
    .object({ ...attributesSchema().shape, ...drivers })
    .catchall(amountSchema())
    .meta({ id: "line", description: "amounts by year, or one driver, and what is said of the line" });
  const lines: z.ZodType = z
    .record(z.string(), z.union([amountSchema(), z.lazy(() => group), line]))
    .meta({ id: "lines" });
  const group = z
    .strictObject({ subtotal: z.string().optional(), lines: z.lazy(() => lines) })
    .meta({ id: "group" });
  const section = z.union([
    z.strictObject({ heading: z.string().optional(), total: z.string().optional(), lines }),
    lines,
  ]);
  const tables = z.record(z.string(), z.strictObject({ ...tableSchema().shape, lines }));
  const own: Record<string, z.ZodType> = Object.fromEntries(
    sections.map(({ key }) => [key, section.optional()]),
  );
  return z
    .strictObject({ ...headSchema().shape, ...own, memorandum: tables.optional() })
    .meta({ title: "invest-to-save model" });
}
