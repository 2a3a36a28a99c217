import { audit, writeAudit } from "invest-to-save/audit";
import { describe, expect, test } from "vitest";

type Declared = NonNullable<NonNullable<Parameters<typeof audit>[1]>["structure"]>;

/** The audit of a table in which nothing adds up but what is declared, or what is found where nothing is. */
function auditOf(text: string, declared: Declared = {}) {
  const structure = Object.keys(declared).length === 0 ? {} : { "only declared": true, ...declared };
  const { audit: found, issues } = audit(text, { structure });
  expect(issues).toEqual([]);
  return found as NonNullable<typeof found>;
}

/** What is said of a table, as text on one line. */
function said(text: string, declared: Declared = {}): string {
  return writeAudit(auditOf(text, declared)).replace(/\s+/g, " ");
}

const payRent = (rows: string) => `£000s,22/23,23/24,24/25\n${rows}`;
const totals = { sums: { Total: ["Pay", "Rent", "Fees"] } };

/** Rows that add up down and across, but for those whose five years are all printed wrong. */
function fiveWrongIn(rows: readonly string[]): string {
  const years = [137, 274, 411, 548, 685];
  const lines = Array.from({ length: 8 }, (_, i) => {
    const right = years.map((year) => 1000 * (i + 1) + year);
    const wrong = right.map((value, at) => value + 211 * (at + 1) ** 2);
    const name = `Row ${i + 1}`;
    const total = right.reduce((sum, value) => sum + value, 0);
    return { printed: [name, ...(rows.includes(name) ? wrong : right), total].join(","), right };
  });
  const sums = years.map((_, at) => lines.reduce((sum, { right }) => sum + (right[at] ?? 0), 0));
  const all = ["Total", ...sums, sums.reduce((sum, value) => sum + value, 0)].join(",");
  return ["£000s,20/21,21/22,22/23,23/24,24/25,Total", ...lines.map(({ printed }) => printed), all].join(
    "\n",
  );
}

const downAndAcross = {
  sums: { Total: Array.from({ length: 8 }, (_, i) => `Row ${i + 1}`) },
  "columns add up": { Total: ["20/21", "21/22", "22/23", "23/24", "24/25"] },
};

describe("where no one figure mends everything", () => {
  test("the fewest that do it together are named", () => {
    const text =
      "£000s,23/24,24/25,Total\nPay,1000,2000,3000\nRent,1600,2900,3700\nFees,500,600,1100\nHeat,300,400,700\nTotal,2900,5600,8500\n";
    const words = said(text, {
      sums: { Total: ["Pay", "Rent", "Fees", "Heat"] },
      "columns add up": { Total: ["23/24", "24/25"] },
    });
    expect(words).toContain("1 finding. Of 8 checks 5 hold exactly and 3 cannot come from rounding.");
    expect(words).toContain(
      "Only these 2 figures together would mend it: " +
        "Rent, 23/24: 1,100 would be right (anything from 1,098 to 1,102), if one digit is another " +
        "Rent, 24/25: 2,600 would be right (anything from 2,598 to 2,602), if one digit is another",
    );
  });

  test.each([["one row", ["Row 4"]] as const, ["two rows", ["Row 4", "Row 6"]] as const])(
    "five wrong figures in %s are said to be more than can be told",
    (_, rows) => {
      const text = fiveWrongIn(rows);
      const words = said(text, downAndAcross);
      expect(words).toContain(
        "Several figures in it must be wrong, and too many ways would mend it to tell which.",
      );
      // The totals that fail are marked, since no other figure can be.
      expect(words).toContain("22055 [1?]");
      const [block] = auditOf(text, downAndAcross).blocks;
      expect(block?.findings).toMatchObject([{ explanations: [], located: "cannot tell" }]);
    },
  );

  test("sums that each hold by rounding, but not all together, are proved not to", () => {
    const text = "£000s,A,B,Total\nPay,1,1,3\nRent,1,1,3\nFees,1,1,3\nTotal,3,3,7\n";
    const words = said(text, { ...totals, "columns add up": { Total: ["A", "B"] } });
    expect(words).toContain(
      "[1] Every sum holds on its own within what rounding allows, but not all of them together: " +
        "take once: Total = Pay + Rent + Fees, in Total less once: Total = A + B, in Total " +
        "Together they ask that “Pay, Total” + “Rent, Total” + “Fees, Total” − “Total, A” − “Total, B” is 0; " +
        "as printed it is from 0.5 to 5.5.",
    );
    expect(words).toContain(
      "Of 7 checks 2 hold exactly and 5 hold within what rounding allows; not all of them can hold together.",
    );
  });
});

