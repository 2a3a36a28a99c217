import { expect, test } from "vitest";
import { evaluate, InvestToSaveError, print, stampWords } from "../../src/index.ts";

test.each([null, undefined, 5, "rent", {}, []])("what is no programme is refused by name: %s", (given) => {
  for (const work of [evaluate, print])
    expect(() => work(given as never)).toThrow(
      expect.objectContaining({
        constructor: InvestToSaveError,
        issues: [expect.objectContaining({ code: "wrong-shape", path: [work.name] })],
      }),
    );
});

test("a stamp without a list of series is refused by that key", () => {
  const stamp = { madeWith: "invest-to-save 0.1.0", inputs: "3f2a", series: [null] };
  expect(() => stampWords(stamp as never)).toThrow("wrong-shape: stamp > series cannot be a list of 1");
});
