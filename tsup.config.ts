import { defineConfig, type Options } from "tsup";

const common: Options = { target: "es2022", clean: false, silent: true };

const library: Options = {
  ...common,
  entry: {
    index: "src/index.ts",
    file: "src/file.ts",
    drivers: "src/drivers.ts",
    appraisal: "src/appraisal.ts",
    audit: "src/audit.ts",
  },
  format: ["esm", "cjs"],
  platform: "neutral",
  splitting: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
};

// The command carries its dependencies in one file, so that it starts fast. Some of them are CommonJS and call `require`.
const command: Options = {
  ...common,
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  platform: "node",
  splitting: false,
  noExternal: [/./],
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  esbuildOptions(options) {
    options.minifySyntax = true;
  },
};

export default defineConfig([library, command]);
