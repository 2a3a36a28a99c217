import { present } from "../../assert.ts";
import type { Programme } from "../../programme/programme.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { differenceWords } from "../../vary/amount-words.ts";
import type { ComparedScenarios } from "../../vary/scenarios.ts";
import { isDraft } from "../money.ts";
import type { Block, Document, Grid } from "./document.ts";

/** Scenarios side by side as a document: a table for each outcome, and the conditions that do not hold. */
export function scenariosDocument(programme: Programme, compared: ComparedScenarios): Document {
  const { outcomes, cases } = compared;
  const grids = outcomes.map((outcome, i): Grid => {
    const rows = cases.map(({ label, readings, differences }) => {
      const reading = present(readings[i], "a reading of every outcome");
      const difference = differences[i];
      return {
        label,
        cells: [reading.words, difference === undefined ? "" : differenceWords(difference, outcome.unit)],
        figures: [reading.value, difference],
      };
    });
    return { title: outcome.label, columns: ["", "Against the model"], rows };
  });
  return {
    title: `${programme.title}: scenarios`,
    ...(programme.options.body === undefined ? {} : { body: programme.options.body }),
    draft: isDraft(programme),
    stamps: [stampOf(programme)],
    blocks: [
      ...grids.map((grid): Block => ({ block: "grid", grid })),
      ...conditionsBlock(programme, compared),
    ],
    notes: cases.flatMap(({ label, says }) => (says === undefined ? [] : [`${label}: ${says}.`])),
  };
}

function conditionsBlock({ conditions }: Programme, { cases }: ComparedScenarios): Block[] {
  if (conditions.length === 0) return [];
  const rows = cases
    .filter(({ unmet }) => unmet.length > 0)
    .map(({ label, unmet }) => ({ label, cells: [unmet.join("; ")] }));
  if (rows.length === 0) {
    const all =
      conditions.length === 1
        ? "The condition of the model holds"
        : `All ${conditions.length} conditions of the model hold`;
    return [{ block: "words", text: `${all} in every scenario.` }];
  }
  return [{ block: "grid", grid: { title: "Conditions that do not hold", columns: [""], rows } }];
}
