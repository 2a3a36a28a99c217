import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTable } from "../../src/audit/read/read.ts";
import { type Reconstruction, reconstruct } from "../../src/audit/reconstruct/reconstruct.ts";
import { roundest } from "../../src/audit/reconstruct/roundest.ts";
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

/** What comes of looking for the figures behind a table, and what is written of it. */
function behind(text: string, options: Parameters<typeof reconstruct>[1] = {}) {
  const { table } = readTable(text);
  const { reconstruction: found } = (table && reconstruct(table, options)) ?? {};
  if (found === undefined) throw new Error("the table is read");
  return {
    found,
    written: (as: Parameters<typeof writeReconstruction>[1]) => writeReconstruction(found, as),
  };
}

/** The figures that were found, as they stand in the table. */
function valuesOf({ blocks }: Reconstruction): string[] {
  return blocks.flatMap(({ figures }) => figures.map(({ value }) => value.toString()));
}

describe("what is assumed", () => {
  test("may be that rows are equal, in all columns that are no totals", () => {
    const { found } = behind("£000s,14/15,15/16,Total\nPay,60,61,121\nGrant,60,61,122\n", {
      assume: [{ equal: ["Pay", "Grant"] }],
    });
    expect(found.blocks[0]?.rules.map(({ says }) => says)).toContain("Grant equals Pay from 14/15 to 15/16");
    const [pay, , , grant] = valuesOf(found);
    expect(grant).toBe(pay);
  });

  test("may be about a total, where it is named", () => {
    const { found } = behind("£000s,14/15,15/16,Total\nBalance,1,(1),0\n", {
      assume: [{ zero: "Balance", from: "Total", to: "Total" }],
    });
    expect(found.blocks[0]?.rules.map(({ says }) => says)).toContain("Balance is exactly nil in Total");
    expect(valuesOf(found)[2]).toBe("0");
  });

  test("is passed over in a block that does not have the row or the column", () => {
    const { found } = behind(
      "£000s,2014/15,2015/16,Total\nPay,60,60,121\n\n£000s,2016/17,2017/18,Total\nRent,1,2,3\n",
      {
        assume: [{ constant: "Pay", from: "2014/15", to: "2015/16" }],
      },
    );
    expect(found.blocks.map(({ rules }) => rules.filter(({ declared }) => declared).length)).toEqual([1, 0]);
  });

  test("is refused where no block has the row or the column", () => {
    const { table } = readTable(leeds);
    const { issues } =
      (table && reconstruct(table, { assume: [{ zero: "Total Cost", from: "13/14" }] })) ?? {};
    expect(issues).toMatchObject([
      {
        code: "unknown-name",
        received: "13/14",
        message: "assume > 0 > 13/14: there is no column “13/14” in the table",
      },
    ]);
  });
});

describe("a figure behind a table", () => {
  const sums = { sums: { Total: ["Pay", "Rent"] }, "only declared": true } as const;

  test("is found for one that is not given, where the sums leave it a range", () => {
    const { found } = behind("£000s,A\nPay,60\nRent,TBC\nTotal,101\n", sums);
    const rent = found.blocks[0]?.figures[1];
    expect([rent?.value, rent?.range.low, rent?.range.high].map(String)).toEqual(["41000", "40000", "42000"]);
  });

  test("may be any where the sums leave it none", () => {
    const { written } = behind("£000s,A\nPay,40\nRent,TBC\nFees,TBC\nTotal,101\n", {
      sums: { Total: ["Pay", "Rent", "Fees"] },
      "only declared": true,
    });
    expect(written("text")).toMatch(/Rent +any\nFees +any\nTotal +100,500 to 101,500/);
    const [block] = JSON.parse(written("json")).blocks;
    expect(block.figures[1]).not.toHaveProperty("low");
    expect(block.figures[3]).toMatchObject({ place: "Total, A", low: "100500", high: "101500" });
  });

  test("is not looked for where a row is in no sum", () => {
    const { found, written } = behind("£000s,A\nPay,60\nRent,41\nFamilies,7\nTotal,101\n", sums);
    expect(valuesOf(found)).toHaveLength(3);
    expect(written("csv").split("\n")).toContain("Families,");
  });

  test("may lie anywhere in a range that is printed", () => {
    const { found } = behind("£m,A\nPay,£3m to £5m\nRent,1\nTotal,4.5\n", sums);
    expect(found.found).toBe(true);
    expect(found.blocks[0]?.figures[0]?.range).toMatchObject({
      low: decimal(2_950_000),
      high: decimal(4_050_000),
    });
  });
});

