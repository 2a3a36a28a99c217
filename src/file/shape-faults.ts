import * as z from "zod";
import type { Issue } from "../issue/issue.ts";
import { didYouMean } from "../issue/nearest-name.ts";
import { unknownKey } from "../issue/unknown-key.ts";
import { notAmong, wrongValue } from "../issue/wrong-value.ts";
import { exampleUnits } from "../quantity/unit.ts";

type Fault = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
interface Def {
  readonly type: string;
  readonly shape?: Record<string, Schema>;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly catchall?: Schema;
  readonly values?: readonly unknown[];
}

const made = new WeakMap<() => z.ZodType, z.ZodType>();

/** The schema that a function makes, made once: a file has many lines, and most of the time of reading it went into their schemas. */
export function schemaOf(make: () => z.ZodType): z.ZodType {
  const known = made.get(make);
  if (known !== undefined) return known;
  const schema = make();
  made.set(make, schema);
  return schema;
}

/** Checks plain data against a schema; the faults found, worded for the person who has to mend the file. */
export function shapeFaults(schema: z.ZodType, value: unknown, path: readonly string[]): Issue[] {
  const checked = schema.safeParse(value);
  if (checked.success) return [];
  const issues = checked.error.issues.flatMap((fault) => issuesOf(schema, value, fault, path));
  return issues.filter((issue) => !isMistyped(issue, issues));
}

/** Whether a key is missing only because it is there with a slip in it. */
function isMistyped({ code, path }: Issue, issues: readonly Issue[]): boolean {
  return (
    code === "missing-key" &&
    issues.some(
      (other) =>
        other.code === "unknown-key" &&
        other.hint === hintOfName(path.at(-1) ?? "") &&
        other.path.slice(0, -1).join("\u0000") === path.slice(0, -1).join("\u0000"),
    )
  );
}

function hintOfName(name: string): string {
  return didYouMean(name, [name]) ?? "";
}

function issuesOf(schema: Schema, value: unknown, fault: Fault, base: readonly string[]): Issue[] {
  const path = [...base, ...fault.path.map(String)];
  const found = fault.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  if (fault.code === "unrecognized_keys") {
    return fault.keys.map((key) => unknownKey(path, key, keysAt(schema, fault.path)));
  }
  if (fault.code === "invalid_union") {
    const meant = meantBranch(fault, found);
    if (meant) {
      return meant.flatMap((one) =>
        issuesOf(schema, value, { ...one, path: [...fault.path, ...one.path] } as Fault, base),
      );
    }
  }
  const at = schemasAt(schema, fault.path);
  const wanted = wordsOf(at);
  if (fault.code === "custom" && fault.params?.["code"] === "unknown-unit") {
    const hint = didYouMean(found, exampleUnits) ?? "write units as in “£ per child per week”";
    return [{ ...wrongValue(path, wanted, found, hint), code: "unknown-unit" }];
  }
  if (fault.code === "invalid_value") {
    return [notAmong(path, fault.values.map(String), found)];
  }
  if (fault.code === "too_small") return [tooSmall(path, wanted, found)];
  if (found === undefined) return [missing(path, wanted)];
  return [wrongValue(path, wanted, found, shapeHint(at, found))];
}

/** The faults of the branch of a union that a mapping was meant for; nothing where it was meant for none. */
function meantBranch(
  fault: Extract<Fault, { code: "invalid_union" }>,
  found: unknown,
): readonly Fault[] | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  return fault.errors.find((errors) =>
    errors.every(({ code, path }) => path.length > 0 || !ofTheWhole(code)),
  );
}

function ofTheWhole(code: Fault["code"]): boolean {
  return code === "invalid_type" || code === "invalid_union" || code === "invalid_value";
}

function missing(path: readonly string[], expected: string): Issue {
  const message = `${path.join(" > ")} is missing`;
  const hint = `add “${path.at(-1)}:” and its value`;
  return { code: "missing-key", severity: "error", path, message, expected, received: "nothing", hint };
}

function tooSmall(path: readonly string[], wanted: string, found: unknown): Issue {
  const hint = "write it, or take the key out";
  if (!Array.isArray(found)) return wrongValue(path, wanted, null, hint);
  const message = `${path.join(" > ")} is an empty list`;
  return { ...wrongValue(path, "at least one thing in the list", found, hint), message };
}

/** What is expected where some schemas meet: what they say of themselves, or their types. */
function wordsOf(schemas: readonly Schema[]): string {
  const words = schemas.map((schema) => descriptionOf(schema) ?? typeWords(defOf(schema)));
  return [...new Set(words)].join(", or ");
}

function typeWords({ type, values }: Def): string {
  return type === "literal" ? (values ?? []).join(", or ") : (types[type] ?? type);
}

const types: Record<string, string> = {
  string: "text",
  number: "a number",
  object: "keys with values",
  record: "keys with values",
  array: "a list",
  boolean: "true or false",
};

/** What to do about a value of the wrong kind. */
function shapeHint(schemas: readonly Schema[], found: unknown): string {
  if (found === null) return "write its value after the colon, or take the key out";
  const kinds = schemas.map((schema) => defOf(schema).type);
  if (kinds.includes("array") && !Array.isArray(found) && typeof found !== "object")
    return `write it in brackets: [${String(found)}]`;
  // A year by itself is a number to the file, and a year only where it is read as text.
  if (
    typeof found === "number" &&
    schemas.some((schema) => /period|\byear\b/.test(descriptionOf(schema) ?? ""))
  )
    return `put it in quotes: "${found}"`;
  const example = schemas.map((schema) => descriptionOf(schema)?.split(/: |; /)[1]).find((text) => text);
  if (example) return `write it like ${example}`;
  const keys = schemas.flatMap(mainKeys);
  if (keys.length > 0) return `write it like { ${[...keys.map((key) => `${key}: …`), "…"].join(", ")} }`;
  if (kinds.includes("record")) return "write it like { label: value }";
  return typeof found === "object" ? "write it as plain text" : `put it in quotes: "${String(found)}"`;
}

/** The keys that a mapping must have; where none must be there, the first that it may have. */
function mainKeys(schema: Schema): string[] {
  const shape = Object.entries(defOf(schema).shape ?? {});
  const needed = shape.filter(([, of]) => defOf(of).type !== "optional");
  return (needed.length > 0 ? needed : shape.slice(0, 1)).map(([key]) => key);
}

function defOf(schema: Schema): Def {
  return schema._zod.def as unknown as Def;
}

function descriptionOf(schema: Schema): string | undefined {
  return z.globalRegistry.get(schema)?.description;
}

/** The schemas that a value at a path may follow: one, or the branches of a union that does not describe itself. */
function schemasAt(schema: Schema, path: readonly PropertyKey[]): Schema[] {
  const def = defOf(schema);
  const described = path.length === 0 && descriptionOf(schema) !== undefined;
  if (described) return [schema];
  if (def.innerType) return schemasAt(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => schemasAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const next = def.shape?.[String(key)] ?? def.valueType ?? def.element ?? def.catchall;
  return next === undefined ? [] : schemasAt(next, rest);
}

/** The keys that a schema knows at a path. */
function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  return schemasAt(schema, path).flatMap(ownKeys);
}

/** The keys of a schema, also where it is described as a whole and what it is of has the keys. */
function ownKeys(schema: Schema): string[] {
  const { shape, innerType, options = [] } = defOf(schema);
  if (innerType) return ownKeys(innerType);
  return [...new Set([...Object.keys(shape ?? {}), ...options.flatMap(ownKeys)])];
}
