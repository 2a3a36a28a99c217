// What an entry weighs in a browser, all dependencies included: bundled, minified, gzipped.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The entries that run in browsers on their own, and how many bytes each may come to. */
const limits = { index: 69 * 1024, appraisal: 56 * 1024, vary: 82 * 1024 };
const notWanted = ["zod", "yaml", "commander", "hucre", "docx", "vega", "vega-lite"];

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** Prints what an entry weighs and whose code that is; whether it keeps to its limit and brings in nothing unwanted. */
async function weigh(entry: string, limit: number): Promise<boolean> {
  const { outputFiles, metafile } = await build({
    entryPoints: [`dist/${entry}.js`],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    logLevel: "warning",
  });
  const shares = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const owner = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "invest-to-save";
      shares.set(owner, (shares.get(owner) ?? 0) + bytesInOutput);
    }
  }
  const size = outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
  console.log(`${entry}: ${kilobytes(size)} gzip, limit ${kilobytes(limit)}`);
  for (const [owner, bytes] of [...shares].sort((a, b) => b[1] - a[1])) {
    if (bytes > 0) console.log(`  ${owner}: ${kilobytes(bytes)} minified`);
  }
  const strays = notWanted.filter((name) => (shares.get(name) ?? 0) > 0);
  if (strays.length > 0) console.error(`${entry} should not bring in ${strays.join(", ")}.`);
  if (size > limit) console.error(`${entry} is ${kilobytes(size - limit)} over its limit.`);
  return strays.length === 0 && size <= limit;
}

for (const [entry, limit] of Object.entries(limits)) {
  if (!(await weigh(entry, limit))) process.exitCode = 1;
}
