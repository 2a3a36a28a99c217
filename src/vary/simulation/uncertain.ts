import type { Issue } from "../../issue/issue.ts";
import { refusal, refuseErrors } from "../../issue/refusal.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import type { Assumption, Range } from "../../programme/assumption.ts";
import { namedIn } from "../../programme/names.ts";
import type { Programme } from "../../programme/programme.ts";
import { type Decimal, isDecimal } from "../../quantity/decimal.ts";
import { type Correlation, mixtureOf } from "../draw/correlation.ts";
import type { Distribution } from "./distribution.ts";
import { drawFaults, type UncertainInput } from "./sample.ts";

/** An assumption that has a range. */
export type UncertainAssumption = Assumption & { readonly range: Range };

/** What is drawn of a programme: the assumptions that have a range, and which of them go together. */
export interface Uncertain {
  readonly assumptions: readonly UncertainAssumption[];
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly Correlation[];
  /** The same as the model has them. */
  readonly together: Programme["correlations"];
}

/**
 * The uncertain assumptions of a programme, all of them or those that are named, in the order of the model. Throws an
 * error with issues: `missing-key` where an assumption that is named has no range, or where none has, and `unknown-name`.
 */
export function uncertainIn(programme: Programme, names?: readonly string[]): Uncertain {
  const ranged = [...programme.assumptions.values()].filter(hasRange);
  if (ranged.length === 0) throw refusal(noRange());
  if (names?.length === 0) throw refusal(nothingNamed());
  const issues: Issue[] = [];
  const wanted = names?.map((name) => named(programme, name, ranged, issues));
  refuseErrors(issues);
  const assumptions = wanted === undefined ? ranged : ranged.filter(({ id }) => wanted.includes(id));
  const ids = assumptions.map(({ id }) => id);
  const together = programme.correlations.filter(({ between }) => between.every((id) => ids.includes(id)));
  return {
    assumptions,
    inputs: assumptions.map(inputOf),
    correlations: together.map(({ between, value }) => ({ between, correlation: value.toNumber() })),
    together,
  };
}

/**
 * What is wrong with the ranges of a programme beyond what each of them says: that a number could be drawn as what it cannot
 * be, that next to nothing of a distribution is left, and correlations that cannot hold together. A low and a high of what can
 * only be whole serve all but simulation, which alone refuses them.
 */
export function rangeFaults(programme: Programme): Issue[] {
  const ranged = [...programme.assumptions.values()]
    .filter(hasRange)
    .filter(({ range, limits }) => range.shape === "discrete" || limits?.whole === undefined);
  if (ranged.length === 0) return [];
  const labelOf = (id: string) => programme.assumptions.get(id)?.label ?? id;
  const correlations = programme.correlations.map(({ between: [a, b], value }): Correlation => {
    return { between: [labelOf(a), labelOf(b)], correlation: value.toNumber() };
  });
  const labels = ranged.map(({ label }) => label);
  const mixture = correlations.length === 0 ? { mixture: [] } : mixtureOf(labels, correlations);
  return [
    ...ranged.flatMap((one) =>
      drawFaults(programme, { ...inputOf(one), name: one.label }).map((issue) => ({
        ...issue,
        path: one.path,
      })),
    ),
    ...("issues" in mixture ? mixture.issues : []),
  ];
}

function hasRange(one: Assumption): one is UncertainAssumption {
  return one.range !== undefined;
}

/** How an assumption is drawn: as its value, or as a factor on its amounts by period. */
function inputOf({ id, value, range }: UncertainAssumption): UncertainInput {
  if (isDecimal(value)) return { id, distribution: distributionOf(range, value.toNumber()) };
  return { id, times: value.map((one) => one.toNumber()), distribution: distributionOf(range, 1) };
}

/** A range about a value as what can be drawn, in plain numbers. */
export function distributionOf(
  { shape, low, high, deviation, weights = [] }: Range,
  central: number,
): Distribution {
  const number = (value: Decimal | undefined) => (value === undefined ? central : value.toNumber());
  const cut = {
    ...(low === undefined ? {} : { low: low.toNumber() }),
    ...(high === undefined ? {} : { high: high.toNumber() }),
  };
  switch (shape) {
    case "triangular":
    case "PERT":
      return { shape, low: number(low), central, high: number(high) };
    case "uniform":
      return { shape, low: number(low), high: number(high) };
    case "normal":
    case "lognormal":
      return { shape, mean: central, "standard deviation": number(deviation), ...cut };
    case "discrete":
      return {
        shape,
        values: weights.map(({ value, weight }) => ({ value: number(value), weight: number(weight) })),
      };
  }
}

function named(
  { assumptions }: Programme,
  name: string,
  ranged: readonly Assumption[],
  issues: Issue[],
): string {
  const id = namedIn(assumptions, name);
  const found = id === undefined ? undefined : assumptions.get(id);
  if (found?.range !== undefined) return found.id;
  const known = ranged.map(({ id }) => id);
  if (found === undefined || found.basis.kind === "structure")
    issues.push(
      unknownName({ what: "assumption with a range", name, known, alike: ranged.map(({ label }) => label) }),
    );
  else
    issues.push({
      code: "missing-key",
      severity: "error",
      path: [found.id],
      message: `${found.label} has no range, and so cannot be drawn`,
      expected: `one that has: ${known.join(", ")}`,
      received: name,
      hint: "give it low and high in the model, or leave it out of the draws",
    });
  return "";
}

function nothingNamed(): Issue {
  return {
    code: "missing-key",
    severity: "error",
    path: ["assumptions"],
    message: "the list of assumptions to draw is empty",
    expected: "names of assumptions that have a range",
    received: "none of them",
    hint: "leave the list out to draw all that have a range",
  };
}

function noRange(): Issue {
  return {
    code: "missing-key",
    severity: "error",
    path: [],
    message: "no number of the model has a range, and so there is nothing to draw",
    expected: "at least one number with a range",
    received: "none",
    hint: "say how a number may turn out: { value: 20%, unit: share, low: 10%, high: 30% }",
  };
}
