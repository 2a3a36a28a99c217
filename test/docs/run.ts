import { createRequire } from "node:module";
import { Script } from "node:vm";
import ts from "typescript";
import { expect } from "vitest";
import { entryPoints } from "../house/compiler.ts";
import { root } from "../house/sources.ts";
import { claimsIn } from "./claims.ts";
import { show } from "./show.ts";

/** Where a block stands, so that a failure points at it, and its code. */
export interface Runnable {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** What came of running a block: how many values it claimed, and the lines it printed. */
export interface Ran {
  readonly claims: number;
  readonly printed: string;
}

/** Runs a block as a module of its own, checks what it claims and gives back what it printed. */
export async function run({ file, line, code }: Runnable): Promise<Ran> {
  const claims = claimsIn(code);
  const lines: string[] = [];
  const shows = (value: unknown, expected: string, at: number) =>
    expect(show(value), `${file}:${line + at}`).toBe(expected);
  const log = (...values: unknown[]) => lines.push(values.map(printed).join(" "));
  const modules = await modulesOf(code);
  const require = createRequire(`${root}/package.json`);
  const find = (name: string) => modules.get(name) ?? require(name);
  const script = new Script(`(async (exports, require, console, shows) => {${transpiled(claims.code)}\n})`, {
    filename: `example in ${file}`,
  });
  await script.runInThisContext()({}, find, { ...console, log }, shows);
  return { claims: claims.count, printed: lines.join("\n") };
}

/** The modules that a block imports, by the names it calls them; the package itself is taken from its sources. */
async function modulesOf(code: string): Promise<ReadonlyMap<string, unknown>> {
  const entries = entryPoints();
  const names = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
  const load = async (name: string): Promise<[string, unknown]> => {
    const entry = entries.get(name);
    return [name, await import(/* @vite-ignore */ entry === undefined ? name : `${root}/${entry}`)];
  };
  return new Map(await Promise.all(names.map(load)));
}

function transpiled(code: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    esModuleInterop: true,
  };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

function printed(value: unknown): string {
  return typeof value === "string" ? value : show(value);
}
