import { readFile, writeFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { gatherLicences } from "./scripts/licences.ts";

const common: Options = { target: "es2022", clean: false, silent: true, esbuildPlugins: [gatherLicences] };

/** Packages that are ES modules only: CommonJS can import them, and older Nodes cannot require them. */
const modulesOnly =
  /Promise\.resolve\(\)\.then\(\(\) => _interopRequireWildcard\(require\(("(?:hucre\/[^"]*|vega|vega-lite)")\)\)\)/g;

// Where code is shared between entries, CommonJS output has `require` for `import()`; this puts it back.
const keepImports: NonNullable<Options["plugins"]>[number] = {
  name: "keep-imports",
  async buildEnd({ writtenFiles }) {
    for (const { name } of writtenFiles.filter((file) => file.name.endsWith(".cjs"))) {
      const text = await readFile(name, "utf8");
      if (text.search(modulesOnly) >= 0) await writeFile(name, text.replace(modulesOnly, "import($1)"));
    }
  },
};

const library: Options = {
  ...common,
  // Old Nodes cannot require an ES module, and reading a page is to be no promise: what reads pages comes along. So does what
  // writes Word documents, since it brings with it a package that says it needs a newer Node, which it does not.
  noExternal: ["docx", "htmlparser2"],
  plugins: [keepImports],
  entry: {
    index: "src/index.ts",
    file: "src/file.ts",
    drivers: "src/drivers.ts",
    appraisal: "src/appraisal.ts",
    audit: "src/audit.ts",
    vary: "src/vary.ts",
    charts: "src/charts.ts",
    page: "src/page.ts",
    excel: "src/excel.ts",
    word: "src/word.ts",
  },
  format: ["esm", "cjs"],
  platform: "neutral",
  splitting: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
};

// The command carries its dependencies, so that it starts fast; what only some commands need is in files of its own, loaded
// when it is asked for. Some dependencies are CommonJS and call `require`.
const command: Options = {
  ...common,
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  platform: "node",
  splitting: true,
  // What draws charts is large, and is installed by those who want them.
  external: ["vega", "vega-lite"],
  noExternal: [/^(?!vega(?:-lite)?$)/],
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  esbuildOptions(options) {
    options.minifySyntax = true;
  },
};

export default defineConfig([library, command]);
