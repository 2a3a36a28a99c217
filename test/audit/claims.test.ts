import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaim } from "../../src/audit/claims/claim.ts";
import { readTable } from "../../src/audit/read/read.ts";
import { tablesIn } from "./tables.ts";

const funding = readTable(
  tablesIn("published").find(({ name }) => name === "leicester-youth-offending-funding.csv")?.text ?? "",
).table;

describe("what is said of figures", () => {
  test.each([
    ["fails", "Contacts rose from 653 (May 2011) to 893 (May 2012), a 25% rise"],
    ["fails", "a rise of 25% from 653 to 893"],
    ["holds", "a rise of 37% from 653 to 893"],
    ["holds", "NEET fell from 438 in 2011 to 385 in 2012, a fall of 12%"],
    ["holds", "NEET fell from 8.2% to 7.3%, 0.9 percentage points"],
    ["fails", "NEET fell from 8.2% to 7.3%, 0.9 per cent"],
    ["holds", "First-time entrants went up from 670 to 694, a rise of 24"],
    ["holds", "the fund grew from £2m to £6m, a threefold rise"],
    ["holds", "{Grants, £} is 62% of {Total, £}"],
    ["fails", "{Grants, £} is over 70% of {Total, £}"],
    ["holds", "{Grants, £} is at least half of {Total, £}"],
    ["holds", "{Total, £} is about £3.5m"],
    ["fails", "{Total, £} is £3.4m"],
    ["holds", "over 70% of £60m is £45m"],
    ["holds", "720 families at £25,000 make c£18m"],
    ["fails", "880 families at £25,000 make c£18m"],
    ["holds", "4,180 families × £4,000 × 5/6 is £13.933m"],
    ["holds", "893 is 1.4 times 653"],
    ["fails", "893 is twice 653"],
    ["rounding", "£934,627 is half of £1.9m"],
    ["holds", "£1.32m plus £1.57m plus £0.80m plus £1.16m is £4.85m"],
    ["holds", "Contacts rose by 37% between 653 and 893"],
    ["fails", "893 contacts against 653 last year, a rise of 25%"],
    ["holds", "Contacts are up 37%, to 893 from 653"],
    ["fails", "Contacts doubled from 653 to 893"],
    ["holds", "Spend doubled from £1,204,000 to £2,398,000"],
    ["holds", "three times 200 is 600"],
    ["holds", "385 of the 438 leavers, 88%, are in work"],
    ["holds", "Over 60% of it all, {Grants, £} of {Total, £}"],
    ["fails", "Over 70% of it all, {Grants, £} out of {Total, £}"],
    ["holds", "{Total, £} is nearly £4m"],
    ["fails", "{Total, £} is nearly £3m"],
    ["holds", "1,234 is just over 1,200"],
    ["fails", "1,186 is just over 1,200"],
    ["holds", "1,234 is about 1,200"],
    ["fails", "1,264 is about 1,200"],
    ["holds", "{Grants, £} is less than two thirds of {Total, £}"],
    ["fails", "385 is at most a quarter of 438"],
    ["holds", "£500 less £120 is £380"],
    ["fails", "£500 less £120 is £390"],
    ["holds", "£1,200 ÷ 4 is £300"],
    ["open", "£1,200 ÷ 0 is £1,200"],
    ["open", "4,180 families × 5/0 is 4,180"],
    ["open", "653 contacts 893 visits make 1,546"],
    ["open", "720 families at over £25,000 make c£18m"],
    ["open", `${"1 + ".repeat(13)}1 is 14`],
    ["open", "The weather was 12 degrees"],
    ["open", "{Nobody, £} is 62% of {Total, £}"],
    ["open", "a rise of 25% from 0 to 893"],
  ])("%s: %s", (verdict, claim) => {
    expect(checkClaim(claim, funding).verdict).toBe(verdict);
  });

  test("names the slip where another formula gives what is claimed, and what would be right", () => {
    expect(checkClaim("a rise of 27% from 653 to 893")).toMatchObject({
      likelyCause: "the rise as a share of the later figure",
      because: expect.stringContaining("37% would be right"),
    });
    expect(checkClaim("a rise of 137% from 653 to 893").likelyCause).toBe(
      "the later figure as a share of the earlier",
    );
  });

  test.each([
    ["385 is 12% of 438", "what is left of the whole, and not the part"],
    ["200 is 67% of 500", "the part as a share of the rest"],
    ["a fall of 88% from 438 to 385", "the later figure as a share of the earlier"],
    ["a rise of 73% from 653 to 893", "the earlier figure as a share of the later"],
    ["a rise of 240% from 653 to 893", "the rise in points and not in per cent"],
    ["893 is 0.4 times 653", "how many times more it is, and not how many times as much"],
  ])("names the slip in “%s”: %s", (claim, cause) => {
    expect(checkClaim(claim)).toMatchObject({ verdict: "fails", likelyCause: cause });
  });

  test.each([
    ["{Grants, £} is 62% of {Total, £}", undefined, /not in the table/],
    [
      "{Helped, 2023/24} is 50% of {All, 2023/24}",
      "Families,2023/24\nHelped,2\nAll,<5\n",
      /divisor may be nil/,
    ],
  ])("is open where a cell does not tell: %s", (claim, text, because) => {
    const judged = checkClaim(claim, text === undefined ? undefined : readTable(text).table);
    expect(judged.verdict).toBe("open");
    expect(judged.because).toMatch(because);
  });

  test("names a cell by its row alone where there is but one column", () => {
    const { table } = readTable("£000s,2023/24\nPay,62\nRent,38\nTotal,100\n");
    expect(checkClaim("{Pay} is 62% of {Total}", table).verdict).toBe("holds");
    expect(checkClaim("{Pay} is 62% of {Total}", funding).verdict).toBe("open");
  });

  test("a change that is worked out from its figures and rounded is never denied", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (from, to) => {
        const percent = Math.round((1000 * Math.abs(to - from)) / from) / 10;
        const way = to < from ? "fall" : "rise";
        const { verdict } = checkClaim(`a ${way} of ${percent.toFixed(1)}% from ${from} to ${to}`);
        expect(["holds", "rounding"]).toContain(verdict);
      }),
    );
  });

  test("a sentence that is made to take time is answered soon", () => {
    const start = performance.now();
    for (const piece of ["1 + ", "from 1 to ", "{a,", "over over ", "(((", "£££"])
      checkClaim(piece.repeat(50_000), funding);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
