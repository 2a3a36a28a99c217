import { isKeyed, refuseGiven } from "./given.ts";

/** What one function of the library gives and another takes, and the keys by which it is known. */
export interface HandedOn {
  readonly name: string;
  /** Who gives it, such as `layOut`. */
  readonly by: string;
  /** The keys that hold something with keys of its own. */
  readonly keyed?: readonly string[];
  /** The keys that hold a list. */
  readonly lists?: readonly string[];
}

/** Refuses what is none of the things that a function of the library gives: that alone can be worked with. */
export function checkHandedOn(given: unknown, { name, by, keyed = [], lists = [] }: HandedOn): void {
  const own = isKeyed(given) ? given : {};
  const all = keyed.every((key) => isKeyed(own[key])) && lists.every((key) => Array.isArray(own[key]));
  const article = /^[aeiou]/.test(name) ? "an" : "a";
  if (!isKeyed(given) || !all)
    refuseGiven([name], `${article} ${name}, as ${by} gives it`, given, `give it what ${by} gives`);
}
