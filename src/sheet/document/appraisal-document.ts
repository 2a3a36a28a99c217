import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import type { AppraisedOption } from "../../appraisal/compare-options.ts";
import { type Measure, measures } from "../../appraisal/measures.ts";
import { present } from "../../assert.ts";
import { appraisalTables } from "../../programme/appraisal-ids.ts";
import { homeOf, sameBody } from "../../programme/bodies.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { evaluate } from "../../table/evaluate.ts";
import { inYears } from "../../table/roll-up.ts";
import { differenceWords } from "../../vary/amount-words.ts";
import { type LayOutOptions, layOut } from "../lay-out.ts";
import { isDraft } from "../money.ts";
import { footingNotes } from "../rounding-notes.ts";
import type { Sheet } from "../sheet.ts";
import { appraisalNotes } from "./appraisal-notes.ts";
import { bodiesSheet } from "./bodies-sheet.ts";
import type { Block, Document, Grid } from "./document.ts";

/** How an appraisal is laid out. */
export interface AppraisalLayOut extends Pick<LayOutOptions, "unit" | "decimals" | "round"> {
  /** Options to stand side by side with it. */
  readonly options?: readonly AppraisedOption[];
}

/**
 * An appraised programme as a document: the case by year, its measures in words, what each body gives and gets, in the
 * financial case the budget view, and the options side by side where there are some. Costs and other money that goes out
 * are negative in the case by year, in brackets. Notes say on what terms it was appraised.
 */
export function appraisalDocument(programme: AppraisedProgramme, options: AppraisalLayOut = {}): Document {
  const { unit, decimals, round } = options;
  const exact = evaluate(programme);
  const table = inYears(exact);
  const { terms } = programme.appraisal;
  const own = appraisalTables(programme).map(({ label }): Sheet => {
    const { body: _, stamp: __, ...sheet } = layOut(table, { unit, decimals, round, table: label });
    return { ...sheet, title: label, notes: [] };
  });
  const bodies = bodiesSheet(programme, exact, options);
  const [first, ...others] = own;
  const compared = options.options ?? [];
  const blocks: Block[] = [
    { block: "sheet", sheet: present(first, "an appraisal has the table of its case") },
    { block: "grid", grid: measuresGrid(measures(programme, exact)) },
    { block: "sheet", sheet: bodies },
    ...others.map((sheet): Block => ({ block: "sheet", sheet })),
    ...(compared.length === 0 ? [] : [{ block: "grid", grid: optionsGrid(compared) } as const]),
  ];
  return {
    title: `${programme.title}: the ${terms.case} case`,
    ...bodyOf(programme),
    draft: isDraft(programme),
    stamps: [stampOf(programme)],
    blocks,
    notes: [...footingNotes([...own, bodies]), ...appraisalNotes(programme, exact)],
  };
}

/** Whose the case is: the financial case is that of one body, which may be another than the programme's own. */
function bodyOf({ appraisal, options }: AppraisedProgramme): { body?: string } {
  const { terms } = appraisal;
  const own = terms.case === "financial" && !sameBody(terms.body, homeOf({ options }));
  const body = own ? terms.body : options.body;
  return body === undefined ? {} : { body };
}

function measuresGrid(found: readonly Measure[]): Grid {
  const rows = found.map(({ id, label, words, says, value, unit }) => {
    return { id, label, cells: [words], says, unit, ...(value === undefined ? {} : { value }) };
  });
  return { title: "Measures", columns: [""], rows };
}

/** The measures of each option in words, and the difference from the first under those that have one. */
function optionsGrid(options: readonly AppraisedOption[]): Grid {
  const first = present(options[0], "an option to compare with");
  const rows = first.measures.flatMap(({ id, label, unit }) => {
    const own = options.map(({ measures: found }) => found.find((one) => one.id === id));
    const differs = options.map(({ differences }) => differences.get(id));
    const against = differs.map((value) => (value === undefined ? "" : differenceWords(value, unit)));
    const row = { label, cells: own.map((one) => one?.words ?? "") };
    return against.some((text) => text !== "")
      ? [row, { label: `against ${first.label}`, cells: against }]
      : [row];
  });
  return { title: "Options side by side", columns: options.map(({ label }) => label), rows };
}
