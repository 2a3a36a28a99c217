/**
 * What stands in for vitest while mutants are tried: tests are collected once, and then run by hand as often as there
 * are mutants. Loading the library anew for each of them, as vitest must, took nine tenths of the time.
 */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { format } from "node:util";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

type Body = (...given: never[]) => unknown;

/** A test that was collected: its name, the file it is in, and where it stands there. */
export interface Collected {
  readonly id: string;
  readonly file: string;
  /** What holds it in its file, outermost first, each as its number among its neighbours; the test itself last. */
  readonly place: readonly number[];
  /** The outermost thing around it, or the test itself. */
  readonly outermost: Body;
}

/** Every test of the files that were loaded, in their order. */
export const tests: Collected[] = [];

let file = "";
let outermost: Body | undefined;
let names: readonly string[] = [];
let place: readonly number[] = [];
let met = 0;
let running: Collected | undefined;
let found: Body | undefined;

/** Loads a file of tests, which collects them. */
export async function collect(path: string, load: () => Promise<unknown>): Promise<void> {
  file = path;
  met = 0;
  await load();
}

/**
 * Runs one test, and throws what it throws. What stands around it is worked out again, as the mutant has it, since much
 * is worked out there that several tests look at.
 */
export async function runTest(one: Collected): Promise<void> {
  running = one;
  if (one.place.length === 1) return void (await one.outermost());
  found = undefined;
  [place, met] = [one.place.slice(0, 1), 0];
  try {
    one.outermost();
  } finally {
    [place, met] = [[], 0];
  }
  if (!found) throw new Error("the mutant leaves no such test");
  await (found as Body)();
}

/** Whether what is met now leads to the test that runs, where one does. */
const isOnTheWay = (here: readonly number[]) => !running || running.place[here.length - 1] === here.at(-1);

function add(name: string, run: Body): void {
  const here = [...place, met++];
  if (running) {
    if (isOnTheWay(here)) found = run;
    return;
  }
  const words = `${file} ${[...names, name].join(" ")}`;
  const same = tests.filter(({ id }) => id === words || id.startsWith(`${words} #`)).length;
  const id = same ? `${words} #${same + 1}` : words;
  tests.push({ id, file, place: here, outermost: outermost ?? run });
}

function within(name: string, body: Body): void {
  const here = [...place, met++];
  if (!isOnTheWay(here)) return;
  const before = { names, place, met, outermost };
  [names, place, met] = [[...names, name], here, 0];
  outermost ??= body;
  const { __stryker__: switches } = globalThis as { __stryker__?: { currentTestId?: string | undefined } };
  if (!running && switches) switches.currentTestId = whileCollected;
  try {
    body();
  } finally {
    if (!running && switches && here.length === 1) switches.currentTestId = undefined;
    ({ names, place, met, outermost } = before);
  }
}

/**
 * Who reaches code while tests are collected. What stands around tests is worked out again for each of them, so that it is
 * no part of what happens once, when modules load, and could not be switched afterwards.
 */
export const whileCollected = "while tests are collected";

/** A name with the values of its case in it, as `%s`, `$key` or `$0` ask for them. */
function named(name: string, given: readonly unknown[], at: number): string {
  const [first] = given;
  const keyed = name.replace(/\$([\w.]+)/g, (whole, key: string) =>
    typeof first === "object" && first !== null && key in first
      ? String((first as Record<string, unknown>)[key])
      : whole,
  );
  const asked = keyed.match(/%[sdifjo]/g)?.length ?? 0;
  return `${format(keyed, ...given.slice(0, asked))} (${at + 1})`;
}

/** A test is given its options first, or none. */
const bodyOf = (given: readonly unknown[]): Body =>
  given.find((one): one is Body => typeof one === "function") ?? prepared;

const each =
  (use: (name: string, body: Body) => void) =>
  (cases: readonly unknown[]) =>
  (name: string, ...given: readonly unknown[]) =>
    cases.forEach((one, at) => {
      const own = Array.isArray(one) ? one : [one];
      use(named(name, own, at), () => (bodyOf(given) as (...all: unknown[]) => unknown)(...own));
    });

const plain = (name: string, ...given: readonly unknown[]) => add(name, bodyOf(given));

export const test = Object.assign(plain, { each: each(add) });
export const describe = Object.assign(within, { each: each(within) });

/** Nothing is prepared or cleared away: files of tests that need it are left out. */
export function afterAll(): void {}

const prepared = (): never => {
  throw new Error(`${file} prepares something before its tests, and cannot be used against mutants`);
};

export { prepared as afterEach, prepared as beforeAll, prepared as beforeEach };
export const vi = new Proxy({}, { get: prepared });

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.use(({ Assertion }, { addMethod, flag }) => {
  addMethod(Assertion.prototype, "toMatchFileSnapshot", function (this: object, path: string) {
    const kept = readFileSync(resolve(dirname(running?.file ?? ""), path), "utf8");
    if (flag(this as never, "object") !== kept) throw new Error(`differs from ${path}`);
  });
});

const registered = globalThis as unknown as Record<symbol, object>;
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  registered[ASYMMETRIC_MATCHERS_OBJECT],
  { unreachable: (message = "") => chai.assert.fail(`expected ${message} not to be reached`) },
);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true, writable: true });
setState({ assertionCalls: 0 } as never, expect as never);
(chai.expect as unknown as { extend(on: unknown, matchers: object): void }).extend(expect, customMatchers);
