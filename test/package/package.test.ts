import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sorts, withNeeds } from "../../scripts/dependencies-page.ts";
import { licencesFile } from "../../scripts/licences.ts";
import { root, textOf } from "../cli/repository.ts";
import { invest } from "../cli/terminal.ts";
import { withBrowser } from "../page/browser.ts";
import { inBrowser, policy } from "./in-browser.ts";
import { inTypeScript } from "./in-typescript.ts";
import { entries, installed, remove } from "./installed.ts";
import { describePages } from "./pages.ts";

/** A project of somebody who has installed the package as it is published. */
let folder = "";
beforeAll(() => {
  folder = installed();
}, 240_000);
// Thousands of files are removed, which takes its time on a busy machine.
afterAll(() => remove(folder), 240_000);

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
for (const entry of ${JSON.stringify(entries)})
  console.log(names(require(entry)).length > 0 && names(await import(entry)) === names(require(entry)));`;
    expect(entries).toHaveLength(10);
    expect(ran("names.mjs", program)).toBe("true\n".repeat(entries.length));
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
    expect(named.filter((name) => isBuiltin(name) || /^(yaml|commander|hucre|vega)/.test(name))).toEqual([]);
  });
});

test("carries the text of the licence of everything that is inside it", () => {
  const texts = readFileSync(join(folder, "node_modules/invest-to-save/dist", licencesFile), "utf8");
  const inside = withNeeds([...sorts.installed, ...sorts.carried]);
  for (const { name, version, licence } of inside.values())
    expect(texts).toContain(`${name} ${version}, ${licence}\n`);
  // Each has the permission itself, in the words of one of the licences that we take.
  const granted = texts.match(
    /^(?:Permission is hereby granted|Permission to use, copy|Redistribution and use)/gim,
  );
  expect(granted?.length).toBe(inside.size);
});

describe("in a project", () => {
  const compilers = [
    { compiler: "6.0", from: root },
    { compiler: "5.4", from: undefined },
  ];
  const resolutions = [
    { module: "node16", moduleResolution: "node16" },
    { module: "es2022", moduleResolution: "bundler" },
  ];
  test.each(compilers.flatMap((one) => resolutions.map((how) => ({ ...one, ...how }))))(
    "TypeScript $compiler finds every entry and its types, resolving as $moduleResolution",
    ({ compiler, from, ...how }) => {
      writeFileSync(join(folder, "uses.ts"), inTypeScript);
      writeFileSync(join(folder, "uses.cts"), inTypeScript);
      const options = {
        target: "es2022",
        lib: ["es2022", "dom"],
        strict: true,
        noEmit: true,
        types: [],
        ...how,
      };
      const files = how.module === "node16" ? ["uses.ts", "uses.cts"] : ["uses.ts"];
      writeFileSync(
        join(folder, "tsconfig.json"),
        JSON.stringify({ compilerOptions: { ...options, skipLibCheck: true }, files }),
      );
      const tsc = join(from ?? folder, "node_modules/typescript/bin/tsc");
      expect(spawnSync("node", [tsc, "--version"], { encoding: "utf8" }).stdout).toContain(
        `Version ${compiler}.`,
      );
      const { stdout, status } = spawnSync("node", [tsc, "-p", "."], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
    },
    120_000,
  );
});

describe("in a browser", () => {
  const open = withBrowser();
  test("runs bundled, under a policy that allows no code made at run time", async () => {
    writeFileSync(join(folder, "page.mjs"), inBrowser);
    const { outputFiles } = await bundle({
      entryPoints: [join(folder, "page.mjs")],
      absWorkingDir: folder,
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      external: ["vega", "vega-lite"],
      logLevel: "silent",
    });
    const page = await open();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => faults.push(message.text()));
    await page.route("http://council.test/**", (route) =>
      route.request().url().endsWith(".js")
        ? route.fulfill({ contentType: "text/javascript", body: outputFiles[0]?.text ?? "" })
        : route.fulfill({
            contentType: "text/html",
            headers: { "content-security-policy": policy },
            body: '<!doctype html><title>waits</title><script type="module" src="/page.js"></script>',
          }),
    );
    await page.goto("http://council.test/");
    await page.waitForFunction(() => document.title !== "waits");
    const found = JSON.parse(await page.title()) as Record<string, unknown>;
    await page.close();
    expect(faults).toEqual([]);
    expect(found).toEqual({
      evalIsForbidden: true,
      printed: expect.stringContaining("Family Valued, Leeds City Council"),
      read: "Family Valued",
      drivers: "staffing",
      appraised: true,
      draws: 4096,
      holds: false,
      chart: true,
      workbook: "PK",
      document: "PK",
      schema: "object",
      faults: "unknown-key",
    });
  }, 120_000);
});

describePages(() => folder);
