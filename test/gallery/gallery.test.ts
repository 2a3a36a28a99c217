import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readProgramme } from "../../src/file/read.ts";
import { type PrintOptions, print } from "../../src/write/print.ts";
import { root, textOf } from "../cli/repository.ts";

const endings = { text: "txt", markdown: "md", html: "html", csv: "csv", json: "json" } as const;
type Form = keyof typeof endings;

interface Piece {
  readonly name: string;
  readonly model: string;
  readonly options: PrintOptions;
  /** All forms unless told. */
  readonly forms?: readonly Form[];
}

const leeds = "models/leeds-family-valued/model.yaml";
const leicestershire = "models/leicestershire-community-budget/model.yaml";
const read: readonly Form[] = ["text", "markdown", "html"];

const pieces: readonly Piece[] = [
  { name: "leeds-family-valued", model: leeds, options: {} },
  { name: "leeds-footed", model: leeds, options: { round: "footed" } },
  { name: "leeds-footed-marked", model: leeds, options: { round: "footed", mark: true }, forms: read },
  { name: "leeds-in-pounds", model: leeds, options: { unit: "pounds", total: false } },
  { name: "leeds-in-millions", model: leeds, options: { unit: "millions", decimals: 3 } },
  { name: "leicestershire", model: leicestershire, options: {} },
  {
    name: "leicestershire-footed",
    model: leicestershire,
    options: { round: "footed", mark: true },
    forms: read,
  },
  {
    name: "leicestershire-savings-footed",
    model: leicestershire,
    options: { round: "footed", mark: true, table: "Savings by whom" },
    forms: read,
  },
  { name: "monthly", model: "test/gallery/models/monthly.yaml", options: { by: "month", decimals: 2 } },
  { name: "monthly-by-year", model: "test/gallery/models/monthly.yaml", options: {} },
  // Every other model as it is printed unless told.
  ...readdirSync(`${root}/models`)
    .filter((name) => !`${leeds} ${leicestershire}`.includes(`/${name}/`))
    .map((name): Piece => ({ name, model: `models/${name}/model.yaml`, options: {} })),
  { name: "awkward-labels", model: "test/gallery/models/awkward.yaml", options: {} },
];

/** Run vitest with -u to write the gallery again, and read what changed. */
describe.each(pieces)("$name", ({ name, model, options, forms }) => {
  test.each(forms ?? (Object.keys(endings) as Form[]))("as %s", async (as) => {
    const text = print(readProgramme(textOf(model), { file: model }), { ...options, as });
    await expect(text).toMatchFileSnapshot(`${root}/test/gallery/${name}.${endings[as]}`);
  });
});
