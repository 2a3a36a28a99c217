import fc from "../../node_modules/fast-check/lib/fast-check.js";

export * from "../../node_modules/fast-check/lib/fast-check.js";

/** How often a law is tried against one mutant. Thousands of mutants are tried, and most fall at the first draw. */
const runs = 8;

const assert = ((property: never, given?: { readonly numRuns?: number }) =>
  fc.assert(property, { ...given, numRuns: Math.min(runs, given?.numRuns ?? runs) })) as typeof fc.assert;

// biome-ignore lint/style/noDefaultExport: it stands in for fast-check, whose name is the default.
export default { ...fc, assert };
