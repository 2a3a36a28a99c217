import { add, compare, type Formula, maximum, nil, type RowId, row as ref } from "../../formula/formula.ts";
import { references } from "../../formula/order.ts";
import { spoken } from "../../quantity/spoken.ts";
import type { Draft } from "../building/draft.ts";
import { addDriverCondition } from "../building/driver-conditions.ts";
import type { LinePart } from "../line.ts";
import { idOf } from "../names.ts";
import type { Sum } from "../programme.ts";
import type { Claim } from "./turns.ts";

/** A claim with the lines of cost that it is for, and what of each there is to claim. */
interface Spread {
  readonly by: LinePart;
  readonly lines: ReadonlyMap<RowId, Formula>;
}

type Lines = ReadonlyMap<RowId, Formula>;

/** More sets of costs than this no scheme has; each that it has is a condition. */
const mostSets = 40;

/**
 * Holds claims that share costs to these costs: what lines of funding are paid for some costs, and for no other, together
 * comes to no more than the costs. It is a condition for every set of costs that two or more of them share; a cost is paid
 * for in parts up to the whole of it, and nobody pays for it twice.
 */
export function addClaimedOnce(draft: Draft, sums: readonly Sum[]): void {
  const claims = draft.claims.map((claim) => ({ by: claim.by, lines: spread(claim, sums) }));
  for (const lines of sharedSets(claims)) {
    const within = claims.filter((claim) => isWithin(claim.lines, lines));
    const last = within.at(-1);
    if (last === undefined || within.length < 2) continue;
    const paid = add(...within.map(({ by }) => ref(idOf(by.label))));
    const labels = [...lines.keys()].map((id) => draft.rows.get(id)?.label ?? id);
    addDriverCondition(draft, last.by, `${spoken(within.map(({ by }) => by.label))} claim no cost twice`, {
      formula: compare(paid, "at most", maximum(nil, add(...there(lines, within)))),
      says: `Together they may be paid no more than what they are for: ${spoken(labels)}.`,
    });
  }
}

/** What there is to claim of each line: all of it where a claim is for all of it, though another may be for some periods only. */
function there(lines: Lines, within: readonly Spread[]): Formula[] {
  return [...lines.keys()].map((id) => {
    const claimed = within.flatMap((claim) => claim.lines.get(id) ?? []);
    return claimed.find(({ node }) => node === "row") ?? claimed[0] ?? ref(id);
  });
}

/** The lines that the costs of a claim come to, where they are totals and subtotals too. */
function spread({ costs }: Claim, sums: readonly Sum[]): Lines {
  const linesOf = (id: RowId): RowId[] => {
    const sum = sums.find(({ total, minus }) => total === id && minus.length === 0);
    return sum === undefined ? [id] : sum.plus.flatMap(linesOf);
  };
  return new Map(
    costs.flatMap((cost): [RowId, Formula][] => {
      if (cost.node === "row") return linesOf(cost.id).map((id) => [id, ref(id)]);
      return references(cost).rows.map(({ id }) => [id, cost]);
    }),
  );
}

/** The sets of costs that claims are for, and those that come of putting together what overlaps. */
function sharedSets(claims: readonly Spread[]): Lines[] {
  const sets: Lines[] = [];
  const keep = (lines: Lines) => {
    const known = sets.some((other) => isWithin(lines, other) && isWithin(other, lines));
    if (!known && lines.size > 0 && sets.length < mostSets) sets.push(lines);
  };
  for (const { lines } of claims) keep(lines);
  for (const one of sets) {
    for (const { lines } of claims) {
      if ([...lines.keys()].some((id) => one.has(id))) keep(new Map([...lines, ...one]));
    }
  }
  return sets;
}

function isWithin(lines: Lines, other: Lines): boolean {
  return [...lines.keys()].every((id) => other.has(id));
}
