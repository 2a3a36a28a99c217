import {
  add,
  constant,
  divide,
  type Formula,
  multiply,
  opening,
  type RowReference,
  row as ref,
  subtract,
} from "../formula/formula.ts";
import type { AppraisalOptions, DiscountSchedule } from "../programme/appraisal-options.ts";
import { homeOf, sameBody } from "../programme/bodies.ts";
import type { Programme } from "../programme/programme.ts";
import { one } from "../quantity/decimal.ts";
import { type Prices, pricesWords } from "../quantity/prices.ts";
import { type AddedRow, type Adding, addRow, addTable, addTotal } from "./addition.ts";
import { benefitRows } from "./benefits.ts";
import { addBias, type BiasRows } from "./bias/bias.ts";
import { before } from "./calendar.ts";
import { addDiscounting } from "./discounting.ts";
import { economicFlows, type Flow, type Flows, financialFlows } from "./flows.ts";
import type { IntoPrices } from "./into-prices.ts";
import type { Terms } from "./terms.ts";

/** The rows by period that a case adds: amounts are positive, the net is a saving where positive and a cost where negative. */
export interface CaseRows {
  readonly flows: Flows;
  readonly bias: BiasRows;
  /** Memorandum rows that count as benefits to society, at the prices of the programme. */
  readonly benefits: readonly Formula[];
  readonly cost: RowReference;
  readonly saving: RowReference;
  readonly income?: RowReference;
  /** What is repaid to others, or lent to them by another body; none where nothing is. */
  readonly repaid?: RowReference;
  /** The part of benefits that leaves a budget, where the benefit-cost ratio takes it from costs. */
  readonly cashable?: RowReference;
  readonly net: RowReference;
  readonly cumulative: RowReference;
  readonly present?: PresentRows;
}

type Amounts = Pick<CaseRows, "cost" | "saving" | "income" | "repaid" | "cashable" | "net">;

/** The same discounted to year 0. */
export interface PresentRows extends Amounts {
  readonly factor: RowReference;
  /** Where cash is brought to real money before it is discounted: the level of prices, and the net at those prices. */
  readonly level?: RowReference;
  readonly real?: RowReference;
  readonly cumulative: RowReference;
  /** The prices that present values are in. */
  readonly prices: Prices;
}

/** Adds the rows of a case: its flows, their net and its sum so far, the discount factor, and the present values. */
export function addCase(
  adding: Adding,
  terms: Terms,
  options: AppraisalOptions,
  prices: IntoPrices,
): CaseRows {
  const financial = terms.case === "financial";
  const { programme } = adding;
  const flows = financial ? financialFlows(programme, terms.body) : economicFlows(programme);
  const bias = addBias(adding, flows, financial ? {} : options["optimism bias"]);
  const benefits = financial ? [] : benefitRows(programme, options.benefits);
  const labels = labelsOf(programme, terms);
  const of = (name: string, label: string, rows: readonly Formula[]) =>
    flow(adding, name, label, rows, prices);
  const cost = of("cost", labels.cost, refs([...flows.costs, ...bias.costs]));
  const saving = of("saving", labels.saving, [...refs([...flows.savings, ...bias.savings]), ...benefits]);
  const income = financial ? of("income", labels.income, refs(flows.income)) : undefined;
  const repaid = flows.repaid.length > 0 ? of("repaid", labels.repaid, refs(flows.repaid)) : undefined;
  const says = { prices: terms.prices };
  const [gained, paid] = sides({ cost, saving, ...(income && { income }), ...(repaid && { repaid }) });
  const net = addTotal(adding, "net", "Net saving / (cost)", gained, paid, says);
  const cumulative = running(adding, "cumulative-net", "Cumulative net saving / (cost)", net, says);
  const some = cashableRows(terms, flows, bias);
  const cashable = some && of("cashable", "Cashable savings of all bodies", some);
  const more = { ...(income && { income }), ...(repaid && { repaid }), ...(cashable && { cashable }) };
  const rows = { flows, bias, benefits, cost, saving, ...more, net, cumulative };
  const { schedule } = terms;
  const present = schedule && addPresent(adding, terms, schedule, prices, rows);
  addCaseTable(adding, terms, rows, present);
  return present === undefined ? rows : { ...rows, present };
}

const refs = (flows: readonly Flow[]) => flows.map(({ row }) => ref(row));

/** What is gained, and what is paid for it. */
function sides({ cost, saving, income, repaid }: Omit<Amounts, "net">): readonly [Formula[], Formula[]] {
  return [
    [saving, ...(income === undefined ? [] : [income])],
    [cost, ...(repaid === undefined ? [] : [repaid])],
  ];
}

