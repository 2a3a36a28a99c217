import { InvestToSaveError } from "invest-to-save";
import { expect, test } from "vitest";
import { isDecimal } from "../../src/quantity/decimal.ts";
import { entries, soundCalls } from "./sound-calls.ts";
import { strange } from "./strange.ts";

/**
 * Whoever calls a function without types may give it anything. Each then returns, or throws or rejects with the faults as data.
 *
 * What the caller's own code does is not our subject: where a getter, a proxy or a function that was given throws, its own
 * error passes through as it is.
 */
type Called = (...args: readonly unknown[]) => unknown;

/** A function, or a class that is made with `new`. */
function called(given: unknown): Called {
  const own = given as Called & (new (...args: readonly unknown[]) => unknown);
  return /^class\b/.test(String(own)) ? (...args) => new own(...args) : own;
}

const functions = Object.entries(entries).flatMap(([entry, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === "function")
    .map(([name, value]) => ({ name: `${entry} ${name}`, entry, own: name, call: called(value) })),
);

/** Strange things in all places at once, and then in one place at a time of a call that is sound. */
function callsOf(sound: readonly unknown[]): { readonly words: string; readonly args: readonly unknown[] }[] {
  return Object.entries(strange()).flatMap(([words, value]) => [
    { words: `${words} throughout`, args: sound.map(() => value) },
    ...sound.map((_, at) => ({
      words: `${words} as argument ${at + 1}`,
      args: sound.map((own, i) => (i === at ? value : own)),
    })),
  ]);
}

/** What is wrong with an answer; nothing where it is one that a caller can use. */
async function wrongWith(call: Called, args: readonly unknown[]): Promise<string | undefined> {
  try {
    const given = call(...args);
    // A formula has a part that is called “then”, and is no promise for that.
    const answer = given instanceof Promise ? await given : given;
    return isNoNumber(answer) ? "gives NaN" : undefined;
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) return String(error).split("\n")[0];
    const vague = error.issues.filter(
      ({ code, message, path, place, expected, received, hint }) =>
        ![code, message, expected, received, hint].every(Boolean) ||
        (path.length === 0 && place === undefined),
    );
    if (error.issues.length === 0) return "an error without an issue";
    return vague.length === 0
      ? undefined
      : `no code, message, place, expectation or hint: ${JSON.stringify(vague[0])}`;
  }
}

function isNoNumber(answer: unknown): boolean {
  if (typeof answer === "string") return /\bNaN\b/.test(answer);
  if (Array.isArray(answer)) return answer.some(isNoNumber);
  return Number.isNaN(answer) || (isDecimal(answer) && answer.isNaN());
}

async function failures({ entry, own, call }: (typeof functions)[number]): Promise<string[]> {
  const found: string[] = [];
  for (const { words, args } of callsOf(soundCalls[entry]?.[own] ?? [])) {
    const wrong = await wrongWith(call, args);
    if (wrong !== undefined) found.push(`${words}: ${wrong}`);
  }
  return found;
}

test("every function that is exported has a call that is sound, and nothing else has", () => {
  const listed = Object.entries(soundCalls).flatMap(([entry, calls]) =>
    Object.keys(calls).map((name) => `${entry} ${name}`),
  );
  expect(listed.sort()).toEqual(functions.map(({ name }) => name).sort());
});

test.each(functions)("$name answers its sound call", async ({ entry, own, call }) => {
  const answer = call(...(soundCalls[entry]?.[own] ?? []));
  if (answer instanceof Promise) await answer;
});

test.each(functions)("$name answers a strange call, or refuses it with faults as data", async (one) => {
  expect(await failures(one)).toEqual([]);
});
