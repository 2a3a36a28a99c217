import type { Fault } from "../issue/issue.ts";
import { didYouMean } from "../issue/nearest-name.ts";
import { received, seen } from "../issue/received.ts";
import { refusal } from "../issue/refusal.ts";
import type { AppraisalOptions, OptionTerms } from "../programme/appraisal-options.ts";
import { isDecimal } from "../quantity/decimal.ts";

/** What each option may be: one of some words, text, a list, keys with values, or whatever is read elsewhere. */
type Shape = readonly string[] | "text" | "list" | "keys" | "read later";

const appraisalShapes: Readonly<Record<keyof AppraisalOptions, Shape>> = {
  case: ["financial", "economic"],
  for: "text",
  schedule: "read later",
  rate: "read later",
  timing: ["start", "middle", "end"],
  "base year": "text",
  deflator: "text",
  inflation: "read later",
  benefits: "list",
  outcomes: "text",
  "optimism bias": "keys",
  denominator: ["costs", "costs less cashable savings"],
  options: "keys",
};

const optionShapes: Readonly<Record<keyof OptionTerms, Shape>> = {
  without: "read later",
  set: "keys",
  says: "text",
};

/** Throws for what was given to a function in place of a programme. */
export function checkProgramme(given: unknown, name: string): void {
  const rows = isKeyed(given) ? given["rows"] : undefined;
  if (rows instanceof Map && isKeyed(given) && "timeline" in given && Array.isArray(given["lines"])) return;
  throw refusal({
    code: "wrong-shape",
    path: [name],
    message: `${name} cannot be worked out from ${received(given)}`,
    expected: "a programme, as programme() or a model's file gives it",
    received: received(given),
    hint: "give it what programme() gives",
  });
}

/** Throws for a programme that was not appraised. */
export function checkAppraised(given: unknown, name: string): void {
  checkProgramme(given, name);
  if (isKeyed(given) && isKeyed(given["appraisal"])) return;
  throw refusal({
    code: "wrong-shape",
    path: [name],
    message: `${name} needs a programme that was appraised`,
    expected: "what appraise() gives",
    received: "a programme without an appraisal",
    hint: `write it like ${name}(appraise(programme))`,
  });
}

/** Throws for options of an appraisal that it has no use for, and for values that they cannot have. */
export function checkAsked(given: unknown): void {
  checkKeys(["appraisal"], given, appraisalShapes);
}

/** Throws the same for the ways to go about a programme that are put side by side. */
export function checkOptions(given: unknown): void {
  const path = ["appraisal", "options"];
  if (!isKeyed(given)) throw refusal(notKeyed(path, given, ["As proposed"]));
  for (const [label, terms] of Object.entries(given)) checkKeys([...path, label], terms, optionShapes);
}

function checkKeys(path: readonly string[], given: unknown, shapes: Readonly<Record<string, Shape>>): void {
  const keys = Object.keys(shapes);
  if (!isKeyed(given)) throw refusal(notKeyed(path, given, keys));
  const faults = Object.entries(given).flatMap(([key, value]): Fault[] => {
    if (value === undefined) return [];
    const shape = shapes[key];
    if (shape === undefined || !keys.includes(key)) return [unknownKey([...path, key], key, keys)];
    return fits(value, shape) ? [] : [unfit([...path, key], value, shape)];
  });
  if (faults.length > 0) throw refusal(...faults);
}

function isKeyed(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given) && !isDecimal(given);
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === "read later") return true;
  if (shape === "keys") return isKeyed(value);
  if (shape === "list")
    return Array.isArray(value) && Array.from(value).every((one) => typeof one === "string");
  return typeof value === "string" && (shape === "text" || shape.includes(value));
}

function notKeyed(path: readonly string[], given: unknown, keys: readonly string[]): Fault {
  return {
    code: "wrong-shape",
    path,
    message: `${path.join(" > ")} cannot be ${received(given)}`,
    expected: `keys with values: ${keys.join(", ")}`,
    received: received(given),
    hint: `write it like { "${keys[0]}": … }`,
  };
}

function unknownKey(path: readonly string[], key: string, keys: readonly string[]): Fault {
  return {
    code: "unknown-key",
    path,
    message: `${path.slice(0, -1).join(" > ")} has no use for “${key}”`,
    expected: keys.join(", "),
    received: seen(key),
    hint: didYouMean(key, keys) ?? "take it out, or use one of the keys above",
  };
}

const expected = {
  text: "text",
  list: "a list of names",
  keys: "keys with values",
  "read later": "",
} as const;

function unfit(path: readonly string[], value: unknown, shape: Shape): Fault {
  const choices = typeof shape === "string" ? [] : shape;
  return {
    code: "wrong-shape",
    path,
    message: `${path.join(" > ")} cannot be ${received(value)}`,
    expected: typeof shape === "string" ? expected[shape] : `one of ${shape.join(", ")}`,
    received: received(value),
    hint: didYouMean(value, choices) ?? "choose what is expected, or leave it out",
  };
}

/** Throws for a body that has no part in a programme; gives its name as the model writes it. */
export function bodyNamed(
  name: string,
  bodies: readonly string[],
  same: (a: string, b: string) => boolean,
): string {
  const found = bodies.find((body) => same(body, name));
  if (found !== undefined) return found;
  throw refusal({
    code: "unknown-name",
    path: ["appraisal", "for"],
    message: `no line of this programme belongs to a body called “${name}”`,
    expected: bodies.join(", "),
    received: seen(name),
    hint: didYouMean(name, bodies) ?? "choose one of those above, or give a line the body as its “agency”",
  });
}
