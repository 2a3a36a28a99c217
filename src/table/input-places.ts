import type { InputSaid } from "../programme/stamp/inputs-said.ts";
import { type Saying, sayingKey, thingKey } from "../programme/stamp/sayings.ts";
import type { InputDifference } from "./input-changes.ts";

/** What is said of an input beside its number. */
const aspects: Readonly<Record<string, InputDifference>> = {
  unit: "unit",
  low: "range",
  high: "range",
  range: "range",
  prices: "prices",
  source: "source",
  assumed: "source",
  placeholder: "source",
};

/** What is told on its own, since it is no part of the number, its range or its source. */
const asides = new Set(["name", "owner", "date", "review by", "note"]);

/** The inputs of two models by every place where something is said of them. */
export function inputPlaces(all: readonly InputSaid[]): ReadonlyMap<string, string> {
  return new Map(all.flatMap((one) => placesOf(one).map((place) => [place, inputKey(one)])));
}

/** An input by a key that it has in another model too. What a line is worked out from is the same whatever works it out. */
export function inputKey(one: InputSaid): string {
  return one.of !== undefined && one.isOfLine ? `${thingKey(one.of)} itself` : sayingKey(one);
}

/** The places of an input: its own, and what the line says of itself where it is the input of the line. */
function placesOf({ of, path, isOfLine }: InputSaid): string[] {
  const beside = isOfLine && of !== undefined ? Object.keys(aspects).map((key) => [of.label, key]) : [];
  return [path, ...beside].map((place) => sayingKey({ ...(of && { of }), path: place }));
}

/** The input that something is said of: the one whose place is the nearest above. */
export function inputAt({ of, path }: Saying, places: ReadonlyMap<string, string>): string | undefined {
  if (asides.has(path.at(-1) ?? "")) return undefined;
  for (let length = path.length; length > 0; length--) {
    const found = places.get(sayingKey({ ...(of && { of }), path: path.slice(0, length) }));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What of an input something is that is said of it: its value, unless its place says what else. */
export function aspectOf({ of, path }: Saying): InputDifference {
  const key = path.slice(of === undefined ? 1 : of.at + 1).find((one) => Object.hasOwn(aspects, one));
  if (key !== undefined) return aspects[key] ?? "value";
  return path.at(-1) === "must be" ? "bound" : "value";
}
