import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cost, explain, funding, programme, saving, years } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { writeReportPage } from "invest-to-save/page";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataIsland } from "../../src/page/markup.ts";
import { ownLines } from "../../src/write/explanation.ts";
import { root, textOf } from "../cli/repository.ts";
import { withBrowser } from "./browser.ts";

const open = withBrowser();
const axe = readFileSync(`${root}/node_modules/axe-core/axe.min.js`, "utf8");
const models = ["leeds-family-valued", "leicestershire-community-budget"];
const modelOf = (name: string) => readProgramme(textOf(`models/${name}/model.yaml`));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens a report page from a file, as a reader does; `said` is all that the browser complained of. */
async function opened(html: string, width = 1200): Promise<{ page: Page; said: string[] }> {
  const file = join(folder, "report.html");
  writeFileSync(file, html);
  const page = await open({ viewport: { width, height: 800 } });
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) said.push(`asks for ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, said };
}

/** What axe has against a page, as rule and place. The policy of the page keeps scripts out, so that it is run from outside. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(`(async () => { ${axe}; return (await axe.run()).violations; })()`);
  return (found as { id: string; nodes: { html: string }[] }[]).map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );
}

describe.each(models)("the report page of %s", (name) => {
  test("works from a file without a complaint, for those who see it and those who do not", async () => {
    const { page, said } = await opened(await writeReportPage(modelOf(name)));
    expect(await violations(page)).toEqual([]);
    await page.locator("#statement td button").nth(8).click();
    expect(await violations(page)).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });

  test("fits a phone: nothing but its tables is scrolled sideways", async () => {
    const { page } = await opened(await writeReportPage(modelOf(name)), 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violations(page)).toEqual([]);
    // Tables of words are shown as lists, so that sources are read without scrolling.
    const wide = await page.evaluate(
      () =>
        [...document.querySelectorAll(".sheet:has(.listed)")].filter(
          (one) => one.scrollWidth > one.clientWidth,
        ).length,
    );
    expect(wide).toBe(0);
    await page.locator("#statement td button").nth(8).click();
    expect(await page.evaluate(() => document.querySelector("dialog")?.scrollWidth ?? 999)).toBeLessThan(361);
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll("svg")]
        .filter((svg) => svg.getBoundingClientRect().width > 0)
        .map((svg) => Math.round(svg.getBoundingClientRect().width)),
    );
    expect(sizes.length).toBeGreaterThan(2);
    // Drawn for 320 pixels, so that words keep their size.
    expect(sizes.every((width) => width > 300 && width < 350)).toBe(true);
    await page.close();
  });

  test("is printed whole: no dialog, no hint, each chart once, no table cut off", async () => {
    const { page } = await opened(await writeReportPage(modelOf(name)));
    await page.emulateMedia({ media: "print" });
    // The width of a landscape page of A4 without its margins, at the size of print.
    await page.setViewportSize({ width: 1032, height: 700 });
    const hidden = await page.evaluate(() =>
      ["dialog", ".hint", ".narrow"].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().height,
      ),
    );
    expect(hidden).toEqual([0, 0, 0]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1032);
    await page.close();
  });

  test("is the same to the byte each time", async () => {
    expect(await writeReportPage(modelOf(name))).toBe(await writeReportPage(modelOf(name)));
  });
});

describe("every figure of the page", () => {
  test("is explained by keyboard alone, as the explanation of the library has it", async () => {
    const leeds = modelOf("leeds-family-valued");
    const { page } = await opened(await writeReportPage(leeds));
    const row = page.locator("#statement tr", { hasText: "CLA Placement Budgets" });
    await row.locator("button").nth(3).focus();
    await page.keyboard.press("Enter");
    const why = explain(leeds, "CLA Placement Budgets", "2017/18");
    const sources: string[] = [];
    const [head, ...lines] = ownLines(why, sources);
    expect(await page.locator("dialog h2").textContent()).toBe(head?.words);
    const shown = await page.locator("#explained .formula, #explained li").allTextContents();
    expect(shown).toEqual(
      lines.map(
        ({ words, mark = "", source }) =>
          `${words}${mark}${source === undefined ? "" : ` ${sources[source]}`}`,
      ),
    );
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("minus (4,345)");
    await page.close();
  });

  test("leads on to what it was worked out from, down to sources", async () => {
    const { page } = await opened(await writeReportPage(modelOf("leeds-family-valued")));
    await page
      .locator("#statement tr", { hasText: "Sub-Total Ongoing Costs" })
      .locator("button")
      .last()
      .click();
    const more = page.locator("#explained summary");
    await more.nth(0).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#explained .source").count()).toBe(3);
    expect(await page.locator("#explained .source").first().textContent()).toContain(
      "23 December 2014, para 3.15",
    );
    await page.close();
  });

  test("has an explanation: all amounts of the statement, and of the case", async () => {
    for (const name of models) {
      const { page } = await opened(await writeReportPage(modelOf(name)));
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll("#statement td, #appraisal .sheet:first-of-type td")]
          .filter((cell) => cell.textContent !== "" && cell.querySelector("button") === null)
          .map((cell) => cell.textContent),
      );
      expect(bare).toEqual([]);
      await page.close();
    }
  });
});

describe("text that looks like markup", () => {
  const evil = `</script><img src=x onerror="document.title='run'"><svg onload="document.title='run'">'"&`;
  const hostile = programme(
    evil,
    years("2024/25", "2026/27"),
    { source: evil, body: evil, notes: [evil] },
    cost(evil, 1_000),
    funding(`${evil} fund`, 400, { assumed: evil }),
    saving(`${evil} saving`, { "2025/26": 900, "2026/27": 1_500 }, { placeholder: evil }),
  );

  test("stays text, in the page and in its explanations, and nothing of it runs", async () => {
    const html = await writeReportPage(hostile);
    expect(html).not.toMatch(/<img|<svg onload/);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const { page, said } = await opened(html);
    await page.locator("#statement td button").first().click();
    expect(await page.locator("dialog h2").textContent()).toContain("</script><img src=x");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).not.toBe("run");
    expect(said).toEqual([]);
    await page.close();
  });

  test("would be stopped by the policy, were it ever markup", async () => {
    const html = await writeReportPage(modelOf("leeds-family-valued"));
    const { page, said } = await opened(
      html.replace(
        "</main>",
        `<img src=x onerror="document.title='run'"><script>document.title='run'</script></main>`,
      ),
    );
    expect(await page.title()).toBe("Family Valued, Leeds City Council");
    expect(said.join()).toContain("Content Security Policy");
    await page.close();
  });

  test("cannot end the data of a page", () => {
    expect(dataIsland("a", ["</script><!--\u2028"])).toBe(
      '<script type="application/json" id="a">["\\u003c/script\\u003e\\u003c!--\\u2028"]</script>',
    );
  });
});

test("what is assumed is marked, and a draft is headed so", async () => {
  const { page } = await opened(await writeReportPage(modelOf("leicestershire-community-budget")));
  expect(await page.locator("h1").textContent()).toMatch(/^DRAFT: /);
  expect(await page.title()).toMatch(/^DRAFT: /);
  const row = page.locator("#assumptions tr", { hasText: "Cashable part of the County Council" });
  expect(await row.locator("strong").textContent()).toBe("Assumed");
  expect(await page.locator("#assumptions .placeholder").count()).toBe(10);
  await page.close();
});

test("without script everything but the explanations can be read", async () => {
  const html = await writeReportPage(modelOf("leeds-family-valued"));
  writeFileSync(join(folder, "plain.html"), html);
  const page = await open({ javaScriptEnabled: false });
  await page.goto(`file://${join(folder, "plain.html")}`);
  expect(await page.locator("#statement td").first().textContent()).toBe("60");
  expect(await page.locator(".hint").isVisible()).toBe(false);
  await page.close();
});
