import type { Issue } from "../../issue/issue.ts";
import { seen } from "../../issue/received.ts";
import { normalQuantile, normalShare } from "./normal.ts";

/**
 * That two inputs go together: the correlation, from −1 to 1, of the normal values that stand behind their draws (a
 * Gaussian copula). The correlation of their ranks is a little smaller: 0.48 for 0.5.
 */
export interface Correlation {
  readonly between: readonly [string, string];
  readonly correlation: number;
}

/** How each input is made of independent normal values: weights of its own and of the inputs before it. */
export type Mixture = readonly (readonly number[])[];

/** How far below nil a variance may come out by rounding alone. */
const rounding = 1e-9;

/**
 * The mixture that gives some inputs their correlations (Cholesky's factor), or what is wrong with them: `unknown-name`,
 * `out-of-range` for a correlation beyond −1 or 1, or for correlations that cannot hold together, as when two inputs go with
 * a third and against each other.
 */
export function mixtureOf(
  names: readonly string[],
  correlations: readonly Correlation[],
): { mixture: Mixture } | { issues: readonly Issue[] } {
  const issues = correlations.flatMap((one) => correlationFaults(names, one));
  if (issues.length > 0) return { issues };
  const given = new Map<number, Map<number, number>>();
  const put = (a: number, b: number, correlation: number) =>
    given.set(a, (given.get(a) ?? new Map<number, number>()).set(b, correlation));
  for (const { between, correlation } of correlations) {
    const [a, b] = between.map((name) => names.indexOf(name)) as [number, number];
    put(a, b, correlation);
    put(b, a, correlation);
  }
  // What goes with nothing is made of itself alone, and nothing else is made of it.
  const related = [...given.keys()].sort((a, b) => a - b);
  const mixture: number[][] = names.map((_, at) => [...Array<number>(at).fill(0), 1]);
  for (const [count, at] of related.entries()) {
    const own = mixture[at] as number[];
    const before = related.slice(0, count);
    for (const [known, other] of before.entries()) {
      const weights = mixture[other] as number[];
      const explained = before
        .slice(0, known)
        .reduce((sum, i) => sum + (own[i] as number) * (weights[i] as number), 0);
      const rest = (given.get(at)?.get(other) ?? 0) - explained;
      const divisor = weights[other] as number;
      if (divisor === 0 && Math.abs(rest) > Math.sqrt(rounding))
        return { issues: [impossible(names, at, correlations)] };
      own[other] = divisor === 0 ? 0 : rest / divisor;
    }
    const left = 1 - before.reduce((sum, i) => sum + (own[i] as number) * (own[i] as number), 0);
    if (left < -rounding) return { issues: [impossible(names, at, correlations)] };
    own[at] = left < rounding ? 0 : Math.sqrt(left);
  }
  return { mixture };
}

/** Mixes independent uniform draws of some inputs, in place, so that they go together as the mixture has it. */
export function mix(draws: readonly Float64Array[], mixture: Mixture): void {
  const count = draws[0]?.length ?? 0;
  for (const own of draws) for (let i = 0; i < count; i++) own[i] = normalQuantile(own[i] as number);
  // The last first, since each is made of itself and those before it.
  for (let at = draws.length - 1; at >= 0; at--) {
    const own = draws[at] as Float64Array;
    const weights = mixture[at] as readonly number[];
    for (let i = 0; i < count; i++) {
      let mixed = 0;
      for (let other = 0; other <= at; other++)
        mixed += (weights[other] as number) * ((draws[other] as Float64Array)[i] as number);
      own[i] = inside(normalShare(mixed));
    }
  }
}

/** A share that is neither 0 nor 1, so that it has a value in every distribution. */
function inside(share: number): number {
  return Math.min(1 - 2 ** -53, Math.max(2 ** -60, share));
}

function correlationFaults(names: readonly string[], { between, correlation }: Correlation): Issue[] {
  const path = ["correlations", between.join(" and ")];
  const missing = between.filter((name) => !names.includes(name));
  if (missing.length > 0 || between[0] === between[1])
    return [
      {
        code: "unknown-name",
        severity: "error",
        path,
        message: `a correlation is given for ${between.join(" and ")}, which are not two inputs that are drawn`,
        expected: `two of ${names.join(", ")}`,
        received: missing.length > 0 ? missing.join(", ") : between.join(" and "),
        hint: "name two different inputs, as they are named where they are drawn",
      },
    ];
  if (correlation >= -1 && correlation <= 1) return [];
  return [
    {
      code: "out-of-range",
      severity: "error",
      path,
      message: `the correlation of ${between.join(" and ")} is impossible`,
      expected: "from -1 to 1",
      received: seen(correlation),
      hint: "1 is that they always go together, 0 that they have nothing to do with each other",
    },
  ];
}

function impossible(names: readonly string[], at: number, correlations: readonly Correlation[]): Issue {
  const name = names[at] ?? "";
  const own = correlations.filter(({ between }) => between.includes(name));
  const others = own.flatMap(({ between }) => between.filter((one) => one !== name));
  return {
    code: "out-of-range",
    severity: "error",
    path: ["correlations"],
    message: `the correlations of ${name} with ${others.join(" and ")} cannot hold together with those given before`,
    expected: "correlations that some set of draws can have",
    received: own.map(({ between, correlation }) => `${between.join(" and ")} ${correlation}`).join(", "),
    hint: "two inputs that go closely with a third go with each other too: bring one correlation nearer to 0, or give the one that is left out",
  };
}
