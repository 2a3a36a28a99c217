import { describe, expect, test } from "vitest";
import { examplesIn } from "./blocks.ts";
import { fencesIn } from "./fences.ts";
import { run } from "./run.ts";
import { show } from "./show.ts";

const ran = (code: string) => run({ file: "page.md", line: 10, code });

describe("running an example", () => {
  test("checks a value claimed on the line of its statement or on the next", async () => {
    const code = 'const a = 1 + 1;\na; // => 2\n[\n  a,\n  "b",\n];\n// => [2, "b"]\n';
    expect(await ran(code)).toEqual({ claims: 2, printed: "" });
  });

  test("checks a variable, an awaited value and a statement inside braces", async () => {
    const code = "const a = await Promise.resolve(1); // => 1\nif (a === 1) {\n  a + 1; // => 2\n}";
    expect((await ran(code)).claims).toBe(2);
  });

  test("fails with the place of a wrong claim", async () => {
    await expect(ran("const a = 1;\na; // => 2")).rejects.toThrow("page.md:11");
  });

  test("refuses a claim that follows nothing", async () => {
    await expect(ran("// => 2\nconst a = 1;")).rejects.toThrow("1 claims are written");
    await expect(ran("1;\n\n// => 1")).rejects.toThrow("1 claims are written");
  });

  test("imports the package by its name, types and all", async () => {
    const code =
      'import { type Day, dayOf } from "invest-to-save";\nconst day: Day = dayOf(1970, 1, 2);\nday; // => 1';
    expect((await ran(code)).claims).toBe(1);
  });

  test("gives back what was printed", async () => {
    expect((await ran('console.log("a", 1);\nconsole.log({ b: 2 });')).printed).toBe("a 1\n{ b: 2 }");
  });
});

describe("a value is shown", () => {
  test.each([
    ["a\nb", '"a\\nb"'],
    [2014, "2014"],
    [-0, "-0"],
    [undefined, "undefined"],
    [null, "null"],
    [{ ok: true, value: { first: 1 } }, "{ ok: true, value: { first: 1 } }"],
    [{ "at most": 0 }, '{ "at most": 0 }'],
    [[], "[]"],
    [{}, "{}"],
    [new Map([["rent", [1]]]), 'Map { "rent" => [1] }'],
    [new RangeError("no"), "RangeError: no"],
  ])("%s", (value, text) => {
    expect(show(value)).toBe(text);
  });
});

describe("fenced blocks", () => {
  test("carry their heading, their line, and the block that follows", () => {
    const text = "# One\n\n```ts\na;\n```\n\n```text\nA\n```\n\nWords.\n\n```text\nB\n```\n";
    const [code, output, other] = fencesIn(text, /^#+ (.*)$/);
    expect(code).toMatchObject({ language: "ts", code: "a;", line: 4, under: "One", next: { code: "A" } });
    expect(output?.next).toBeUndefined();
    expect(other).toMatchObject({ code: "B", line: 14 });
  });

  test("of a docstring are those under @example", () => {
    const text =
      "/**\n * ```ts\n * no;\n * ```\n * @example\n * ```ts\n * const a = {\n *   b: 1,\n * };\n * ```\n */";
    expect(examplesIn(text)).toMatchObject([{ code: "const a = {\n  b: 1,\n};", line: 7 }]);
  });
});
