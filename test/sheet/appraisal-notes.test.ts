import { cost, funding, layOut, type Programme, programme, saving, years } from "invest-to-save";
import { type AppraisalOptions, appraise } from "invest-to-save/appraisal";
import { advance, grant } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { appraisalNotes } from "../../src/sheet/document/appraisal-notes.ts";
import { evaluate } from "../../src/table/evaluate.ts";

const crew = cost("Crew", { "2025/26": 1_000 });
const care = saving("Care", { "2026/27": 900, then: 900 });

const plan = (...more: Parameters<typeof programme>[3][]): Programme =>
  programme("Plan", years("2025/26", "2028/29"), { source: "a bid", body: "Council" }, crew, care, ...more);

function notes(own: Programme, options: AppraisalOptions = {}): readonly string[] {
  const appraised = appraise(own, options);
  return appraisalNotes(appraised, evaluate(appraised));
}

describe("the notes of an appraisal", () => {
  test("say what was lent and is repaid", () => {
    const lent = funding("Advance", advance({ draws: { "2025/26": 1_000 }, repay: "equal", over: 2 }), {
      agency: "Lender",
    });
    expect(notes(plan(lent)).join("\n")).toMatch(
      /In the net, and not among the costs that savings are measured by: .*Advance.*\. What was lent paid for those costs already\./,
    );
  });

  test("say what of a grant comes after the end of the model", () => {
    const audit = cost("Audit", { "2028/29": 400 }, { eligible: true });
    const paid = funding("Grant", grant({ claims: "in arrears" }), { agency: "Department" });
    expect(notes(plan(audit, paid)).join("\n")).toMatch(
      /Grant counts when it is paid; £100 of it comes after the end/,
    );
  });

  test("say how much optimism there was, and by what prices are brought to one year", () => {
    const found = notes(plan(), { case: "economic", inflation: "2%", "optimism bias": { Crew: "10%" } });
    expect(found).toContainEqual(expect.stringMatching(/^Optimism bias.*Crew.*: 10% \(/i));
    expect(found).toContainEqual(
      expect.stringMatching(/are turned into each other by inflation of 2% a year/),
    );
  });

  test("are told under the tables of the case, and not under the statement, whose figures do not follow from them", () => {
    const inflation = { value: "2%", assumed: "the target" };
    const table = evaluate(appraise(plan(), { inflation }));
    const said = "Assumed, the target: Inflation.";
    expect(layOut(table).notes).not.toContain(said);
    expect(layOut(table, { table: "Financial case" }).notes).toContain(said);
  });
});
