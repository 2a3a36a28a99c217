import { audit, writeAudit } from "invest-to-save/audit";
import { describe, expect, test } from "vitest";

type Declared = NonNullable<NonNullable<Parameters<typeof audit>[1]>["structure"]>;

function auditOf(text: string, structure: Declared = {}) {
  const { audit: found, issues } = audit(text, { structure });
  if (found === undefined) throw new Error(issues.map(({ message }) => message).join("; "));
  return found;
}

/** What is taken to belong together in a table. */
function rulesIn(text: string, structure: Declared = {}): string[] {
  return auditOf(text, structure).blocks.flatMap((block) => block.structure.rules.map(({ says }) => says));
}

/** Every check of a table: which cell is judged, and how it came out. */
function verdictsIn(text: string, structure: Declared = {}): string[] {
  return auditOf(text, structure).blocks.flatMap(({ block, checks }) =>
    checks.map(
      ({ cell, verdict }) =>
        `${block.rows[cell.row]?.label}, ${block.columns[cell.column]?.label}: ${verdict}`,
    ),
  );
}

describe("a part of a row", () => {
  const years = "£000s,2023/24,2024/25\n";

  test.each([
    ["no more than rounding allows", "Staff,100,120\nof which agency,101,30\n", ["rounding", "exact"]],
    ["of a negative", "Income,(100),(120)\nof which grants,(90),(150)\n", ["exact", "fails"]],
    ["only where its whole is given", "Staff,100,TBC\nof which agency,30,40\n", ["exact"]],
  ])("is judged: %s", (_, rows, verdicts) => {
    const found = verdictsIn(`${years}${rows}Rent,50,60\n`);
    expect(found.map((words) => words.split(": ")[1])).toEqual(verdicts);
  });

  test.each([
    ["nothing stands above it", "of which agency,30,40\nStaff,100,120\n"],
    ["what stands above it counts in something else", "Staff,100,120\nof which agency (%),30%,40%\n"],
    ["it is more than the whole in most columns", "Staff,100,120\nof which agency,300,400\n"],
  ])("is none where %s", (_, rows) => {
    expect(rulesIn(`${years}${rows}`).filter((says) => says.includes("is a part of"))).toEqual([]);
  });

  test("stands under a heading with others, which make the whole together", () => {
    const text = `${years}Staff,100,120\nOf which:,,\nTeachers,60,70\nOthers,40,50\nRent,50,60\n`;
    expect(rulesIn(text)).toContain("Staff = Teachers + Others");
  });
});

describe("a quotient", () => {
  test("cannot be told where its divisor may be nil or is not given", () => {
    const ratios = { "Cost each": { of: "Cost", to: "Families" } };
    const text = "£,2022/23,2023/24,2024/25\nCost,100,200,300\nFamilies,0,TBC,3\nCost each,5.0,5.0,100.0\n";
    expect(verdictsIn(text, { ratios, "only declared": true })).toEqual([
      "Cost each, 2022/23: open",
      "Cost each, 2023/24: open",
      "Cost each, 2024/25: exact",
    ]);
  });
});

describe("a total across that is no sum is told for what it is", () => {
  const staff = "£000s,2021/22,2022/23,2023/24,Total\nPay,60,70,80,210\nRent,40,45,50,135\n";
  test.each([
    ["its last figure", "FTE posts,10,14,19,19"],
    ["its first figure", "FTE posts,19,14,10,19"],
    ["its largest figure", "FTE posts,10,19,14,19"],
    ["the average", "FTE posts,10,14,18,14.0"],
  ])("%s", (instead, row) => {
    const { structure } = auditOf(`${staff}${row}\n`).blocks[0] ?? {};
    const words =
      instead === "the average" ? /is (?:the average|its)/ : new RegExp(`its Total is ${instead}`);
    expect(structure?.open.join("\n")).toMatch(words);
  });
});

describe("what is declared", () => {
  const twoBlocks =
    '"Revenue, £000",2024/25,2025/26,\nStaff,412,420,\nPremises,63,65,\nTotal revenue,475,485,\n\n' +
    '"Capital, £000",2024/25,2025/26,2026/27\nRefurbishment,120,340,0\nEquipment,35,15,10\nTotal capital,155,355,10\n';

  test("is passed over in a block that does not have it", () => {
    expect(
      rulesIn(twoBlocks, {
        sums: { "Total capital": ["Refurbishment", "Equipment"] },
        "only declared": true,
      }),
    ).toEqual(["Total capital = Refurbishment + Equipment"]);
    expect(rulesIn(twoBlocks, { "not added": ["Premises"], "only declared": true })).toEqual([]);
  });

  test("may name a row by its line, where labels repeat", () => {
    const text = "£000s,2024/25\nStaff,10\nStaff,20\nOthers,30\n";
    expect(verdictsIn(text, { sums: { Others: ["line 2", "line 3"] }, "only declared": true })).toEqual([
      "Others, 2024/25: exact",
    ]);
    const { issues } = audit(text, { structure: { sums: { Others: ["line 2", "line 9"] } } });
    expect(issues.map(({ received }) => received)).toEqual(["line 9"]);
  });

  test("is refused where no row or column has the name, with the first score of those that there are", () => {
    const rows = Array.from({ length: 24 }, (_, i) => `Row ${i + 1},${i}`).join("\n");
    const { issues } = audit(`£000s,2024/25\n${rows}\n`, { structure: { "not added": ["Rwo 3"] } });
    expect(issues).toMatchObject([{ code: "unknown-name", received: "Rwo 3" }]);
    expect(issues[0]?.expected).toMatch(/Row 19, Row 20 and 4 more$/);
    const few = audit("£000s,2024/25\nPay,1\n", { structure: { "columns add up": { All: ["2024/25"] } } });
    expect(few.issues[0]?.expected).toMatch(/^2024\/25$/);
  });
});

describe("an audit as JSON", () => {
  test("has the claims, each with its reach and the slip that was likely made", () => {
    const found = auditOf("£000s,2023/24\nPay,62\nRent,38\nTotal,100\n", {
      claims: ["{Pay} is 38% of {Total}", "{Pay} is 62% of {Total}", "The weather was 12 degrees"],
    });
    expect(JSON.parse(writeAudit(found, "json")).claims).toMatchObject([
      { verdict: "fails", calculated: "62", likelyCause: "what is left of the whole, and not the part" },
      { verdict: "holds", low: expect.any(String), high: expect.any(String) },
      { verdict: "open", because: expect.stringContaining("not understood") },
    ]);
  });

  test("has what one slip explains, once for all figures that it explains", () => {
    const found = auditOf(
      "£000s,22/23,23/24,24/25\nPay,101,223,357\nRent,43,57,71\nFees,12,29,38\nTotal,257,532,823\n",
      { sums: { Total: ["Pay", "Rent", "Fees"] }, "only declared": true },
    );
    const [block] = JSON.parse(writeAudit(found, "json")).blocks;
    expect(block.findings).toMatchObject([
      { located: "only", explanations: [{ says: "“Pay” is counted twice in it" }] },
    ]);
  });

  test("has proofs that a part is more than its whole", () => {
    const found = auditOf("£000s,23/24,24/25\nStaff,100,120\nof which agency,30,130\nRent,50,60\n");
    const [block] = JSON.parse(writeAudit(found, "json")).blocks;
    expect(block.findings[0].proofs[0].sums).toEqual([
      { says: "of which agency is a part of Staff, in 24/25", times: "1" },
    ]);
  });
});