test.each([
  [1234n, 1290n, 1250n],
  [1201n, 1204n, 1202n],
  [-1290n, -1234n, -1250n],
  [-3n, 8n, 0n],
  [11n, 99n, 50n],
  [7n, 7n, 7n],
  [8n, 7n, undefined],
])("the roundest whole number from %s to %s is %s", (low, high, expected) => {
  expect(roundest(low, high)).toBe(expected);
});

describe("a reconstruction is written", () => {
  const edge = { "columns add up": { Total: ["A"] } };

  test("with the words that say why there is none", () => {
    const words = "No figures print like this unless one of them lies exactly half-way";
    const { written } = behind("£000s,A,Total\nPay,0,1\n", edge);
    expect(written("text")).toContain(words);
    expect(written("markdown")).toContain(words);
    expect(JSON.parse(written("json"))).toMatchObject({
      found: false,
      blocks: [{ outcome: "edge", figures: [], because: [expect.stringContaining(words)] }],
    });
    const none = behind("£000s,14/15,15/16,Total\nPay,60,60,130\n");
    expect(JSON.parse(none.written("json"))).toMatchObject({
      format: "invest-to-save/reconstruction",
      blocks: [{ outcome: "impossible", because: expect.arrayContaining([expect.stringMatching(/proof/)]) }],
    });
  });

  test("as JSON, with each figure, its place and what it kept to", () => {
    const { written } = behind("£000s,14/15,15/16,Total\nPay,60,60,121\n", { assume: [{ constant: "Pay" }] });
    const { found, blocks } = JSON.parse(written("json"));
    expect(found).toBe(true);
    expect(blocks[0].figures[0]).toEqual({
      row: 0,
      column: 0,
      place: "Pay, 14/15",
      value: "60400",
      low: "60250",
      high: "60500",
    });
    expect(blocks[0].rules).toContainEqual({
      says: "Pay stays the same from 14/15 to 15/16",
      declared: true,
    });
    expect(blocks[0]).not.toHaveProperty("because");
  });

  test("block after block, each with its own headings, in units where the table states one", () => {
    const { written } = behind(
      "Costs\n,2014/15,2015/16,Total\nPay,60,61,121\n\n,2016/17,2017/18,Total\nRent,1,2,3\n",
    );
    const rows = written("csv").split("\n");
    expect(rows.filter((row) => row === "")).toHaveLength(2);
    expect(rows).toContain(",2016/17,2017/18,Total");
    expect(written("text")).toMatch(/^Costs\n/);
  });

  test("with proofs that take a sum more than five times", () => {
    const years = Array.from({ length: 9 }, (_, i) => `${14 + i}/${15 + i}`);
    const { written } = behind(`£000s,${years.join(",")},Total\nPay,${years.map(() => 60).join(",")},550\n`, {
      assume: [{ constant: "Pay" }],
    });
    expect(written("text")).toContain("take 8 times: Pay stays the same from 14/15 to 22/23");
  });
});

test("an assumption about a row that is not there is an issue", () => {
  const { table } = readTable(leeds);
  const { issues } = (table && reconstruct(table, { assume: [{ zero: "Balances" }] })) ?? {};
  expect(issues).toMatchObject([{ code: "unknown-name", received: "Balances" }]);
});
