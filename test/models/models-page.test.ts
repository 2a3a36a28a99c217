import { expect, test } from "vitest";
import { modelsPage } from "../../scripts/models-page.ts";
import { textOf } from "../cli/repository.ts";

test("docs/models.md is what the models print and their notes find (npm run docs:models writes it)", () => {
  expect(textOf("docs/models.md")).toBe(modelsPage());
});
