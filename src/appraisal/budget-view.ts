import { add, choose, nil, type RowReference, row as ref, subtract } from "../formula/formula.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import type { Line } from "../programme/line.ts";
import { type Adding, addRow, addTable, addTotal } from "./addition.ts";
import { isFiner, newYear } from "./calendar.ts";
import type { Flow, Flows } from "./flows.ts";
import type { IntoPrices } from "./into-prices.ts";

/** One part of the budget view: what its change and its amount are called, its lines, and whether more of it takes from the budget. */
interface BudgetPart {
  readonly name: string;
  readonly label: string;
  readonly amount: string;
  readonly flows: readonly Flow[];
  readonly takes: boolean;
}

/**
 * Adds the view of a medium-term financial strategy: by how much each year's budget differs from the year before's. Growth
 * in costs, and a grant that ends, are pressures and positive; savings are negative, in brackets. Recurrent and one-off are
 * apart. The changes of a year sum to the change of the budget that the body has to find. Below them stands what all changes
 * so far have come to: each part as it is in the year, and the budget to find, which is costs less savings and less funding
 * from others. In the first year all of it is change.
 */
export function addBudgetView(adding: Adding, flows: Flows, prices: IntoPrices): void {
  const parts = budgetParts(flows).filter((part) => part.flows.length > 0);
  const changes = parts.map((part) => ({ part, row: change(adding, part, prices) }));
  const up = changes.filter(({ part }) => part.takes).map(({ row }) => row);
  const down = changes.filter(({ part }) => !part.takes).map(({ row }) => row);
  const all = addTotal(adding, "budget-change", "Change in the budget to find", up, down, {
    prices: prices.prices,
  });
  const level = levelOf(adding, parts, prices);
  const sign = ({ takes }: BudgetPart) => (takes ? 1 : -1);
  addTable(adding, "Budget view, year on year", [
    "Change on the year before:",
    ...changes.map(({ part, row }) => [row, sign(part)] as const),
    [all, 1],
    "All changes so far:",
    ...parts.map((part) => [ref(appraisalId(`budget-${part.name}`)), sign(part)] as const),
    [level, 1],
  ]);
}

function budgetParts({ costs: bought, savings, income, repaid }: Flows): BudgetPart[] {
  const of = (flows: readonly Flow[], term: Line["term"]) => flows.filter(({ line }) => line.term === term);
  const costs = [...bought, ...repaid];
  return [
    {
      name: "growth",
      label: "Recurrent costs: growth",
      amount: "Recurrent costs in the year",
      flows: of(costs, "recurrent"),
      takes: true,
    },
    {
      name: "one-off",
      label: "One-off costs: coming in and falling out",
      amount: "One-off costs in the year",
      flows: of(costs, "one-off"),
      takes: true,
    },
    {
      name: "savings",
      label: "Recurrent savings: more / (fewer)",
      amount: "Recurrent savings in the year",
      flows: of(savings, "recurrent"),
      takes: false,
    },
    {
      name: "one-off-savings",
      label: "One-off savings: coming in and falling out",
      amount: "One-off savings in the year",
      flows: of(savings, "one-off"),
      takes: false,
    },
    {
      name: "funding",
      label: "Recurrent funding from others: more / (less)",
      amount: "Recurrent funding from others in the year",
      flows: of(income, "recurrent"),
      takes: false,
    },
    {
      name: "grants",
      label: "Grants for a time: coming in and ending",
      amount: "Grants for a time in the year",
      flows: of(income, "one-off"),
      takes: false,
    },
  ];
}

/** A year's amount less that of the year before. */
function change(adding: Adding, part: BudgetPart, { into, prices }: IntoPrices): RowReference {
  const { name, label, amount, flows } = part;
  const { formula, says } = into(add(...flows.map(({ row }) => ref(row))));
  const own = addRow(adding, `budget-${name}`, amount, formula, { role: "working", ...says });
  if (!isFiner(adding))
    return addRow(adding, `change-${name}`, label, subtract(own, ref(own.id, 1)), { prices });
  // The months of a year come to its amount; the year before is taken off once, in the first of them.
  const year = `year-so-far-${name}`;
  const soFar = choose(newYear(adding), own, add(ref(appraisalId(year), 1), own));
  addRow(adding, year, `${label}, the year so far`, soFar, { totals: "closing", role: "working", prices });
  const past = choose(newYear(adding), ref(appraisalId(year), 1), nil);
  return addRow(adding, `change-${name}`, label, subtract(own, past), { prices });
}

function levelOf(adding: Adding, parts: readonly BudgetPart[], { prices }: IntoPrices): RowReference {
  const rows = (takes: boolean) =>
    parts.filter((part) => part.takes === takes).map(({ name }) => ref(appraisalId(`budget-${name}`)));
  const label = "Budget to find in the year";
  return addTotal(adding, "budget-to-find", label, rows(true), rows(false), { prices });
}
