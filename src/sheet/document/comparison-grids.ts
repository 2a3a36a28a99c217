import { isAppraised } from "../../appraisal/appraised.ts";
import type { ComparedProgrammes, MeasureChange } from "../../appraisal/compare-programmes.ts";
import { type Assumption, basisWords } from "../../programme/assumption.ts";
import { pricesOf } from "../../programme/price-basis.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import type { Prices } from "../../quantity/prices.ts";
import { roundPlaces } from "../../quantity/rounding.ts";
import type { Unit } from "../../quantity/unit.ts";
import { valueWords } from "../../quantity/value-words.ts";
import type { InputChange, InputDifference, SaidChange } from "../../table/input-changes.ts";
import type { Renaming } from "../../table/renamed.ts";
import type { RowChange, YearChange } from "../../table/row-changes.ts";
import { inputWords, rangeWords } from "./assumptions-grid.ts";
import { amountChange, type ChangeWords, inputChangeWords, none, pointsWords } from "./change-words.ts";
import type { Grid } from "./document.ts";

type Rows = Grid["rows"];

/** The tables of a comparison, those that have rows, between two models of these names. */
export function comparisonGrids(found: ComparedProgrammes, sides: readonly [string, string]): Grid[] {
  const over = ", over the whole model";
  return [
    grid("Called by another name", sides, found.renamed.map(renamedRow)),
    grid(
      "Assumptions",
      [...sides, "Change", "Of what"],
      [
        ...found.inputs.map((one) => inputRow(one, found.of)),
        ...found.terms.map((one) => termRow(one, found.of)),
      ],
    ),
    grid(`Lines${over}`, [...sides, "Change", "In"], found.lines.map(rowOf)),
    grid(`Results${over}`, [...sides, "Change", "In"], found.results.map(rowOf)),
    grid(`By body${over}`, [...sides, "Change", "In"], found.bodies.map(rowOf)),
    grid("Measures", [...sides, "Change"], found.measures.map(measureRow)),
    grid("Conditions", sides, conditionRows(found)),
    grid("What else is said", sides, found.said.map(saidRow)),
  ].filter(({ rows }) => rows.length > 0);
}

function grid(title: string, columns: readonly string[], rows: Rows): Grid {
  return { title, columns, rows, folds: true };
}

const kinds: Readonly<Record<Renaming["kind"], string>> = {
  line: "Line",
  assumption: "Assumption",
  condition: "Condition",
  index: "Index",
  scenario: "Scenario",
  correlation: "Correlation",
  option: "Option",
};

function renamedRow({ kind, before, after }: Renaming): Rows[number] {
  return { label: kinds[kind], cells: [before, after] };
}

function inputRow(one: InputChange, [was, is]: ComparedProgrammes["of"]): Rows[number] {
  const { before, after, differs, instead = none, bounds } = one;
  const value = inputChangeWords(
    { own: before, timeline: was.timeline },
    { own: after, timeline: is.timeline },
  );
  // A condition that bounds another way is told with the way, which is a part of the name of its bound else.
  const isTurned = bounds !== undefined && (differs.includes("bound") || one.instead !== undefined);
  const label = isTurned ? `${bounds.of}: the bound` : one.label;
  const way = (side: "before" | "after") =>
    isTurned && bounds[side] !== undefined ? `${bounds[side]} ${value[side]}` : value[side];
  if (before === undefined) return { label, cells: [instead, way("after"), "", "only in the second"] };
  if (after === undefined) return { label, cells: [way("before"), instead, "", "only in the first"] };
  const isValue = differs.some((aspect) => aspect === "value" || aspect === "unit" || aspect === "bound");
  const said = saidOf(one, [before, after], [was, is]);
  const cell = (side: "before" | "after") =>
    [...(isValue ? [way(side)] : []), ...said.map((words) => words[side])].join("; ");
  const of = differs.map((aspect) => (aspect === "value" ? `value${value.of}` : words[aspect]));
  return { label, cells: [cell("before"), cell("after"), isValue ? value.change : "", of.join(", ")] };
}

const words: Readonly<Record<InputDifference, string>> = {
  value: "value",
  unit: "unit",
  bound: "which way it bounds",
  range: "range",
  prices: "prices",
  source: "source",
};

/** What is said of an input beside its value and differs: its range, its prices, where it comes from. */
function saidOf(
  { differs, written }: InputChange,
  [before, after]: readonly [Assumption, Assumption],
  [was, is]: ComparedProgrammes["of"],
): Pick<ChangeWords, "before" | "after">[] {
  const pairs: Partial<Record<InputDifference, readonly [string, string]>> = {
    range: rangePair([before, after], written),
    prices: [pricesWords(before.prices ?? pricesOf(was)), pricesWords(after.prices ?? pricesOf(is))],
    source: [basisWords(before.basis), basisWords(after.basis)],
  };
  return differs.flatMap((aspect) => {
    const [own, other] = pairs[aspect] ?? [];
    return own === undefined || other === undefined ? [] : [{ before: own, after: other }];
  });
}

/** Both ranges by their ends; where these are the same, by what else is written of them. */
function rangePair(
  [before, after]: readonly [Assumption, Assumption],
  written: readonly SaidChange[],
): readonly [string, string] {
  const [was, is] = [rangeTold(before), rangeTold(after)];
  if (was !== is) return [was, is];
  const own = written.filter(({ path }) => path.includes("range"));
  const side = (of: "before" | "after") =>
    own.map((one) => `${one.path.slice(one.path.indexOf("range")).join(" ")}: ${one[of] ?? none}`).join("; ");
  return [side("before"), side("after")];
}

