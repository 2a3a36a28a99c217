// Rooms from top to bottom: each may import from itself and from those above it, never from those below.
const rooms = [
  "issue",
  "assert.ts",
  "time",
  "quantity",
  "formula",
  "programme",
  "drivers",
  "table",
  "appraisal",
  "vary",
  "sheet",
  "check",
  "write",
  "workbook",
  "word",
  "charts",
  "page",
  "file",
  "audit",
];

// Entry points may import every room above; only the command line stands below them.
const entries = [
  "index.ts",
  "drivers.ts",
  "appraisal.ts",
  "vary.ts",
  "charts.ts",
  "excel.ts",
  "word.ts",
  "page.ts",
  "audit.ts",
  "file.ts",
];
const bottom = "cli";

// Which rooms may import which package. A package not named here may be imported by no room.
const packages = {
  "date-fns": ["time"],
  "@date-fns/utc": ["time"],
  "decimal.js": ["quantity"],
  zod: ["programme", "drivers", "file", "audit"],
  yaml: ["file"],
  hucre: ["workbook", "audit"],
  docx: ["word"],
  vega: ["charts"],
  "vega-lite": ["charts"],
  fflate: ["word"],
  htmlparser2: ["audit"],
  commander: ["cli"],
};

const escaped = (text) => text.replace(/[.]/g, "\\.");
const pattern = (room) => (room.endsWith(".ts") ? `${escaped(room)}$` : `${escaped(room)}/`);
const src = (names) => `^src/(${names.map(pattern).join("|")})`;

const roomRules = rooms.map((room, at) => ({
  name: `${room.replace(".ts", "")}-imports-upwards-only`,
  comment: `src/${room} may import only from itself and from the rooms above it.`,
  severity: "error",
  from: { path: src([room]) },
  to: { path: src([...rooms.slice(at + 1), ...entries, bottom]) },
}));

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name}-only-in-${allowed.join("-")}`,
  comment: `Only src/${allowed.join(", src/")} may import ${name}.`,
  severity: "error",
  from: { path: "^src/", pathNot: src(allowed) },
  to: { path: `^(node_modules/)?${escaped(name)}(/|$)` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...packageRules,
    {
      name: "entries-do-not-import-cli",
      severity: "error",
      from: { path: src(entries) },
      to: { path: src([bottom]) },
    },
    {
      name: "every-file-has-a-room",
      comment: "A new folder under src/ needs a place in the list of rooms above.",
      severity: "error",
      from: { path: "^src/", pathNot: src([...rooms, ...entries, bottom]) },
      to: {},
    },
    {
      name: "every-import-has-a-room",
      comment: "A new folder under src/ needs a place in the list of rooms above.",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: src([...rooms, ...entries, bottom]) },
    },
    {
      name: "no-cycles",
      comment: "Import cycles, those of types included, tie files into a knot.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "node-only-in-cli",
      comment: "The library runs in browsers too: only src/cli touches files, the clock or the terminal.",
      severity: "error",
      from: { path: "^src/", pathNot: src([bottom]) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "packages-are-listed",
      comment: "A package that src/ imports is listed above with the rooms that may import it.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypesNot: ["core", "local", "aliased"],
        pathNot: `^src/|^(node_modules/)?(${Object.keys(packages).map(escaped).join("|")})(/|$)`,
      },
    },
    {
      name: "imports-resolve",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
