import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A module of this folder with everything it imports, compiled as the package is: what has no entry of its own yet. */
export async function bundled<T>(name: string): Promise<T> {
  const outfile = join(mkdtempSync(join(tmpdir(), "bench-")), "bundle.mjs");
  buildSync({
    entryPoints: [file(name)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    alias: {
      "invest-to-save/drivers": file("../src/drivers.ts"),
      "invest-to-save": file("../src/index.ts"),
    },
  });
  return (await import(outfile)) as T;
}
