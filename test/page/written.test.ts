import {
  condition,
  cost,
  type DetailedAmount,
  evaluate,
  funding,
  type Part,
  programme,
  saving,
  scenario,
  withScenario,
  years,
} from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { unitCost } from "invest-to-save/drivers";
import { writeReportPage } from "invest-to-save/page";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { checksWords } from "../../src/page/checks.ts";

const over = years("2024/25", "2026/27");
const rent = cost("Rent", 1_000);
const grant = funding("Grant", 400);

function shop(...parts: Part[]) {
  return programme("Shop", over, { source: "the lease" }, ...parts);
}

/** The text of a section by its id or class, without markup. */
function section(html: string, name: "assumptions" | "checks" | "headline"): string {
  return wordsOf(new RegExp(`<section[^>]*"${name}"[^>]*>(.*?)</section>`, "s").exec(html)?.[1]);
}

function wordsOf(markup = ""): string {
  return markup
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

describe("what does not hold is said on a page", () => {
  const paidFor = { row: "balance", "at most": 0 } as const;

  test("a condition that fails, with where and by how much, and in the headline", async () => {
    const p = shop(rent, grant, condition("Paid for", paidFor));
    const html = await writeReportPage(p);
    expect(section(html, "headline")).toContain("1 of 5 checks does not hold.");
    expect(section(html, "checks")).toContain("FAILS Paid for 2024/25 to 2026/27: £600 is not at most £0");
    expect(html).toContain('<strong class="mark fails">FAILS</strong>');
  });

  test("a warning as a warning, with what the model says to the reader", async () => {
    const warned = { ...paidFor, severity: "warning", says: "Ask the board for the rest." } as const;
    const p = shop(rent, grant, condition("Paid for", warned), condition("Paid in full", warned));
    const html = await writeReportPage(p);
    expect(section(html, "checks")).toContain("2 of 6 checks do not hold. None of them is an error.");
    expect(html).toContain('<strong class="mark warning">warning</strong> Paid for<ul>');
    expect(html).toContain("<li>Ask the board for the rest.</li>");
  });

  test("and where everything holds, that it does", () => {
    expect(checksWords(check(evaluate(shop(rent))))).toBe("All 4 checks hold.");
  });
});

describe("the headline of a page", () => {
  test("names the scenario that it is of", async () => {
    const p = shop(rent, scenario("Dearer", { rent: 2_000 }));
    const html = await writeReportPage(withScenario(p, "Dearer"));
    expect(html).toContain('<p class="about">2024/25 to 2026/27 · Scenario: Dearer</p>');
  });

  test("calls savings of several kinds what they are", async () => {
    const cashable = saving("Placements", 500);
    const avoided = saving("Growth", 300, { cashable: "avoided cost" });
    const both = await writeReportPage(shop(rent, cashable, avoided));
    expect(section(both, "headline")).toContain("Savings of all kinds £2,400");
    const one = await writeReportPage(shop(rent, cashable));
    expect(section(one, "headline")).toContain("Savings £1,500");
  });

  test("names the funding that is no income in its figures, and the appraisal does not say so again", async () => {
    const html = await writeReportPage(shop(rent, grant, saving("Fuel", { "2025/26": 900 })));
    const note = "s own money: Grant. A line with an";
    expect(section(html, "headline")).toContain(note);
    expect(html.split(note)).toHaveLength(2);
    const given = funding("Grant", 400, { agency: "The fund" });
    expect(await writeReportPage(shop(rent, given))).not.toContain("No income");
  });

  test("has no picture of nothing", async () => {
    const html = await writeReportPage(shop(cost("Rent", 0)));
    expect(html).not.toContain("<svg");
    expect(html).not.toContain('class="finding"');
  });
});

const visits = (range: Pick<DetailedAmount, "low" | "high" | "range">) =>
  unitCost({ cost: { value: 100, ...range }, per: "visit", volume: 10 });

describe("the numbers of a page", () => {
  test("are counted, be it one or several", async () => {
    const one = await writeReportPage(shop(rent));
    expect(section(one, "assumptions")).toMatch(/^Assumptions 1 number enters the model\. Every/);
    const assumed = funding("Gift", 100, { assumed: "as last year" });
    const open = funding("Bid", 100, { placeholder: "not yet asked for" });
    const several = await writeReportPage(shop(rent, assumed, open));
    expect(section(several, "assumptions")).toMatch(
      /^Assumptions 3 numbers enter the model\. 1 of them has no source and is assumed\. 1 only holds the place of real ones\. Every/,
    );
  });

  test("have a range where one is stated, even with one end alone", async () => {
    const wide = cost("Rent", visits({ low: 90, high: 120 }));
    expect(section(await writeReportPage(shop(wide)), "assumptions")).toContain(
      "£90 per visit to £120 per visit",
    );
    const open = cost("Rent", visits({ range: { shape: "normal", "standard deviation": 10, low: 90 } }));
    expect(section(await writeReportPage(shop(open)), "assumptions")).toContain("from £90 per visit");
  });
});

test("a programme that was appraised keeps its own terms on the page", async () => {
  const p = shop(rent, saving("Fuel", 2_000));
  const own = await writeReportPage(appraise(p, { rate: "10%" }));
  expect(own).not.toBe(await writeReportPage(p));
  expect(own).toContain("10%");
});
