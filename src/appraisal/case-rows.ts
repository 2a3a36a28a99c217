import { add, divide, type Formula, multiply, opening, row as ref } from "../formula/formula.ts";
import type { AppraisalOptions, DiscountSchedule } from "../programme/appraisal-options.ts";
import type { Prices } from "../quantity/prices.ts";
import { type AddedRow, type Adding, addRow, addTable, addTotal, pricesOf } from "./addition.ts";
import { benefitRows } from "./benefits.ts";
import { addBias } from "./bias.ts";
import { before } from "./calendar.ts";
import { addDiscounting } from "./discounting.ts";
import { economicFlows, type Flows, financialFlows } from "./flows.ts";
import { addDeflator, addInflation, type PriceLevel } from "./price-level.ts";
import type { Terms } from "./terms.ts";

/** The rows by period that a case adds: amounts are positive, the net is a saving where positive and a cost where negative. */
export interface CaseRows {
  readonly flows: Flows;
  readonly cost: Formula;
  readonly saving: Formula;
  readonly income?: Formula;
  /** The part of benefits that leaves a budget, where the benefit-cost ratio takes it from costs. */
  readonly cashable?: Formula;
  readonly net: Formula;
  readonly cumulative: Formula;
  readonly present?: PresentRows;
}

/** The same discounted to year 0. */
export interface PresentRows {
  readonly factor: Formula;
  readonly cost: Formula;
  readonly saving: Formula;
  readonly income?: Formula;
  readonly cashable?: Formula;
  readonly net: Formula;
  readonly cumulative: Formula;
  /** The prices that present values are in. */
  readonly prices: Prices;
}

/** Adds the rows of a case: its flows, their net and its sum so far, the discount factor, and the present values. */
export function addCase(adding: Adding, terms: Terms, options: AppraisalOptions): CaseRows {
  const financial = terms.case === "financial";
  const flows = financial ? financialFlows(adding.programme, terms.body) : economicFlows(adding.programme);
  const level = levelOf(adding, terms);
  const into = (formula: Formula) => converted(adding, terms, level, formula);
  const bias = addBias(adding, flows, financial ? {} : options["optimism bias"]);
  const benefits = financial ? [] : benefitRows(adding.programme, options.benefits);
  const costs = flows.costs.map(({ row }) => ref(row));
  const savings = [...flows.savings.map(({ row }) => ref(row)), ...benefits];
  const cost = flow(adding, "cost", labelsOf(terms).cost, [...costs, ...bias.costs], into);
  const saving = flow(adding, "saving", labelsOf(terms).saving, [...savings, ...bias.savings], into);
  const incomes = flows.income.map(({ row }) => ref(row));
  const income = financial ? flow(adding, "income", "Funding from others", incomes, into) : undefined;
  const prices = { prices: terms.prices };
  const gained = income === undefined ? [saving] : [saving, income];
  const net = addTotal(adding, "net", "Net saving / (cost)", gained, [cost], prices);
  const cumulative = running(adding, "cumulative-net", "Cumulative net saving / (cost)", net, prices);
  const some = cashableRows(terms, flows);
  const cashable = some && flow(adding, "cashable", "Cashable savings of all bodies", some, into);
  const more = { ...(income && { income }), ...(cashable && { cashable }) };
  const rows = { flows, cost, saving, ...more, net, cumulative };
  const { schedule } = terms;
  const present = schedule && addPresent(adding, terms, schedule, level, rows);
  addCaseTable(adding, terms, rows, present);
  return present === undefined ? rows : { ...rows, present };
}

function labelsOf(terms: Terms) {
  if (terms.case === "economic") return { cost: "Costs to all bodies", saving: "Benefits to all bodies" };
  return { cost: `Costs of ${terms.body}`, saving: `Cashable savings of ${terms.body}` };
}

type Into = (formula: Formula) => { readonly formula: Formula; readonly says: AddedRow };

/** One flow of the case: the sum of its rows, brought to the prices of the case where they are not in them. */
function flow(adding: Adding, name: string, label: string, rows: readonly Formula[], into: Into): Formula {
  const { formula, says } = into(add(...rows));
  if (says.repriced !== undefined) return addRow(adding, name, label, formula, says);
  return addTotal(adding, name, label, rows, [], { ...says, role: "memorandum" });
}

