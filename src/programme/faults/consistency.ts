import type { RowId } from "../../formula/formula.ts";
import { type Measure, measure, measureOf } from "../../formula/measure.ts";
import { type Order, order, references } from "../../formula/order.ts";
import { hasErrors } from "../../issue/issue.ts";
import { pricesWords } from "../../quantity/prices.ts";
import { type Dimension, dimensionWords, sameDimension, unitBetween } from "../../quantity/unit.ts";
import { type Draft, report } from "../building/draft.ts";
import type { GroupPart, LinePart } from "../line.ts";
import { mentions } from "../names.ts";
import type { Part, Row } from "../programme.ts";
import { nothingNamed } from "./nothing-named.ts";

/**
 * What makes the rows of a draft consistent with each other: every reference resolves, nothing depends on itself
 * within a period, units and prices agree, every declared assumption is used. Gives the order of evaluation.
 */
export function checkConsistency(draft: Draft): Order {
  checkReferences(draft, [...draft.rows.values()]);
  checkUse(draft);
  const found = order(new Map([...draft.rows].map(([id, row]) => [id, row.formula])));
  for (const cycle of found.cycles) reportCycle(draft, cycle);
  for (const row of draft.rows.values()) checkUnits(draft, row);
  return found;
}

function placeOf(draft: Draft, id: RowId): readonly string[] {
  return draft.places.get(id) ?? [draft.rows.get(id)?.label ?? id];
}

/** Reports the names in some rows that belong to nothing. */
export function checkReferences(draft: Draft, rows: readonly Row[]): void {
  for (const row of rows) {
    const reads = references(row.formula);
    for (const { id } of reads.rows) if (!draft.rows.has(id)) nothingNamed(draft, id, placeOf(draft, row.id));
    for (const id of reads.assumptions) {
      const faulty = draft.issues.some((issue) => issue.severity === "error");
      if (!draft.assumptions.has(id) && !faulty) nothingNamed(draft, id, placeOf(draft, row.id));
    }
  }
}

/** Warns of declared assumptions that no row reads. */
function checkUse(draft: Draft): void {
  const used = new Set([...draft.rows.values()].flatMap((row) => references(row.formula).assumptions));
  // Beside an error, what a line says may not have come into its formula: an assumption that is named anywhere counts as used.
  const said = hasErrors(draft.issues) ? draft.parts.map(saidBy) : [];
  for (const [id, { label, is }] of draft.taken) {
    const own = draft.assumptions.get(id);
    if (is !== "assumption" || own === undefined || used.has(id) || mentions(said, id)) continue;
    draft.issues.push({
      code: "unused-assumption",
      severity: "warning",
      path: own.path,
      message: `no line uses the assumption “${label}”`,
      expected: "a line or condition that names it",
      received: "none",
      hint: "take it out, or name it where it should count",
    });
  }
}

/** All that a part says but for what assumptions say of themselves. */
function saidBy(part: Part | LinePart | GroupPart): unknown {
  if (part.part === "assumption") return undefined;
  if (part.part === "group" || part.part === "table") return part.parts.map(saidBy);
  return part.part === "line" ? [part.driver.options, part.attributes] : part;
}

function reportCycle(draft: Draft, cycle: readonly RowId[]): void {
  const labels = cycle.map((id) => draft.rows.get(id)?.label ?? id);
  const line = cycle.find((id) => draft.rows.get(id)?.role === "line") ?? (cycle[0] as RowId);
  const message = `${labels[0]} depends on itself within one period: ${labels.join(" → ")}`;
  report(draft, "cycle", placeOf(draft, line), message, {
    expected: "an order in which each line can be worked out from those before it",
    received: labels.join(" → "),
    hint: "let one of these lines name a smaller base, one that does not contain it",
  });
}

/** Reports where a row adds or compares unlike things, or comes out in another unit or at other prices than it says. */
export function checkUnits(draft: Draft, row: Row): void {
  const measures = {
    assumption: (id: string) => known(draft.assumptions.get(id)),
    row: (id: string) => known(draft.rows.get(id)),
  };
  const found = measure(row.formula, measures);
  const declared = measureOf(row.unit, row.repriced?.from ?? row.prices);
  const path = placeOf(draft, row.id);
  // Lines at other prices have been reported; their totals only follow.
  const excused = row.role === "total" || row.role === "subtotal" || row.role === "balance";
  if (excused && draft.issues.some(({ code }) => code === "wrong-prices")) return;
  for (const fault of found.faults) {
    draft.issues.push({ ...fault, severity: "error", path, message: `${row.label}: ${fault.message}` });
  }
  if (found.faults.length > 0 || found.measure.dimension === "any" || declared.dimension === "any") return;
  if (!sameDimension(found.measure.dimension, declared.dimension)) {
    report(
      draft,
      "wrong-unit",
      path,
      `${row.label} comes out in ${dimensionWords(found.measure.dimension)}`,
      {
        expected: dimensionWords(declared.dimension),
        received: dimensionWords(found.measure.dimension),
        hint: unitsHint(declared.dimension, found.measure.dimension),
      },
    );
  } else if (declared.prices !== undefined && (found.measure.prices ?? declared.prices) !== declared.prices) {
    const got = pricesWords(found.measure.prices ?? declared.prices);
    report(draft, "wrong-prices", path, `${row.label} comes out in ${got}`, {
      expected: pricesWords(declared.prices),
      received: got,
      hint: "bring it to those prices with a named index series",
    });
  }
}

/** What to do about another unit; a plain number leaves a rate for a week one for a week, however many weeks are meant. */
function unitsHint(declared: Dimension, found: Dimension): string {
  const missing = found.has("£") ? unitBetween(declared, found) : undefined;
  return missing === undefined || missing === "£"
    ? "check the units of the assumptions it uses"
    : `multiply by an assumption in ${missing}, not by a plain number: { value: …, unit: ${missing} }`;
}

function known(of: { unit: Row["unit"]; prices?: Row["prices"] } | undefined): Measure | undefined {
  return of && measureOf(of.unit, of.prices);
}
