import { expect, test } from "vitest";
import { mostAlike } from "../../src/issue/nearest-name.ts";
import { unknownKey } from "../../src/issue/unknown-key.ts";

const many = Array.from({ length: 30 }, (_, i) => `key ${String.fromCharCode(97 + i)}`);

test("a key without meaning is told with all that have one, where they are few", () => {
  expect(unknownKey(["costs"], "levle", ["level", "ramp"])).toMatchObject({
    expected: "level, ramp",
    hint: "did you mean “level”?",
  });
  expect(unknownKey(["costs"], "wages", ["level"]).hint).toBe("take it out, or use one of the keys above");
});

test("a key without meaning is told with those like it and a page, where they are many", () => {
  const slip = unknownKey([], "the", [...many, "then", "them"]);
  expect(slip.expected).toMatch(
    /^then, them, (?:[^,]*, ){3}[^,]* or another of the 32 keys that docs\/model-file\.md /,
  );
  expect(slip.hint).toBe("did you mean “then”?");
  expect(unknownKey([], "wages and salaries", many).hint).toBe(
    "take it out, or use one of the keys on that page",
  );
});

test("a key of great length is compared by its start, and soon", () => {
  const started = performance.now();
  expect(mostAlike(`then${"x".repeat(1_000_000)}`, many, 6)).toHaveLength(6);
  expect(performance.now() - started).toBeLessThan(500);
});
