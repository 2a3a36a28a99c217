import {
  choose,
  compare,
  divide,
  type Formula,
  fact,
  maximum,
  multiply,
  nil,
  opening,
  type RowId,
  type RowReference,
  subtract,
  total,
} from "../formula/formula.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import { type AddedRow, type Adding, addRow } from "./addition.ts";
import { before } from "./calendar.ts";
import type { CaseRows, PresentRows } from "./case-rows.ts";
import type { Flow, Flows } from "./flows.ts";
import { fullYear } from "./full-year.ts";
import type { IntoPrices } from "./into-prices.ts";
import type { Terms } from "./terms.ts";

/** A measure that is a formula, with its row; the last value of the row is the measure. */
export interface MeasureRow {
  readonly id: string;
  readonly label: string;
  readonly row: RowId;
  readonly unit: Unit;
  /** What it is, for whoever reads it. */
  readonly says: string;
  /** For a ratio: the row that it divides by. Where that is not above nil there is no ratio. */
  readonly by?: RowId;
  /** What that is, after “for every £1”, where it has to be said. */
  readonly divisor?: string;
}

/** Adds the row of a measure, which has one value for the whole programme. */
function addMeasure(
  adding: Adding,
  measure: Pick<MeasureRow, "id" | "label" | "says">,
  formula: Formula,
  row: AddedRow = {},
): MeasureRow {
  const unit = row.unit ?? "£";
  addRow(adding, measure.id, measure.label, formula, { totals: "closing", role: "working", ...row });
  return { ...measure, row: appraisalId(measure.id), unit };
}

/** Adds a measure that divides, and the row of what it divides by. */
export function addRatio(
  adding: Adding,
  measure: Pick<MeasureRow, "id" | "label" | "says">,
  above: Formula,
  below: { readonly formula: Formula; readonly row: AddedRow },
  row: AddedRow = { unit: "number" },
): MeasureRow {
  const id = `${measure.id}-divisor`;
  const label = `${measure.label}: what it divides by`;
  const says = { totals: "closing", role: "working", ...below.row } as const;
  const divisor = addRow(adding, id, label, below.formula, says);
  const ratio = choose(compare(divisor, "above", nil), divide(above, divisor), nil);
  return { ...addMeasure(adding, measure, ratio, row), by: appraisalId(id) };
}

/** What the cash of a body shows before any discounting. */
export function cashMeasures(adding: Adding, rows: CaseRows, prices: IntoPrices): MeasureRow[] {
  const nominal = { prices: "nominal" } as const;
  const owed = subtract(nil, rows.cumulative);
  const peak = opening(maximum(nil, owed), maximum(before("peak-funding"), owed));
  return [
    addMeasure(
      adding,
      {
        id: "net-saving",
        label: "Net saving / (cost)",
        says: "savings and funding from others less costs and what is repaid, over the whole of the model, not discounted",
      },
      overall(rows.net),
      nominal,
    ),
    addMeasure(
      adding,
      {
        id: "peak-funding",
        label: "Peak funding requirement",
        says: "the most that costs have run ahead of savings and funding from others at the end of a period",
      },
      peak,
      nominal,
    ),
    addMeasure(
      adding,
      {
        id: "full-year-effect",
        label: "Full-year effect at the end",
        says: "recurrent savings and funding from others less recurrent costs, in a year like the last of the model, with all that is in force at its end in force throughout; amounts by period count as they stand",
      },
      ...fullYear(adding, rows.flows, prices),
    ),
  ];
}

/** What a case comes to at the start of year 0, at the prices of its present values. */
export function presentMeasures(adding: Adding, terms: Terms, flows: Flows, rows: PresentRows): MeasureRow[] {
  const { prices } = rows;
  const financial = terms.case === "financial";
  const what = financial ? "savings" : "benefits";
  const gained = financial ? "savings and funding from others" : "benefits";
  const sum = (id: string, label: string, says: string, row: RowReference) =>
    addMeasure(adding, { id, label, says }, overall(row), { prices });
  const net = `the present value of ${gained} less that of costs${financial ? " and of what is repaid" : ""}`;
  return [
    sum("present-value-of-costs", "Present value of costs", "all costs, discounted", rows.cost),
    sum(`present-value-of-${what}`, `Present value of ${what}`, `all ${what}, discounted`, rows.saving),
    ...between(flows, rows).map(({ id, label, says, row }) => sum(id, label, says, row)),
    sum("net-present-value", "Net present value", net, rows.net),
    ...(financial ? returns(adding, rows, prices) : benefitCost(adding, terms, rows, prices)),
    annualCost(adding, rows, prices),
  ];
}

/** What comes from other bodies and what goes back to them, where there is any: parts of the net beside costs and savings. */
function between(flows: Flows, { income, repaid }: PresentRows) {
  const part = (id: string, what: string, row: RowReference | undefined, of: readonly Flow[]) =>
    row === undefined || of.length === 0
      ? []
      : [{ id, label: `Present value of ${what}`, says: `all ${what}, discounted; part of the net`, row }];
  return [
    ...part("present-value-of-income", "funding from others", income, flows.income),
    ...part("present-value-of-repayments", "repayments", repaid, flows.repaid),
  ];
}

function overall({ id }: RowReference): Formula {
  return total(id);
}

function returns(adding: Adding, rows: PresentRows, prices: Prices): MeasureRow[] {
  return [
    addMeasure(
      adding,
      {
        id: "net-present-budget-impact",
        label: "Net present budget impact: cost / (saving)",
        says: "the net present value with its sign turned: a cost to the budget is positive",
      },
      subtract(nil, overall(rows.net)),
      { prices },
    ),
    addRatio(
      adding,
      {
        id: "financial-return",
        label: "Financial return on investment",
        says: "the present value of savings over the present value of costs; what is borrowed and repaid is in neither",
      },
      overall(rows.saving),
      { formula: overall(rows.cost), row: { prices } },
    ),
  ];
}

/** Benefits over costs; a cashable saving is either a benefit or less cost, never both. */
function benefitCost(adding: Adding, terms: Terms, rows: PresentRows, prices: Prices): MeasureRow[] {
  const saved = terms.denominator === "costs" || rows.cashable === undefined ? nil : overall(rows.cashable);
  const says = {
    costs: "the present value of benefits over the present value of costs",
    "costs less cashable savings":
      "the present value of benefits that are not cashable over the present value of costs less cashable savings",
  }[terms.denominator];
  const measure = { id: "benefit-cost-ratio", label: "Benefit-cost ratio", says };
  const [above, below] = [overall(rows.saving), overall(rows.cost)];
  const minus = (from: Formula) => (saved === nil ? from : subtract(from, saved));
  const ratio = addRatio(adding, measure, minus(above), { formula: minus(below), row: { prices } });
  return [{ ...ratio, divisor: ` of ${terms.denominator}` }];
}

/** The present value of costs spread evenly over the years of the model. */
function annualCost(adding: Adding, rows: PresentRows, prices: Prices): MeasureRow {
  const label = "Discounted years";
  const years = addRow(adding, "discounted-years", label, multiply(rows.factor, fact("years")), {
    unit: "years",
    role: "working",
  });
  return addMeasure(
    adding,
    {
      id: "equivalent-annual-cost",
      label: "Equivalent annual cost",
      says: "the present value of costs over the sum of the discount factors of the years",
    },
    divide(overall(rows.cost), overall(years)),
    { unit: "£ per year", prices },
  );
}
