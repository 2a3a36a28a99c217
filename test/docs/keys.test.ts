import { expect, test } from "vitest";
import { driverKinds } from "../../src/drivers/kinds.ts";
import { attributesSchema } from "../../src/programme/schema.ts";
import { textOf } from "../house/sources.ts";

const page = textOf("docs/model-file.md");
const section = (name: string) => page.split(`\n## ${name}\n`)[1]?.split("\n## ")[0] ?? "";

// A fault sends whoever has a wrong key in a line to this page.
test("the page on model files has every key that a line may have", () => {
  const keys = Object.keys(attributesSchema().shape);
  expect(keys.length).toBeGreaterThan(15);
  expect(keys.filter((key) => !section("Lines").includes(`\`${key}\``))).toEqual([]);
});

test("the page on drivers has each of them", () => {
  const drivers = textOf("docs/drivers/README.md");
  const names = driverKinds.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !drivers.includes(name))).toEqual([]);
});
