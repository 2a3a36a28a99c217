import { add, type Formula, maximum, nil, type RowId, row as ref, subtract } from "../../formula/formula.ts";
import { periodLabel } from "../../time/period.ts";
import { type Draft, report } from "../building/draft.ts";
import { addMoneyRow } from "../building/money-row.ts";
import { totalIds } from "../building/statement.ts";
import { nothingNamed } from "../faults/nothing-named.ts";
import type { Line, LinePart } from "../line.ts";
import { linesIn, statementParts } from "../lines-in.ts";
import { idOf } from "../names.ts";
import { leftToMeetId, leftToMeetLabel, type Turn } from "./turns.ts";

interface Place {
  readonly path: readonly string[];
}

/** What is left for a line that meets it in some periods: of all, or of what the line leaves that gives it its turn. */
export function meetLeft(
  draft: Draft,
  { label }: LinePart,
  line: RowId,
  at: Place & { readonly periods: readonly boolean[] },
): Formula {
  const giver = linesIn(statementParts(draft.parts)).find(({ driver }) =>
    driver.turns?.some((other) => idOf(other) === line),
  );
  const inTurnOf = giver && idOf(giver.label);
  draft.balancing.push({ line, label, ...at, ...(inTurnOf === undefined ? {} : { inTurnOf }) });
  return ref(inTurnOf === undefined ? leftToMeetId : leftFor(inTurnOf, label));
}

/** Gives another line its turn at what is left, as a row that the other reads; a reference to what it gives. */
export function giveTurn(
  draft: Draft,
  { label }: LinePart,
  to: string,
  { path, left }: Place & { readonly left: Formula },
): Formula {
  const by = { id: idOf(label), label };
  addMoneyRow(draft, leftFor(by.id, to), `${label}: left for ${to}`, left);
  draft.turns.push({ by, to, path });
  return ref(idOf(to));
}

function leftFor(giver: RowId, label: string): RowId {
  return `${giver}.left-for-${idOf(label)}`;
}

/**
 * The row of what is left to meet: costs and repayments less savings and less every line of funding that balances
 * nothing, never below nil. Two lines that balance one period are a fault, unless one gives the other its turn.
 */
export function addLeftToMeet(draft: Draft): void {
  for (const turn of draft.turns) checkTurn(draft, turn);
  if (draft.balancing.length === 0) return;
  const others = draft.lines.filter((line) => line.kind === "funding" && !balances(draft, line));
  const repaid = draft.lines.some((line) => line.kind === "repayment");
  const need = add(ref(totalIds.cost), ...(repaid ? [ref(totalIds.repayment)] : []));
  const met = add(ref(totalIds.saving), ...others.map((line) => ref(line.id)));
  addMoneyRow(draft, leftToMeetId, leftToMeetLabel, maximum(nil, subtract(need, met)));
  checkClashes(draft);
}

/** Whether a line meets what is left; a source that comes with such a line has its turn after it. */
export function balances({ balancing }: Draft, { id, madeBy = id }: Line): boolean {
  return balancing.some(({ line }) => line === id || line === madeBy);
}

function checkClashes(draft: Draft): void {
  const alone = draft.balancing.filter(({ inTurnOf }) => inTurnOf === undefined);
  for (const [at, line] of alone.entries()) {
    const clash = alone.slice(0, at).find((other) => other.periods.some((set, i) => set && line.periods[i]));
    if (!clash) continue;
    const period = clash.periods.findIndex((set, i) => set && line.periods[i]);
    const both = `${line.label} and ${clash.label} would both meet what is left`;
    report(draft, "two-balancing-lines", line.path, `${both} in ${periodLabel(draft.timeline, period)}`, {
      expected: "at most one balancing line a period",
      received: `${clash.label}, ${line.label}`,
      hint: "take that period out of one of the two, or name both in one waterfall",
    });
  }
}

/** A turn is for a line of funding that asks for what is left. */
function checkTurn(draft: Draft, { by, to, path }: Turn): void {
  const line = linesIn(statementParts(draft.parts)).find(({ label }) => idOf(label) === idOf(to));
  if (line === undefined) {
    nothingNamed(draft, to, path);
    return;
  }
  const asks = draft.balancing.some(({ line: other, inTurnOf }) => other === idOf(to) && inTurnOf === by.id);
  if (asks) return;
  report(
    draft,
    "wrong-shape",
    path,
    `${by.label} gives ${to} a turn at what is left, and ${to} does not meet it`,
    {
      expected: "a line of funding that meets what is left, such as a reserve with “out: what is left”",
      received: `${to}: ${line.driver.name}`,
      hint: `let ${to} meet what is left, or give it an amount here: { up to: 50000 }`,
    },
  );
}
