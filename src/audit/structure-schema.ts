import * as z from "zod";

const labels = () =>
  z.array(z.string().min(1)).meta({ description: "labels in a list: [Staff, Rent, -Income]" });
const kind = () => z.enum(["money", "number", "percent", "ratio"]);

/** What a structure file may hold, key by key. */
export const structureSchema = () =>
  z.strictObject({
    unit: z.enum(["pounds", "thousands", "millions", "billions"]).optional(),
    table: z
      .union([z.number().int().positive(), z.string().min(1)])
      .optional()
      .meta({ description: "a table by its number, or a worksheet by its name" }),
    "rounded to": z
      .number()
      .positive()
      .optional()
      .meta({ description: "what figures were rounded to, such as 5" }),
    "label column": z.number().int().positive().optional(),
    "heading rows": z.number().int().nonnegative().optional(),
    blank: z.enum(["nil", "unknown"]).optional(),
    cells: z
      .array(
        z.strictObject({
          row: z.string(),
          column: z.string(),
          reads: z
            .union([z.number(), z.string()])
            .meta({ description: "an amount as printed, nil or unknown" }),
        }),
      )
      .optional(),
    kinds: z.record(z.string(), kind()).optional(),
    sums: z.record(z.string(), labels()).optional(),
    "columns add up": z.record(z.string(), labels()).optional(),
    ratios: z
      .record(z.string(), z.strictObject({ of: z.string(), to: z.string(), change: z.boolean().optional() }))
      .optional(),
    "not added": labels().optional(),
    "only declared": z.boolean().optional(),
    assume: z.array(assumption()).optional(),
    claims: z.array(z.string().min(1)).optional(),
  });

const assumption = () => {
  const names = z.union([z.string(), labels()]).meta({ description: "a label, or labels in a list" });
  return z.strictObject({
    constant: names.optional(),
    "straight line": names.optional(),
    zero: names.optional(),
    equal: labels().optional(),
    from: z.string().optional().meta({ description: "the heading of the first column" }),
    to: z.string().optional().meta({ description: "the heading of the last column" }),
  });
};
