import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTable } from "../../src/audit/read/read.ts";
import { reconstruct } from "../../src/audit/reconstruct/reconstruct.ts";
import { writeReconstruction } from "../../src/audit/report/reconstruction.ts";
import { readProgramme } from "../../src/file/read.ts";
import { decimal } from "../../src/quantity/decimal.ts";
import { roundTo } from "../../src/quantity/rounding.ts";
import { layOut } from "../../src/sheet/lay-out.ts";
import { evaluate } from "../../src/table/evaluate.ts";

const leeds = readFileSync("test/audit/published/leeds-family-valued.csv", "utf8");

/** What the report says of the figures behind its table: level costs and base budget, no need in the first years, straight savings. */
const known = [
  {
    constant: [
      "Workforce Development",
      "Family Group Conferencing",
      "Targeted Services",
      "Leeds Base Budget",
    ],
    from: "15/16",
    to: "18/19",
  },
  { zero: "Balance of Funding Required / (Savings)", from: "14/15", to: "15/16" },
  { "straight line": "CLA Placement Budgets", from: "16/17", to: "18/19" },
];

function leedsBehind() {
  const { table } = readTable(leeds);
  const { reconstruction } = (table && reconstruct(table, { assume: known })) ?? {};
  const [block] = reconstruction?.blocks ?? [];
  if (block === undefined) throw new Error("Leeds is read");
  return block;
}

test("Leeds: figures are found that print as every cell does, add up and keep what is known", () => {
  const { outcome, figures, block, rules } = leedsBehind();
  expect(outcome).toBe("found");
  expect(figures).toHaveLength(12 * 6);
  const valueAt = new Map(figures.map(({ cell, value }) => [`${cell.row},${cell.column}`, value]));
  for (const { cell, value, range } of figures) {
    const printed = block.rows[cell.row]?.cells[cell.column]?.figure?.value;
    expect(roundTo(value, decimal(1000)).toString()).toBe(printed?.toString());
    expect(range.low && range.high && value.gte(range.low) && value.lte(range.high)).toBe(true);
  }
  for (const rule of rules) {
    for (const one of rule.is === "sum" ? rule.cells : []) {
      const parts = one.parts.map(({ row, column, sign }) => valueAt.get(`${row},${column}`)?.times(sign));
      const made = parts.reduce((sum, part) => sum?.plus(part ?? Number.NaN), decimal(0));
      expect(made?.toString()).toBe(valueAt.get(`${one.total.row},${one.total.column}`)?.toString());
    }
  }
});

test("Leeds: the model's unrounded figures are one solution, each within its range", () => {
  const { figures, block } = leedsBehind();
  const model = readProgramme(readFileSync("models/leeds-family-valued/model.yaml", "utf8"));
  const sheet = layOut(evaluate(model), { total: true });
  let compared = 0;
  for (const { cell, range } of figures) {
    const label = block.rows[cell.row]?.label ?? "";
    const row = sheet.rows.find((one) => one.label.toLowerCase() === label.toLowerCase());
    const own = row?.cells[cell.column]?.value;
    if (own === undefined) continue;
    compared++;
    expect(range.low && range.high && own.gte(range.low) && own.lte(range.high), `${label}: ${own}`).toBe(
      true,
    );
  }
  expect(compared).toBe(figures.length);
});

test("figures that cannot be are proved not to be", () => {
  const { table } = readTable("£000s,14/15,15/16,16/17,Total\nPay,60,60,60,183\n");
  const { reconstruction } = (table && reconstruct(table, { assume: [{ constant: "Pay" }] })) ?? {};
  expect(reconstruction?.blocks[0]?.outcome).toBe("impossible");
  expect(reconstruction && writeReconstruction(reconstruction)).toMatchInlineSnapshot(`
    "No figures print like this and add up, keeping what is assumed. The proof:
      take once: Total = 14/15 + 15/16 + 16/17, in Pay
      take twice: Pay stays the same from 14/15 to 16/17, in 15/16
      take once: Pay stays the same from 14/15 to 16/17, in 16/17
      Together they ask that 3 × “Pay, 14/15” − “Pay, Total” is 0; as printed it is from (5) to (1).

    Made with invest-to-save 0.1.0 from inputs b49fd535ebdb.
    "
  `);
});

test("figures that only can be where a half is rounded to nil are told apart", () => {
  const { table } = readTable("£000s,14/15,15/16,Total\nPay,60,60,121\n");
  const { reconstruction } = (table && reconstruct(table, { assume: [{ constant: "Pay" }], sums: {} })) ?? {};
  expect(reconstruction?.found).toBe(true);
  const edge = readTable("£000s,A,Total\nPay,0,1\n").table;
  const none = edge && reconstruct(edge, { "columns add up": { Total: ["A"] } }).reconstruction;
  expect(none?.blocks[0]?.outcome).toBe("edge");
});

test("an assumption about a row that is not there is an issue", () => {
  const { table } = readTable(leeds);
  const { issues } = (table && reconstruct(table, { assume: [{ zero: "Balances" }] })) ?? {};
  expect(issues).toMatchObject([{ code: "unknown-name", received: "Balances" }]);
});
