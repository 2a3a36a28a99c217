import { amounts, isPeriodKey } from "../drivers/amounts.ts";
import type { DriverKind } from "../drivers/driver-kind.ts";
import { driverKinds } from "../drivers/kinds.ts";
import { once } from "../drivers/once.ts";
import type { Issue } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { unknownKey } from "../issue/unknown-key.ts";
import type {
  AnyPeriodAmounts,
  Driver,
  GroupPart,
  Kind,
  LineAttributes,
  LinePart,
} from "../programme/line.ts";
import { amountSchema, attributesSchema } from "../programme/schema.ts";
import type { Besides } from "./csv-beside.ts";
import { schemaOf, shapeFaults } from "./shape-faults.ts";

type Mapping = Readonly<Record<string, unknown>>;

/** Where lines are read from: their kind, the issues found so far. */
export interface Reading {
  readonly kind: Kind;
  readonly issues: Issue[];
  readonly besides: Besides;
  /** The first year of the model, for hints that show one. */
  readonly year: string;
  /** That a single amount belongs to no period: in a table of one column. */
  readonly once?: boolean;
}

/** Whether something in a file is a mapping of keys. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads the lines and groups of a section or a group, in the order in which they stand. */
export function readLines(
  reading: Reading,
  lines: unknown,
  path: readonly string[],
): (LinePart | GroupPart)[] {
  if (!isMapping(lines)) {
    reading.issues.push(notLines(path, lines, reading.year));
    return [];
  }
  return Object.entries(lines).flatMap(([label, value]): (LinePart | GroupPart)[] => {
    const at = [...path, label];
    if (isMapping(value) && "lines" in value) return [readGroup(reading, label, value, at)];
    const line = readLine(reading, label, value, at);
    return line ? [line] : [];
  });
}

function readGroup(reading: Reading, label: string, value: Mapping, path: readonly string[]): GroupPart {
  const known = ["subtotal", "lines"];
  for (const key of Object.keys(value))
    if (!known.includes(key)) reading.issues.push(unknownKey(path, key, known));
  const { subtotal } = value;
  if (subtotal !== undefined && typeof subtotal !== "string") {
    reading.issues.push(
      wrongShape([...path, "subtotal"], "the name of the subtotal", subtotal, "write subtotal: Sub-Total"),
    );
  }
  const parts = readLines(reading, value["lines"], [...path, "lines"]);
  return { part: "group", label, ...(typeof subtotal === "string" ? { subtotal } : {}), parts, path };
}

function readLine(
  reading: Reading,
  label: string,
  value: unknown,
  path: readonly string[],
): LinePart | undefined {
  const { kind, issues } = reading;
  if (typeof value === "number" || typeof value === "string") {
    const driver = reading.once ? once(value) : amounts(value);
    return { part: "line", kind, label, driver, attributes: {}, path, optionsPath: path };
  }
  if (!isMapping(value)) {
    issues.push(
      wrongShape(
        path,
        "an amount, or amounts by year",
        value,
        `write it like { ${reading.year}: 59600, then: 60000 }`,
      ),
    );
    return undefined;
  }
  const { attributes, drivers, periods, unknown } = sorted(value);
  const before = issues.length;
  for (const key of unknown) issues.push(unknownKey(path, key, lineKeys()));
  issues.push(...shapeFaults(schemaOf(attributesSchema), attributes, path));
  const driver = readDriver(reading, value, drivers, periods, path, unknown.length > 0);
  if (driver === undefined || issues.length > before) return undefined;
  return { part: "line", kind, label, attributes: attributes as LineAttributes, path, ...driver };
}

function readDriver(
  reading: Reading,
  value: Mapping,
  drivers: readonly DriverKind[],
  periods: Mapping,
  path: readonly string[],
  excused: boolean,
): { driver: Driver; optionsPath: readonly string[] } | undefined {
  const [kind] = drivers;
  const given = [
    ...drivers.map(({ name }) => name),
    ...(Object.keys(periods).length > 0 ? ["amounts by year"] : []),
  ];
  if (given.length !== 1) {
    if (!excused || given.length > 1) reading.issues.push(notOneDriver(path, given, reading.year));
    return undefined;
  }
  if (kind === undefined) {
    const faults = Object.entries(periods).flatMap(([key, amount]) =>
      shapeFaults(schemaOf(amountSchema), amount, [...path, key]),
    );
    reading.issues.push(...faults);
    return faults.length > 0
      ? undefined
      : { driver: amounts(periods as AnyPeriodAmounts), optionsPath: path };
  }
  const optionsPath = [...path, kind.name];
  const faults = shapeFaults(schemaOf(kind.schema), value[kind.name], optionsPath);
  reading.issues.push(...faults);
  if (faults.length > 0) return undefined;
  const beside = reading.besides.for(optionsPath, reading.issues);
  return { driver: kind.from(value[kind.name] as never, beside), optionsPath };
}

/** The keys of a line by what they are for. */
function sorted(value: Mapping) {
  const attributes: Record<string, unknown> = {};
  const periods: Record<string, unknown> = {};
  const drivers: DriverKind[] = [];
  const unknown: string[] = [];
  const known = attributeKeys();
  for (const [key, own] of Object.entries(value)) {
    const driver = driverKinds.find(({ name }) => name === key);
    if (driver) drivers.push(driver);
    else if (known.includes(key)) attributes[key] = own;
    else if (isPeriodKey(key)) periods[key] = own;
    else unknown.push(key);
  }
  return { attributes, drivers, periods, unknown };
}

let attributeNames: string[] | undefined;

function attributeKeys(): string[] {
  attributeNames ??= Object.keys(attributesSchema().shape);
  return attributeNames;
}

function lineKeys(): string[] {
  return [...driverKinds.map(({ name }) => name), ...attributeKeys(), "lines", "then"];
}

function notOneDriver(path: readonly string[], given: readonly string[], year: string): Issue {
  const drivers = driverKinds.map(({ name }) => name).join(", ");
  return {
    code: given.length === 0 ? "missing-key" : "wrong-shape",
    severity: "error",
    path,
    message: `${path.join(" > ")} ${given.length === 0 ? "says nothing of its amounts" : "says its amounts in more than one way"}`,
    expected: `amounts by year, or one of ${drivers}`,
    received: given.length === 0 ? "none of them" : given.join(" and "),
    hint:
      given.length === 0
        ? `write it like { ${year}: 59600, then: 60000 }`
        : "keep one of them, or make a line of its own for each",
  };
}

function notLines(path: readonly string[], value: unknown, year: string): Issue {
  return wrongShape(path, "lines, each a label with its amounts", value, linesHint(value, year));
}

function linesHint(value: unknown, year: string): string {
  if (Array.isArray(value)) return "take the hyphens away: a line is “Label: amount” on a line of its own";
  if (value === null) return `write lines under it, each as “Label: { ${year}: 59600 }”, or take it out`;
  if (typeof value === "string" && /\S:\S/.test(value)) return "put a space after the colon";
  return `write each line as “Label: { ${year}: 59600 }”`;
}

/** A value of the wrong kind. */
export function wrongShape(path: readonly string[], expected: string, value: unknown, hint: string): Issue {
  const at = path.join(" > ") || "the model";
  const message = value === null ? `${at} has nothing in it` : `${at} cannot be ${received(value)}`;
  return { code: "wrong-shape", severity: "error", path, message, expected, received: received(value), hint };
}
