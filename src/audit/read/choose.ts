import type { Issue } from "../../issue/issue.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import type { Grid } from "./grid.ts";
import type { Interpretation } from "./published.ts";

/** A table among several in one file: a table of a page, or a worksheet with its name. */
export interface Choice {
  readonly name?: string;
  readonly figures: number;
  readonly grid: () => Grid;
}

/** The table that was chosen, and why; or an issue where the one that was asked for is not there. */
export interface Chosen {
  readonly grid?: Grid;
  readonly interpretations: readonly Interpretation[];
  readonly issues: readonly Issue[];
}

/** Chooses a table as told, by its number from 1 or its name; else the one with the most figures. */
export function chooseTable(
  choices: readonly Choice[],
  what: "table" | "worksheet",
  told: number | string | undefined,
  file: string,
): Chosen {
  const filled = choices.filter(({ figures }) => figures > 0);
  const by = (choice: Choice) => choice.name ?? `table ${choices.indexOf(choice) + 1}`;
  if (told !== undefined) {
    const wanted = String(told).trim().toLowerCase();
    const found = choices.find(
      (choice, at) => choice.name?.toLowerCase() === wanted || wanted === String(at + 1),
    );
    if (found !== undefined) return taken(found, `${by(found)} of ${choices.length}`, "it was asked for");
    return { interpretations: [], issues: [notThere(choices, what, String(told), file)] };
  }
  const [first, ...others] = filled;
  if (first === undefined) return { interpretations: [], issues: [] };
  const best = others.reduce((most, one) => (one.figures > most.figures ? one : most), first);
  if (choices.length === 1) return { grid: best.grid(), interpretations: [], issues: [] };
  return taken(best, `${by(best)} of ${choices.length}`, "it has the most figures");
}

function taken(choice: Choice, says: string, because: string): Chosen {
  const remark: Interpretation = {
    about: "table",
    where: "the file",
    says: `${says} is read`,
    because,
    otherwise: "table",
  };
  return { grid: choice.grid(), interpretations: [remark], issues: [] };
}

function notThere(choices: readonly Choice[], what: string, told: string, file: string): Issue {
  const known = choices.flatMap(({ name }) => name ?? []);
  const count = choices.length;
  const numbers = count === 0 ? {} : { or: count === 1 ? "1" : `a number from 1 to ${count}` };
  const otherwise = "leave it out for the one with the most figures";
  const issue = unknownName({
    what,
    where: "in the file",
    name: told,
    known,
    ...numbers,
    path: [],
    otherwise,
  });
  return { ...issue, place: { file, line: 1, column: 1 } };
}
