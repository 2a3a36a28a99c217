import { isAppraised } from "../../appraisal/appraised.ts";
import {
  type ComparedProgrammes,
  compareProgrammes,
  type MeasureChange,
} from "../../appraisal/compare-programmes.ts";
import type { Assumption } from "../../programme/assumption.ts";
import { pricesOf } from "../../programme/price-basis.ts";
import type { Programme } from "../../programme/programme.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { type Decimal, isDecimal, numeral } from "../../quantity/decimal.ts";
import type { Prices } from "../../quantity/prices.ts";
import { roundPlaces } from "../../quantity/rounding.ts";
import { isPointInTime, type Unit } from "../../quantity/unit.ts";
import { valueWords } from "../../quantity/value-words.ts";
import type { Comparison, RowChange, SaidChange } from "../../table/comparison.ts";
import type { InputChange } from "../../table/input-changes.ts";
import { isDraft } from "../money.ts";
import { givenWords, rangeWords, sourceWords } from "./assumptions-grid.ts";
import type { Block, Document, Grid } from "./document.ts";
import { ownMoneyNotes } from "./own-money.ts";

/** A model to be compared, under the name that it is told by. */
export interface Compared {
  readonly name: string;
  readonly programme: Programme;
}

const none = "–";

/**
 * How one model differs from another as a document: first in a sentence, then assumptions, lines, results, measures of the
 * appraisal and conditions, each with both sides and the difference from the first to the second. What is the same in both is
 * not named. Amounts are in pounds, those of every kind positive; measures are on the terms that each model names.
 */
export function comparisonDocument(before: Compared, after: Compared): Document {
  const found = compareProgrammes(before.programme, after.programme);
  const [was, is] = found.of;
  const sides = [before.name, after.name];
  const grids: Grid[] = [
    grid(
      "Assumptions",
      [...sides, "Change", "Of what"],
      [...inputRows(found, was, is), ...found.terms.map((one) => termRow(one, was, is))],
    ),
    grid("Lines, over the whole model", [...sides, "Change", "In"], found.lines.map(rowOf)),
    grid("Results, over the whole model", [...sides, "Change", "In"], found.results.map(rowOf)),
    grid("By body, over the whole model", [...sides, "Change", "In"], found.bodies.map(rowOf)),
    grid("Measures", [...sides, "Change"], found.measures.map(measureRow)),
    grid("Conditions", sides, conditionRows(found)),
    grid("What else is said", sides, found.said.map(saidRow)),
  ].filter(({ rows }) => rows.length > 0);
  const words: Block = { block: "words", text: summary(before, after, found) };
  return {
    title: `${before.name} and ${after.name} compared`,
    draft: isDraft(before.programme) || isDraft(after.programme),
    stamps: [
      { model: before.name, ...stampOf(was) },
      { model: after.name, ...stampOf(is) },
    ],
    blocks: [words, ...grids.map((own): Block => ({ block: "grid", grid: own }))],
    notes: [
      ...new Set(found.notAppraised.map(({ side, why }) => notAppraised({ before, after }[side].name, why))),
      ...(found.measures.length === 0 ? [] : ownMoney(sides, found)),
      ...(grids.length === 0
        ? []
        : [
            "A change is from the first model to the second, taken before rounding: it may differ by one in its last digit from what is beside it. What is not named is the same in both.",
          ]),
    ],
  };
}

/** Whose money the measures take the funding for, said once where it is so in both. */
function ownMoney(sides: readonly string[], { of }: ComparedProgrammes): string[] {
  const [was, is] = of.map((programme) => ownMoneyNotes(programme, " in the measures"));
  if (was?.join() === is?.join()) return was ?? [];
  return of.flatMap((programme, i) => ownMoneyNotes(programme, ` in the measures of ${sides[i]}`));
}

function grid(title: string, columns: readonly string[], rows: Grid["rows"]): Grid {
  return { title, columns, rows };
}

function notAppraised(name: string, why: string): string {
  return `Measures are left out, since ${name} cannot be appraised: ${why}.`;
}

