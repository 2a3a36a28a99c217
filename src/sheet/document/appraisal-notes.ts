import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import { type Flow, owedOf } from "../../appraisal/flows.ts";
import type { Terms } from "../../appraisal/terms.ts";
import { present } from "../../assert.ts";
import { appraisalId } from "../../programme/appraisal-ids.ts";
import type { DiscountSchedule } from "../../programme/appraisal-options.ts";
import { basisWords } from "../../programme/assumption.ts";
import { type Decimal, isDecimal, numeral } from "../../quantity/decimal.ts";
import { valueWords } from "../../quantity/value-words.ts";
import type { Table } from "../../table/table.ts";
import { formatMonth } from "../../time/month.ts";
import { periodFirstMonth, periodYear } from "../../time/period.ts";
import { firstMonthOfYear, formatFinancialYear } from "../../time/year.ts";
import { basisNotes, runNotes, unmetNotes, withoutTerms } from "../notes.ts";
import { ownMoneyNotes } from "./own-money.ts";

/**
 * On what terms an appraisal is (whose money counts, by what it is discounted, when flows fall), and what a reader must know
 * of the model: what only holds the place of real figures, what was set for this run, which conditions are not met, where
 * the numbers come from.
 */
export function appraisalNotes(programme: AppraisedProgramme, table: Table): string[] {
  const { terms } = programme.appraisal;
  return [
    ...runNotes(programme),
    ...unmetNotes(table),
    ...(terms.case === "financial" ? cashNotes(programme, table) : realNotes(programme)),
    discountNote(programme, terms),
    ...priceNotes(programme, terms),
    paybackNote(programme),
    ...biasNotes(programme),
    ...basisNotes(withoutTerms(programme)),
  ];
}

function cashNotes(programme: AppraisedProgramme, table: Table): string[] {
  const { appraisal, rows: known } = programme;
  const { terms, rows, agencies } = appraisal;
  const { income, repaid } = rows.flows;
  const apart = agencies.some((agency) => agency.apart !== undefined);
  return [
    `The cash of ${terms.body}. A net saving is positive; a net cost is negative, in brackets.`,
    ...(income.length === 0
      ? []
      : [`${present(known.get(appraisalId("income")), "a row of income").label}: ${labelsOf(income)}.`]),
    ...owedNotes(table, income),
    ...(repaid.length === 0
      ? []
      : [
          `In the net, and not among the costs that savings are measured by: ${labelsOf(repaid)}. What was lent paid for those costs already.`,
        ]),
    ...ownMoneyNotes(programme),
    ...(apart ? ["Savings that leave no budget stand apart by body, and count in no net."] : []),
  ];
}

/** What has been earned of a grant at the end of the model and is paid after it. */
function owedNotes(table: Table, income: readonly Flow[]): string[] {
  return income.flatMap(({ line }) => {
    const owed = table.rows.get(owedOf(table.programme, line) ?? "")?.values.at(-1);
    if (!owed?.gt(0)) return [];
    return [
      `${line.label} counts when it is paid; ${valueWords(owed, "£")} of it comes after the end of the model.`,
    ];
  });
}

/** How long payback is counted from, which is another matter than when a flow is discounted. */
function paybackNote({ timeline }: AppraisedProgramme): string {
  const startsWithYear = firstMonthOfYear(periodYear(timeline, 0), timeline.yearStart) === timeline.first;
  const first = startsWithYear
    ? formatFinancialYear(periodYear(timeline, 0), timeline.yearStart)
    : formatMonth(periodFirstMonth(timeline, 0));
  return `Payback is in years from the start of ${first}, with the money of each ${timeline.grain} coming evenly over it; the timing of flows is for discounting alone.`;
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

/** By what cash and real money are turned into each other, where that was needed. */
function priceNotes(
  { assumptions, rows }: AppraisedProgramme,
  { inflating, prices, priceYear, schedule }: Terms,
): string[] {
  if (inflating === undefined || !rows.has(appraisalId("price-level"))) return [];
  const rate = assumptions.get(appraisalId("inflation"));
  const by =
    inflating.by === "series"
      ? `the index series ${inflating.name}`
      : rate !== undefined && isDecimal(rate.value)
        ? `inflation of ${percent(rate.value)} a year (${basisWords(rate.basis)})`
        : "inflation";
  return [
    `Cash and money of ${priceYear} are turned into each other by ${by}.`,
    ...(prices === "nominal" && schedule?.prices === "real"
      ? [
          "The internal rate of return is of cash, with inflation in it, and is not to be held against the discount rate, which is for real money.",
        ]
      : []),
  ];
}

function biasNotes({ assumptions }: AppraisedProgramme): string[] {
  return [...assumptions.values()].flatMap(({ id, label, value, basis }) =>
    id.startsWith(appraisalId("bias-of-")) && isDecimal(value)
      ? [`${label}: ${percent(value)} (${basisWords(basis)}).`]
      : [],
  );
}
