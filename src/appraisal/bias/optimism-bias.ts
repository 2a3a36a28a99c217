import { unknownName } from "../../issue/unknown-name.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, isDecimal, numeral, one, sum, zero } from "../../quantity/decimal.ts";
import { type OptionReader, readOptions } from "../functions/options.ts";

/** Kinds of project for which there are published bounds of optimism bias. */
export type ProjectKind =
  | "non-standard buildings"
  | "standard buildings"
  | "non-standard civil engineering"
  | "standard civil engineering"
  | "equipment and development"
  | "outsourcing";

/** What plans are too hopeful about. */
export type BiasOf = "capital cost" | "duration" | "operating cost";

/** The bounds of an optimism bias, as shares: by how much plans of the past fell short, before and after good management. */
export interface BiasBounds {
  readonly upper: Amount;
  readonly lower: Amount;
}

/** Published bounds of optimism bias, with where they are from. */
export interface OptimismBiasTable {
  readonly name: string;
  readonly date: string;
  readonly source: string;
  readonly bounds: Readonly<Record<ProjectKind, Readonly<Partial<Record<BiasOf, BiasBounds>>>>>;
}

function capital(cost: readonly [string, string], duration: readonly [string, string]) {
  return Object.freeze({
    "capital cost": Object.freeze({ upper: cost[0], lower: cost[1] }),
    duration: Object.freeze({ upper: duration[0], lower: duration[1] }),
  });
}

/**
 * The bounds that HM Treasury publishes for projects by kind: on capital cost and the duration of the works, and for
 * outsourcing on operating cost only. They are where an estimate starts, for want of better evidence from one's own projects,
 * and neither the most nor the least that can happen.
 */
export const optimismBiasTable: OptimismBiasTable = Object.freeze({
  name: "green book optimism bias",
  date: "2002",
  source:
    "HM Treasury, Supplementary Green Book guidance: optimism bias, Table 1; from Mott MacDonald, Review of Large Public Procurement in the UK, July 2002",
  bounds: Object.freeze({
    "non-standard buildings": capital(["51%", "4%"], ["39%", "2%"]),
    "standard buildings": capital(["24%", "2%"], ["4%", "1%"]),
    "non-standard civil engineering": capital(["66%", "6%"], ["25%", "3%"]),
    "standard civil engineering": capital(["44%", "3%"], ["20%", "1%"]),
    "equipment and development": capital(["200%", "10%"], ["54%", "10%"]),
    outsourcing: Object.freeze({ "operating cost": Object.freeze({ upper: "41%", lower: "0%" }) }),
  }),
});

/** A project, what about it is estimated, and how well its risks are managed. */
export interface OptimismBiasOptions {
  /** Its kind; or the shares of several kinds in its capital cost (or duration), which sum to 1. */
  readonly project: ProjectKind | Readonly<Partial<Record<ProjectKind, Amount>>>;
  /** Capital cost unless told. */
  readonly of?: BiasOf;
  /** The share of the upper bound that good management has taken away, from 0 to 1; nil unless told. */
  readonly mitigation?: Amount;
}

/** An allowance for optimism, as shares of the estimate, with the bounds and the source that it comes from. */
export interface OptimismBias {
  readonly upper: Decimal;
  readonly lower: Decimal;
  readonly mitigation: Decimal;
  /** What is to be added: 0.24 adds 24% to the estimate. */
  readonly managed: Decimal;
  /** Whether that is less than the published lower bound, which is where all that can be managed is. It then needs evidence. */
  readonly belowLower: boolean;
  readonly source: string;
}

const kinds = Object.keys(optimismBiasTable.bounds) as ProjectKind[];
const estimates: readonly BiasOf[] = ["capital cost", "duration", "operating cost"];