/** The sum of a row so far; a balance, which does not add up over periods. */
function running(adding: Adding, name: string, label: string, row: Formula, says: AddedRow): Formula {
  return addRow(adding, name, label, opening(row, add(before(name), row)), { ...says, totals: "closing" });
}

function levelOf(adding: Adding, terms: Terms): PriceLevel | undefined {
  const { inflating, priceYear, aheadOfPrices } = terms;
  const cash = pricesOf(adding.programme) === "nominal";
  const needed = terms.case === "economic" ? cash : !cash || terms.schedule?.prices === "real";
  if (inflating === undefined || !needed) return undefined;
  if (inflating.by === "series") return addDeflator(adding, inflating.name, priceYear);
  return addInflation(adding, inflating.rate, aheadOfPrices);
}

/** A sum of the programme's rows in the prices of the case. */
function converted(
  adding: Adding,
  terms: Terms,
  level: PriceLevel | undefined,
  formula: Formula,
): ReturnType<Into> {
  const from: Prices = pricesOf(adding.programme);
  if (from === terms.prices || level === undefined) return { formula, says: { prices: terms.prices } };
  const says = { prices: terms.prices, repriced: { from, by: level.by } };
  const toCash = terms.prices === "nominal";
  return { formula: toCash ? multiply(formula, level.level) : divide(formula, level.level), says };
}

function addPresent(
  adding: Adding,
  terms: Terms,
  schedule: DiscountSchedule,
  level: PriceLevel | undefined,
  rows: Pick<CaseRows, "cost" | "saving" | "income" | "cashable" | "net">,
): PresentRows {
  const factor = addDiscounting(adding, { schedule, timing: terms.timing, ahead: terms.ahead });
  // Cash discounted by a real rate is brought to real money on the way.
  const deflates = terms.case === "financial" && schedule.prices === "real" ? level : undefined;
  const prices = deflates === undefined ? terms.prices : terms.priceYear;
  const repriced = deflates === undefined ? {} : { repriced: { from: terms.prices, by: deflates.by } };
  const present = (name: string, label: string, row: Formula) => {
    const value = deflates === undefined ? row : divide(row, deflates.level);
    return addRow(adding, `present-${name}`, label, multiply(value, factor), { prices, ...repriced });
  };
  const cost = present("cost", "Present value of costs", rows.cost);
  const saving = present(
    "saving",
    `Present value of ${terms.case === "financial" ? "savings" : "benefits"}`,
    rows.saving,
  );
  const income =
    rows.income === undefined
      ? undefined
      : present("income", "Present value of funding from others", rows.income);
  const gained = income === undefined ? [saving] : [saving, income];
  const net = addTotal(adding, "present-net", "Present value of the net", gained, [cost], { prices });
  const name = "cumulative-present";
  const cumulative = running(adding, name, "Cumulative present value", net, { prices });
  const cashable = rows.cashable && present("cashable", "Present value of cashable savings", rows.cashable);
  const more = { ...(income && { income }), ...(cashable && { cashable }) };
  return { factor, cost, saving, ...more, net, cumulative, prices };
}

/** The cashable savings of all bodies, where they count as less cost and not as benefits. */
function cashableRows(terms: Terms, flows: Flows): Formula[] | undefined {
  if (terms.case === "financial" || terms.denominator === "costs") return undefined;
  return flows.savings.filter(({ line }) => line.cashable === "cashable").map(({ line }) => ref(line.id));
}

function addCaseTable(
  adding: Adding,
  terms: Terms,
  rows: Omit<CaseRows, "present">,
  present: PresentRows | undefined,
): void {
  const { cost, saving, income, net, cumulative } = rows;
  const signed = [cost, saving, ...(income === undefined ? [] : [income]), net, cumulative];
  const discounted = present === undefined ? [] : [present.factor, present.net, present.cumulative];
  const title = terms.case === "financial" ? "Financial case" : "Economic case";
  addTable(
    adding,
    title,
    [...signed, ...discounted].map((row) => [row, row === cost ? -1 : 1] as const),
  );
}
