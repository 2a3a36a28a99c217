import { strFromU8, unzipSync } from "fflate";
import {
  check,
  cost,
  evaluate,
  explain,
  group,
  programme,
  writeExplanation,
  writeReport,
  years,
} from "invest-to-save";
import { audit, writeAudit } from "invest-to-save/audit";
import { writeWorkbook } from "invest-to-save/excel";
import { writeReportPage } from "invest-to-save/page";
import { writeWord } from "invest-to-save/word";
import { describe, expect, test } from "vitest";

const formulas = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://a.example")'];
const markup = "</t><script>alert(1)</script>&\"'<w:p/>";

const hostile = programme(
  `${formulas[0]} ${markup}`,
  years("2025/26", "2026/27"),
  { source: `${formulas[0]}${markup}`, body: formulas[3] as string, notes: [`${formulas[1]}${markup}`] },
  group(`${formulas[1]} x`, { subtotal: `${formulas[4]}` }, cost(`${formulas[2]} y`, 5, { note: markup })),
  cost(`${formulas[0]}${markup}`, 7),
);

const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, text: strFromU8(part) }));

describe("in a workbook", () => {
  test("no text becomes a formula, and none ends its cell", async () => {
    const parts = partsOf(await writeWorkbook(hostile));
    const written = parts.flatMap(({ text }) =>
      [...text.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, formula]) => formula ?? ""),
    );
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((formula) => /cmd|HYPERLINK|calc/.test(formula))).toEqual([]);
    for (const { text } of parts) expect(text).not.toMatch(/<script|<w:p/);
    const shared = parts.find(({ name }) => name.endsWith("sharedStrings.xml"))?.text ?? "";
    for (const formula of formulas.slice(0, 3))
      expect(shared).toContain(formula.replaceAll("'", "&apos;").slice(0, 4));
  });

  test("no footer takes a title for a code of its own", async () => {
    const named = programme("A &P & B", years("2025/26", "2026/27"), { source: "a" }, cost("Rent", 5));
    const footers = partsOf(await writeWorkbook(named)).flatMap(
      ({ text }) => /<oddFooter>([^<]*)/.exec(text)?.[1] ?? [],
    );
    expect(footers.length).toBeGreaterThan(0);
    for (const footer of footers) expect(footer).toContain("&amp;&amp;P &amp;&amp; B");
  });
});

test("in a Word document no text becomes markup or a field", async () => {
  const parts = partsOf(await writeWord(hostile));
  for (const { name, text } of parts.filter(({ name }) => name.endsWith(".xml")))
    expect(`${name}: ${/<script|<w:p\/><|<w:instrText[^>]*>[^<]*(?:HYPERLINK|cmd)/.exec(text)?.[0]}`).toBe(
      `${name}: undefined`,
    );
});

test("on a report page no text becomes markup, an attribute or a script", async () => {
  const page = await writeReportPage(hostile);
  expect(page).not.toContain("<script>alert");
  expect(page).not.toMatch(/<w:p/);
  expect([...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
    '<script type="application/json" id="explanations">',
    "<script>",
  ]);
});

test.each(["text", "markdown", "json"] as const)("an audit as %s takes what a table says as text", (as) => {
  const table = `£,2025/26,Total\n"<script>alert(1)</script>",5,5\n"[a](javascript:b)|",6,7\nTotal,11,13\n`;
  const { audit: found } = audit(table, { file: "a.csv" });
  const text = found === undefined ? "" : writeAudit(found, as);
  expect(text).toContain("alert");
  if (as === "markdown") expect(text).not.toMatch(/<script|(?<!\\)\[a/);
});

test("in explanations and reports no text moves the cursor", () => {
  const signs = "red\u001b[31m\u0007";
  const own = programme(
    signs,
    years("2025/26", "2026/27"),
    { source: signs },
    cost(signs, 5),
    cost(`${signs} 2`, 5),
  );
  for (const text of [writeExplanation(explain(own, "total-cost")), writeReport(check(evaluate(own)))])
    expect(text).not.toMatch(/[^\n\P{Cc}]/u);
});
