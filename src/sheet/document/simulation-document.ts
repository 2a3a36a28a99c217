import type { Programme } from "../../programme/programme.ts";
import { type Decimal, decimal, numeral, zero } from "../../quantity/decimal.ts";
import { roundPlaces } from "../../quantity/rounding.ts";
import type { Unit } from "../../quantity/unit.ts";
import { valueWords } from "../../quantity/value-words.ts";
import { amountWords, percentWords } from "../../vary/amount-words.ts";
import type {
  DrawnAssumption,
  Fan,
  SimulatedChance,
  SimulatedMeasure,
  Simulation,
} from "../../vary/simulation/simulation.ts";
import { isDraft } from "../money.ts";
import type { Document, Grid, GridRow } from "./document.ts";

/**
 * A simulation as a document: how its measures are spread, how likely its conditions are, rows year by year, what matters to
 * each measure, its histogram, and what was drawn from where.
 */
export function simulationDocument(programme: Programme, found: Simulation): Document {
  const { measures, chances, fans, assumptions } = found;
  const { body } = programme.options;
  const grids = [
    spreadGrid(measures),
    ...(chances.length === 0 ? [] : [chanceGrid(chances)]),
    ...fans.map(fanGrid),
    ...measures
      .filter(({ least, most }) => least < most)
      .flatMap((one) => [mattersGrid(one), histogramGrid(one)]),
    drawnGrid(assumptions),
  ];
  return {
    title: `${programme.title}: ${count(found.draws)} draws`,
    ...(body === undefined ? {} : { body }),
    draft: isDraft(programme),
    stamps: [found.stamp],
    blocks: grids.map((grid) => ({ block: "grid", grid })),
    notes: notesOf(found),
  };
}

function notesOf(found: Simulation): string[] {
  const { method, seed, assumptions } = found;
  const points = method === "sobol" ? "scrambled Sobol' points" : "pseudo-random numbers";
  const missing = found["draws without a value"];
  return [
    "P10: one draw in ten is below it, nine in ten are above. P50: half are. P90: nine in ten are below it.",
    "± says how far the mean or the chance may be out for want of draws: two times in three it is nearer than that.",
    `Drawn by ${points} with seed ${seed}, in plain floating-point numbers; what the model says is exact.`,
    ...(found.measures.some(sharesOverlap) ? [overlapNote] : []),
    ...found.issues.map(({ message }) => `${message}.`),
    ...(missing === 0 ? [] : [`${count(missing)} of ${count(found.draws)} draws are left out in all.`]),
    ...basisNotes(assumptions),
    ...found.together.map(({ between, correlation, basis }) => {
      const how = correlation < 0 ? `−${-correlation}` : `${correlation}`;
      return `${between.join(" and ")} go together, with a correlation of ${how}: ${basis}.`;
    }),
  ];
}

const overlapNote =
  "A share of the spread is what would go if that number alone were known. Numbers that go together each count what they share, so that the shares may add up to more than 100%.";

/** Whether the shares of a measure add up to more than the whole, by more than draws are out. */
function sharesOverlap({ matters }: SimulatedMeasure): boolean {
  return matters.reduce((sum, one) => sum + one["share of spread"], 0) > 1.01;
}

/** Where ranges come from: those of one source in one note. */
function basisNotes(assumptions: readonly DrawnAssumption[]): string[] {
  const by = new Map<string, string[]>();
  for (const { basis, label } of assumptions) by.set(basis, [...(by.get(basis) ?? []), label]);
  return [...by].map(([basis, labels]) => `Range of ${labels.join(", ")}: ${basis}.`);
}

function count(value: number): string {
  return valueWords(decimal(value));
}

function exact(value: number): Decimal {
  return decimal(value);
}

function words(value: number, unit: Unit): string {
  return amountWords(exact(value), unit);
}

function spreadGrid(measures: readonly SimulatedMeasure[]): Grid {
  const rows = measures.map((measure): GridRow => {
    const { id, label, unit, central, P10, P50, P90, mean } = measure;
    const figures = [central, P10, P50, P90, mean, measure["standard error"]];
    return { id, label, cells: figures.map((value) => words(value, unit)), figures: figures.map(exact) };
  });
  return {
    title: "How it may come out",
    columns: ["The model says", "P10", "P50", "P90", "Mean", "±"],
    rows,
    amounts: true,
  };
}

function chanceGrid(chances: readonly SimulatedChance[]): Grid {
  const rows = chances.map((one): GridRow => {
    const { id, label, chance, central } = one;
    const error = one["standard error"];
    return {
      id,
      label,
      cells: [chanceWords(chance), chanceWords(error), central ? "yes" : "no"],
      figures: [exact(chance), exact(error), undefined],
    };
  });
  return { title: "How likely it is", columns: ["Chance", "±", "The model says"], rows, amounts: true };
}

/** A share of the draws in percent, never rounded to certainty. */
function chanceWords(chance: number): string {
  if (chance > 0 && chance < 0.0001) return "under 0.01%";
  if (chance < 1 && chance > 0.9999) return "over 99.99%";
  return percentWords(exact(chance));
}

function fanGrid({ id, label, unit, years }: Fan): Grid {
  const figure = (key: "central" | "P10" | "P50" | "P90", name: string): GridRow => ({
    id: `${id} ${key}`,
    label: name,
    cells: years.map((year) => words(year[key], unit)),
    figures: years.map((year) => exact(year[key])),
  });
  return {
    title: `${label} by year`,
    columns: years.map(({ year }) => year),
    rows: [
      figure("central", "The model says"),
      figure("P10", "P10"),
      figure("P50", "P50"),
      figure("P90", "P90"),
    ],
    amounts: true,
  };
}

function mattersGrid({ label, matters }: SimulatedMeasure): Grid {
  const rows = matters.map((one): GridRow => {
    const [rank, share] = [one["rank correlation"], one["share of spread"]];
    return {
      id: one.id,
      label: one.label,
      cells: [signed(rank), percentWords(roundPlaces(exact(share), 3))],
      figures: [exact(rank), exact(share)],
    };
  });
  return {
    title: `What matters to: ${label}`,
    columns: ["Rank correlation", "Share of the spread"],
    rows,
    amounts: true,
  };
}

function signed(value: number): string {
  const text = numeral(roundPlaces(exact(value), 2), 2);
  return value > 0 ? `+${text}` : text.replace("-", "−");
}

function histogramGrid({ label, unit, histogram }: SimulatedMeasure): Grid {
  const rows = histogram.map(
    ({ from, to, draws }): GridRow => ({
      label: `${words(from, unit)} to ${words(to, unit)}`,
      cells: [count(draws)],
      figures: [exact(draws)],
      bar: { low: undefined, high: exact(draws) },
    }),
  );
  return { title: `How the draws lie: ${label}`, columns: ["Draws"], rows, amounts: true, centre: zero };
}

function drawnGrid(assumptions: readonly DrawnAssumption[]): Grid {
  const rows = assumptions.map(({ id, label, unit, shape, low, central, high, basis }): GridRow => {
    // What it is per stands beside the label.
    const cell = (value: number | undefined) =>
      value === undefined ? "no end" : (words(value, unit).split(" per ")[0] ?? "");
    const own = unit.includes(" per ") ? `${label} (${unit})` : label;
    return { id, label: own, cells: [shape, cell(low), cell(central), cell(high)], says: basis };
  });
  return { title: "What is drawn", columns: ["Shape", "Low", "The model says", "High"], rows, amounts: true };
}
