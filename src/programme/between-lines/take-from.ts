import { add, type Formula, minimum, subtract } from "../../formula/formula.ts";
import { references } from "../../formula/order.ts";
import type { Draft } from "../building/draft.ts";
import { kindOf, totalIds } from "../building/statement.ts";
import type { GroupPart, Kind, LinePart, TakingTurn } from "../line.ts";
import { linesIn, statementParts } from "../lines-in.ts";
import { idOf } from "../names.ts";
import { ownSavingLines } from "./own-savings.ts";
import type { Taking } from "./turns.ts";

/**
 * Notes that a line takes something from a row, and gives what the lines before it leave: of the row itself, and of every
 * total with the row in it that is taken from too. `undefined` where nothing was taken before.
 */
export function takeFrom(draft: Draft, label: string, from: Formula, takes: Formula): TakingTurn | undefined {
  const { rows, assumptions } = references(from);
  const lines = new Set([...rows.flatMap(({ id }) => linesWithin(draft, id)), ...assumptions]);
  if (lines.size === 0) return undefined;
  const own: Taking = { label, from, takes, lines };
  const before = draft.takings.filter((other) => [...other.lines].some((line) => lines.has(line)));
  // What lies within another is limited by it, and by what all others take of it, such as of another line in it: a total
  // is no more than its lines.
  const wider = [own, ...before.filter((other) => isWithin(own, other))];
  const limits = wider.flatMap((one) => {
    const taken = draft.takings.filter((other) => isWithin(other, one)).map((other) => other.takes);
    return taken.length === 0 ? [] : [subtract(one.from, add(...taken))];
  });
  draft.takings.push(own);
  if (limits.length === 0) return undefined;
  const [only] = limits;
  const left = limits.length === 1 && only !== undefined ? only : minimum(...limits);
  return { left, before: before.map((other) => other.label) };
}

function isWithin({ lines }: Taking, other: Taking): boolean {
  return [...lines].every((line) => other.lines.has(line));
}

const kindsOf: Readonly<Record<string, readonly Kind[]>> = {
  [totalIds.cost]: ["cost"],
  [totalIds.repayment]: ["repayment"],
  [totalIds.saving]: ["saving"],
  [totalIds.funding]: ["funding"],
  [totalIds.fundingAndSaving]: ["funding", "saving"],
};

/** The lines that a total, a subtotal or the own savings add up; any other row is by itself. */
function linesWithin(draft: Draft, id: string): string[] {
  if (draft.ownSavings.has(id)) return ownSavingLines(draft);
  const kinds = kindsOf[id];
  const parts = statementParts(draft.parts);
  const idsIn = (some: readonly (LinePart | GroupPart)[]) => linesIn(some).map(({ label }) => idOf(label));
  if (kinds !== undefined) return idsIn(parts.filter((part) => kinds.includes(kindOf(part) ?? "memorandum")));
  const groups = (part: LinePart | GroupPart): GroupPart[] =>
    part.part === "line" ? [] : [part, ...part.parts.flatMap(groups)];
  const group = parts.flatMap(groups).find(({ subtotal }) => subtotal !== undefined && idOf(subtotal) === id);
  return group === undefined ? [id] : idsIn([group]);
}
