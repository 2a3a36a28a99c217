import type { RowId } from "../formula/formula.ts";
import { issuesOf } from "../issue/refusal.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { type Comparison, compareTables } from "../table/comparison.ts";
import { evaluate } from "../table/evaluate.ts";
import { paired } from "../table/input-changes.ts";
import { inYears } from "../table/roll-up.ts";
import { type RowChange, rowChanges } from "../table/row-changes.ts";
import { sameValue } from "../table/same-value.ts";
import type { Table } from "../table/table.ts";
import { appraise } from "./appraise.ts";
import { isAppraised } from "./appraised.ts";
import { type Measure, measures } from "./measures.ts";

/** A measure that is not the same in both; the side that has none is left out. */
export interface MeasureChange {
  readonly id: string;
  readonly label: string;
  readonly before?: Measure;
  readonly after?: Measure;
  /** What it is more after than before, in its unit; only where both have a value. */
  readonly difference?: Decimal;
}

/** How one programme differs from another, appraisal and all. */
export interface ComparedProgrammes extends Comparison {
  readonly measures: readonly MeasureChange[];
  /** What each body gives and gets, where there are several: the rows of the case by body. */
  readonly bodies: readonly RowChange[];
  /** The programmes that were compared, appraised wherever both could be. */
  readonly of: readonly [before: Programme, after: Programme];
  /** Why there are neither measures nor bodies: the side that cannot be appraised, and what is in the way. */
  readonly notAppraised: readonly { readonly side: "before" | "after"; readonly why: string }[];
}

/**
 * How one programme differs from another: assumptions with the rates of the appraisal, lines, results, measures, what each body
 * gives and gets, conditions, terms, and whatever else is said. What is the same in both is left out. Each is appraised on
 * its own terms; one that was appraised already is taken as it is. Where one of them cannot be appraised there are no measures, and
 * that is no error.
 *
 * Everything is told once: an assumption in one row with all of it that differs, a line that only has another name as renamed.
 * Things are the same where their names are. Amounts are in the unit of their row, in pounds positive whatever their kind, and
 * compared exactly by financial year; a difference is the second less the first, and nothing is rounded. What is in another
 * unit, or at other prices, has no difference. Throws `InvestToSaveError` with `wrong-shape` for what is no programme.
 *
 * @example
 * ```ts
 * import { cost, programme, years } from "invest-to-save";
 * import { compareProgrammes } from "invest-to-save/appraisal";
 * const plan = (rent: number) =>
 *   programme("Hub", years("2025/26", "2026/27"), { source: "lease" }, cost("Rent", rent));
 * const { lines, measures } = compareProgrammes(plan(1_000), plan(1_200));
 * lines.map(({ label, difference, years }) => `${label}: ${difference} in ${years.map(({ year }) => year).join(", ")}`);
 * // => ["Rent: 400 in 2025/26, 2026/27"]
 * measures[0]?.difference?.toString(); // => "-400"
 * ```
 */
export function compareProgrammes(before: Programme, after: Programme): ComparedProgrammes {
  for (const one of [before, after]) checkProgramme(one, "compareProgrammes");
  const [old, now] = [appraised(before), appraised(after)];
  const notAppraised = (["before", "after"] as const).flatMap((side) => {
    const why = { before: old, after: now }[side];
    return typeof why === "string" ? [{ side, why }] : [];
  });
  const of: [Programme, Programme] =
    typeof old === "string" || typeof now === "string" ? [before, after] : [old, now];
  const [was, is] = [evaluate(of[0]), evaluate(of[1])];
  return {
    ...compareTables(was, is),
    measures: measureChanges(was, is),
    bodies: severalBodies(of) ? rowChanges(inYears(was), inYears(is), bodyRows) : [],
    of,
    notAppraised,
  };
}

/** A programme appraised on its own terms; or why it cannot be. */
function appraised(programme: Programme): Programme | string {
  if (isAppraised(programme)) return programme;
  try {
    return appraise(programme);
  } catch (error) {
    return issuesOf(error)[0]?.message ?? "";
  }
}

function measureChanges(before: Table, after: Table): MeasureChange[] {
  const [old, now] = [measuresIn(before), measuresIn(after)];
  return paired(old, now).flatMap(({ id, either: { label }, old: was, now: is }): MeasureChange[] => {
    if (sameIfBoth(was?.value, is?.value) && was?.words === is?.words) return [];
    const more =
      was?.value && is?.value && was.unit === is.unit ? { difference: is.value.minus(was.value) } : {};
    return [{ id, label, ...(was && { before: was }), ...(is && { after: is }), ...more }];
  });
}

function sameIfBoth(was: Decimal | undefined, is: Decimal | undefined): boolean {
  return was === undefined || is === undefined || sameValue(was, is);
}

function measuresIn(table: Table): Map<string, Measure> {
  const { programme } = table;
  const all = isAppraised(programme) ? measures(programme, table) : [];
  return new Map(all.map((own) => [own.id, own]));
}

/** What a single body has is the whole case, and told with it. */
function severalBodies(programmes: readonly Programme[]): boolean {
  return programmes.some((one) => isAppraised(one) && one.appraisal.agencies.length > 1);
}

function bodyRows(programme: Programme): RowId[] {
  if (!isAppraised(programme)) return [];
  return programme.appraisal.agencies.flatMap(({ cost, given, received, saving, net, apart }) =>
    [cost, given, received, saving, net, apart].flatMap((id) => (id === undefined ? [] : [id])),
  );
}
