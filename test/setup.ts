import fc from "fast-check";

/**
 * Laws draw the same programmes in every run, so that what passed passes again. `LAW_SEED=random` draws others, and
 * `LAW_SEED=` with the seed of a report repeats them.
 */
const seed = process.env["LAW_SEED"] ?? "20260401";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
