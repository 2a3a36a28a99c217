import type { Issue, IssueCode } from "../../issue/issue.ts";
import { received } from "../../issue/received.ts";
import { InvestToSaveError } from "../../issue/refusal.ts";
import { unknownKey } from "../../issue/unknown-key.ts";
import { notAmong } from "../../issue/wrong-value.ts";
import { readAt } from "../../programme/read-at.ts";
import { type Decimal, isDecimal, one, zero } from "../../quantity/decimal.ts";

/** More flows, periods or years than this are a slip: a hundred years by the month. */
export const mostSteps = 1200;

/** The least and the most that a number may be, both included. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Reads the options of one call. A fault is kept and something harmless given in its place, so that all are found at once;
 * only once everything was read are they thrown together.
 */
export interface OptionReader {
  has(key: string): boolean;
  given(key: string): unknown;
  /** A number; without a fallback it must be there. */
  amount(key: string, fallback?: Decimal): Decimal;
  /** A list of one number or more. */
  amounts(key: string): Decimal[];
  /** A number that is somewhere inside an option. */
  amountAt(given: unknown, path: readonly string[]): Decimal | undefined;
  /** A rate for a year or period, above −100%; of more than 100% only with its sign of percent, or as a decimal. */
  rate(key: string, fallback?: Decimal): Decimal;
  rateAt(given: unknown, path: readonly string[]): Decimal | undefined;
  whole(key: string, bounds: Bounds): number;
  wholeAt(given: unknown, path: readonly string[], bounds: Bounds): number | undefined;
  choice<T extends string>(key: string, choices: readonly T[], fallback: T): T;
  /** Of some keys exactly one must be there. */
  oneOf(keys: readonly string[]): void;
  refuse(code: IssueCode, path: readonly string[], fault: Fault): void;
  /** Keeps an issue of the place that it is given. */
  report(path: readonly string[], issueAt: (path: readonly string[]) => Issue): void;
  missing(key: string, expected: string): void;
}

/** What is wrong, in words; `says` follows the place of the fault. */
interface Fault {
  readonly says: string;
  readonly expected: string;
  readonly received: string;
  readonly hint: string;
}

/** Reads the options of a function by name. Throws every fault in them. */
export function readOptions<T>(
  name: string,
  given: unknown,
  keys: readonly string[],
  read: (options: OptionReader) => T,
): T {
  const issues: Issue[] = [];
  if (typeof given !== "object" || given === null || Array.isArray(given) || isDecimal(given)) {
    issues.push(shapeless(name, given, keys));
    throw new InvestToSaveError(issues);
  }
  const options = new Map(Object.entries(given).filter(([, value]) => value !== undefined));
  for (const key of options.keys()) if (!keys.includes(key)) issues.push(unknownKey([name], key, keys));
  const values = read(readerOf(name, options, issues));
  const slips = issues.flatMap(({ code, hint }) => (code === "unknown-key" ? [hint] : []));
  const faults = issues.filter(
    ({ code, path }) => code !== "missing-key" || !slips.includes(`did you mean “${path[1]}”?`),
  );
  if (faults.length > 0) throw new InvestToSaveError(inOrder(faults, [...options.keys()]));
  return values;
}

/** Faults in the order in which the options were given; what is missing comes last. */
function inOrder(faults: readonly Issue[], given: readonly string[]): Issue[] {
  const place = ({ path }: Issue) => {
    const found = given.indexOf(path[1] ?? "");
    return found < 0 ? given.length : found;
  };
  return [...faults].sort((a, b) => place(a) - place(b));
}

function shapeless(name: string, given: unknown, keys: readonly string[]): Issue {
  return {
    code: "wrong-shape",
    severity: "error",
    path: [name],
    message: `${name} cannot be worked out from ${received(given)}`,
    expected: `keys with values: ${keys.join(", ")}`,
    received: received(given),
    hint: `write it like ${name}({ ${keys[0]}: … })`,
  };
}

function readerOf(name: string, options: ReadonlyMap<string, unknown>, issues: Issue[]): OptionReader {
  const refuse = (code: IssueCode, path: readonly string[], { says, ...fault }: Fault) => {
    const at = [name, ...path];
    issues.push({ code, severity: "error", path: at, message: `${at.join(" > ")} ${says}`, ...fault });
  };
  const missing = (key: string, expected: string) =>
    refuse("missing-key", [key], {
      says: "is missing",
      expected,
      received: "nothing",
      hint: `add “${key}:” and its value`,
    });
  const base: Base = {
    report: (path, issueAt) => issues.push(issueAt([name, ...path])),
    refuse,
    missing,
    has: (key: string) => options.has(key),
    given: (key: string) => options.get(key),
  };
  const numbers = numbersOf(name, issues, base);
  return { ...base, ...numbers, ...choicesOf(base, numbers) };
}

