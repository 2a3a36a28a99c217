import {
  assumption,
  cost,
  decimal,
  formula as f,
  InvestToSaveError,
  index,
  type Part,
  type ProgrammeOptions,
  programme,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";

const two = years("2025/26", "2026/27");
const rent = cost("Rent", 10);

function faultsOf(options: unknown, ...parts: readonly unknown[]): string[] {
  try {
    programme("Plan", two, options as ProgrammeOptions, ...(parts as Part[]));
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    return error.issues.map(({ code, path }) => `${code} at ${path.join(" > ")}`);
  }
  return [];
}

describe("where numbers come from is said in words", () => {
  test.each(["source", "assumed", "placeholder"])("%s is text", (key) => {
    for (const value of [{}, 5, [], Object.create(null), true]) {
      expect(faultsOf({ [key]: value }, rent)).toEqual([`wrong-shape at ${key}`]);
      const own = cost("Van", 5, { [key]: value } as never);
      expect(faultsOf({ source: "s" }, rent, own)).toEqual([`wrong-shape at Van > ${key}`]);
      const fee = assumption("Fee", { value: 5, unit: "£", [key]: value } as never);
      expect(faultsOf({ source: "s" }, rent, fee)).toContain(`wrong-shape at Fee > ${key}`);
    }
    expect(faultsOf({ [key]: "a count" }, rent)).toEqual([]);
  });
});

describe("a driver of one's own gives a formula", () => {
  const given = (made: unknown) => cost("Own", { name: "own", options: {}, build: () => made } as never);
  const one = f.constant(decimal(1), "£");
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["a node that there is none of", { node: "sum", terms: [] }],
    ["a node without a name", {}],
    ["a sum of nothing that is a list", { node: "add", terms: one }],
    ["a sum with a hole", { node: "add", terms: Object.assign([one], { length: 2 }) }],
    ["a quotient by nothing", { node: "divide", value: one }],
    ["a constant that is no decimal", { node: "constant", value: 5, unit: "£" }],
    ["a row without a name", { node: "row", lag: 0 }],
    [
      "something deep in it that is none",
      f.add(one, { node: "minimum", of: [one, { node: "root" }] } as never),
    ],
  ])("and not %s", (_, made) => {
    expect(faultsOf({ source: "s" }, rent, given(made))).toEqual(["wrong-shape at Own"]);
  });

  test("which is taken as it is", () => {
    expect(faultsOf({ source: "s" }, rent, given(f.add(one, f.minimum(one, f.row("rent")))))).toEqual([]);
  });

  test("however deep it is, and however often its parts are shared", () => {
    let deep = one;
    for (let at = 0; at < 60; at++) deep = f.add(deep, deep);
    expect(faultsOf({ source: "s" }, rent, given({ node: "maximum", of: [deep, null] }))).toEqual([
      "wrong-shape at Own",
    ]);
  });
});

test("levels of an index that are no amounts are refused where they stand", () => {
  for (const levels of [Number.NaN, "", 0, false])
    expect(
      faultsOf({ source: "s" }, rent, index("Pay", { edition: "May", levels } as never)).length,
    ).toBeGreaterThan(0);
});