/**
 * The optimism bias of a project from the published table: the upper bound less the share of it that is managed. A project of
 * several kinds has the bounds of each by its share. Where management is claimed to bring it below the lower bound, that is
 * said and nothing is changed.
 *
 * Issue codes (thrown): `unknown-name` for a kind of project; `out-of-range` for shares that do not sum to 1, a mitigation not
 * from 0 to 1, or something that the table has no bounds for; and those of reading a number.
 *
 * @example
 * ```ts
 * import { optimismBias } from "invest-to-save/appraisal";
 * const hub = optimismBias({ project: "standard buildings", mitigation: "25%" });
 * hub.managed.toString(); // => "0.18"
 * const mixed = optimismBias({ project: { "non-standard buildings": "30%", "standard buildings": "70%" } });
 * mixed.upper.toString(); // => "0.321"
 * optimismBias({ project: "standard buildings", mitigation: "95%" }).belowLower; // => true
 * ```
 */
export function optimismBias(options: OptimismBiasOptions): OptimismBias {
  return readOptimismBias("optimismBias", options);
}

/** Reads the optimism bias of a project; its faults have a name as their place. */
export function readOptimismBias(name: string, options: unknown): OptimismBias {
  const keys = ["project", "of", "mitigation"];
  const { upper, lower, mitigation } = readOptions(name, options, keys, (reader) => {
    const of = reader.choice("of", estimates, "capital cost");
    const mitigation = reader.amount("mitigation", zero);
    if (mitigation.lt(zero) || mitigation.gt(one)) {
      reader.refuse("out-of-range", ["mitigation"], {
        says: `cannot be ${numeral(mitigation)}`,
        expected: "from 0 to 1",
        received: numeral(mitigation),
        hint: "a share is written 0.62 or 62%",
      });
    }
    return { ...blended(reader, readShares(reader), of), mitigation };
  });
  const managed = upper.times(one.minus(mitigation));
  const { source } = optimismBiasTable;
  return Object.freeze({ upper, lower, mitigation, managed, belowLower: managed.lt(lower), source });
}

type Shares = readonly (readonly [ProjectKind, Decimal])[];

function readShares(reader: OptionReader): Shares {
  const given = reader.given("project");
  if (!reader.has("project")) reader.missing("project", "a kind of project, or shares of several");
  if (given === undefined) return [];
  const mixed = typeof given === "object" && given !== null && !isDecimal(given);
  const shares = mixed ? Object.entries(given) : [[given, one] as const];
  const read = shares.flatMap(([kind, share]): Shares => {
    const known = kinds.find((each) => each === kind);
    if (known === undefined) refuseKind(reader, kind);
    const amount = reader.amountAt(share, ["project", String(kind)]);
    return known === undefined || amount === undefined ? [] : [[known, amount]];
  });
  const total = sum(read.map(([, share]) => share));
  if (read.length === shares.length && (!total.eq(one) || read.some(([, share]) => share.lt(zero)))) {
    reader.refuse("out-of-range", ["project"], {
      says: `has shares that make ${numeral(total)}`,
      expected: "shares of nil or more that make 1",
      received: numeral(total),
      hint: "give each kind its share of the capital cost, 100% together",
    });
  }
  return read;
}

function refuseKind(reader: OptionReader, kind: unknown): void {
  reader.report(["project"], (path) =>
    unknownName({
      what: "kind of project",
      where: "",
      name: kind,
      known: kinds,
      path,
      otherwise: "choose the kind that is nearest to the project",
    }),
  );
}

/** The bounds of each kind by its share. */
function blended(reader: OptionReader, shares: Shares, of: BiasOf): { upper: Decimal; lower: Decimal } {
  const parts = shares.flatMap(([kind, share]) => {
    const bounds = optimismBiasTable.bounds[kind][of];
    if (bounds === undefined) refuseEstimate(reader, kind, of);
    const read = (bound: "upper" | "lower") =>
      reader.amountAt(bounds?.[bound] ?? zero, [kind, of, bound]) ?? zero;
    return [{ upper: read("upper").times(share), lower: read("lower").times(share) }];
  });
  return { upper: sum(parts.map(({ upper }) => upper)), lower: sum(parts.map(({ lower }) => lower)) };
}

function refuseEstimate(reader: OptionReader, kind: ProjectKind, of: BiasOf): void {
  const known = Object.keys(optimismBiasTable.bounds[kind]).join(", ");
  reader.refuse("out-of-range", ["of"], {
    says: `cannot be ${of}: the table has no bounds of it for ${kind}`,
    expected: known,
    received: of,
    hint: `ask for ${known}, or state an allowance of your own with its source`,
  });
}