describe("one slip that explains a total in several places is named", () => {
  test.each([
    ["a row twice", "257,532,823", "“Pay” is counted twice in it"],
    ["a row left out", "113,252,395", "“Rent” is left out of it"],
    [
      "a row taken away",
      "70,195,324",
      "“Rent” is taken away where it is to be added, or the other way round",
    ],
    ["a row that is none of its own", "166,329,496", "“Guests” is counted in it as well"],
  ])("%s", (_, total, cause) => {
    const text = payRent(`Pay,101,223,357\nRent,43,57,71\nFees,12,29,38\nGuests,10,20,30\nTotal,${total}\n`);
    const words = said(text, totals);
    expect(words).toContain(
      `Likely cause: ${cause}. Only these 3 figures together would mend it: Total, 22/23: 156 would be right`,
    );
    expect(words).toContain("1 finding. Of 3 checks 3 cannot come from rounding.");
  });

  test("a column twice", () => {
    const words = said("£000s,22/23,23/24,24/25,Total\nPay,101,223,357,904\nRent,43,57,71,228\n", {
      "columns add up": { Total: ["22/23", "23/24", "24/25"] },
    });
    expect(words).toContain("Likely cause: “23/24” is counted twice in it.");
    expect(words).toContain("Pay, Total: 681 would be right");
  });

  test("two figures in each other's column", () => {
    const words = said(payRent("Pay,223,101,357\nRent,43,57,71\nFees,12,29,38\nTotal,156,309,466\n"), totals);
    expect(words).toContain("Likely cause: the two figures of “Pay” stand in each other's column.");
    expect(words).toContain("Pay, 22/23: 101 would be right");
    expect(words).toContain("Pay, 23/24: 223 would be right");
  });

  test.each([
    ["right", "129, 212, 238, 238", "99,129,212,238", "Total,273,492,696,772"],
    ["left", "144, 144, 238, 317", "144,238,317,99", "Total,288,424,696,851"],
  ])("figures one column too far to the %s, where %s would be right", (way, _, fees, total) => {
    const text = `£000s,21/22,22/23,23/24,24/25\nPay,101,223,387,444\nRent,43,57,71,90\nFees,${fees}\n${total}\n`;
    const words = said(text, totals);
    expect(words).toContain(`the figures of “Fees” stand one column too far to the ${way}`);
  });
});

describe("what is printed is held against what it is made of", () => {
  test("a part against its whole, with the most or the least that would be right", () => {
    const words = said(
      "£000s,23/24,24/25\nStaff,100,120\nof which agency,30,130\nRent,50,60\nTotal,150,180\n",
    );
    expect(words).toContain(
      "[1] of which agency, 24/25 is printed as 130. That is more than Staff, 24/25, of which it is a part, by 10; rounding explains at most 1. " +
        "of which agency, 24/25 is the only figure whose change mends everything: at most 120.5 would be right.",
    );
    expect(said("£000s,23/24,24/25\nStaff,100,120\nof which agency,30,130\nRent,50,60\n")).toContain(
      "Staff, 24/25: 120 printed, at least 129.5 would be right",
    );
  });

  test("a change or a quotient against its two figures, with what they make of it", () => {
    const text = "£000s,23/24,24/25\nBefore,60,80\nAfter,75,90\nRise,25%,99%\nPart,0.80,0.09\nFamilies,2,3\n";
    const words = said(text, {
      ratios: {
        Rise: { of: "After", to: "Before", change: true },
        Part: { of: "Before", to: "After" },
      },
    });
    expect(words).toContain("The change from Before, 24/25 to After, 24/25 makes 12.5: it is 86.5 more");
    expect(words).toContain("Rise, 24/25: 99% printed, 13 would be right");
    expect(words).toContain("Before, 24/25 ÷ After, 24/25 makes");
  });

  test("a sum with what is taken away last", () => {
    const words = said("£000s,23/24,24/25\nIncome,30,40\nSpend,150,180\nNet,120,190\n", {
      sums: { Net: ["-Income", "Spend"] },
    });
    expect(words).toContain("Spend − Income make 140: it is 50 more than that");
    expect(words).toContain("Or a row with 50 is not in the table.");
  });

  test("a balance against the one before it, in another column", () => {
    const words = said(
      "£000s,22/23,23/24,24/25\nOpening balance,100,130,190\nAdded,50,60,70\nUsed,(20),(30),(40)\nClosing balance,130,160,220\n",
    );
    expect(words).toContain(
      "Opening balance, 24/25 is printed as 190. Closing balance, 23/24 makes 160: it is 30 more than that",
    );
  });

  test("a sum that may have a column too few", () => {
    const words = said("£000s,23/24,24/25,25/26,Total\nStaff,100,120,140,410\n");
    expect(words).toContain("Or a column with 50 is not in the table.");
  });

  test("no more than eight ways to mend it are written out, and the rest is counted", () => {
    const items = Array.from({ length: 12 }, (_, i) => 1000 + 77 * i);
    const rows = items.map((value, i) => `Item ${i + 1},${value}`).join("\n");
    const words = said(`£000s,24/25\n${rows}\nTotal,16761\n`);
    expect(words).toContain(
      "Any one of these would mend it, and the table does not tell which; 5 more ways would: Item 1",
    );
    expect(words).toContain("Item 8, 24/25: 1539 printed");
    expect(words).not.toContain("Item 9, 24/25: 1616 printed");
  });
});

describe("a figure that is not given", () => {
  const parts = "£000s,23/24,24/25\nStaff,100,120\nRent,50,60\n";

  test.each([
    ["TBC,180", "Total, 23/24 is printed as TBC; the sums leave it from 149 to 151"],
    ["150,", "No findings. Of 1 check 1 holds exactly."],
  ])("in a total of %s", (total, words) => {
    expect(said(`${parts}Total,${total}\n`, { sums: { Total: ["Staff", "Rent"] } })).toContain(words);
  });

  test("is told for a blank too, where blanks are not taken for nil", () => {
    const { audit: found } = audit("£000s,23/24,24/25\nStaff,100,\nRent,50,60\nTotal,150,180\n", {
      blank: "unknown",
      structure: { sums: { Total: ["Staff", "Rent"] }, "only declared": true },
    });
    expect(found && writeAudit(found).replace(/\s+/g, " ")).toContain(
      "Staff, 24/25 is printed as nothing; the sums leave it from 119 to 121",
    );
  });

  test("may be any where another in the same sum is not given either", () => {
    const words = said("£000s,23/24,24/25\nStaff,100,TBC\nRent,50,60\nTotal,150,TBC\n", {
      sums: { Total: ["Staff", "Rent"] },
    });
    expect(words).toContain("One sum has a figure that is not given and cannot be judged alone");
    expect(words).toContain("Staff, 24/25 is printed as TBC; the sums leave it any figure");
  });
});
