import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, textOf } from "../cli/repository.ts";
import { invest } from "../cli/terminal.ts";

/** A folder of somebody who has installed the package as it was built. */
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "invest-to-save"), "dir");
  writeFileSync(join(folder, "model.yaml"), textOf("models/leeds-family-valued/model.yaml"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function ran(file: string, program: string): string {
  writeFileSync(join(folder, file), program);
  return execFileSync("node", [file], { cwd: folder, encoding: "utf8" });
}

const leeds = () => invest("show", join(root, "models/leeds-family-valued")).out;

describe("the built package prints the plan of Leeds", () => {
  test("when it is imported", () => {
    const program = `import { readFileSync } from "node:fs";
import { print } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
process.stdout.write(print(readProgramme(readFileSync("model.yaml", "utf8"))));`;
    expect(ran("imports.mjs", program)).toBe(leeds());
  });

  test("when it is required", () => {
    const program = `const { readFileSync } = require("node:fs");
const { print } = require("invest-to-save");
const { readProgramme } = require("invest-to-save/file");
process.stdout.write(print(readProgramme(readFileSync("model.yaml", "utf8"))));`;
    expect(ran("requires.cjs", program)).toBe(leeds());
  });
});

describe("the built package", () => {
  test("has the same names imported and required", () => {
    const program = `import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const names = (all) => Object.keys(all).filter((name) => name !== "default" && name !== "module.exports").sort().join();
for (const entry of ["", "/appraisal", "/vary", "/excel", "/word", "/file"].map((name) => "invest-to-save" + name))
  console.log(names(await import(entry)) === names(require(entry)));`;
    expect(ran("names.mjs", program)).toBe("true\n".repeat(6));
  });

  test("throws faults that are known as its own, with every issue", () => {
    const program = `import { InvestToSaveError } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
try { readProgramme("title: a"); } catch (error) {
  console.log(error instanceof InvestToSaveError, error.issues[0].code);
}`;
    expect(ran("faults.mjs", program)).toBe("true missing-key\n");
  });

  test.each([
    ["imported", "loads.mjs", 'await import("invest-to-save");'],
    ["required", "loads.cjs", 'require("invest-to-save");'],
  ])("loads no file system where its main entry is %s", (_, file, load) => {
    const program = `const { Module } = process.getBuiltinModule("node:module");
const original = Module._load;
const loaded = [];
Module._load = (name, ...rest) => { loaded.push(name); return original(name, ...rest); };
${load}
console.log(loaded.filter((name) => /^(node:)?(fs|path|os|child_process|process|url)(\\/|$)/.test(name)).join());`;
    expect(ran(file, program)).toBe("\n");
  });

  test("says nowhere in its main entry that it needs Node", () => {
    const texts = ["dist/index.js", "dist/index.cjs"].flatMap((file) => {
      const text = textOf(file);
      const chunks = [...text.matchAll(/["']\.\/(chunk-[^"']+)["']/g)].map(([, name]) =>
        textOf(`dist/${name}`),
      );
      return [text, ...chunks];
    });
    const form = /^import\b[^;]*?from\s*["']([^"']+)["']|\brequire\(["']([^"']+)["']\)/gm;
    const named = texts.flatMap((text) => [...text.matchAll(form)].map(([, a, b]) => a ?? b ?? ""));
    expect(named).toContain("decimal.js");
    expect(named.filter((name) => isBuiltin(name) || /^(yaml|commander|hucre)/.test(name))).toEqual([]);
  });
});
