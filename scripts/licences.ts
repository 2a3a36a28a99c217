// What is carried inside dist comes under licences that ask to go with every copy: their texts, gathered while it is built.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";

/** Where the texts of the licences stand in the package. */
export const licencesFile = "licences-of-others.txt";

const found = new Map<string, string>();

/** Takes down which packages came into what is built, and writes their licences beside it. */
export const gatherLicences: Plugin = {
  name: "gather-licences",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      for (const path of Object.keys(metafile?.inputs ?? {})) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder !== undefined) gather(folder);
      }
      const texts = [...new Set(found.values())].sort();
      mkdirSync("dist", { recursive: true });
      writeFileSync(join("dist", licencesFile), texts.join(`\n${"-".repeat(80)}\n\n`));
    });
  },
};

/** A package and what it needs: some are published with what they need already inside. */
function gather(folder: string): void {
  if (found.has(folder)) return;
  found.set(folder, licenceOf(folder));
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies).filter((one) => !one.startsWith("@types/"))) {
    const own = join(folder, "node_modules", name);
    gather(existsSync(own) ? own : join("node_modules", name));
  }
}

/** Name, version, licence and its text; a package without a text must not be carried inside. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/i.test(file));
  const [file] = files.sort();
  if (file === undefined) throw new Error(`${name} is carried inside and has no text of its licence`);
  return `${name} ${version}, ${license}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