type Base = Pick<OptionReader, "report" | "refuse" | "missing" | "has" | "given">;
type Numbers = Pick<OptionReader, "amountAt" | "rateAt" | "wholeAt">;

function numbersOf(name: string, issues: Issue[], { refuse }: Base): Numbers {
  const amountAt = (given: unknown, path: readonly string[]) => readAt(given, [name, ...path], issues);
  return {
    amountAt,
    rateAt: (given, path) => {
      const rate = amountAt(given, path);
      if (rate?.gt(1) && isPlain(given)) refuse("out-of-range", path, slipOf(rate, given));
      if (rate === undefined || rate.gt(-1)) return rate;
      refuse("out-of-range", path, {
        says: `cannot be ${rate.times(100)}%`,
        expected: "a rate above −100%",
        received: received(given),
        hint: "at −100% everything is lost; write 3.5% or 0.035 for three and a half per cent",
      });
      return undefined;
    },
    wholeAt: (given, path, { least, most }) => {
      const value = amountAt(given, path);
      if (value === undefined || (value.isInteger() && value.gte(least) && value.lte(most)))
        return value?.toNumber();
      refuse("out-of-range", path, {
        says: `cannot be ${value}`,
        expected: `a whole number from ${least} to ${most}`,
        received: received(given),
        hint: "check the sign and the size of the number",
      });
      return undefined;
    },
  };
}

/** A number or a text without its sign of percent; a decimal was worked out, and is taken at its word. */
function isPlain(given: unknown): boolean {
  return typeof given === "number" || (typeof given === "string" && !given.trim().endsWith("%"));
}

/** A rate of more than 100% is written with its sign: without it, 3.5 is far more often three and a half per cent. */
function slipOf(rate: Decimal, given: unknown): Fault {
  const percent = rate.times(100);
  return {
    says: `is ${percent}% as it stands`,
    expected: "a rate of at most 100%, or a larger one with its sign of percent",
    received: received(given),
    hint: `write “${rate}%” or ${rate.div(100)}; if ${percent}% is meant, write “${percent}%”`,
  };
}

type Choices = Omit<OptionReader, keyof Base | keyof Numbers>;

function choicesOf(base: Base, { amountAt, rateAt, wholeAt }: Numbers): Choices {
  const { report, refuse, missing, has, given } = base;
  const expectedOf = { amount: "a number", rate: "a rate such as 3.5%", whole: "a whole number" };
  const read = (key: string, kind: keyof typeof expectedOf, at: Numbers["amountAt"], fallback?: Decimal) => {
    if (has(key)) return at(given(key), [key]);
    if (fallback === undefined) missing(key, expectedOf[kind]);
    return fallback;
  };
  return {
    amount: (key, fallback) => read(key, "amount", amountAt, fallback) ?? zero,
    rate: (key, fallback) => read(key, "rate", rateAt, fallback) ?? zero,
    whole: (key, bounds) => {
      if (has(key)) return wholeAt(given(key), [key], bounds) ?? bounds.least;
      missing(key, expectedOf.whole);
      return bounds.least;
    },
    amounts: (key) => listAt(base, key).map((each, place) => amountAt(each, [key, String(place)]) ?? one),
    choice: (key, choices, fallback) => {
      const choice = choices.find((each) => each === given(key));
      if (choice !== undefined || !has(key)) return choice ?? fallback;
      report([key], (path) => notAmong(path, choices, given(key)));
      return fallback;
    },
    oneOf: (keys) => {
      const there = keys.filter(has);
      if (there.length === 0) missing(keys[0] ?? "", `one of ${keys.join(", ")}`);
      if (there.length < 2) return;
      refuse("wrong-shape", [there[1] ?? ""], {
        says: `cannot stand beside ${there[0]}`,
        expected: `one of ${keys.join(", ")}`,
        received: there.join(" and "),
        hint: "leave one of them out",
      });
    },
  };
}

/** A list of at least one thing and of no more than can be meant. */
export function listAt(
  { refuse, missing, has, given }: Base,
  key: string,
  most = mostSteps,
  hint = "write one value for each period, nil ones included",
): readonly unknown[] {
  const list = given(key);
  if (!has(key)) missing(key, "a list");
  // A hole in a list is a value that is not there: it is read, and refused, like any other.
  if (Array.isArray(list) && list.length > 0 && list.length <= most) return Array.from(list);
  if (has(key)) {
    refuse("wrong-shape", [key], {
      says: Array.isArray(list) ? `has ${list.length || "nothing"} in it` : `cannot be ${received(list)}`,
      expected: `a list of 1 to ${most}`,
      received: received(list),
      hint,
    });
  }
  return [];
}
