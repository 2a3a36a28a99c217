/**
 * A runner of tests for Stryker that loads the library once and tries thousands of mutants in it. Stryker puts every
 * mutant into the code, each behind a switch; this turns one on, runs the tests that reach it, and turns it off.
 *
 * A mutant may leave something behind that fails the tests of later ones. So a mutant is only killed by a test that
 * passes again once the mutant is off; where it does not, Stryker is given a fresh process and tries the mutant anew.
 */
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { MutantCoverage } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { build, type PluginBuild } from "esbuild";
import type { Collected } from "./vitest.ts";

/** What the instrumented code and its runner share. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

interface Bundle {
  readonly tests: readonly Collected[];
  readonly whileCollected: string;
  runTest(one: Collected): Promise<void>;
}

/** Tests that do again what others do one by one. */
const tooLong = /a command writes no file but the model/;

const switches: Switches = {};
(globalThis as { __stryker__?: Switches }).__stryker__ = switches;
const bundle = "tests-against-mutants.mjs";

/** Laws that count how often something came up in their draws, and need them all. */
const counting = /laws\/(evaluation|fast|vary)\.test\.ts$/;

const fewRuns =
  (within: (path: string) => string) =>
  ({ onResolve }: PluginBuild): void =>
    onResolve({ filter: /^fast-check$/ }, ({ path, importer }) =>
      counting.test(importer) ? { path, external: true } : { path: within("test/mutation/few-runs.ts") },
    );

/** What modules keep between calls, which is forgotten before each test, since a mutant is to be worked out anew. */
class Kept<K extends object, V> {
  static readonly all: Kept<object, unknown>[] = [];
  #map = new Map<K, V>();

  constructor() {
    Kept.all.push(this as unknown as Kept<object, unknown>);
  }

  has = (key: K): boolean => this.#map.has(key);
  get = (key: K): V | undefined => this.#map.get(key);
  set = (key: K, value: V): unknown => this.#map.set(key, value);

  forget(): void {
    this.#map = new Map();
  }
}
(globalThis as { KeptBetweenCalls?: typeof Kept }).KeptBetweenCalls = Kept;

/** Each file keeps its own address, and its caches can be emptied. */
const asInItsPlace = ({ onLoad }: PluginBuild): void =>
  onLoad({ filter: /\/(src|test)\/.*\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, "utf8")
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path)))
      .replace(/^(const \w+ = new )(Weak)?Map(<.+>\(\);)$/gm, "$1KeptBetweenCalls$3"),
    loader: "ts",
  }));

/** One file of all tests and all of the library, and who each part of it was. */
async function bundleTests(files: readonly string[], folder: string): Promise<string> {
  const made = join(folder, bundle);
  if (existsSync(made)) return made;
  const within = (path: string) => join(folder, path);
  const loads = files.map(
    (path) => `await collect(${JSON.stringify(path)}, () => import(${JSON.stringify(within(path))}));`,
  );
  const part = `${made}.${process.pid}.mjs`;
  await build({
    stdin: {
      contents: [
        `import ${JSON.stringify(within("test/setup.ts"))};`,
        `import { collect } from "vitest";`,
        `export { runTest, tests, whileCollected } from "vitest";`,
        ...loads,
      ].join("\n"),
      resolveDir: folder,
    },
    outfile: part,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    ignoreAnnotations: true,
    logLevel: "error",
    alias: { vitest: within("test/mutation/vitest.ts") },
    tsconfig: within("tsconfig.json"),
    plugins: [
      { name: "laws are tried a few times, but those that count are tried in full", setup: fewRuns(within) },
      { name: "each file is as in its place", setup: asInItsPlace },
    ],
  });
  renameSync(part, made);
  return made;
}

class LoadedOnce implements TestRunner {
  #bundle: Bundle = { tests: [], whileCollected: "", runTest: async () => undefined };
  /** The tests, those first that killed the last mutants, as the likeliest to kill the next; then the quickest. */
  #order: Collected[] = [];
  #fresh = true;
  #spoilt = false;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const files = JSON.parse(process.env["MUTATION_TESTS"] ?? "[]") as string[];
    this.#bundle = await import(String(pathToFileURL(await bundleTests(files, process.cwd()))));
    this.#order = this.#bundle.tests.filter(({ id }) => !tooLong.test(id));
  }

  /** Every test without a mutant, and which mutants each of them reaches. */
  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const one of [...this.#order]) tests.push(await this.#result(one));
    const quickest = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    this.#order.sort((a, b) => (quickest.get(a.id) ?? 0) - (quickest.get(b.id) ?? 0));
    const mutantCoverage = switches.mutantCoverage;
    delete mutantCoverage?.perTest[this.#bundle.whileCollected];
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#spoilt) throw new Error("an earlier mutant left something behind");
    const wanted = options.testFilter && new Set(options.testFilter);
    const results: TestResult[] = [];
    for (const one of this.#order.filter(({ id }) => wanted?.has(id) ?? true)) {
      const { result, spent } = await this.#against(one, options);
      if (spent) return toMutantRunResult(spent);
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      this.#spoilt = (await this.#result(one)).status === TestStatus.Failed;
      if (this.#spoilt && !this.#fresh) throw new Error(`an earlier mutant left something behind: ${one.id}`);
      this.#order = [one, ...this.#order.filter((other) => other !== one)];
      break;
    }
    this.#fresh = false;
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }

  /** One test with the mutant on, which counts how often mutated code is entered so that endless loops end. */
  async #against(one: Collected, { activeMutant, hitLimit }: MutantRunOptions) {
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const result = await this.#result(one);
    const spent = determineHitLimitReached(switches.hitCount, hitLimit);
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    return { result, spent };
  }

  async #result(one: Collected): Promise<TestResult> {
    const begun = performance.now();
    for (const kept of Kept.all) kept.forget();
    switches.currentTestId = one.id;
    const said = { id: one.id, name: one.id, fileName: resolve(one.file) };
    try {
      await this.#bundle.runTest(one);
      return { ...said, status: TestStatus.Success, timeSpentMs: performance.now() - begun };
    } catch (error) {
      const failureMessage = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return { ...said, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - begun };
    } finally {
      switches.currentTestId = undefined;
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "loaded-once", LoadedOnce)];
