import { readProgramme } from "invest-to-save/file";
import { writeReportPage } from "invest-to-save/page";
import { describe, expect, test } from "vitest";
import { root, textOf } from "../cli/repository.ts";

/** What a page says, a line to an element: without its pictures, its style, its script and the data of its explanations. */
function wordsOf(page: string): string {
  return page
    .replace(/<(style|script|svg)\b.*?<\/\1>/gs, "")
    .replace(/<\/t[hd]>/g, "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
      return { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }[name] ?? "";
    })
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}

/** Run vitest with -u to write the gallery again, and read what changed. */
describe("the words of the report page of", () => {
  test.each(["leeds-family-valued", "leicestershire-community-budget"])("%s", async (name) => {
    const page = await writeReportPage(readProgramme(textOf(`models/${name}/model.yaml`)));
    await expect(`${wordsOf(page)}\n`).toMatchFileSnapshot(`${root}/test/gallery/pages/${name}.txt`);
  });
});
