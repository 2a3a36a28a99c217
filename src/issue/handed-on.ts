import { isKeyed } from "./given.ts";
import { received } from "./received.ts";
import { refusal } from "./refusal.ts";
import { wrongValue } from "./wrong-value.ts";

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
  const own = isKeyed(given) ? given : undefined;
  const all = keyed.every((key) => isKeyed(own?.[key])) && lists.every((key) => Array.isArray(own?.[key]));
  if (own !== undefined && all) return;
  const article = /^[aeiou]/.test(name) ? "an" : "a";
  const fault = wrongValue(
    [name],
    `${article} ${name}, as ${by} gives it`,
    given,
    `give it what ${by} gives`,
  );
  const words = keyWords(own);
  const message = `${name} cannot be ${words}`;
  throw refusal(words === undefined ? fault : { ...fault, message, received: words });
}

/** What is there instead, by its keys, since many things have some. */
function keyWords(own: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const keys = Object.keys(own ?? {});
  return keys.length === 0 ? undefined : `something with the keys ${received(keys.join(", "))}`;
}
