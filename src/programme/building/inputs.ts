import type { AssumptionId } from "../../formula/formula.ts";
import { didYouMean } from "../../issue/nearest-name.ts";
import { seen } from "../../issue/received.ts";
import { type Decimal, one } from "../../quantity/decimal.ts";
import { dimensionOf, exampleUnits, type Unit } from "../../quantity/unit.ts";
import type { Day } from "../../time/day.ts";
import { dayWithin, type Edge } from "../../time/day-of.ts";
import { type Assumption, type Basis, basisOf, type Detail, type Given, isDetailed } from "../assumption.ts";
import { detailFaults } from "../faults/part-shapes.ts";
import { refusedPeriod } from "../faults/period-faults.ts";
import type { Limits } from "../limits.ts";
import { checkPrices, pricesIn } from "../price-basis.ts";
import { readRange } from "../range.ts";
import { readAt } from "../read-at.ts";
import { type Draft, report } from "./draft.ts";

/** What an input inherits from its line: its basis and detail, and the name a person calls it by. */
export interface Inherited {
  readonly edge?: Edge;
  /** The day that was written, where the value is its month. */
  readonly day?: Day;
  /** That a series holds levels, which a period takes whole, and not amounts, which are split. */
  readonly level?: boolean;
  readonly id: AssumptionId;
  readonly label: string;
  readonly detail: Detail;
  readonly path: readonly string[];
}

/**
 * Adds a number with one value for all periods. Its unit is the expected one; a unit of its own must be the same.
 * Issue codes: those of reading an amount, `wrong-unit`, `unknown-unit`, `no-source`.
 */
export function addAssumption(
  draft: Draft,
  given: Given,
  unit: Unit,
  to: Inherited,
  limits: Limits = {},
): void {
  const detail: Detail = isDetailed(given) ? { ...to.detail, ...given } : to.detail;
  const own = isDetailed(given) ? given : undefined;
  if (own !== undefined) draft.issues.push(...detailFaults(own, to.path));
  checkPrices(draft, own?.prices, to.path);
  if (own?.unit !== undefined) checkUnit(draft, own.unit, unit, to.path);
  const path = own ? [...to.path, "value"] : to.path;
  const value = readAt(own ? own.value : given, path, draft.issues, limits, unit);
  if (value === undefined) return;
  const said = described(draft, detail, basisOf(own ?? {}), unit, to);
  const of = { central: value, unit, limits, basis: said.basis, path: to.path };
  const range = own && readRange(own, of, draft.issues);
  const [low, high] = range?.shape === "discrete" ? [] : [range?.low, range?.high];
  draft.assumptions.set(to.id, {
    ...said,
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(range === undefined ? {} : { range }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  });
}

/** A factor on amounts is never below nil. */
const factors: Limits = { least: 0 };

/** Adds a number that has one value a period; none of them may be negative unless its limits say so. */
export function addSeries(
  draft: Draft,
  values: readonly Decimal[],
  unit: Unit,
  to: Inherited,
  limits: Limits = { least: 0 },
): void {
  const level = to.level ? { level: true as const } : {};
  const said = described(draft, to.detail, undefined, unit, to);
  const { basis } = said;
  const of = { central: one, unit: "share", limits: factors, basis, path: to.path, ofAmounts: true } as const;
  const range = readRange({ range: to.detail.range }, of, draft.issues);
  draft.assumptions.set(to.id, {
    ...said,
    value: values,
    limits,
    ...level,
    ...(range === undefined ? {} : { range }),
  });
}

function described(
  draft: Draft,
  detail: Detail,
  own: Basis | undefined,
  unit: Unit,
  to: Inherited,
): Omit<Assumption, "value"> {
  const basis = own ?? basisOf(to.detail) ?? basisOf(draft.options);
  if (basis === undefined) noBasis(draft, to.path);
  checkDate(draft, "date", detail.date, to);
  checkDate(draft, "review by", detail["review by"], to);
  return {
    id: to.id,
    label: to.label,
    unit,
    ...pricesIn(draft, unit, detail.prices),
    basis: basis ?? { kind: "placeholder", words: "no source" },
    ...(detail.owner === undefined ? {} : { owner: detail.owner }),
    ...(detail.date === undefined ? {} : { date: detail.date }),
    ...(detail["review by"] === undefined ? {} : { reviewBy: detail["review by"] }),
    ...(detail.note === undefined ? {} : { note: detail.note }),
    ...(to.edge === undefined ? {} : { edge: to.edge }),
    ...(to.day === undefined ? {} : { day: to.day }),
    path: to.path,
  };
}

/** A date that is said of a number must be one; it is kept as it was written. */
function checkDate(draft: Draft, key: string, text: unknown, to: Inherited): void {
  // What is no text was refused by its key.
  if (typeof text !== "string") return;
  const read = dayWithin(draft.timeline, text, "first");
  if (!read.ok) refusedPeriod(draft.issues, text, [...to.path, key], read);
}

function checkUnit(draft: Draft, stated: string, expected: Unit, path: readonly string[]): void {
  if (stated === expected) return;
  const known = dimensionOf(stated) !== undefined;
  const wrong = known ? "another unit than this place needs" : "a unit that is not known";
  report(
    draft,
    known ? "wrong-unit" : "unknown-unit",
    [...path, "unit"],
    `${path.join(" > ")} is in ${wrong}`,
    {
      expected,
      received: seen(stated),
      hint: (known ? undefined : didYouMean(stated, exampleUnits)) ?? `give the number in ${expected}`,
    },
  );
}

/** Reports a number that states no source and inherits none. */
export function noBasis(draft: Draft, path: readonly string[]): void {
  report(draft, "no-source", path, `${path.join(" > ")} has no source and inherits none`, {
    expected: "source, or assumed with a reason, or placeholder",
    received: "nothing",
    hint: "add “source:” to the model, the line or the number; if nobody has published it, say “assumed:” and why",
  });
}
