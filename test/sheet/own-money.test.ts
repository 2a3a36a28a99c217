import { balances, cost, funding, type Programme, programme, saving, years } from "invest-to-save";
import { type AppraisalOptions, appraise } from "invest-to-save/appraisal";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { comparisonDocument } from "../../src/sheet/document/comparison-document.ts";
import { ownMoneyNotes } from "../../src/sheet/document/own-money.ts";
import { fencesOfDocument } from "../docs/blocks.ts";
import { filesIn } from "../house/sources.ts";

function plan(grant: number, attributes: { agency?: string } = {}): Programme {
  return programme(
    "Plan",
    years("2025/26", "2026/27"),
    { source: "a bid", body: "Council" },
    cost("Crew", { "2025/26": 1_000 }),
    funding("Grant", { "2025/26": grant }, attributes),
    funding("Base budget", balances("2025/26", "2025/26")),
    saving("Care", { "2026/27": 900 }),
  );
}
const ofAnother = { agency: "Department" };
const notes = (own: Programme, options?: AppraisalOptions) => ownMoneyNotes(appraise(own, options));

describe("funding that an appraisal takes for the body's own", () => {
  test("is named, and what would make it another body's", () => {
    expect(notes(plan(400))).toEqual([
      "No income, since it is Council's own money: Grant; Base budget. A line with an “agency” is another body's.",
    ]);
    expect(notes(plan(400, ofAnother))[0]).toContain("own money: Base budget.");
  });

  test("is not named where money between bodies does not count, nor where nothing was appraised", () => {
    expect(notes(plan(400), { case: "economic", inflation: "2%" })).toEqual([]);
    expect(ownMoneyNotes(plan(400))).toEqual([]);
  });

  test("is told under a comparison with measures: once where it is the same in both, else for each", () => {
    const compared = (before: Programme, after: Programme) =>
      comparisonDocument({ name: "May", programme: before }, { name: "June", programme: after }).notes.filter(
        (note) => note.startsWith("No income"),
      );
    expect(compared(plan(400), plan(400))).toEqual([]);
    expect(compared(plan(400, ofAnother), plan(500, ofAnother))).toEqual([
      "No income in the measures, since it is Council's own money: Base budget. A line with an “agency” is another body's.",
    ]);
    expect(compared(plan(400), plan(400, ofAnother))).toEqual([
      "No income in the measures of May, since it is Council's own money: Grant; Base budget. A line with an “agency” is another body's.",
      "No income in the measures of June, since it is Council's own money: Base budget. A line with an “agency” is another body's.",
    ]);
  });
});

/** The models that whoever starts is shown. */
const shown = filesIn("docs/getting-started", ".md").flatMap((page) =>
  fencesOfDocument(page).flatMap(({ language, title, code }) => {
    const { programme: own } = language === "yaml" ? read(code) : {};
    return own === undefined ? [] : [[`${page} ${title}`, own] as const];
  }),
);

test("there are models on the pages for those who start", () => expect(shown.length).toBeGreaterThan(2));

test.each(shown)("%s says whose money its grants are", (_, own) => {
  const grants = own.lines.filter(({ kind, term }) => kind === "funding" && term === "one-off");
  const { income } = appraise(own).appraisal.rows.flows;
  expect(grants.length).toBeGreaterThan(0);
  for (const { id } of grants) expect(income.map(({ line }) => line.id)).toContain(id);
});
