import { readdirSync } from "node:fs";
import { writeWorkbook } from "invest-to-save/excel";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { root, textOf } from "../cli/repository.ts";
import { indented, sharedStrings, unzipped, worksheetText } from "./unzipped.ts";

const models = readdirSync(`${root}/models`).sort();

/** Run vitest with -u to write the gallery again, and read what changed. */
describe.each(models)("the workbook of %s", (name) => {
  test("is unzipped the one in the gallery", async () => {
    const file = `models/${name}/model.yaml`;
    const parts = unzipped(await writeWorkbook(readProgramme(textOf(file), { file })));
    const strings = sharedStrings(parts.get("xl/sharedStrings.xml") ?? "");
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="(\w+)"/g)].map(
      ([, sheet]) => sheet,
    );
    expect(names.length).toBeGreaterThan(5);
    const shown: Record<string, string> = {
      workbook: indented(parts.get("xl/workbook.xml") ?? ""),
      styles: indented(parts.get("xl/styles.xml") ?? ""),
    };
    for (const [i, sheet] of names.entries())
      shown[`${sheet}`.toLowerCase()] = worksheetText(
        parts.get(`xl/worksheets/sheet${i + 1}.xml`) ?? "",
        strings,
      );
    for (const at of [1, 2]) shown[`chart-${at}`] = indented(parts.get(`xl/charts/chart${at}.xml`) ?? "");
    for (const [part, text] of Object.entries(shown))
      await expect(text).toMatchFileSnapshot(`${root}/test/gallery/workbooks/${name}/${part}.xml`);
  });
});
