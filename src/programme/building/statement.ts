import { add, type RowId, row as ref, subtract } from "../../formula/formula.ts";
import { leftToMeetId, leftToMeetLabel } from "../between-lines/turns.ts";
import type { GroupPart, Kind, LinePart, TablePart } from "../line.ts";
import { idOf } from "../names.ts";
import { pricesIn } from "../price-basis.ts";
import type { Labels, MemorandumTable, Role, StatementItem, Sum } from "../programme.ts";
import { type Draft, take } from "./draft.ts";

/** The layout and the sums of a statement, as they come to be. */
export interface Statement {
  readonly items: StatementItem[];
  readonly sums: Sum[];
}

type StatementPart = LinePart | GroupPart;

/** The ids of the rows that every statement has. */
export const totalIds = {
  cost: "total-cost",
  repayment: "total-repayment",
  saving: "total-saving",
  funding: "funding-before-savings",
  fundingAndSaving: "total-funding",
  balance: "balance",
} as const;

const usual: Required<Labels> = {
  costs: "Costs",
  "total cost": "Total Cost",
  repayments: "Repayments",
  "total repayment": "Total Repayments",
  funding: "Funding",
  savings: "Savings",
  "total funding": "Total Funding",
  balance: "Balance of Funding Required / (Savings)",
};

/** What the sums of funding and of savings are called, which are printed together as the total funding. */
const sumsWithin = { funding: "Funding before savings", saving: "Total Savings" } as const;

/** The kind of the lines in a group; `undefined` for an empty group. Lines of another kind are a fault found elsewhere. */
export function kindOf(part: StatementPart): Kind | undefined {
  if (part.part === "line") return part.kind;
  for (const inner of part.parts) {
    const kind = kindOf(inner);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/**
 * Adds the subtotals, totals and the balance to a draft, and lays the statement out: costs, repayments, funding,
 * savings, total funding, balance. The sign by which a kind is printed is applied here and nowhere else.
 */
export function addStatement(draft: Draft, parts: readonly StatementPart[]): Statement {
  const statement: Statement = { items: [], sums: [] };
  const labels = { ...usual, ...draft.options.labels };
  const section = (kind: Kind, heading: string, total: string, label: string, printed: boolean) => {
    const own = parts.filter((part) => kindOf(part) === kind);
    const companions = draft.companions.flatMap((one) => (one.kind === kind ? [one.id] : []));
    const some = own.length + companions.length > 0;
    if (some) statement.items.push({ item: "heading", label: heading, depth: 0 });
    const rows = own.flatMap((part) => addPart(draft, statement, part, 1));
    for (const row of companions) statement.items.push({ item: "row", row, depth: 1, sign: signOf(kind) });
    addSum(draft, statement, { total, plus: [...rows, ...companions], minus: [] }, label, "total");
    if (some && printed) statement.items.push({ item: "row", row: total, depth: 0, sign: signOf(kind) });
    return some;
  };
  const { cost, repayment, saving, funding, fundingAndSaving, balance } = totalIds;
  const costs = section("cost", labels.costs, cost, labels["total cost"], true);
  const repaid = section("repayment", labels.repayments, repayment, labels["total repayment"], true);
  const funded = section("funding", labels.funding, funding, sumsWithin.funding, false);
  const saved = section("saving", labels.savings, saving, sumsWithin.saving, false);
  const met = [...(funded ? [funding] : []), ...(saved ? [saving] : [])];
  const needed = repaid ? [cost, repayment] : [cost];
  const total = { total: fundingAndSaving, plus: met, minus: [] };
  addSum(draft, statement, total, labels["total funding"], "total");
  if (met.length > 0) statement.items.push({ item: "row", row: fundingAndSaving, depth: 0, sign: -1 });
  addSum(
    draft,
    statement,
    { total: balance, plus: needed, minus: [fundingAndSaving] },
    labels.balance,
    "balance",
  );
  if (costs && met.length > 0) statement.items.push({ item: "row", row: balance, depth: 0, sign: 1 });
  return statement;
}

/** The id of the total of a memorandum table. */
export function tableTotalId(label: string): RowId {
  return `${idOf(label)}.total`;
}

/** Lays out a table of memorandum rows, with the total of its rows where it names one. */
export function addTable(draft: Draft, statement: Statement, part: TablePart): MemorandumTable {
  const own: Statement = { items: [], sums: [] };
  const rows = part.parts.flatMap((inner) => addPart(draft, own, inner, 0));
  const { total } = part.options;
  if (total !== undefined) {
    const id = tableTotalId(part.label);
    addSum(draft, own, { total: id, plus: rows, minus: [] }, total, "total");
    draft.places.set(id, part.path ?? [part.label]);
    own.items.push({ item: "row", row: id, depth: 0, sign: 1 });
  }
  statement.sums.push(...own.sums);
  return { label: part.label, options: part.options, items: own.items };
}

/** Funding and savings are printed as bracketed negatives, everything else as it is. */
function signOf(kind: Kind): 1 | -1 {
  return kind === "funding" || kind === "saving" ? -1 : 1;
}

/** Adds a line, or a group with its subtotal; gives the rows that its section's total adds up. */
function addPart(draft: Draft, statement: Statement, part: StatementPart, depth: number): RowId[] {
  const sign = signOf(kindOf(part) ?? "cost");
  if (part.part === "line") {
    const id = idOf(part.label);
    statement.items.push({ item: "row", row: id, depth, sign });
    return [id];
  }
  statement.items.push({ item: "heading", label: part.label, depth });
  const rows = part.parts.flatMap((inner) => addPart(draft, statement, inner, depth + 1));
  if (part.subtotal === undefined) return rows;
  const id = idOf(part.subtotal);
  addSum(draft, statement, { total: id, plus: rows, minus: [] }, part.subtotal, "subtotal");
  statement.items.push({ item: "row", row: id, depth, sign });
  return [id];
}

function addSum(draft: Draft, statement: Statement, sum: Sum, label: string, role: Role): void {
  const plus = add(...sum.plus.map((id) => ref(id)));
  const formula = sum.minus.length === 0 ? plus : subtract(plus, add(...sum.minus.map((id) => ref(id))));
  // A sum is in the unit of what it adds, and its periods come together as those of its parts do.
  const [first] = sum.plus.flatMap((row) => draft.rows.get(row) ?? []);
  const { unit, totals } = first ?? { unit: "£", totals: "sum" };
  draft.rows.set(sum.total, {
    id: sum.total,
    label,
    role,
    unit,
    ...pricesIn(draft, unit),
    totals,
    formula,
  });
  statement.sums.push(sum);
}

/** Takes the ids of the totals before any label can. */
export function reserveTotals(draft: Draft): void {
  const labels = { ...usual, ...draft.options.labels };
  const names: Record<string, string> = {
    [totalIds.cost]: labels["total cost"],
    [totalIds.repayment]: labels["total repayment"],
    [totalIds.saving]: sumsWithin.saving,
    [totalIds.funding]: sumsWithin.funding,
    [totalIds.fundingAndSaving]: labels["total funding"],
    [totalIds.balance]: labels.balance,
    [leftToMeetId]: leftToMeetLabel,
  };
  for (const [id, label] of Object.entries(names)) draft.taken.set(id, { label, is: "row", reserved: true });
}

/** Takes the ids of the subtotals of a group and of the groups in it. */
export function takeSubtotals(draft: Draft, part: StatementPart): void {
  if (part.part === "line") return;
  if (part.subtotal !== undefined) take(draft, part.subtotal, "row", part.path ?? [part.label, "subtotal"]);
  for (const inner of part.parts) takeSubtotals(draft, inner);
}
