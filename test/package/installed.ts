import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, textOf } from "../cli/repository.ts";

/** Every entry of the package. */
export const entries: readonly string[] = Object.keys(
  (JSON.parse(textOf("package.json")) as { exports: Record<string, unknown> }).exports,
)
  .filter((name) => name !== "./package.json")
  .map((name) => name.replace(/^\./, "invest-to-save"));

/** The project has a compiler of its own, some years behind ours; two of them here would both be called tsc. */
const olderCompiler = "typescript@5.4.5";

/** An empty project with nothing in it but the package, packed as it would be published. It is to be removed in the end. */
export function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "somebody-else", "private": true }\n');
  const run = (args: readonly string[], cwd: string) =>
    execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  // It was built before the tests; packing would build it once more.
  const packed = run(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  run(
    [
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      // Whoever is strict about the version of Node, and lets packages run what they want to, has no trouble with this one.
      "--engine-strict",
      olderCompiler,
      `./${filename}`,
    ],
    folder,
  );
  writeFileSync(join(folder, "model.yaml"), textOf("models/leeds-family-valued/model.yaml"));
  return folder;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
