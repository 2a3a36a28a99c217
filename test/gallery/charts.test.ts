import { renderSvg } from "invest-to-save/charts";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { chartsOf, plainCharts } from "../charts/examples.ts";
import { root, textOf } from "../cli/repository.ts";

const model = (name: string) => readProgramme(textOf(`models/${name}/model.yaml`));
const sets = {
  "leeds-family-valued": chartsOf(model("leeds-family-valued")),
  leicestershire: chartsOf(model("leicestershire-community-budget")),
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
