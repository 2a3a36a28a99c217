// What an entry weighs in a browser, all dependencies included: bundled, minified, gzipped.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** How many bytes each entry may come to, to be raised only on purpose. */
const limits = {
  index: 78 * 1024,
  drivers: 42 * 1024,
  appraisal: 63 * 1024,
  vary: 88 * 1024,
  audit: 253 * 1024,
  charts: 61 * 1024,
  page: 115 * 1024,
  excel: 157 * 1024,
  word: 125 * 1024,
  file: 185 * 1024,
};

/** What only some entries may bring in; what draws charts comes with none, for those who want it install it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  audit: ["zod", "yaml", "hucre"],
  drivers: ["zod"],
  excel: ["hucre"],
  file: ["zod", "yaml"],
};
// What is carried inside (docx, htmlparser2) counts as ours; where it does not belong it would burst the limit of an entry.
const notWanted = ["zod", "yaml", "commander", "hucre", "vega", "vega-lite"];

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
    external: ["vega", "vega-lite"],
    metafile: true,
    logLevel: "warning",
    // Shared pieces of the package name each other for their order alone, and none has an effect: nothing is lost.
    logOverride: { "ignored-bare-import": "silent" },
  });
  const shares = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const owner = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "invest-to-save";
      shares.set(owner, (shares.get(owner) ?? 0) + bytesInOutput);
    }
  }
  const size = outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
  const own = [...shares].filter(([, bytes]) => bytes > 0).sort((a, b) => b[1] - a[1]);
  const parts = own.map(([owner, bytes]) => `${owner} ${kilobytes(bytes)}`).join(", ");
  console.log(`${entry}: ${kilobytes(size)} gzip, limit ${kilobytes(limit)}; minified: ${parts}`);
  const strays = notWanted.filter((name) => (shares.get(name) ?? 0) > 0 && !allowed[entry]?.includes(name));
  if (strays.length > 0) console.error(`${entry} should not bring in ${strays.join(", ")}.`);
  if (size > limit) console.error(`${entry} is ${kilobytes(size - limit)} over its limit.`);
  return strays.length === 0 && size <= limit;
}

for (const [entry, limit] of Object.entries(limits)) {
  if (!(await weigh(entry, limit))) process.exitCode = 1;
}