function rangeTold(own: Assumption): string {
  const { range } = own;
  const unit = range?.ofAmounts ? "share" : own.unit;
  const ends = { low: own.low ?? range?.low, high: own.high ?? range?.high };
  const known = Object.fromEntries(Object.entries(ends).filter(([, end]) => end !== undefined));
  const text = rangeWords({ ...known, unit });
  const deviation = range?.deviation && `standard deviation ${inputWords(range.deviation, unit)}`;
  const told = [text, deviation].filter((one) => one !== undefined && one !== "").join(", ");
  return told === "" ? (range === undefined ? "no range" : `range ${range.shape}`) : `range ${told}`;
}

function rowOf(row: RowChange): Rows[number] {
  const { label, unit, unitBefore = unit, prices, before, after, difference, years } = row;
  const yearly = before === undefined && after === undefined ? years.at(-1) : undefined;
  if (yearly !== undefined)
    return { label, cells: [...yearCells(yearly, unitBefore, unit), yearsWords(years)] };
  if (before !== undefined && after !== undefined && difference !== undefined) {
    const told = amountChange(before, after, unit);
    return { label, cells: [told.before, told.after, told.change, yearsWords(years)] };
  }
  const side = (value: Decimal | undefined, own: Unit, basis: Prices | undefined) => {
    if (value === undefined) return none;
    const places = own.startsWith("£") ? 0 : 2;
    return `${valueWords(roundPlaces(value, places), own)}${basis === undefined ? "" : ` in ${pricesWords(basis)}`}`;
  };
  return {
    label,
    cells: [side(before, unitBefore, prices?.[0]), side(after, unit, prices?.[1]), "", yearsWords(years)],
  };
}

/** What a row without a total comes to in the last year that differs. */
function yearCells({ year, before, after }: YearChange, from: Unit, to: Unit): string[] {
  const at = (text: string) => `${text} in ${year}`;
  if (before !== undefined && after !== undefined && from === to) {
    const told = amountChange(before, after, to);
    return [at(told.before), at(told.after), told.change];
  }
  const side = (value: Decimal | undefined, unit: Unit) =>
    value === undefined ? none : at(valueWords(roundPlaces(value, 2), unit));
  return [side(before, from), side(after, to), ""];
}

function pricesWords(basis: Prices): string {
  return basis === "nominal" ? "cash" : `${basis} prices`;
}

function yearsWords(years: readonly YearChange[]): string {
  const labels = years.map(({ year }) => year);
  return labels.length > 3 ? `${labels.length} years, ${labels[0]} to ${labels.at(-1)}` : labels.join(", ");
}

function saidRow({ path, before = none, after = none }: SaidChange): Rows[number] {
  return { label: path.join(" > "), cells: [before, after] };
}

function measureRow({ label, before, after, difference }: MeasureChange): Rows[number] {
  const [was = none, is = none] = [before?.words, after?.words];
  if (difference === undefined || before?.value === undefined || after?.value === undefined)
    return { label, cells: [was, is, ""] };
  const { unit } = after;
  if (unit === "share") return { label, cells: [was, is, pointsWords(difference, 2)] };
  const told = amountChange(before.value, after.value, unit);
  // Money that is printed alike to the pound is printed to the penny.
  const side = (text: string, value: Decimal, toPence: string) =>
    unit.startsWith("£") ? text.replace(valueWords(roundPlaces(value, 0), unit), toPence) : text;
  const sides = [side(was, before.value, told.before), side(is, after.value, told.after)];
  return { label, cells: [...sides, difference.isZero() ? "" : told.change] };
}

/** What a term of a model is called here, where its key alone does not say so. */
const termNames: Readonly<Record<string, string>> = {
  years: "Years of the model",
  prices: "Price basis",
  "appraisal base year": "Base year: the start of discounting",
  "appraisal rate": "Discount rate",
  "appraisal inflation": "Inflation",
};

/** A term with what it is in both; one that a model does not say is what holds unless told. */
function termRow({ path, before, after }: SaidChange, [was, is]: ComparedProgrammes["of"]): Rows[number] {
  const key = path.at(-1) ?? "";
  const label = termNames[path.join(" ")] ?? path.join(" > ");
  const cells = [before ?? termOf(was, key), after ?? termOf(is, key), "", "term"];
  return { label, cells };
}

function termOf(programme: Programme, key: string): string {
  if (key === "prices") return pricesOf(programme);
  if (!isAppraised(programme)) return none;
  const { baseYear, schedule, body, ...terms } = programme.appraisal.terms;
  const rate = schedule === undefined ? undefined : `by ${schedule.name}`;
  const known = { ...terms, "base year": baseYear, schedule: schedule?.name, rate, for: body };
  const own = Object.entries(known).find(([name]) => name === key)?.[1];
  return typeof own === "string" ? own : none;
}

function conditionRows({ conditions }: ComparedProgrammes): Rows {
  const side = (met: boolean | undefined) => (met === undefined ? none : met ? "met" : "not met");
  return conditions.map(({ label, before, after }) => ({ label, cells: [side(before), side(after)] }));
}
