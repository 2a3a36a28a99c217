import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { readTable } from "../../src/audit/read/read.ts";

const page = `<!doctype html><html><head><title>Budget 999</title><style>td { width: 12px }</style></head><body>
<h1>Adult social care</h1><p>All figures in £000</p>
<table>
<caption>Spend by service <span class="govuk-visually-hidden">sortable 7</span></caption>
<thead><tr><th rowspan=2>Service<th colspan=2>2023/24<th colspan=2>2024/25
<tr><th>Budget<th>Actual<th>Budget<th>Actual
<tfoot><tr><th>Total<td>1,300<td>818<td>1,400<td>1,450
<tbody>
<tr><th colspan=5>Older people
<tr><td>&nbsp;&nbsp;Residential<td>800<sup>1</sup><td>830<td>850<td>880
<tr><td style="padding-left:16px">Home care<td>500<td>(12)<td>&ndash;<td><b>540</b></td><script>document.write("<td>1")</script>
<tr style="display:none"><td>Working row<td>9<td>9<td>9<td>9
<tr><td>Respite<td>nil<td>&pound;0<td>550<td>30
</table><p>1. Estimated.</p></body></html>`;

function shortly(text: string, options = {}) {
  const { table, issues } = readTable(text, { file: "page.html", ...options });
  expect(issues).toEqual([]);
  return table?.blocks.map(({ columns, rows }) => [
    columns.map(({ label }) => label).join(" | "),
    ...rows.map((row) =>
      [`${">".repeat(row.depth)}${row.label}`, ...row.cells.map(({ text: own }) => own)].join(" | "),
    ),
  ]);
}

describe("a web page", () => {
  test("is read by what its cells span, with its foot at the foot and without what nobody sees", () => {
    expect(shortly(page)).toEqual([
      [
        "2023/24 Budget | 2023/24 Actual | 2024/25 Budget | 2024/25 Actual",
        "Older people",
        ">Residential | 800 | 830 | 850 | 880",
        ">Home care | 500 | (12) | – | 540",
        "Respite | nil | £0 | 550 | 30",
        "Total | 1,300 | 818 | 1,400 | 1,450",
      ],
    ]);
  });

  test("says its unit in the text above, its footnotes by raised marks, and holds", () => {
    const { audit: found } = audit(page, { file: "page.html" });
    expect(found?.table.unit).toBe("£000s");
    expect(found?.blocks[0]?.block.rows[1]?.cells[0]?.marks).toEqual(["1"]);
    expect(found?.blocks[0]?.checks.map(({ verdict }) => verdict)).toEqual(Array(4).fill("exact"));
  });

  test("may have several tables: the largest is read, or the one that is asked for", () => {
    const two = `<table><tr><td>a<td>1<tr><td>b<td>2</table>${page}`;
    expect(shortly(two)?.[0]).toHaveLength(6);
    expect(shortly(two, { table: 1 })).toEqual([["column 1", "a | 1", "b | 2"]]);
    expect(readTable(two, { file: "page.html" }).table?.interpretations[1]).toMatchObject({
      says: "table 2 of 2 is read",
      otherwise: "table",
    });
    expect(readTable(two, { file: "page.html", table: 3 }).issues).toMatchObject([{ code: "unknown-name" }]);
  });

  test("that arranges its page with a table is read by the table inside, titles beside it included", () => {
    const layout = `<table><tr><td>Costs, £m <table><tr><td>a<td>1<td>2<tr><td>b<td>2<td>3</table><td>menu</table>`;
    expect(shortly(layout)).toEqual([["column 1 | column 2", "a | 1 | 2", "b | 2 | 3"]]);
    expect(readTable(layout, { file: "page.html" }).table?.unit).toBe("£m");
  });

  test("without a table has nothing to audit", () => {
    expect(readTable("<p>Nothing here", { file: "page.html" }).issues).toMatchObject([{ code: "no-table" }]);
  });
});
