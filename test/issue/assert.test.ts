import { expect, test } from "vitest";
import { assert, present } from "../../src/assert.ts";

test("what must be true for the code to be right says that the library is at fault where it is not", () => {
  expect(() => assert(true, "a row has a formula")).not.toThrow();
  expect(() => assert(false, "a row has a formula")).toThrow(
    "invest-to-save is at fault, please report it: a row has a formula",
  );
});

test("a value that must be there is given, and where it is not the library says that it is at fault", () => {
  expect(present(0, "a period")).toBe(0);
  expect(() => present(undefined, "a period")).toThrow("please report it: a period");
});
