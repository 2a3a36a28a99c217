import { add, type Formula, row as ref, subtract } from "../formula/formula.ts";
import { sameBody } from "../programme/bodies.ts";
import type { Line } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import { type Adding, addRow, addTotal } from "./addition.ts";
import type { CaseRows } from "./case-rows.ts";
import { bodiesOf, type Flow, financialFlows, stageOf } from "./flows.ts";
import type { IntoPrices } from "./into-prices.ts";
import { type Portion, portionsOf } from "./portions.ts";
import type { Terms } from "./terms.ts";

/**
 * What a body has of a case, as ids of rows in the prices of the case: positive, but for the net, which is a saving where
 * it is positive and a cost where it is negative. What bodies give each other is in the financial case alone.
 */
export interface Agency {
  readonly name: string;
  readonly cost: string;
  readonly given?: string;
  readonly received?: string;
  readonly saving: string;
  readonly net: string;
  /** In the financial case: savings of the body that leave no budget, which are not in its net. */
  readonly apart?: string;
}

/**
 * Adds what each body has of the case. In the financial case that is its cash: what it pays for, gives to others, gets from
 * others and saves; its net is that of the case for it, and the nets of all bodies sum to all cashable savings less all
 * costs. In the economic case it is its costs and benefits, which sum to those of the case; what the model names as
 * benefits to society has a row of its own.
 */
export function addBodies(adding: Adding, terms: Terms, rows: CaseRows, prices: IntoPrices): Agency[] {
  const { programme } = adding;
  const bodies = bodiesOf(programme);
  if (terms.case === "financial") {
    const apart = notCashable(adding);
    return bodies.map((name) => addCashOf(adding, prices, name, apart));
  }
  const society = rows.benefits.length === 0 ? [] : [addSociety(adding, prices, rows.benefits)];
  return [...bodies.map((name) => addShareOf(adding, prices, name, rows)), ...society];
}

/** What is added of a body, by the name of the row; positive amounts, in the prices of the case. */
function rowsOf(adding: Adding, { into, prices }: IntoPrices, prefix: string, name: string) {
  const row = (what: string, label: string, parts: readonly Formula[]) => {
    const { formula, says } = into(add(...parts));
    return addRow(adding, `${prefix}-${what}`, `${name}: ${label}`, formula, { role: "working", ...says });
  };
  const net = (gained: readonly Formula[], paid: readonly Formula[]) =>
    addTotal(adding, `${prefix}-net`, `${name}: net`, gained, paid, { role: "working", prices });
  return { row, net };
}

const refs = (flows: readonly Flow[]) => flows.map(({ row }) => ref(row));

function addCashOf(
  adding: Adding,
  prices: IntoPrices,
  name: string,
  apart: ReadonlyMap<string, Formula[]> | undefined,
): Agency {
  const { row, net } = rowsOf(adding, prices, `body-${idOf(name)}`, name);
  const flows = financialFlows(adding.programme, name);
  const of = (isCost: boolean) => flows.costs.filter(({ line }) => (line.kind === "cost") === isCost);
  const cost = row("cost", "costs", refs(of(true)));
  const given = row("given", "given to others", refs([...of(false), ...flows.repaid]));
  const received = row("received", "from others", refs(flows.income));
  const saving = row("saving", "cashable savings", refs(flows.savings));
  const own = net([saving, received], [cost, given]);
  const others = apart && row("apart", "savings that leave no budget", apart.get(idOf(name)) ?? []);
  const ids = { cost: cost.id, given: given.id, received: received.id, saving: saving.id, net: own.id };
  return { name, ...ids, ...(others && { apart: others.id }) };
}

/** By body, what its savings come to beside what leaves a budget; none where all savings do. */
function notCashable({ programme }: Adding): ReadonlyMap<string, Formula[]> | undefined {
  const lines = programme.lines.filter(
    (line) =>
      line.kind === "saving" &&
      line.countsIn !== "no case" &&
      (line.cashable !== "cashable" || stageOf(programme, line, "net") !== line.id),
  );
  const found = byBody(programme, lines, ({ net, cashable }) => subtract(net, cashable));
  return lines.length === 0 ? undefined : found;
}

function byBody(
  programme: Adding["programme"],
  lines: readonly Line[],
  of: (portion: Portion, line: Line) => Formula,
): Map<string, Formula[]> {
  const found = new Map<string, Formula[]>();
  for (const line of lines) {
    for (const portion of portionsOf(programme, line)) {
      const id = idOf(portion.agency);
      found.set(id, [...(found.get(id) ?? []), of(portion, line)]);
    }
  }
  return found;
}

function addShareOf(adding: Adding, prices: IntoPrices, name: string, { flows, bias }: CaseRows): Agency {
  const { row, net } = rowsOf(adding, prices, `body-${idOf(name)}`, name);
  const paid = [...flows.costs, ...bias.costs].filter(({ line }) => sameBody(line.agency, name));
  const gained = [...flows.savings, ...bias.savings].flatMap((flow) =>
    portionsOf(adding.programme, flow.line)
      .filter(({ agency }) => sameBody(agency, name))
      .map(({ of }) => of(ref(flow.row))),
  );
  const cost = row("cost", "costs", refs(paid));
  const saving = row("saving", "benefits", gained);
  return { name, cost: cost.id, saving: saving.id, net: net([saving], [cost]).id };
}

/** What society has of memorandum rows that the model names as benefits. */
function addSociety(adding: Adding, prices: IntoPrices, benefits: readonly Formula[]): Agency {
  const name = "Society, beside the bodies";
  const { row, net } = rowsOf(adding, prices, "society", name);
  const cost = row("cost", "costs", []);
  const saving = row("saving", "benefits", benefits);
  return { name, cost: cost.id, saving: saving.id, net: net([saving], [cost]).id };
}
