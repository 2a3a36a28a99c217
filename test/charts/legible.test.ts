import { renderSvg } from "invest-to-save/charts";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { besideModel } from "../../src/cli/files.ts";
import { filesIn, root, textOf } from "../cli/repository.ts";
import { withBrowser } from "../page/browser.ts";
import { chartsOf, plainCharts } from "./examples.ts";

const models = filesIn("models", "model.yaml");
const open = withBrowser();

/** What a reader of a picture would complain of: words that are cut off, and words that lie on one another. */
async function complaintsOf(pictures: readonly string[]): Promise<string[]> {
  const page = await open();
  await page.setContent(`<!doctype html><body>${pictures.join("")}</body>`);
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("svg")].flatMap((svg) => {
      const name = svg.querySelector("title")?.textContent ?? "";
      const frame = svg.getBoundingClientRect();
      // A halo lies under its own words.
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.getAttribute("stroke") === null);
      const drawn = texts.map((text) => ({
        text: text.textContent ?? "",
        box: text.getBoundingClientRect(),
      }));
      const cut = drawn.filter(
        ({ box }) =>
          box.left < frame.left ||
          box.right > frame.right ||
          box.top < frame.top ||
          box.bottom > frame.bottom,
      );
      // Tilted words have boxes that overlap where the words do not.
      const level = drawn.filter(
        ({ box }, i) => box.width > 0 && !/rotate/.test(texts[i]?.getAttribute("transform") ?? ""),
      );
      const over = level.flatMap((one, i) =>
        level.slice(i + 1).flatMap((other) => {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          return across > 1 && down > 3 ? [`${name}: “${one.text}” lies on “${other.text}”`] : [];
        }),
      );
      return [...cut.map(({ text }) => `${name}: “${text}” is cut off`), ...over];
    }),
  );
  await page.close();
  return found;
}

describe.each([640, 320])("at a width of %i", (width) => {
  test.each(models)("the charts of %s can be read", async (file) => {
    const model = readProgramme(textOf(file), { file, beside: besideModel(`${root}/${file}`) });
    const charts = Object.values(chartsOf(model, width));
    expect(await complaintsOf(await Promise.all(charts.map(renderSvg)))).toEqual([]);
  });

  test("the charts of plain data can be read", async () => {
    const charts = Object.values(plainCharts(width));
    expect(await complaintsOf(await Promise.all(charts.map(renderSvg)))).toEqual([]);
  });
});
