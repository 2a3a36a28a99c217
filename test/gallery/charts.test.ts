import { readdirSync } from "node:fs";
import { renderSvg } from "invest-to-save/charts";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { besideModel } from "../../src/cli/files.ts";
import { chartsOf, plainCharts } from "../charts/examples.ts";
import { root, textOf } from "../cli/repository.ts";

const models = readdirSync(`${root}/models`).sort();
const model = (name: string) => {
  const file = `models/${name}/model.yaml`;
  return readProgramme(textOf(file), { file, beside: besideModel(`${root}/${file}`) });
};
const sets = {
  ...Object.fromEntries(models.map((name) => [name, chartsOf(model(name))])),
  "plain-data": plainCharts(640),
};

/** Run vitest with -u to draw the gallery again, and look at what changed. */
describe.each(Object.entries(sets))("the charts of %s", (name, charts) => {
  test.each(Object.entries(charts))("%s", async (chart, spec) => {
    await expect(await renderSvg(spec)).toMatchFileSnapshot(
      `${root}/test/gallery/charts/${name}-${chart}.svg`,
    );
  });
});
