import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import { measureReaders } from "../appraisal/measures.ts";
import { idOf } from "../programme/names.ts";
import { one, zero } from "../quantity/decimal.ts";
import type { Outcome, OutcomeReader } from "./outcome.ts";

/** What people call some measures for short. */
const shortNames: Readonly<Record<string, string>> = {
  npv: "net-present-value",
  bcr: "benefit-cost-ratio",
  irr: "internal-rate-of-return",
  "payback-year": "payback",
  "discounted-payback-year": "discounted-payback",
  peak: "peak-funding",
};

/** The measures for which more is better, and what each is asked to come to. */
const atLeast = {
  "net-saving": zero,
  "full-year-effect": zero,
  "net-present-value": zero,
  "financial-return": one,
  "benefit-cost-ratio": one,
  "internal-rate-of-return": zero,
} as const;

const paybacks = ["payback", "discounted-payback"];
const fewer = ["present-value-of-costs", "peak-funding", "equivalent-annual-cost", "cost-per-outcome"];
const more = ["present-value-of-savings", "present-value-of-benefits"];

/** Every measure that any appraisal has, by id: to say that one is there on other terms. */
export const knownMeasures: readonly string[] = [...Object.keys(atLeast), ...paybacks, ...fewer, ...more];

/** The measures of an appraised programme as outcomes. */
export function measureOutcomes(programme: AppraisedProgramme): OutcomeReader[] {
  return measureReaders(programme).map(({ id, label, unit, rows, read }) => ({
    kind: "measure",
    id,
    label,
    unit,
    rows,
    ...judgedBy(id),
    read: (table) => {
      const { value, words, answer } = read(table);
      // Where costs never run ahead they are paid back from the start.
      const own = answer === "nothing to pay back" ? zero : value;
      return own === undefined ? { words } : { value: own, words };
    },
  }));
}

function judgedBy(id: string): Pick<Outcome, "better" | "meets" | "endless"> {
  if (paybacks.includes(id)) return { better: "lower", endless: true };
  if (id === "net-present-budget-impact") return { better: "lower", meets: { is: "at most", than: zero } };
  if (id in atLeast)
    return { better: "higher", meets: { is: "at least", than: atLeast[id as keyof typeof atLeast] } };
  if (fewer.includes(id)) return { better: "lower" };
  return more.includes(id) ? { better: "higher" } : {};
}

/** The id of the measure that some words name: `NPV`, `Net present value`. */
export function measureId(words: string): string {
  const id = idOf(words);
  return shortNames[id] ?? id;
}
