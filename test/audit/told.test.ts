import { audit, readTable, reconstruct, writeAudit, writeReconstruction } from "invest-to-save/audit";
import { describe, expect, test } from "vitest";

const text =
  "£000s,2023/24,2024/25,Total\nPay,60,TBC,130\nRent,40,45,85\nTotal,100,115,215\nChange in pay,,17%,\n";

describe("what is told of a table", () => {
  const cellOf = (reads: number | string) => {
    const { table } = readTable(text, { cells: [{ row: "Pay", column: "2024/25", reads }] });
    return table?.blocks[0]?.rows[0]?.cells[1];
  };

  test("is a figure, nil, or that it is not given", () => {
    expect(cellOf(70)?.figure?.value.toString()).toBe("70000");
    expect(cellOf("-7.25")?.figure?.value.toString()).toBe("-7250");
    expect(cellOf("nil")?.standing).toBe("nil");
    expect(cellOf("unknown")?.standing).toBe("unknown");
  });

  test("changes nothing where it is no figure", () => {
    expect(cellOf("seventy")).toEqual(readTable(text).table?.blocks[0]?.rows[0]?.cells[1]);
  });

  test("may be the change from one row to another, or a quotient", () => {
    const table = "£000s,2023/24,2024/25\nBefore,60,80\nAfter,75,90\nRise,25%,12%\nPart,0.80,0.89\n";
    const ratios = {
      Rise: { of: "After", to: "Before", change: true },
      Part: { of: "Before", to: "After" },
      Missing: { of: "Before", to: "After" },
    };
    const { Missing: _, ...known } = ratios;
    const { audit: found } = audit(table, { structure: { ratios: known, "only declared": true } });
    const says = found?.blocks[0]?.structure.rules.map((rule) => rule.says);
    expect(says).toEqual(["Rise = the change from Before to After", "Part = Before ÷ After"]);
    expect(audit(table, { structure: { ratios } }).issues.map(({ code }) => code)).toEqual(["unknown-name"]);
    const inferred = audit(table, { structure: { ratios: known } }).audit?.blocks[0]?.structure.rules ?? [];
    expect(inferred.filter(({ declared }) => declared)).toHaveLength(2);
  });
});

describe("a reconstruction in Markdown", () => {
  const written = (table: string, assume: Parameters<typeof reconstruct>[1]) => {
    const read = readTable(table).table;
    const found = read && reconstruct(read, assume).reconstruction;
    return found === undefined ? "" : writeReconstruction(found, "markdown");
  };

  test("has the figures, and where each of them may lie", () => {
    const shown = written("£000s,14/15,15/16,Total\nPay | staff,60,60,121\n", {
      assume: [{ constant: "Pay | staff" }],
    });
    expect(shown).toContain("| Pay \\| staff | 60,400 | 60,400 | 120,800 |");
    expect(shown).toContain("Where each of them may lie:");
    expect(shown).toMatch(/60,250 to 60,500/);
  });

  test("has the proof where there are none", () => {
    const shown = written("£000s,14/15,15/16,Total\nPay,60,60,130\n", {});
    expect(shown).toContain("No figures print like this");
    expect(shown).not.toContain("Where each");
  });
});

test("wrong figures that hide each other are looked for together", () => {
  // Two totals are wrong in one row, and a part in another: no one figure for each of them mends all.
  const rows = [
    "£000s,a,b,c,Total",
    "Pay,10,20,30,60",
    "Rent,11,22,35,69",
    "Fees,5,6,7,18",
    "Total,27,49,73,150",
  ];
  const { audit: found } = audit(`${rows.join("\n")}\n`);
  expect(found?.holds).toBe(false);
  expect(writeAudit(found as NonNullable<typeof found>)).toMatch(/Rent|Total/);
});
