import { add, type Formula, row as ref } from "../formula/formula.ts";
import { idOf } from "../programme/names.ts";
import type { Programme } from "../programme/programme.ts";
import { type Adding, addRow, addTotal, appraisalId } from "./addition.ts";
import { homeOf, sameBody, sharesOf } from "./flows.ts";

/** What a body gives and gets; the rows are in pounds, positive but for the net, which is a saving where positive. */
export interface Agency {
  readonly name: string;
  readonly cost: string;
  readonly given: string;
  readonly received: string;
  readonly saving: string;
  readonly net: string;
}

/**
 * Adds what each body pays for, gives to others, gets from others and saves, and its net: savings and what it gets, less
 * costs and what it gives. What one body gives to another is in both their nets, so that the nets of all bodies sum to
 * all savings less all costs.
 */
export function addAgencies(adding: Adding): Agency[] {
  const { programme } = adding;
  const home = homeOf(programme);
  return bodies(programme, home).map((name) => addAgency(adding, name, home));
}

function bodies(programme: Programme, home: string): string[] {
  const names = new Map([[idOf(home), home]]);
  for (const line of programme.lines) {
    if (line.kind === "memorandum") continue;
    const shares = sharesOf(programme, line).flatMap(({ agency }) => agency ?? []);
    for (const name of shares.length > 0 ? shares : [line.agency])
      if (!names.has(idOf(name))) names.set(idOf(name), name);
  }
  return [...names.values()];
}

function addAgency(adding: Adding, name: string, home: string): Agency {
  const { programme } = adding;
  const lines = programme.lines.filter(({ countsIn }) => countsIn !== "no case");
  const isHome = sameBody(name, home);
  const of = (kind: string) =>
    lines.filter((line) => line.kind === kind && sameBody(line.agency, name)).map(({ id }) => ref(id));
  const others = (kind: string) =>
    lines.filter((line) => line.kind === kind && !sameBody(line.agency, home)).map(({ id }) => ref(id));
  const savings = lines
    .filter(({ kind }) => kind === "saving")
    .flatMap((line) => {
      const shares = sharesOf(programme, line);
      if (shares.length === 0) return sameBody(line.agency, name) ? [ref(line.id)] : [];
      return shares
        .filter(({ agency }) => agency !== undefined && sameBody(agency, name))
        .map(({ id }) => ref(id));
    });
  const prefix = `body-${idOf(name)}`;
  const row = (what: string, label: string, rows: readonly Formula[]) =>
    addRow(adding, `${prefix}-${what}`, `${name}: ${label}`, add(...rows), { role: "working" });
  const cost = row("cost", "costs", of("cost"));
  const given = row("given", "given to others", isHome ? others("repayment") : of("funding"));
  const received = row("received", "from others", isHome ? others("funding") : of("repayment"));
  const saving = row("saving", "savings", savings);
  const net = addTotal(adding, `${prefix}-net`, `${name}: net`, [saving, received], [cost, given], {
    role: "working",
  });
  const id = (formula: Formula) => (formula.node === "row" ? formula.id : appraisalId(prefix));
  return { name, cost: id(cost), given: id(given), received: id(received), saving: id(saving), net: id(net) };
}
