import { expect, test } from "vitest";
import {
  cost,
  evaluate,
  InvestToSaveError,
  type Issue,
  print,
  programme,
  stampWords,
  years,
} from "../../src/index.ts";

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

test.each([
  ["are forgotten", [cost("Rent", 5)], ["options"], "a line", /\{ source: … \}, …parts/],
  ["are no options", ["lease", cost("Rent", 5)], ["options"], "“lease”", /keys with values/],
  [
    "are there, and the parts are in a list",
    [{}, [cost("Rent", 5)]],
    ["parts", "0"],
    "a list of 1",
    /one by one/,
  ],
])("options that %s are one fault", (_, rest, path, received, hint) => {
  const calling = () => programme("Rent", years("2025/26", "2026/27"), ...(rest as [object]));
  const issues = issuesOf(calling);
  expect(issues).toMatchObject([{ code: "wrong-shape", path, received }]);
  expect(issues[0]?.hint).toMatch(hint);
});

test("years that are forgotten are one fault, though the options stand in their place", () => {
  const calling = () => programme("Rent", { source: "lease" } as never, cost("Rent", 5) as never);
  expect(issuesOf(calling)).toMatchObject([{ code: "wrong-shape", path: ["years"] }]);
});

function issuesOf(act: () => unknown): readonly Issue[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InvestToSaveError) return error.issues;
    throw error;
  }
  return [];
}