function labelsOf(programme: Programme, terms: Terms) {
  const home = sameBody(terms.body, homeOf(programme));
  const between = home
    ? { income: "Funding from others", repaid: "Repaid to others" }
    : { income: "Repaid by others", repaid: "Lent to others" };
  if (terms.case === "economic")
    return { cost: "Costs to all bodies", saving: "Benefits to all bodies", ...between };
  return { cost: `Costs of ${terms.body}`, saving: `Cashable savings of ${terms.body}`, ...between };
}

/** One flow of the case: the sum of its rows, brought to the prices of the case where they are not in them. */
function flow(
  adding: Adding,
  name: string,
  label: string,
  rows: readonly Formula[],
  { into }: IntoPrices,
): RowReference {
  const { formula, says } = into(add(...rows));
  if (says.repriced !== undefined) return addRow(adding, name, label, formula, says);
  return addTotal(adding, name, label, rows, [], { ...says, role: "memorandum" });
}

/** The sum of a row so far; a balance, which does not add up over periods. */
function running(adding: Adding, name: string, label: string, row: Formula, says: AddedRow): RowReference {
  return addRow(adding, name, label, opening(row, add(before(name), row)), { ...says, totals: "closing" });
}

function addPresent(
  adding: Adding,
  terms: Terms,
  schedule: DiscountSchedule,
  { level }: IntoPrices,
  rows: Amounts,
): PresentRows {
  const factor = addDiscounting(adding, { schedule, timing: terms.timing, ahead: terms.ahead });
  // Cash discounted by a real rate is brought to real money on the way.
  const deflates = terms.case === "financial" && schedule.prices === "real" ? level : undefined;
  const prices = deflates === undefined ? terms.prices : terms.priceYear;
  const repriced = deflates === undefined ? {} : { repriced: { from: terms.prices, by: deflates.by } };
  const real = (row: Formula) => (deflates === undefined ? row : divide(row, deflates.level));
  const present = (name: string, label: string, row: Formula) =>
    addRow(adding, `present-${name}`, label, multiply(real(row), factor), { prices, ...repriced });
  const maybe = (name: "income" | "repaid" | "cashable", label: string) => {
    const row = rows[name];
    return row === undefined ? {} : { [name]: present(name, label, row) };
  };
  const what = terms.case === "financial" ? "savings" : "benefits";
  const own: Omit<Amounts, "net"> = {
    cost: present("cost", "Discounted costs", rows.cost),
    saving: present("saving", `Discounted ${what}`, rows.saving),
    ...maybe("income", "Discounted funding from others"),
    ...maybe("repaid", "Discounted repayments"),
    ...maybe("cashable", "Discounted cashable savings"),
  };
  const [gained, paid] = sides(own);
  const net = addTotal(adding, "present-net", "Present value of the net", gained, paid, { prices });
  const cumulative = running(adding, "cumulative-present", "Cumulative present value", net, { prices });
  const label = `Net in ${pricesWords(prices)}`;
  const shown = deflates && {
    level: deflates.level,
    real: addRow(adding, "real-net", label, real(rows.net), { prices, ...repriced }),
  };
  return { factor, ...own, ...shown, net, cumulative, prices };
}

/** The cashable savings of all bodies, less their optimism bias, where they count as less cost and not as benefits. */
function cashableRows(terms: Terms, flows: Flows, bias: BiasRows): Formula[] | undefined {
  if (terms.case === "financial" || terms.denominator === "costs") return undefined;
  const unbiased = constant(one, "share");
  return flows.savings
    .filter(({ line }) => line.cashable === "cashable")
    .map(({ line }) => {
      const biased = bias.savings.find((own) => own.line === line);
      return biased ? multiply(ref(line.id), subtract(unbiased, biased.share)) : ref(line.id);
    });
}

function addCaseTable(
  adding: Adding,
  terms: Terms,
  rows: Omit<CaseRows, "present">,
  present: PresentRows | undefined,
): void {
  const { cost, saving, income, repaid, net, cumulative } = rows;
  const given = (...some: readonly (RowReference | undefined)[]) => some.filter((row) => row !== undefined);
  const amounts = given(cost, saving, income, repaid, net, cumulative);
  const discounted =
    present && given(present.level, present.real, present.factor, present.net, present.cumulative);
  const title = terms.case === "financial" ? "Financial case" : "Economic case";
  const sign = (row: RowReference) => (row === cost || row === repaid ? -1 : 1);
  addTable(
    adding,
    title,
    [...amounts, ...(discounted ?? [])].map((row) => [row, sign(row)] as const),
  );
}
