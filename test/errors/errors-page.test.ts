import { expect, test } from "vitest";
import { errorsPage } from "../../scripts/errors-page.ts";
import { textOf } from "../cli/repository.ts";

test("docs/errors.md is what running its files gives (npm run docs:errors writes it)", async () => {
  expect(textOf("docs/errors.md")).toBe(await errorsPage());
});
