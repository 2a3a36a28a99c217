import { describe, expect, test } from "vitest";
import { dependenciesPage, importedNames, sorts, withNeeds } from "../../scripts/dependencies-page.ts";
import { textOf } from "../cli/repository.ts";

const permissive = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "Unlicense"];
const all = withNeeds([...sorts.installed, ...sorts.carried, ...sorts.optional]);
const always = withNeeds([...sorts.installed, ...sorts.carried]);

describe("a package of somebody else", () => {
  test("is imported somewhere, and none is imported that is not asked for", () => {
    const asked = [...sorts.installed, ...sorts.carried, ...sorts.optional];
    expect(importedNames()).toEqual(asked.sort());
  });

  test("has a permissive licence, and so has all that it needs", () => {
    expect(all.size).toBeGreaterThan(20);
    const strict = [...all.values()].filter(({ licence }) => !permissive.includes(licence));
    expect(strict.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  test("says where it comes from", () => {
    const silent = [...always.values()].filter(({ repository }) => !repository.startsWith("https://"));
    expect(silent.map(({ name, repository }) => `${name}: ${repository}`)).toEqual([]);
  });

  test("is there once", () => {
    const names = [...always.values()].map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

test("docs/dependencies.md is what the packages say of themselves (npm run docs:dependencies writes it)", () => {
  expect(textOf("docs/dependencies.md")).toBe(dependenciesPage());
});
