import { describe, expect, test } from "vitest";
import { readProgramme } from "../../src/file/read.ts";
import { type PrintOptions, print } from "../../src/write/print.ts";
import { root, textOf } from "../cli/repository.ts";

const endings = { text: "txt", markdown: "md", csv: "csv", json: "json" } as const;
type Form = keyof typeof endings;

const pieces: readonly { name: string; model: string; options: PrintOptions }[] = [
  { name: "leeds-family-valued", model: "models/leeds-family-valued/model.yaml", options: {} },
  {
    name: "leeds-in-pounds",
    model: "models/leeds-family-valued/model.yaml",
    options: { unit: "pounds", total: false },
  },
  {
    name: "leeds-in-millions",
    model: "models/leeds-family-valued/model.yaml",
    options: { unit: "millions", decimals: 3 },
  },
  { name: "monthly", model: "test/gallery/models/monthly.yaml", options: { by: "month", decimals: 2 } },
  { name: "monthly-by-year", model: "test/gallery/models/monthly.yaml", options: {} },
  { name: "awkward-labels", model: "test/gallery/models/awkward.yaml", options: {} },
];

/** Run vitest with -u to write the gallery again, and read what changed. */
describe.each(pieces)("$name", ({ name, model, options }) => {
  test.each(Object.keys(endings) as Form[])("as %s", async (as) => {
    const text = print(readProgramme(textOf(model), { file: model }), { ...options, as });
    await expect(text).toMatchFileSnapshot(`${root}/test/gallery/${name}.${endings[as]}`);
  });
});