/** What differs, counted, and what becomes of the balance: sums, measures and what each body has are results. */
function summary(before: Compared, after: Compared, found: ComparedProgrammes): string {
  const { inputs, lines, conditions, terms, said: others } = found;
  const assumptions = [...inputs, ...terms];
  const results = [...found.results, ...found.measures, ...found.bodies];
  if ([...assumptions, ...lines, ...results, ...conditions, ...others].length === 0)
    return sameWords(before, after);
  const counts = [counted(assumptions, "assumption"), counted(lines, "line"), counted(results, "result")];
  const turned = conditions.filter((one) => one.before !== undefined && one.after !== undefined);
  const balance = found.results.find(({ id }) => id === "balance");
  const said = balance?.difference === undefined ? [] : [balanceWords(balance, balance.difference)];
  const more = others.length === 0 ? "" : `, and ${counted(others, "other thing")} that the models say`;
  const failing = turned
    .filter((one) => one.after === false)
    .map(({ label }) => `“${label}” is no longer met.`);
  return [
    `From ${before.name} to ${after.name} ${counts.join(", ")} changed${more}.`,
    ...said,
    ...failing,
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

function balanceWords({ label, before, after }: RowChange, difference: Decimal): string {
  if (difference.isZero())
    return `${label} comes to the same over the whole model, and is another in single years.`;
  const way = difference.isNegative() ? "falls" : "rises";
  const by = roundPlaces(difference, 0).isZero() ? "less than £1" : money(difference.abs());
  const [from, to] = [before, after].map((value) => (value === undefined ? none : money(value)));
  return `${label} ${way} by ${by} over the whole model, from ${from} to ${to}.`;
}

function money(value: Decimal): string {
  return valueWords(roundPlaces(value, 0), "£");
}

function inputRows({ inputs }: Comparison, before: Programme, after: Programme): Grid["rows"] {
  return inputs.flatMap((change) => {
    // A number that is another, and said to come from elsewhere, differs in two ways.
    const ways = [...(change.value ? [true] : []), ...(change.said ? [false] : [])];
    return ways.map((value) => ({
      label: change.label,
      cells: [
        sideWords(value, change.before, before),
        sideWords(value, change.after, after),
        value ? inputDifference(change) : "",
        whatChanged(change, value),
      ],
    }));
  });
}

/** One side: its value, or what is said of it. */
function sideWords(value: boolean, own: Assumption | undefined, programme: Programme): string {
  if (own === undefined) return none;
  if (value) return givenWords(programme, own);
  const range = rangeWords(own);
  return `${sourceWords(own)}${range === "" ? "" : `; ${range}`}`;
}

function inputDifference({ before, after }: InputChange): string {
  if (before?.unit !== after?.unit || before === undefined || after === undefined) return "";
  if (!isDecimal(before.value) || !isDecimal(after.value)) return "";
  const difference = after.value.minus(before.value);
  if (before.unit === "share") return signed(`${numeral(difference.times(100))} points`);
  return isPointInTime(before.unit) ? "" : change(difference, before.unit);
}

function whatChanged({ before, after }: InputChange, value: boolean): string {
  if (before === undefined) return "only in the second";
  if (after === undefined) return "only in the first";
  if (!value) return "what is said of it";
  return before.unit === after.unit ? "value" : "unit";
}

function rowOf(row: RowChange): Grid["rows"][number] {
  const { label, unit, unitBefore = unit, prices, before, after, difference, years } = row;
  const side = (value: Decimal | undefined, own: Unit, basis?: Prices) =>
    value === undefined
      ? none
      : `${rounded(value, own)}${basis === undefined ? "" : ` in ${pricesWords(basis)}`}`;
  return {
    label,
    cells: [
      side(before, unitBefore, prices?.[0]),
      side(after, unit, prices?.[1]),
      difference === undefined ? "" : difference.isZero() ? "none in all" : change(difference, unit),
      yearsWords(years),
    ],
  };
}

function pricesWords(basis: Prices): string {
  return basis === "nominal" ? "cash" : `${basis} prices`;
}

function saidRow({ path, before = none, after = none }: SaidChange): Grid["rows"][number] {
  return { label: path.join(" > "), cells: [before, after] };
}

function yearsWords(years: readonly string[]): string {
  const [first, last] = [years[0], years.at(-1)];
  return years.length > 3 ? `${years.length} years, ${first} to ${last}` : years.join(", ");
}

function measureRow({ label, before, after, difference }: MeasureChange): Grid["rows"][number] {
  const [was = none, is = none] = [before?.words, after?.words];
  const cells = [
    was,
    is,
    difference === undefined || after === undefined ? "" : changeOf(difference, after.unit),
  ];
  return { label, cells };
}

function changeOf(difference: Decimal, unit: Unit): string {
  if (unit === "share") return signed(`${numeral(roundPlaces(difference.times(100), 2))} points`);
  return difference.isZero() ? "" : change(difference, unit);
}

/** What a term of a model is called here, where its key alone does not say so. */
const termNames: Readonly<Record<string, string>> = {
  years: "Years of the model",
  prices: "Price basis",
  "appraisal base year": "Base year: the start of discounting",
};

/** A term with what it is in both; one that a model does not say is what holds unless told. */
function termRow({ path, before, after }: SaidChange, was: Programme, is: Programme): Grid["rows"][number] {
  const key = path.at(-1) ?? "";
  const label = termNames[path.join(" ")] ?? path.join(" > ");
  const cells = [before ?? termOf(was, key), after ?? termOf(is, key), "", "term"];
  return { label, cells };
}

function termOf(programme: Programme, key: string): string {
  if (key === "prices") return pricesOf(programme);
  if (!isAppraised(programme)) return none;
  const { baseYear, schedule, body, ...terms } = programme.appraisal.terms;
  const known = { ...terms, "base year": baseYear, schedule: schedule?.name, for: body };
  const own = Object.entries(known).find(([name]) => name === key)?.[1];
  return typeof own === "string" ? own : none;
}

function conditionRows({ conditions }: Comparison): Grid["rows"] {
  const side = (met: boolean | undefined) => (met === undefined ? none : met ? "met" : "not met");
  return conditions.map(({ label, before, after }) => ({ label, cells: [side(before), side(after)] }));
}

function rounded(value: Decimal, unit: Unit): string {
  return valueWords(roundPlaces(value, unit.startsWith("£") ? 0 : 2), unit);
}

function change(difference: Decimal, unit: Unit): string {
  const text = rounded(difference, unit);
  // What rounds to nil is no “+£0”: the sides differ all the same.
  if (!difference.isZero() && roundPlaces(difference, unit.startsWith("£") ? 0 : 2).isZero())
    return `${difference.isNegative() ? "down" : "up"} by less than ${unit.startsWith("£") ? "£1" : "0.01"}`;
  return difference.gt(0) ? `+${text}` : text;
}

function signed(text: string): string {
  return text.startsWith("-") ? text.replace("-", "−") : `+${text}`;
}
