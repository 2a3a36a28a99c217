import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import type { Flow } from "../appraisal/flows.ts";
import type { Terms } from "../appraisal/terms.ts";
import type { DiscountSchedule } from "../programme/appraisal-options.ts";
import { basisWords } from "../programme/assumption.ts";
import { type Decimal, isDecimal, numeral } from "../quantity/decimal.ts";

/** On what terms an appraisal is: whose money counts, by what it is discounted, when flows fall, what is assumed. */
export function appraisalNotes(programme: AppraisedProgramme): string[] {
  const { terms } = programme.appraisal;
  return [
    ...(terms.case === "financial" ? cashNotes(programme) : realNotes(programme)),
    discountNote(programme, terms),
    ...priceNotes(programme, terms),
    ...biasNotes(programme),
  ];
}

function cashNotes({ appraisal, lines }: AppraisedProgramme): string[] {
  const { terms, rows } = appraisal;
  const counted = new Set(rows.flows.income.map(({ line }) => line.id));
  const own = lines.filter(({ id, kind }) => kind === "funding" && !counted.has(id));
  return [
    `The cash of ${terms.body}. A net saving is positive; a net cost is negative, in brackets.`,
    ...(counted.size === 0 ? [] : [`Funding from others: ${labelsOf(rows.flows.income)}.`]),
    ...(own.length === 0
      ? []
      : [
          `No income, since it is ${terms.body}'s own money: ${own.map(({ label }) => label).join("; ")}. A line with an “agency” is another body's.`,
        ]),
  ];
}

function realNotes({ appraisal }: AppraisedProgramme): string[] {
  return [
    `What all bodies together give up and gain, in money of ${appraisal.terms.priceYear}. Grants and repayments between them are left out.`,
  ];
}

function labelsOf(flows: readonly Flow[]): string {
  return flows.map(({ line }) => line.label).join("; ");
}

const moments = {
  start: "flows fall at the start of their year, so that year 0 is not discounted",
  middle: "flows fall in the middle of their year",
  end: "flows fall at the end of their year",
} as const;

function discountNote(programme: AppraisedProgramme, { schedule, baseYear, timing }: Terms): string {
  if (schedule === undefined) {
    return "Not discounted: cash is not discounted at rates for real money. Name a deflator or a rate of inflation, or give a rate for cash.";
  }
  const { name, edition, prices } = schedule;
  const money = prices === "real" ? "real money" : "cash";
  return `Discounted by ${name} (${edition}), for ${money}: ${ratesOf(programme, schedule)}. Year 0 is ${baseYear}; ${moments[timing]}.`;
}

/** The rates that the model's years come to need, as they stand in this run. */
function ratesOf({ assumptions }: AppraisedProgramme, { bands }: DiscountSchedule): string {
  const rates = [...assumptions.values()].filter(({ id }) => /^appraisal\.rate(-|$)/.test(id));
  const words = rates.flatMap(({ label, value }) => {
    if (!isDecimal(value)) return [];
    const years = label.replace(/^Discount rate,? ?/, "");
    return [`${percent(value)} a year${years === "" || bands.length === 1 ? "" : `, ${years}`}`];
  });
  return words.length === 0 ? "no rate is needed" : words.join("; ");
}

function percent(share: Decimal): string {
  return `${numeral(share.times(100))}%`;
}

function priceNotes({ assumptions }: AppraisedProgramme, { inflating, priceYear }: Terms): string[] {
  if (inflating === undefined) return [];
  const rate = assumptions.get("appraisal.inflation");
  const by =
    inflating.by === "series"
      ? `the index series ${inflating.name}`
      : rate !== undefined && isDecimal(rate.value)
        ? `inflation of ${percent(rate.value)} a year (${basisWords(rate.basis)})`
        : "inflation";
  return [`Cash and money of ${priceYear} are turned into each other by ${by}.`];
}

function biasNotes({ assumptions }: AppraisedProgramme): string[] {
  return [...assumptions.values()].flatMap(({ id, label, value, basis }) =>
    id.startsWith("appraisal.bias-of-") && isDecimal(value)
      ? [`${label}: ${percent(value)} (${basisWords(basis)}).`]
      : [],
  );
}
