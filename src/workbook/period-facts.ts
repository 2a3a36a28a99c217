import type { Formula, PeriodFact } from "../formula/formula.ts";
import { periodFacts } from "../formula/given.ts";
import type { Programme } from "../programme/programme.ts";

/** What the formulas of a programme read of the timeline; the number of a period is always among it. In the order of the rows. */
export function factsRead({ rows }: Programme): PeriodFact[] {
  const read = new Set<PeriodFact>(["index"]);
  for (const { formula } of rows.values()) collect(formula, read);
  return periodFacts.filter((fact) => read.has(fact));
}

function collect(formula: Formula, into: Set<PeriodFact>): void {
  if (formula.node === "fact") into.add(formula.fact);
  for (const part of Object.values(formula).flat() as readonly unknown[])
    if (typeof part === "object" && part !== null && "node" in part) collect(part as Formula, into);
}
