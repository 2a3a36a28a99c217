import fc from "fast-check";
import {
  check,
  cost,
  evaluate,
  type Finding,
  funding,
  type Programme,
  periodLabel,
  print,
  programme as programmeOf,
  rollUp,
  saving,
  sheetOf,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { needs, pence, pounds } from "./funded.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

const failing = (findings: readonly Finding[]) =>
  findings.filter(({ kind, holds }) => kind !== "integrity" && !holds);
const unmet = (programme: Programme) => sheetOf(programme).notes.filter((note) => note.startsWith("Not met"));

/** How many periods a failure is of: `2025/26: …`, or those in a row that fail alike, `2025/26 to 2027/28: …`. */
function periodsOf({ timeline }: Programme, failure: string): number {
  const labels = Array.from({ length: timeline.count }, (_, i) => periodLabel(timeline, i));
  const [from = "", to = from] = (failure.split(": ")[0] ?? "").split(" to ");
  expect(labels).toEqual(expect.arrayContaining([from, to]));
  return labels.indexOf(to) - labels.indexOf(from) + 1;
}

describe("a condition", () => {
  test("that check finds unmet is said under the table, in the same words, and no other is", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const programme = built(plan);
        const found = failing(check(evaluate(programme)).findings);
        const notes = unmet(programme);
        expect(notes.map((note) => note.split(": ")[1]?.split(",")[0])).toEqual(
          found.map(({ label }) => label.split(",")[0]),
        );
        for (const [i, { failures }] of found.entries()) {
          const [first = ""] = failures;
          expect(notes[i]).toContain(first);
          const others = failures.slice(3).reduce((sum, failure) => sum + periodsOf(programme, failure), 0);
          expect(notes[i]?.endsWith(`and in ${others} more ${others === 1 ? "period" : "periods"}.`)).toBe(
            others > 0,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  test("is said in text and Markdown, and told to programs", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const programme = built(plan);
        const notes = unmet(programme);
        const text = print(programme);
        const { notes: told } = JSON.parse(print(programme, { as: "json" }));
        for (const note of notes) expect(text).toContain(note.replace(/\s+/g, " "));
        expect(print(programme, { as: "markdown" }).split("*Not met").length - 1).toBe(notes.length);
        expect(told.slice(0, notes.length)).toEqual(notes);
      }),
      { numRuns: 50 },
    );
  });

  test("is judged by the periods of the model, however its table is rolled up", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const table = evaluate(built(plan));
        expect(failing(check(rollUp(table)).findings)).toEqual(failing(check(table).findings));
      }),
      { numRuns: 50 },
    );
  });
});

describe("whatever check finds that does not hold", () => {
  const borrowed = fc
    .tuple(needs, pence, fc.boolean(), fc.boolean(), fc.boolean())
    .map(([need, loan, capital, directed, below]) =>
      programmeOf(
        "Borrowed",
        need.timeline,
        { source: "plan" },
        cost("Staff", need.eligible),
        cost("Kit", need.other, { spend: "capital" }),
        funding("Loan", pounds(loan), {
          borrowing: true,
          ...(capital ? { spend: "capital" } : {}),
          ...(directed ? { direction: "Direction of 1 May 2024" } : {}),
        }),
        saving("Placements", below ? calculated("Staff - Staff * 2") : need.savings),
      ),
    );

  test("stands under the table, however the table is rolled up", () => {
    fc.assert(
      fc.property(borrowed, (programme) => {
        const table = evaluate(programme);
        const found = failing(check(table).findings);
        const notes = unmet(programme);
        expect(notes).toHaveLength(found.length);
        for (const [i, { label, severity, failures }] of found.entries()) {
          for (const words of [label, failures[0] ?? ""]) expect(notes[i]).toContain(words);
          expect(notes[i]?.startsWith("Not met (a warning)")).toBe(severity === "warning");
        }
        expect(failing(check(rollUp(table)).findings)).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});
