import { add, divide, type Formula, fact, multiply, nil, round, subtract } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import type { DriverKind } from "./driver-kind.ts";
import { noFaults } from "./name-faults.ts";
import { levelByPeriod } from "./over-time/by-period.ts";
import { monthsPerYear } from "./over-time/in-force.ts";
import { weeksOf } from "./over-time/weeks.ts";
import { placementFaults } from "./placements/faults.ts";
import {
  allTogether,
  type Corkscrew,
  childrenRow,
  corkscrew,
  type MoveRows,
  moveRows,
  trajectories,
} from "./placements/flows.ts";
import { type PlacementsOptions, type PlacementType, placementsSchema } from "./placements/options.ts";
import { afterSteps, type SavingSteps, savingSteps } from "./repayment/saving-shares.ts";

/**
 * The saving, in pounds, of fewer or cheaper placements of children looked after: for each type, opening + entries + moves
 * in − moves out − exits = closing without the programme (baseline) and with it; the average of opening and closing of each
 * period, baseline less programme, × the unit cost. A type that the programme fills costs more, and its saving is below
 * nil. Entries and exits of a year are spread evenly over its months, so that years and months agree. Rounded down only
 * where a type has a `step`. The line is the cashable saving, or the last step towards it that is stated.
 *
 * Issue codes: `missing-key` (weeks per year), `unknown-name`, `duplicate-id`, `wrong-shape`, `out-of-range`,
 * `wrong-unit`, and those of reading an amount or a period. A condition fails where more children leave than are there.
 * Source of the method: a with/without difference of stocks and flows, priced by type.
 *
 * @example
 * ```ts
 * import { evaluate, programme, saving, years } from "invest-to-save";
 * import { placements } from "invest-to-save/drivers";
 * const foster = { opening: 10, baseline: { entries: 4, exits: 4 }, programme: { entries: 2 }, "unit cost": 700 };
 * const care = placements({ types: { Foster: foster }, count: "child weeks", "weeks per year": 52 });
 * const p = programme("Care", years("2025/26", "2026/27"), { source: "forecast" }, saving("Care", care));
 * evaluate(p).rows.get("care")?.values.join(" "); // => "36400 109200"
 * ```
 */
export function placements(options: PlacementsOptions): Driver {
  return { name: "placements", options, shape, build: (line) => savingOfPlacements(line, options) };
}

function savingOfPlacements(line: LineContext, options: PlacementsOptions): Formula {
  if (!noFaults(line, placementFaults(line.label, options))) return nil;
  const names = Object.keys(options.types);
  const given = options["weeks per year"];
  const weeks =
    given === undefined
      ? undefined
      : line.row("weeks", { unit: "weeks", totals: "sum", formula: weeksOf(line, given) });
  const steps = savingSteps(line, options);
  const moves = moveRows(line, options.moves ?? []);
  const types = Object.entries(options.types).map(([name, type]): Placed => {
    const byWeek = (type.count ?? options.count) === "child weeks";
    return { name, type, weeks: byWeek ? weeks : undefined, ...bothWays(line, name, type, moves) };
  });
  for (const trajectory of trajectories) {
    const own = types.map((type) => type[trajectory]);
    allTogether(line, trajectory, own);
    if (weeks !== undefined) childWeeks(line, names, trajectory, own, weeks);
  }
  const gross = types.map((type) => grossSaving(line, type, steps));
  childrenRow(line, "children fewer", "average", add(...gross.map(({ fewer }) => fewer)));
  const formula = add(...gross.map(({ saved }) => saved));
  return afterSteps(
    line,
    "",
    line.row("gross saving", { unit: "£", totals: "sum", formula, stage: "gross" }),
    steps,
  );
}

/** A type with its rows on both trajectories, and the weeks that its unit cost is multiplied by, if it is by the week. */
interface Placed {
  readonly name: string;
  readonly type: PlacementType;
  readonly weeks: Formula | undefined;
  readonly baseline: Corkscrew;
  readonly programme: Corkscrew;
}

function bothWays(line: LineContext, name: string, flows: PlacementType, moves: MoveRows) {
  const start = line.value(["types", name, "opening"], flows.opening, "children", { least: 0 });
  const baseline = corkscrew(line, name, "baseline", { flows, start, moves });
  return {
    baseline,
    programme: corkscrew(line, name, "programme", { flows, start, moves, before: baseline }),
  };
}

/** Adds the child weeks of each type and of all: average number × weeks. */
function childWeeks(
  line: LineContext,
  names: readonly string[],
  trajectory: string,
  types: readonly Corkscrew[],
  weeks: Formula,
): void {
  const weeksRow = (name: string, formula: Formula) =>
    line.row(name, { unit: "child weeks", totals: "sum", formula });
  const own = types.map(({ average }, at) =>
    weeksRow(`${names[at]} ${trajectory} child weeks`, multiply(average, weeks)),
  );
  weeksRow(`${trajectory} child weeks`, add(...own));
}

/** Adds what a type saves: children fewer, in whole steps where it has steps, × what is really saved for each. */
function grossSaving(line: LineContext, placed: Placed, steps: SavingSteps) {
  const { name, type, weeks, baseline, programme } = placed;
  const difference = subtract(baseline.average, programme.average);
  const fewer = childrenRow(line, `${name} children fewer`, "average", difference);
  const counted = type.step === undefined ? fewer : inSteps(line, name, fewer, type.step);
  const key = ["types", name, "unit cost"];
  const unitCost = levelByPeriod(line, key, type["unit cost"], `£ per child per ${weeks ? "week" : "year"}`);
  const share = type["marginal share"];
  const marginal =
    share === undefined ? [] : [levelByPeriod(line, ["types", name, "marginal share"], share, "share", 1)];
  const formula =
    weeks === undefined
      ? divide(multiply(counted, unitCost, ...marginal, fact("months")), monthsPerYear)
      : multiply(counted, weeks, unitCost, ...marginal);
  const saved = line.row(`${name} gross saving`, { unit: "£", totals: "sum", formula });
  afterSteps(line, `${name} `, saved, steps);
  return { fewer, saved };
}

function inSteps(line: LineContext, name: string, fewer: Formula, given: Given): Formula {
  const key = ["types", name, "step"];
  const step = line.value(key, given, "children", { least: 1, whole: "children" });
  return childrenRow(line, `${name} children fewer in whole steps`, "average", round(fewer, step, "down"));
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  types: {
    "*": {
      opening: "any",
      "baseline?": { "entries?": "any", "exits?": "any" },
      "programme?": { "entries?": "any", "exits?": "any" },
      "unit cost": "any",
      "count?": ["average in year", "child weeks"],
      "marginal share?": "any",
      "step?": "any",
    },
  },
  "moves?": [{ from: "text", to: "text", "baseline?": "any", programme: "any" }],
  count: ["average in year", "child weeks"],
  "weeks per year?": "any",
  "attributed?": "any",
  "cashable?": "any",
};

export const placementsKind: DriverKind<PlacementsOptions> = {
  name: "placements",
  schema: placementsSchema,
  from: placements,
};
