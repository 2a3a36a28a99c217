import { type ComparedProgrammes, compareProgrammes } from "../../appraisal/compare-programmes.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { isDraft } from "../money.ts";
import { comparisonGrids } from "./comparison-grids.ts";
import { type Compared, comparisonSummary } from "./comparison-summary.ts";
import type { Block, Document } from "./document.ts";
import { ownMoneyNotes } from "./own-money.ts";

/**
 * How one model differs from another as a document: first in a sentence, then what is only called otherwise, assumptions, lines,
 * results, measures of the appraisal and conditions, each with both sides and the difference from the first to the second. What is
 * the same in both is not named. Amounts are in pounds, those of every kind positive; measures are on the terms that each model
 * names.
 */
export function comparisonDocument(before: Compared, after: Compared): Document {
  const found = compareProgrammes(before.programme, after.programme);
  const [was, is] = found.of;
  const grids = comparisonGrids(found, [before.name, after.name]);
  const words: Block = { block: "words", text: comparisonSummary(before, after, found) };
  return {
    title: `${before.name} and ${after.name} compared`,
    draft: isDraft(before.programme) || isDraft(after.programme),
    stamps: [
      { model: before.name, ...stampOf(was) },
      { model: after.name, ...stampOf(is) },
    ],
    blocks: [words, ...grids.map((own): Block => ({ block: "grid", grid: own }))],
    notes: [
      ...new Set(found.notAppraised.map(({ side, why }) => notAppraised({ before, after }[side].name, why))),
      ...(found.measures.length === 0 ? [] : ownMoney([before.name, after.name], found)),
      ...(grids.length === 0
        ? []
        : [
            "A change is from the first model to the second, taken before rounding: it may differ by one in its last digit from what is beside it. What is not named is the same in both.",
          ]),
    ],
  };
}

/** Whose money the measures take the funding for, said once where it is so in both. */
function ownMoney(sides: readonly string[], { of }: ComparedProgrammes): string[] {
  const [was, is] = of.map((programme) => ownMoneyNotes(programme, " in the measures"));
  if (was?.join() === is?.join()) return was ?? [];
  return of.flatMap((programme, i) => ownMoneyNotes(programme, ` in the measures of ${sides[i]}`));
}

function notAppraised(name: string, why: string): string {
  return `Measures are left out, since ${name} cannot be appraised: ${why}.`;
}
