import { isDecimal, numeral } from "../../src/quantity/decimal.ts";

/**
 * A value as examples print it: `"text"`, `2014`, `{ ok: true, value: 2014 }`, `[1, 2]`, `Map { "rent" => 1 }`. A
 * decimal is its numeral.
 */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `[function ${value.name}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  return isDecimal(value) ? numeral(value) : showObject(value);
}

function showObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Map)
    return braced(
      "Map",
      [...value].map(([key, of]) => `${show(key)} => ${show(of)}`),
    );
  if (value instanceof Set) return braced("Set", [...value].map(show));
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? "Object";
  const entries = Object.entries(value).map(([key, of]) => `${showKey(key)}: ${show(of)}`);
  return braced(name === "Object" ? "" : name, entries);
}

function showKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function braced(name: string, parts: readonly string[]): string {
  const inside = parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
  return name === "" ? inside : `${name} ${inside}`;
}
