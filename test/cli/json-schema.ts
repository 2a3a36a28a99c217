type Schema = Readonly<Record<string, unknown>>;

/** What a checker needs to know: the whole schema, for references into it, and what was found so far. */
interface Checking {
  readonly whole: Schema;
  readonly faults: string[];
}

const notes = ["$schema", "$defs", "id", "title", "description", "default", "examples"];

/**
 * Checks data against a JSON Schema, with the keywords that the schema of models uses; any other keyword is an error,
 * so that nothing is passed over. Gives the faults as `path: words`.
 */
export function schemaFaults(whole: Schema, data: unknown): string[] {
  const checking: Checking = { whole, faults: [] };
  check(checking, whole, data, "");
  return checking.faults;
}

function check(checking: Checking, schema: Schema, data: unknown, path: string): void {
  for (const [keyword, given] of Object.entries(schema)) {
    if (notes.includes(keyword)) continue;
    const rule = rules[keyword];
    if (rule === undefined) throw new Error(`the checker does not know the keyword ${keyword}`);
    rule(given as never, { checking, schema, data, path });
  }
}

interface At {
  readonly checking: Checking;
  readonly schema: Schema;
  readonly data: unknown;
  readonly path: string;
}

const rules: Readonly<Record<string, (given: never, at: At) => void>> = {
  $ref: (to: string, { checking, data, path }) => check(checking, found(checking.whole, to), data, path),
  type: (type: string, at) => {
    const is = type === "integer" ? Number.isInteger(at.data) : typeOf(at.data) === type;
    says(at, is, `is no ${type}`);
  },
  const: (value: unknown, at) => says(at, at.data === value, `is not ${String(value)}`),
  enum: (values: readonly unknown[], at) =>
    says(at, values.includes(at.data), `is none of ${values.join(", ")}`),
  minLength: (least: number, at) =>
    says(at, typeof at.data !== "string" || at.data.length >= least, "is too short"),
  minimum: (least: number, at) =>
    says(at, typeof at.data !== "number" || at.data >= least, `is below ${least}`),
  maximum: (most: number, at) => says(at, typeof at.data !== "number" || at.data <= most, `is above ${most}`),
  minItems: (least: number, at) =>
    says(at, !Array.isArray(at.data) || at.data.length >= least, "has too few items"),
  required: (keys: readonly string[], at) => {
    for (const key of keys) says(at, !isObject(at.data) || key in at.data, `has no ${key}`);
  },
  anyOf: (branches: readonly Schema[], at) => {
    const fits = branches.some((branch) => {
      const inner: Checking = { whole: at.checking.whole, faults: [] };
      check(inner, branch, at.data, at.path);
      return inner.faults.length === 0;
    });
    says(at, fits, "fits none of its branches");
  },
  allOf: (branches: readonly Schema[], { checking, data, path }) => {
    for (const branch of branches) check(checking, branch, data, path);
  },
  items: (item: Schema, { checking, data, path }) => {
    if (Array.isArray(data))
      for (const [i, one] of data.entries()) check(checking, item, one, `${path}/${i}`);
  },
  properties: (own: Readonly<Record<string, Schema>>, { checking, data, path }) => {
    if (!isObject(data)) return;
    for (const [key, of] of Object.entries(own))
      if (Object.hasOwn(data, key)) check(checking, of, data[key], `${path}/${key}`);
  },
  propertyNames: (name: Schema, { checking, data, path }) => {
    if (isObject(data)) for (const key of Object.keys(data)) check(checking, name, key, `${path}/${key}`);
  },
  additionalProperties: (of: Schema | boolean, at) => {
    const { checking, schema, data, path } = at;
    if (!isObject(data)) return;
    const own = Object.keys((schema["properties"] ?? {}) as object);
    for (const key of Object.keys(data).filter((one) => !own.includes(one))) {
      if (typeof of === "object") check(checking, of, data[key], `${path}/${key}`);
      else says(at, of, `has no use for ${key}`);
    }
  },
};

function says({ checking, path }: At, holds: boolean, words: string): void {
  if (!holds) checking.faults.push(`${path || "/"}: ${words}`);
}

function found(whole: Schema, to: string): Schema {
  const keys = to.replace(/^#\/?/, "").split("/").filter(Boolean);
  return keys.reduce<Schema>(
    (at, key) => at[key.replaceAll("~1", "/").replaceAll("~0", "~")] as Schema,
    whole,
  );
}

function typeOf(data: unknown): string {
  if (data === null) return "null";
  return Array.isArray(data) ? "array" : typeof data;
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeOf(data) === "object";
}
