// Writes docs/dependencies.md: every package of somebody else that the library needs, brings along or can use.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { importsOf, packageOf } from "../test/house/rules.ts";
import { filesIn, parsed, root, textOf } from "../test/house/sources.ts";

const page = join(root, "docs", "dependencies.md");

/** What each is for. A package that is named here and imported nowhere, or the other way round, is a fault. */
const purposes: Readonly<Record<string, string>> = {
  "@date-fns/utc": "days that are the same in every time zone",
  commander: "the words of a command line",
  "date-fns": "the calendar: days of a month, leap years",
  "decimal.js": "exact decimals",
  docx: "Word documents",
  fflate: "packing of Word documents, the same bytes each time",
  htmlparser2: "tables on web pages, for audits",
  hucre: "Excel workbooks, written and read",
  vega: "charts to SVG",
  "vega-lite": "charts as data to what vega draws",
  yaml: "YAML and JSON with the place of everything",
  zod: "the shape of files, and the schema for editors",
};

/** A package as its own package.json says. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly repository: string;
  /** The packages that it needs itself. */
  readonly needs: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, unknown>>;
}

const manifest = (folder: string): Manifest => JSON.parse(textOf(`${folder}package.json`)) as Manifest;
const own = manifest("");
const lock = JSON.parse(textOf("package-lock.json")) as Lock;

/** The folder of a package as another finds it: its own first, then those around it. */
function folderOf(name: string, from: string): string {
  const inside = `${from}node_modules/${name}/`;
  if (Object.hasOwn(lock.packages, inside.slice(0, -1))) return inside;
  if (from === "") throw new Error(`${name} is not installed`);
  return folderOf(name, from.slice(0, from.lastIndexOf("node_modules/")));
}

function packageIn(folder: string): Package {
  const { name, version, license = "none", repository = "none", dependencies = {} } = manifest(folder);
  const url = typeof repository === "string" ? repository : repository.url;
  const plain = url
    .replace(/^git\+|^git:(?=\/\/)|\.git$/g, "")
    .replace(/^\/\//, "https://")
    .replace(/^(?:github:)?(?=[\w-]+\/[\w.-]+$)/, "https://github.com/");
  return {
    name,
    version,
    licence: license,
    repository: plain.replace(/\.git$/, ""),
    needs: Object.keys(dependencies),
  };
}

/** Which packages are how they come: asked for on installation, carried inside, or installed by those who want them. */
export const sorts: Readonly<Record<"installed" | "carried" | "optional", readonly string[]>> = {
  installed: Object.keys(own.dependencies ?? {}).sort(),
  carried: importedNames().filter(
    (name) => name in (own.devDependencies ?? {}) && !(name in (own.peerDependencies ?? {})),
  ),
  optional: Object.keys(own.peerDependencies ?? {}).sort(),
};

/** The names of all packages that some file of the library imports. */
export function importedNames(): string[] {
  return [...new Set(filesIn("src", ".ts").flatMap((file) => namesIn(file)))].sort();
}

function namesIn(file: string): string[] {
  return importsOf(parsed(file)).flatMap(({ name }) => {
    const found = packageOf(name);
    return found === undefined || found.startsWith("node:") ? [] : [found];
  });
}

/** Some packages with everything that they need, by folder, each once. */
export function withNeeds(names: readonly string[]): ReadonlyMap<string, Package> {
  const found = new Map<string, Package>();
  const add = (name: string, from: string) => {
    const folder = folderOf(name, from);
    if (found.has(folder)) return;
    const one = packageIn(folder);
    found.set(folder, one);
    // What has types alone is nothing that runs.
    for (const need of one.needs.filter((name) => !name.startsWith("@types/"))) add(need, folder);
  };
  for (const name of names) add(name, "");
  return found;
}

function rowOf(name: string): string {
  const { version, licence, repository } = packageIn(folderOf(name, ""));
  const rooms = [
    ...new Set(
      filesIn("src", ".ts")
        .filter((file) => namesIn(file).includes(name))
        .map((file) => file.split("/")[1]),
    ),
  ];
  const purpose = purposes[name];
  if (purpose === undefined) throw new Error(`say in scripts/dependencies-page.ts what ${name} is for`);
  const places = rooms.map((room) => `${room}/`).join(", ");
  return `| ${name} | ${version} | ${licence} | ${purpose} | ${places} | ${repository} |`;
}

function tableOf(names: readonly string[]): string {
  return [
    "| Package | Version | Licence | What for | Imported in | From |",
    "|---|---|---|---|---|---|",
    ...names.map(rowOf),
  ].join("\n");
}

function listOf(names: readonly string[]): string {
  const needed = [...withNeeds(names).values()].filter(({ name }) => !names.includes(name));
  return needed
    .map(({ name, version, licence }) => `${name} ${version} (${licence})`)
    .sort()
    .join(", ");
}

/** The page as it should be. */
export function dependenciesPage(): string {
  return `# Dependencies

What the library has of others, with the licence of each and where it comes from, as their own package.json files say.
\`npm run docs:dependencies\` writes this page. Tests hold that each is used, that none is there twice, and that all licences
are permissive: MIT, ISC, BSD, 0BSD, Apache 2.0 or none at all (Unlicense).

## Installed with it

${tableOf(sorts.installed)}

They bring with them: ${listOf(sorts.installed) || "nothing"}.

Versions are exact, so that a figure is the same wherever it is worked out. The command carries all of these inside its own
file, so that it starts fast.

## Carried inside

${tableOf(sorts.carried)}

With them come ${listOf(sorts.carried)}. htmlparser2 is an ES module that older Nodes cannot require, and reading a page is to be no promise. docx
brings nanoid, which says that it needs a newer Node than 20 and does not: carried inside, it is in nobody's way on installation.
The texts of all these licences go with the package, in \`dist/licences-of-others.txt\`; one that has none is refused when the package is built.

## Installed by those who want charts

${tableOf(sorts.optional)}

Without them everything but charts and the report page works. They bring packages of their own: ${String(withNeeds(sorts.optional).size - sorts.optional.length)} of them.
`;
}

if (process.argv[1]?.endsWith("dependencies-page.ts")) writeFileSync(page, dependenciesPage());
