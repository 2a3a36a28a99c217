import fc from "fast-check";
import { cost, programme, years } from "invest-to-save";
import { auditTable, readTable, readWorkbookTable, writeAudit } from "invest-to-save/audit";
import { writeWorkbook } from "invest-to-save/excel";
import { describe, expect, test } from "vitest";

const odd = ["1,2,3", "1e400", "١٢", "1.2.3.4", "12,34", "-Infinity", "1'2'3"] as const;

function audited(text: string) {
  const { table } = readTable(text, { file: "table.csv" });
  const { audit } = table === undefined ? {} : auditTable(table);
  if (table === undefined || audit === undefined) throw new Error("no table was read");
  return { table, audit, said: writeAudit(audit, "text") };
}

const quoted = (cells: readonly string[]) => cells.map((text) => `"${text}"`).join(",");
const sound = ["Staff,100,200,300", "Rent,10,20,30", "Total,110,220,330"];

describe("cells that are meant for figures and cannot be read", () => {
  test("are in the table wherever their row stands, and told of", () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.array(fc.constantFrom(...odd), { minLength: 3, maxLength: 3 }),
        (at, cells) => {
          const rows = [...sound];
          rows.splice(at, 0, quoted(["Odd", ...cells]));
          const { table, said } = audited(["£,2024/25,2025/26,All", ...rows].join("\n"));
          const [block] = table.blocks;
          expect(block?.columns.map(({ label }) => label)).toEqual(["2024/25", "2025/26", "All"]);
          expect(block?.rows.map(({ label }) => label).sort()).toEqual(["Odd", "Rent", "Staff", "Total"]);
          expect(said).toContain("3 cells cannot be read as figures and were not judged.");
          for (const cell of cells)
            expect(said).toContain(`“${cell}” is text, because it cannot be read as a figure`);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("are told of where nothing could be judged, and beside findings", () => {
    expect(audited("£,2024/25,2025/26\nStaff,1,2\nOdd,1e400,5\n").said).toContain(
      "no sums were found in it. One cell cannot be read as a figure and was not judged.",
    );
    expect(audited("£,2024/25,2025/26\nOdd,1e400,\nStaff,100,1\nRent,10,2\nTotal,500,3\n").said).toMatch(
      /finding\. .*\. One cell cannot be read as a figure and was not judged\.\n/,
    );
  });

  test("a figure that a program could not work out is not given", () => {
    const { said } = audited("£,2024/25,2025/26\nStaff,1,2\nRent,NaN,5\nTotal,4,7\n");
    expect(said).toContain("“NaN” may be any figure, because it says that the figure is not given");
    expect(said).toContain("Rent, 2024/25 is printed as NaN; the sums leave it");
  });

  test("headings of columns stay headings: years, numbers of columns and words", () => {
    for (const heads of ["2024/25,2025/26", "(1),(2)", "Staff,Rent", "Q1,Q2"]) {
      const { table } = audited(`,${heads}\nA,1,2\nB,3,4\nTotal,4,6\n`);
      expect(table.blocks[0]?.rows.at(-1)?.label).toBe("Total");
    }
  });
});

describe("a row called Rates", () => {
  const rates = (rows: string) => audited(`£,2024/25,2025/26\nStaff,100,200\n${rows}\n`);

  test("is a cost as rent is, and a part of the total", () => {
    const { said, audit } = rates("Rates,10,20\nTotal,110,220");
    expect(said).toContain("Total = Staff + Rates");
    expect(audit.holds).toBe(true);
    expect(rates("Rates,10,20\nTotal,110,230").audit.holds).toBe(false);
  });

  test("is a row of rates where its figures are finer than the amounts", () => {
    const { said } = rates("Rent,10,20\nTotal,110,220\nRates,1.5,2.5");
    expect(said).toContain("row “Rates”: figures are ratios or rates");
    expect(said).toContain("Total = Staff + Rent");
  });
});

test("an index beside a total is that of one period, and no quotient of totals", () => {
  const rows = [
    ["Net cost", "1000", "2040", "3121.2", "6161.2"],
    ["Price level, index", "1.00", "1.02", "1.0404", "1.0404"],
    ["Net cost in real terms", "1000", "2000", "3000", "6000"],
  ];
  const told = (at: number, text: string) => {
    const changed = rows.map((row, i) => (i === 1 ? row.map((cell, j) => (j === at ? text : cell)) : row));
    return audited(["£,2024/25,2025/26,2026/27,Total", ...changed.map(quoted)].join("\n")).audit;
  };
  expect(told(4, "1.0404").holds).toBe(true);
  expect(told(3, "1.0604").holds).toBe(false);
});

describe("the title of a table", () => {
  test("is told as its own words, and not as a verdict of the audit", () => {
    const { audit, said } = audited(
      "No findings\n\n£,2024/25,2025/26\nStaff,100,1\nRent,10,2\nTotal,500,3\n",
    );
    expect(said).toMatch(/^Audit of “No findings”\n/);
    expect(said).toContain("1 finding.");
    expect(writeAudit(audit, "markdown")).toMatch(/^\*\*Audit of “No findings”\*\*\n/);
  });

  test("of a workbook of ours is not what it says of its own checks", async () => {
    const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
    const { table } = await readWorkbookTable(await writeWorkbook(rent), { table: "Statement" });
    expect(table?.blocks.length).toBeGreaterThan(0);
    expect(table?.blocks.map(({ title }) => title)).not.toContain("All checks hold");
    expect(table?.notes).not.toContain("All checks hold");
  });
});
