import { expect, test } from "vitest";
import { isUnit } from "../../src/quantity/unit.ts";
import { textOf } from "../cli/repository.ts";

const page = textOf("docs/units.md");
/** What can be counted and spans of time, each with its single form, as the code has them. */
const words = [...textOf("src/quantity/unit.ts").matchAll(/^ {2}([a-z]+): "([a-z]+)",$/gm)];

test("the page on units names everything that can be counted, and every span of time", () => {
  expect(words.length).toBeGreaterThan(25);
  const flat = page.replace(/\s+/g, " ");
  for (const [, single, plural] of words) expect(flat).toContain(`\`${plural}\` (\`${single}\`)`);
});

test("whatever stands as a unit on the page is one", () => {
  const shown = [...page.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text.replace(/\s+/g, " "));
  const strange = shown.filter(
    (text) => !isUnit(text) && !isUnit(`£ per ${text}`) && !["per", "per week", "per year"].includes(text),
  );
  expect(strange).toEqual([]);
});
