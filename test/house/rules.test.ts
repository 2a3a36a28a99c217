import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  floatsOf,
  functionsOf,
  importsOf,
  loadedBy,
  packageOf,
  passedOver,
  tiesTo,
  wordsOf,
} from "./rules.ts";

const source = (text: string) => ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);

describe("imports", () => {
  test("are found in every form, types apart", () => {
    const text = [
      'import a, { type B } from "a";',
      'import type { C } from "c";',
      'import { type D } from "d";',
      'export * as e from "e";',
      'export { type F } from "f";',
      'await import("g");',
      'require("h");',
      'type I = import("i").I;',
    ].join("\n");
    const found = importsOf(source(text));
    expect(found.map(({ name }) => name).join("")).toBe("acdefghi");
    expect(
      found
        .filter(({ typesOnly }) => typesOnly)
        .map(({ name }) => name)
        .join(""),
    ).toBe("cdfi");
  });

  test.each([
    ["date-fns/constants", "date-fns"],
    ["@date-fns/utc/date", "@date-fns/utc"],
    ["node:fs", "node:fs"],
    ["./day.ts", undefined],
  ])("of %s are of the package %s", (name, owner) => {
    expect(packageOf(name)).toBe(owner);
  });

  test("lead to the packages that a file loads, through files in a circle too", () => {
    const texts: Record<string, string> = {
      "src/index.ts": 'export { a } from "./a/one.ts"; import type { X } from "yaml";',
      "src/a/one.ts": 'import "../two.ts";',
      "src/two.ts": 'import "./index.ts"; import { readFileSync } from "node:fs";',
    };
    const loaded = loadedBy("src/index.ts", (file) => source(texts[file] ?? ""));
    expect([...loaded]).toEqual([["node:fs", "src/index.ts → src/a/one.ts → src/two.ts → node:fs"]]);
  });
});

describe("the length of a function", () => {
  test("counts lines with code, and not blank lines or comments", () => {
    const text =
      "/** Doc. */\nfunction one() {\n  // note\n\n  const a = `x\ny`;\n  /* more\n  more */ return a;\n}\n";
    expect(functionsOf(source(text))).toEqual([{ name: "one", line: 2, lines: 5 }]);
  });

  test("is taken of methods and of functions in constants", () => {
    const found = functionsOf(source("const a = () => 1;\nclass B {\n  c() {}\n}\n"));
    expect(found.map(({ name, lines }) => `${name} ${lines}`)).toEqual(["a 1", "c 1"]);
  });
});

test("floats are found in code, and not in comments or text", () => {
  const text =
    '// toFixed\nMath.round(1);\nconst s = "parseFloat";\n(1).toFixed(2);\nMath.floor(1);\nround(1);';
  expect(floatsOf(source(text))).toEqual(["2: round", "4: toFixed"]);
});

test("the words of a path are taken apart", () => {
  expect(wordsOf("src/time-helpers/day.ts")).toEqual(["src", "time", "helpers", "day", "ts"]);
});

test("tests that are passed over are found", () => {
  const words = [
    "test.each([1]).skip",
    "it.only",
    "describe.todo",
    "test.concurrent.skip",
    "test.skipped",
    "test",
  ];
  const found = words.map((word) => passedOver(`${word}("a", act)`).length);
  expect(found).toEqual([0, 1, 1, 1, 0, 0]);
});

describe("what ties a text to one machine", () => {
  const found = (text: string) => tiesTo("/its/own", "/mine").some((form) => form.test(text));

  test.each([
    '"/its/own/src"',
    "see /its/other",
    "file:///its/own",
    "~ is /mine",
    ["", "home", "ann", "x"].join("/"),
    ["..", "shared", "a.md"].join("/"),
    ["https://registry", "example", "org"].join("."),
    ["registry", "https://example.org"].join("="),
  ])("is found in %s", (text) => {
    expect(found(text)).toBe(true);
  });

  test.each(["with/its/own", "./its/own", "a registry. Then", "/itself", "/minerals"])(
    "is not found in %s",
    (text) => {
      expect(found(text)).toBe(false);
    },
  );
});
