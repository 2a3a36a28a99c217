// Takes each guard against hostile input away in turn, in a copy, and sees that a test notices.
//
//   npm run guards
// The guards are in guards.json.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, textOf } from "../test/cli/repository.ts";

/** A guard: what it keeps out, the code that does it and what would stand there without it, and the tests that notice. */
interface Guard {
  readonly against: string;
  readonly file: string;
  readonly code: string;
  readonly without: string;
  readonly tests: string;
}

const guards = JSON.parse(textOf("scripts/guards.json")) as readonly Guard[];

const copied = [
  "src",
  "test",
  "models",
  "docs",
  "examples",
  "scripts",
  "bench",
  "dist",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vitest.config.ts",
  "README.md",
];

const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
const testing = (tests: readonly string[]) =>
  spawnSync("npx", ["vitest", "run", ...tests, "--bail=1"], { cwd: folder }).status;

// A test that fails as it is would notice nothing.
if (testing([...new Set(guards.flatMap(({ tests }) => tests.split(" ")))]) !== 0)
  throw new Error("the tests fail with every guard in its place");
for (const { against, file, code, without, tests } of guards) {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (text.split(code).length !== 2) throw new Error(`${file} has not once: ${code}`);
  writeFileSync(
    path,
    text.replace(code, () => without),
  );
  const status = testing(tests.split(" "));
  writeFileSync(path, text);
  console.log(`${status === 0 ? "NOT NOTICED" : "noticed"}: ${against}, ${file}, by ${tests}`);
  if (status === 0) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
