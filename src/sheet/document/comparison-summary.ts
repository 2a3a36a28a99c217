import type { ComparedProgrammes, MeasureChange } from "../../appraisal/compare-programmes.ts";
import type { Programme } from "../../programme/programme.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { type Decimal, numeral } from "../../quantity/decimal.ts";
import { roundPlaces } from "../../quantity/rounding.ts";
import { valueWords } from "../../quantity/value-words.ts";
import type { RowChange } from "../../table/row-changes.ts";
import { yearLabels } from "../../time/period.ts";
import { amountChange, lessThan } from "./change-words.ts";

/** A model to be compared, under the name that it is told by. */
export interface Compared {
  readonly name: string;
  readonly programme: Programme;
}

/** What differs, counted, and what becomes of the balance, of what is saved, of payback and of the conditions. */
export function comparisonSummary(before: Compared, after: Compared, found: ComparedProgrammes): string {
  const { inputs, lines, conditions, terms, renamed } = found;
  const assumptions = [...inputs, ...terms];
  const results = [...found.results, ...found.measures, ...found.bodies];
  const others = [...renamed, ...found.said];
  if ([...assumptions, ...lines, ...results, ...conditions, ...others].length === 0)
    return sameWords(before, after);
  const counts = [counted(assumptions, "assumption"), counted(lines, "line"), counted(results, "result")];
  const more =
    found.said.length === 0 ? "" : `, and ${counted(found.said, "other thing")} that the models say`;
  const names =
    renamed.length === 0
      ? []
      : [`${counted(renamed, "thing")} only ${renamed.length === 1 ? "has" : "have"} another name.`];
  const failing = conditions.filter((one) => one.before === true && one.after === false);
  const met = conditions.filter((one) => one.before === false && one.after === true);
  return [
    `From ${before.name} to ${after.name} ${counts.join(", ")} changed${more}.`,
    ...names,
    ...outcomeWords(found),
    ...failing.map(({ label }) => `“${label}” is no longer met.`),
    ...met.map(({ label }) => `“${label}” is now met.`),
  ].join(" ");
}

/** Nothing is told to differ: because nothing does, or only in what makes no difference to anybody. */
function sameWords(before: Compared, after: Compared): string {
  const names = `${before.name} and ${after.name}`;
  return stampOf(before.programme).inputs === stampOf(after.programme).inputs
    ? `${names} are the same: no assumption, line, result or condition differs.`
    : `${names} say the same, in another order or with their numbers spelt in another way.`;
}

function counted(all: readonly unknown[], what: string): string {
  return `${all.length === 0 ? "no" : all.length} ${what}${all.length === 1 ? "" : "s"}`;
}

/** What becomes of the whole: the balance, then what is saved, unless that is the balance with the other sign, then payback. */
function outcomeWords({ results, measures, of }: ComparedProgrammes): string[] {
  const balance = results.find(({ id }) => id === "balance");
  const measure = (id: string) => measures.find((one) => one.id === id);
  const [saving, payback] = [measure("net-saving"), measure("payback")];
  const [last, other] = of.map(({ timeline }) => yearLabels(timeline).at(-1));
  const by = last === other ? `by ${last}` : "over its years";
  const isBalance =
    isOpposite(balance?.before, saving?.before?.value) && isOpposite(balance?.after, saving?.after?.value);
  return [
    ...(balance === undefined || isBalance ? [] : balanceWords(balance)),
    ...(saving === undefined ? [] : savingWords(saving, by)),
    ...(payback === undefined ? [] : paybackWords(payback)),
  ];
}

function isOpposite(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one !== undefined && other !== undefined && one.plus(other).isZero();
}

function balanceWords({ label, before, after, difference }: RowChange): string[] {
  if (before === undefined || after === undefined || difference === undefined) return [];
  if (difference.isZero())
    return [`${label} comes to the same over the whole model, and is another in single years.`];
  const told = amountChange(before, after, "£");
  const way = difference.isNegative() ? "falls" : "rises";
  const ends = told.before === told.after ? "" : `, from ${told.before} to ${told.after}`;
  return [`${label} ${way} by ${sizeWords(difference)} over the whole model${ends}.`];
}

/** What is saved after its costs, or costs after its savings, in the words of either. */
function savingWords({ before, after, difference }: MeasureChange, by: string): string[] {
  const [was, is] = [before?.value, after?.value];
  if (was === undefined || is === undefined || difference === undefined || difference.isZero()) return [];
  const told = amountChange(was.abs(), is.abs(), "£");
  if (was.isNegative() !== is.isNegative() && !was.isZero() && !is.isZero())
    return was.isNegative()
      ? [`It saves ${told.after} ${by}, where it cost ${told.before} net.`]
      : [`It costs ${told.after} net ${by}, where it saved ${told.before}.`];
  const isSaving = was.isPositive() && is.isPositive();
  const way = is.abs().gt(was.abs()) ? "more" : "less";
  const much = `${sizeWords(difference)} ${way}${isSaving ? "" : " net"} ${by}`;
  const ends = told.before === told.after ? "" : `: ${told.after} instead of ${told.before}`;
  return [`It ${isSaving ? "saves" : "costs"} ${much}${ends}.`];
}

/** `£1,200`; to the penny below a pound, and less than a penny in words. */
function sizeWords(difference: Decimal): string {
  const size = difference.abs();
  const places = size.lt(1) ? 2 : 0;
  const rounded = roundPlaces(size, places);
  return rounded.isZero() ? lessThan("£", 2) : valueWords(rounded, "£");
}

/** Whether it still pays back, and how much sooner or later. */
function paybackWords({ before, after, difference }: MeasureChange): string[] {
  const never = "never within the horizon";
  if (before?.value !== undefined && after?.answer === never)
    return ["It no longer pays back within its years."];
  if (before?.answer === never && after?.value !== undefined)
    return [`It now pays back within its years${after.year === undefined ? "" : `, in ${after.year}`}.`];
  if (difference === undefined || after === undefined) return [];
  const years = roundPlaces(difference.abs(), 1);
  if (years.isZero()) return [];
  const length = years.eq(1) ? "a year" : `${numeral(years)} years`;
  const year = after.year === undefined ? "" : `, in ${after.year}`;
  return [`It pays back ${length} ${difference.isNegative() ? "sooner" : "later"}${year}.`];
}
