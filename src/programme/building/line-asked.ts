import { checkFormulas } from "../../formula/given.ts";
import { checkKeyed, checkText, checkWord, isKeyed, refuseGiven } from "../../issue/given.ts";
import { kinds, type LineContext, totals } from "../line.ts";

type Check = (given: unknown, path: readonly string[], line: LineContext) => void;

/** Whatever it is, what reads it says what is wrong with it. */
const any: Check = () => {};

const text: Check = (given, path) => checkText(given, path);

const formula: Check = (given, path) => checkFormulas(path.join(" > "), given);

const edge: Check = (given, path) => checkWord(given, ["first", "last"], path);

const kind: Check = (given, path) => checkWord(given, kinds, path);

const mayBeKeyed: Check = (given, path) => {
  if (given !== undefined) checkKeyed(given, path);
};

const name: Check = (given, path) => {
  const at = isKeyed(given) ? given["at"] : given;
  const called = !isKeyed(given) || typeof given["called"] === "string";
  const listed = Array.isArray(at) && Array.from(at).every((key) => typeof key === "string");
  if (called && (listed || (typeof at === "string" && at === given))) return;
  refuseGiven(path, "the key of an option, or the keys that lead to it", given);
};

const amounts: Check = (given, path) => {
  if (given === null || given === undefined) refuseGiven(path, "an amount, or amounts by period", given);
};

const list: Check = (given, path) => {
  if (!Array.isArray(given)) refuseGiven(path, "a list", given);
};

const formulas: Check = (given, path, line) => {
  list(given, path, line);
  for (const one of Array.from(given as unknown[])) formula(one, path, line);
};

/** One for each period, or a table would have holes. */
const byPeriod: Check = (given, path, { timeline }) => {
  list(given, path, { timeline } as LineContext);
  const { length } = given as unknown[];
  if (length !== timeline.count) refuseGiven(path, `a list of ${timeline.count}, one for each period`, given);
};

/** Keys with values, some of which must be there. */
const withKeys =
  (keys: Readonly<Record<string, Check>>): Check =>
  (given, path, line) => {
    checkKeyed(given, path);
    for (const [key, check] of Object.entries(keys))
      check((given as Record<string, unknown>)[key], [...path, key], line);
  };

const issue = { code: text, message: text };
const row = withKeys({
  unit: text,
  totals: (given, path) => checkWord(given, totals, path),
  formula,
  atEnd: (given, path, line) => {
    if (given !== undefined) formula(given, path, line);
  },
});

/** What each thing that a driver asks of its line must be given. */
const asked: { readonly [Name in keyof LineContext]?: readonly Check[] } = {
  value: [name, any, text, mayBeKeyed],
  amounts: [name, amounts, text],
  levels: [name, any, text, mayBeKeyed],
  structure: [name, byPeriod, text],
  day: [name, any, edge],
  month: [name, any, edge],
  periods: [name],
  named: [name],
  companion: [kind, text, formula, mayBeKeyed],
  condition: [text, withKeys({ formula })],
  relation: [name, withKeys({ ...issue, label: text, formula, expected: text, received: text, hint: text })],
  row: [text, row],
  claims: [formulas],
  foundBy: [name, text, formula],
  takesFrom: [formula, formula],
  leftToMeet: [byPeriod],
  turn: [text, formula],
  unspent: [text, formula],
  fault: [name, withKeys(issue)],
};

/** The same hands of a driver, which refuse what cannot be: a driver may be written by somebody without types. */
export function asking(line: LineContext): LineContext {
  const doors = Object.entries(asked).map(([of, checks]) => {
    const ask = line[of as keyof LineContext] as (...given: readonly unknown[]) => unknown;
    return [
      of,
      (...given: readonly unknown[]) => {
        for (const [at, check] of checks.entries()) check(given[at], [of, String(at + 1)], line);
        return ask(...given);
      },
    ];
  });
  return { ...line, ...(Object.fromEntries(doors) as Partial<LineContext>) };
}
