import { expect, test } from "vitest";
import { evaluate, InvestToSaveError, print } from "../../src/index.ts";

test.each([null, undefined, 5, "rent", {}, []])("what is no programme is refused by name: %s", (given) => {
  for (const work of [evaluate, print])
    expect(() => work(given as never)).toThrow(
      expect.objectContaining({
        constructor: InvestToSaveError,
        issues: [expect.objectContaining({ code: "wrong-shape", path: [work.name] })],
      }),
    );
});
