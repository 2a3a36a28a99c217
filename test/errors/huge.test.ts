import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { read } from "../../src/file/read.ts";

const steps = (depth: number) => Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}a:\n`).join("");

describe("a huge or deep text is refused at once", () => {
  test.each([
    ["ten million brackets", "[".repeat(10_000_000), "file-too-large", "1:1"],
    ["ten million characters of steps", "- ".repeat(5_000_000), "file-too-large", "1:1"],
    ["brackets that are never closed", "[".repeat(200_000), "too-deep", "1:80"],
    ["brackets that are all closed", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "too-deep", "1:80"],
    ["braces in braces", "{a: ".repeat(60_000), "too-deep", "1:317"],
    ["JSON in JSON", '{"a":'.repeat(40_000), "too-deep", "1:396"],
    ["lists in lists", "- ".repeat(100_000), "too-deep", "1:161"],
    ["question marks", "? ".repeat(100_000), "too-deep", "1:161"],
    ["steps of mappings", steps(600), "too-deep", "81:81"],
    ["keys of keys in braces", `a: { b: ${"c: ".repeat(9_000)}d }`, "too-deep", "1:244"],
    ["keys of keys on a line", `a: ${"c: ".repeat(9_000)}d`, "too-deep", "1:242"],
    [
      "keys of keys after brackets that were closed too soon",
      `a:\n  - { c: [d], e: f]${", e: f]".repeat(9_000)} }\nb: 1\n`,
      "too-deep",
      "2:555",
    ],
    ["braces as keys of braces", `a: { b: ${"{}: ".repeat(9_000)}d }`, "too-deep", "1:323"],
    ["just deeper than is read", `a: ${"[".repeat(45)}${"]".repeat(45)}`, "too-deep", "1:44"],
  ])("%s", (_, text, code, place) => {
    const start = performance.now();
    const { programme, issues } = read(text);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(programme).toBeUndefined();
    const found = issues.find((issue) => issue.code === code);
    expect(`${found?.place?.line}:${found?.place?.column}`).toBe(place);
    expect([found?.expected, found?.received, found?.hint]).not.toContain(undefined);
    expect(issues.length).toBeLessThan(5);
  });

  test("a model with long texts, brackets in them and ten groups in groups is not", () => {
    const group = (depth: number): string => {
      const indent = "    ".repeat(depth);
      const own = `${indent}  Group ${depth}:\n${indent}    lines:\n`;
      return depth === 9 ? `${own}${indent}      Staff: 5\n` : `${own}${group(depth + 1)}`;
    };
    const notes = `notes:\n  - "${"[ { - ? ".repeat(500)}"\n  - |\n    ${"[[[[ ".repeat(100)}\n`;
    const { issues } = read(
      `title: Hubs\nyears: 2025/26 to 2026/27\nsource: bid\n${notes}costs:\n${group(0)}`,
    );
    expect(issues).toEqual([]);
  });
});
