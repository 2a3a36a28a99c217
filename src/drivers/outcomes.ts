import { constant, type Formula, multiply, nil, subtract } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { one } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import { oneOf } from "./counted-unit.ts";
import type { DriverKind } from "./driver-kind.ts";
import { ownPart, partsOfAgencies } from "./outcomes/agencies.ts";
import { effectYears, outcomeYears, outcomeYearsRising } from "./outcomes/effect.ts";
import { type OutcomesOptions, outcomesSchema } from "./outcomes/options.ts";
import { byPeriod, levelByPeriod } from "./over-time/by-period.ts";

/**
 * What outcomes save, in pounds: target population × affected × engagement × retention = reached; × impact = gross outcomes;
 * less deadweight = net outcomes; × unit cost over the years of benefit (lag, ramp, duration, drop-off) = net benefit; ×
 * cashable share = the saving, and each agency's share of it. The gross benefit stands beside it and is no saving. An
 * outcome has the benefit of a whole year in the same period of each year since, so that years and months agree. Nothing
 * is rounded. Net benefit is below nil where more would have happened without the programme than with it.
 *
 * Issue codes: `out-of-range` (a share above 1, agencies that do not sum to 1, years that are not whole), `wrong-unit`,
 * `wrong-shape` unless one convention of deadweight is named, `unknown-name` for an own agency that is not there,
 * `period-too-fine` for a lag of a part of a period, and those of reading an amount or a period. Source of the method: the structure of the Greater Manchester cost benefit model.
 *
 * @example
 * ```ts
 * import { evaluate, programme, saving, years } from "invest-to-save";
 * import { outcomes } from "invest-to-save/drivers";
 * const care = outcomes({
 *   target: { "2025/26": 100 }, impact: "40%", deadweight: { share: "10%" }, "unit cost": 1_000, duration: 2, cashable: "50%",
 * });
 * const p = programme("Care", years("2025/26", "2027/28"), { source: "trial" }, saving("Care", care));
 * evaluate(p).rows.get("care")?.values.join(" "); // => "18000 18000 0"
 * ```
 */
export function outcomes(options: OutcomesOptions): Driver {
  return {
    name: "outcomes",
    options,
    shape,
    usual: { of: "people" },
    build: (line) => savingOfOutcomes(line, options),
  };
}

function savingOfOutcomes(line: LineContext, options: OutcomesOptions): Formula {
  const of = options.of ?? "people";
  const single = oneOf(line, "of", of);
  if (single === undefined) return nil;
  const perOne = of === "outcomes" ? [] : [constant(one, `outcomes per ${single}` as Unit)];
  const people = reached(line, options, of);
  const impact = levelByPeriod(line, "impact", options.impact, "share", 1);
  const gross = outcomesRow(line, "gross outcomes", multiply(people, impact, ...perOne));
  const years = effectYears(line, options);
  const found = deadweightOf(line, options);
  const price = priceOf(line, options);
  const benefit = (kind: "gross" | "net", formula: Formula) => {
    const name = kind === "gross" ? "outcome years" : "net outcome years";
    const row = line.row(name, { unit: "outcome years", totals: "sum", formula });
    const worth = { unit: "£", totals: "sum", formula: multiply(row, ...price), stage: kind } as const;
    return line.row(`${kind} benefit`, worth);
  };
  benefit("gross", outcomeYears(gross, years));
  if (found === undefined) return nil;
  const { convention, share } = found;
  const base = convention === "points" ? multiply(people, share, ...perOne) : multiply(gross, share);
  const net = outcomesRow(line, "net outcomes", subtract(gross, outcomesRow(line, "deadweight", base)));
  const rises = convention === "rising";
  const counted = rises ? outcomeYearsRising(line, gross, years, share) : outcomeYears(net, years);
  return cashableOf(line, options, benefit("net", counted));
}

function outcomesRow(line: LineContext, name: string, formula: Formula): Formula {
  return line.row(name, { unit: "outcomes", totals: "sum", formula });
}

/** Those for whom the programme is there to the end. */
function reached(line: LineContext, options: OutcomesOptions, of: Unit): Formula {
  const target = line.row("target population", {
    unit: of,
    totals: "sum",
    formula: byPeriod(line, "target", options.target, of),
  });
  const shares = (["affected", "engagement", "retention"] as const).flatMap((name) => {
    const given = options[name];
    return given === undefined ? [] : [levelByPeriod(line, name, given, "share", 1)];
  });
  return line.row("reached", { unit: of, totals: "sum", formula: multiply(target, ...shares) });
}

/** What a year of full effect of an outcome is worth. */
function priceOf(line: LineContext, options: OutcomesOptions): Formula[] {
  const units = options["units a year"];
  const cost = (unit: Unit) => levelByPeriod(line, "unit cost", options["unit cost"], unit);
  if (units === undefined) return [cost("£ per outcome per year")];
  return [levelByPeriod(line, "units a year", units, "units per outcome per year"), cost("£ per unit")];
}

const conventions = ["share", "points", "rising"] as const;

function deadweightOf(line: LineContext, { deadweight }: OutcomesOptions) {
  const given = deadweight as Readonly<Partial<Record<(typeof conventions)[number], Given>>>;
  const named = conventions.filter((convention) => given[convention] !== undefined);
  const [convention] = named;
  if (convention === undefined || named.length > 1) {
    line.fault("deadweight", {
      code: "wrong-shape",
      message: `${line.label} must name one convention of deadweight`,
      expected: `one of ${conventions.join(", ")}`,
      received: named.join(" and ") || "none of them",
      hint: "write it like deadweight: { share: 10% }; the three give different answers",
    });
    return undefined;
  }
  const limits = { least: 0, most: 1 };
  const share = line.value(["deadweight", convention], given[convention] as Given, "share", limits);
  return { convention, share };
}

/** The cashable saving, if its share is stated, and what falls to each agency; the line is the whole or its own part. */
function cashableOf(line: LineContext, options: OutcomesOptions, net: Formula): Formula {
  const { agencies, cashable, count } = options;
  const whole =
    cashable === undefined
      ? net
      : line.row("cashable saving", {
          unit: "£",
          totals: "sum",
          formula: multiply(net, levelByPeriod(line, "cashable", cashable, "share", 1)),
        });
  const parts = partsOfAgencies(line, agencies ?? {}, whole);
  return count === "own agency" ? (ownPart(line, parts) ?? nil) : whole;
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  target: "any",
  "of?": "any",
  "affected?": "any",
  "engagement?": "any",
  "retention?": "any",
  impact: "any",
  deadweight: { "share?": "any", "points?": "any", "rising?": "any" },
  "unit cost": "any",
  "units a year?": "any",
  "lag?": "any",
  "ramp?": "any",
  duration: "any",
  "drop-off?": "any",
  "agencies?": "keys",
  "cashable?": "any",
  "count?": ["own agency"],
};

export const outcomesKind: DriverKind<OutcomesOptions> = {
  name: "outcomes",
  schema: outcomesSchema,
  from: outcomes,
};
