import { expect, test } from "vitest";
import { exactly, fast, keepMany, leedsDraws, programmeOf } from "../../bench/draws.ts";

// Small sizes of what `npm run bench` measures at full size: that it runs, and that both sides of a ratio agree.
test("the draws of Leeds give what a loop written by hand gives, and the same on every machine", () => {
  // It throws where the answers of the two differ.
  expect(leedsDraws(20_000, 1).hash).toMatchInlineSnapshot(`"79214b84"`);
});

test("exact and fast evaluation are measured on programmes of any size", () => {
  const small = programmeOf(12, 5);
  expect(exactly(small, 1).cells).toBe(small.rows.size * 5);
  const { steps, run } = fast(small, 512, 1);
  expect(steps).toBeGreaterThan(0);
  expect(run).toBeGreaterThan(0);
});

test("many programmes are kept with their tables and draws", () => {
  expect(keepMany(2, () => 0).held).toBe(0);
});
