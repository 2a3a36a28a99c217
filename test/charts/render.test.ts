import { cost, evaluate, funding, InvestToSaveError, programme, years } from "invest-to-save";
import { fundingSources, renderSvg } from "invest-to-save/charts";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test, vi } from "vitest";
import { loaded } from "../../src/charts/render.ts";
import { textOf } from "../cli/repository.ts";
import { chartsOf, plainCharts } from "./examples.ts";

const leeds = readProgramme(textOf("models/leeds-family-valued/model.yaml"));
const all = { ...chartsOf(leeds), ...plainCharts(640) };

describe.each(Object.entries(all))("the picture of %s", (_, chart) => {
  test("is the same to the byte each time, and is drawn without a warning", async () => {
    const warned = vi.spyOn(console, "warn");
    const [first, second] = [await renderSvg(chart), await renderSvg(chart)];
    expect(second).toBe(first);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  test("has its finding as title and its figures as description", async () => {
    const svg = await renderSvg(chart);
    expect(svg).toMatch(
      /^<svg xmlns="[^"]*" role="img" width="640" height="\d+" viewBox="0 0 640 \d+">\n<title>/,
    );
    expect(svg).toContain(`<title>${chart.title.text.join(" ")}</title>\n<desc>${chart.description}</desc>`);
  });

  test("has no script, style, link or name of its own", async () => {
    const svg = (await renderSvg(chart)).replace(/ xmlns="[^"]*"/, "");
    expect(svg).not.toMatch(
      /<(?:script|style|a|image|use|foreignObject)\b|\s(?:on\w+|style|href|id|class)=|url\(/,
    );
  });
});

test("a chart is plain data: it survives being written and read", () => {
  for (const chart of Object.values(all)) expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
});

test("labels are text in a picture, whatever they look like", async () => {
  const label = "</desc><script>alert(1)</script><img src=x onerror=alert(1)> \" + alert(1) + ' \\";
  const p = programme(
    "</title><script>",
    years("2024/25", "2025/26"),
    { source: "a" },
    cost("a", 2),
    funding(label, 2),
  );
  const chart = fundingSources(evaluate(p), { width: 2000 });
  if (chart === undefined) throw new Error("it is funded");
  const svg = await renderSvg(chart);
  expect(svg).not.toMatch(/<script|<img/);
  expect(svg.match(/<\/desc>/g)).toHaveLength(1);
  // In title, description (finding and figures), heading and legend; a backslash and quotes come through the expression of the legend.
  expect(svg.match(/&lt;\/desc&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBe(5);
  expect(svg).toContain(`" + alert(1) + ' \\: £4`);
});

describe("where vega or vega-lite is not installed", () => {
  test.each([
    ["a module", "Cannot find package 'vega-lite' imported from here", "ERR_MODULE_NOT_FOUND"],
    ["a required file", "Cannot find module 'vega'", "MODULE_NOT_FOUND"],
    ["a module of a browser", "Failed to resolve module specifier 'vega'", undefined],
  ])("a fault says what to install, be it asked for as %s", async (_, message, code) => {
    const missing = Object.assign(new Error(message), code === undefined ? {} : { code });
    const failure = await loaded(() => Promise.reject(missing)).catch((error: unknown) => error);
    if (!(failure instanceof InvestToSaveError)) throw failure;
    expect(failure.issues.map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
      "no-such-file: install them with: npm install vega vega-lite",
    ]);
  });

  test("every other failure stays what it is", async () => {
    await expect(loaded(() => Promise.reject(new Error("of its own")))).rejects.toThrow("of its own");
    const odd = Object.assign(new Error("vega is tired"), { code: "ETIRED" });
    await expect(loaded(() => Promise.reject(odd))).rejects.toBe(odd);
    await expect(loaded(() => Promise.reject("no error at all"))).rejects.toBe("no error at all");
  });
});
