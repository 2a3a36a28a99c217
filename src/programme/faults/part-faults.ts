import { isKeyed } from "../../issue/given.ts";
import type { Issue } from "../../issue/issue.ts";
import { notAmong, wrongValue } from "../../issue/wrong-value.ts";
import { isTimeline } from "../../time/given.ts";
import { type Kind, kinds } from "../line.ts";
import { isNames, type OptionShape, optionFaults } from "../option-shape.ts";
import { lostLetters, unlikeData } from "./plain-data.ts";

type Fields = Readonly<Record<string, unknown>>;

type Needed = "keys with values" | "a list" | "amounts";

/** What each kind of part must have beside its label, and what that must be. */
const needs: Readonly<Record<string, Readonly<Record<string, Needed>>>> = {
  line: { attributes: "keys with values", driver: "amounts" },
  group: { parts: "a list" },
  table: { parts: "a list", options: "keys with values" },
  assumption: {},
  condition: { options: "keys with values" },
  index: { options: "keys with values" },
  scenario: { set: "keys with values" },
  correlation: {},
};

/** The faults of what is no programme at all in code that was not checked: a part that is none, a label that is no text. */
export function notParts(title: unknown, timeline: unknown, options: unknown, parts: unknown): Issue[] {
  return [
    ...(typeof title === "string"
      ? lostLetters(title, ["title"])
      : [wrong(["title"], "the name of the programme", title)]),
    ...(isTimeline(timeline)
      ? []
      : [wrong(["years"], 'years, such as years("2024/25", "2028/29")', timeline)]),
    ...(isPart(options)
      ? // Where the years are missing too, what stands in the place of the options has only moved up.
        isTimeline(timeline)
        ? [noOptions(options)]
        : []
      : isKeyed(options)
        ? optionsFaults(options)
        : [wrong(["options"], "keys with values, such as { source: … }", options)]),
    ...faultsIn(parts, ["parts"]),
  ];
}

/** Whether something is a part of a programme, which stands after its options. */
function isPart(given: unknown): given is { readonly part: string } {
  return isKeyed(given) && typeof given["part"] === "string";
}

function noOptions({ part }: { readonly part: string }): Issue {
  return {
    code: "wrong-shape",
    severity: "error",
    path: ["options"],
    message: `the options are missing: a ${part} stands in their place`,
    expected: "keys with values, such as { source: … }, before the parts",
    received: `a ${part}`,
    hint: "write it like programme(title, years, { source: … }, …parts), with {} where there is nothing to say",
  };
}

/** What other options of a programme may be is looked at where they are read. */
const programmeOptions: OptionShape = {
  "body?": "text",
  "labels?": { "*": "text" },
  "notes?": "names",
  "print in?": ["pounds", "thousands", "millions"],
};

/** What is said of where numbers come from, of whatever it is said. */
const basis: OptionShape = { "source?": "text", "assumed?": "text", "placeholder?": "text" };

function basisFaults({ source, assumed, placeholder }: Fields, path: readonly string[]): Issue[] {
  return optionFaults(basis, { source, assumed, placeholder }, path);
}

function optionsFaults(options: Fields): Issue[] {
  const unlike = unlikeData(options, []);
  if (unlike.length > 0) return unlike;
  const { body, labels, notes, "print in": unit } = options;
  return [
    ...optionFaults(programmeOptions, { body, labels, notes, "print in": unit }, []),
    ...basisFaults(options, []),
  ];
}

function faultsIn(parts: unknown, path: readonly string[]): Issue[] {
  if (!Array.isArray(parts)) return [wrong(path, "a list", parts)];
  // A hole in a list is no part either.
  return Array.from(parts, (part: unknown, at) => faultsOf(part, [...path, String(at)])).flat();
}

function faultsOf(part: unknown, path: readonly string[]): Issue[] {
  const kind = isFields(part) ? part["part"] : undefined;
  if (!isFields(part) || typeof kind !== "string" || !Object.hasOwn(needs, kind)) {
    const expected = "a cost, saving, funding, group, assumption or another part";
    const hint = Array.isArray(part) ? "give the parts one by one: ...parts" : `give ${expected}`;
    return [wrongValue(path, expected, part, hint)];
  }
  const places = ["path", "optionsPath"].filter((key) => part[key] !== undefined && !isNames(part[key]));
  if (places.length > 0) return places.map((key) => wrong([...path, key], "a list of names", part[key]));
  const { label } = part;
  // A correlation goes by the names that it is between.
  const unlike = unlikeIn(part, typeof label === "string" ? [label] : path);
  if (unlike.length > 0) return unlike;
  if (kind === "correlation") return namesIn(part["between"], path);
  if (typeof label !== "string") return [wrong([...path, "label"], "text", label)];
  const lost = lostLetters(label, [...path, "label"]);
  if (lost.length > 0) return lost;
  const before = kind === "group" ? groupFaults(label, part) : kind === "line" ? lineFaults(label, part) : [];
  if (before.length > 0) return before;
  const missing = Object.entries(needs[kind] ?? {}).flatMap(([key, is]) => {
    const value = part[key];
    if (is === "a list") return Array.isArray(value) ? faultsIn(value, [label]) : [wrong([label], is, value)];
    const fits = isFields(value) && (is !== "amounts" || typeof value["build"] === "function");
    return fits ? [] : [wrong([label, key], is, value)];
  });
  const said = kind === "line" ? part["attributes"] : kind === "assumption" ? part["given"] : part["options"];
  return isFields(said) ? [...missing, ...basisFaults(said, [label])] : missing;
}

function groupFaults(label: string, { subtotal }: Fields): Issue[] {
  if (subtotal === undefined || typeof subtotal === "string") return [];
  const expected = "its options, with a subtotal or without, before its lines";
  return [wrongValue([label, "subtotal"], expected, subtotal, 'write it like group("Team", {}, cost(…))')];
}

/** A line of no kind would be in no total. */
function lineFaults(label: string, { kind, driver }: Fields): Issue[] {
  const name = isFields(driver) ? driver["name"] : undefined;
  return [
    ...(kinds.includes(kind as Kind) ? [] : [notAmong([label, "kind"], kinds, kind)]),
    ...(name === undefined || typeof name === "string"
      ? []
      : [wrong([label, "driver", "name"], "text", name)]),
  ];
}

/** What is no plain data in a part: in all that it was given, but for its parts, which are looked at one by one. */
function unlikeIn(part: Fields, path: readonly string[]): Issue[] {
  return Object.entries(part).flatMap(([key, value]) => {
    if (["parts", "label", "path", "subtotal", "kind"].includes(key)) return [];
    if (key === "driver") return isFields(value) ? unlikeData(value["options"], path) : [];
    return unlikeData(value, key === "given" || key === "options" ? path : [...path, key]);
  });
}

function namesIn(between: unknown, path: readonly string[]): Issue[] {
  return isNames(between) ? [] : [wrong([...path, "between"], "a list of two names", between)];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(path: readonly string[], expected: string, value: unknown): Issue {
  return wrongValue(path, expected, value, `give ${expected}`);
}
