import type * as z from "zod";
import { didYouMean, type Issue, type IssueCode, received } from "../issue.ts";

type Fault = z.core.$ZodIssue;
interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly catchall?: z.core.$ZodType;
}

/** Checks plain data against a schema; the faults found, worded for the person who has to mend the file. */
export function shapeFaults(schema: z.ZodType, value: unknown, path: readonly string[]): Issue[] {
  const checked = schema.safeParse(value);
  if (checked.success) return [];
  return checked.error.issues.flatMap((fault) => issuesOf(schema, value, fault, path));
}

function issuesOf(schema: z.core.$ZodType, value: unknown, fault: Fault, base: readonly string[]): Issue[] {
  const path = [...base, ...fault.path.map(String)];
  const found = fault.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  if (fault.code === "unrecognized_keys") {
    return fault.keys.map((key) => unknownKey(path, key, keysAt(schema, fault.path)));
  }
  if (fault.code === "invalid_union") return unionIssues(schema, value, found, fault, base);
  if (fault.code === "custom" && typeof fault.params?.["code"] === "string") {
    return [
      worded(
        fault.params["code"] as IssueCode,
        path,
        "a unit such as £, share, children, £ per child per week",
        found,
      ),
    ];
  }
  if (fault.code === "invalid_type") {
    const missing = found === undefined || found === null;
    return [worded(missing ? "missing-key" : "wrong-shape", path, typeWords(fault.expected), found)];
  }
  if (fault.code === "invalid_value") {
    const choices = fault.values.map(String);
    const hint = didYouMean(String(found), choices);
    return [
      { ...worded("wrong-shape", path, choices.join(", "), found), ...(hint === undefined ? {} : { hint }) },
    ];
  }
  return [worded("wrong-shape", path, "something", found)];
}

/** The faults of the branch of a union that the value was meant for: the mapping for a mapping, and so on. */
function unionIssues(
  schema: z.core.$ZodType,
  value: unknown,
  found: unknown,
  fault: Extract<Fault, { code: "invalid_union" }>,
  base: readonly string[],
): Issue[] {
  const path = [...base, ...fault.path.map(String)];
  const isMapping = typeof found === "object" && found !== null;
  const meant = fault.errors.find(
    (errors) =>
      isMapping &&
      !errors.some((one) => one.code === "invalid_type" && one.path.length === 0) &&
      !errors.some((one) => one.code === "invalid_union" && one.path.length === 0),
  );
  if (meant === undefined)
    return [
      worded(
        found === undefined || found === null ? "missing-key" : "wrong-shape",
        path,
        "a number, text or a mapping of options",
        found,
      ),
    ];
  return meant.flatMap((one) =>
    issuesOf(schema, value, { ...one, path: [...fault.path, ...one.path] } as Fault, base),
  );
}

/** A key that has no meaning, with the nearest that has one. */
export function unknownKey(path: readonly string[], key: string, known: readonly string[]): Issue {
  const where = path.length === 0 ? "the model" : path.join(" > ");
  return {
    code: "unknown-key",
    severity: "error",
    path: [...path, key],
    message: `${where} has no use for “${key}”`,
    expected: known.join(", "),
    received: key,
    hint: didYouMean(key, known) ?? "take it out, or use one of the keys above",
  };
}

function worded(code: IssueCode, path: readonly string[], expected: string, found: unknown): Issue {
  const at = path.join(" > ") || "the model";
  const message = code === "missing-key" ? `${at} is missing` : `${at} is not what it must be`;
  const hint =
    code === "missing-key"
      ? `add “${path.at(-1) ?? "title"}:”`
      : "see the documentation of this key for an example";
  return { code, severity: "error", path, message, expected, received: received(found), hint };
}

const types: Record<string, string> = {
  string: "text",
  number: "a number",
  object: "a mapping",
  record: "a mapping",
  array: "a list",
  boolean: "true or false",
};

function typeWords(type: string): string {
  return types[type] ?? type;
}

/** The keys that a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const def = schema._zod.def as unknown as Def;
  const inner = def.innerType;
  if (inner) return keysAt(inner, path);
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(def.shape ?? {});
  const next = def.shape?.[String(key)] ?? def.valueType ?? def.element ?? def.catchall;
  return next === undefined ? [] : keysAt(next, rest);
}
