import * as z from "zod";
import { add, divide, type Formula, fact, minimum, multiply, nil, subtract } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext, Totals } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema, periodSchema, unitSchema } from "../programme/schema.ts";
import type { Unit } from "../quantity/unit.ts";
import { yearWritten } from "../time/period.ts";
import type { WhenText } from "../time/period-text.ts";
import { monthsBuiltUp, monthsSince } from "./build-up.ts";
import { oneOf } from "./counted-unit.ts";
import type { DriverKind } from "./driver-kind.ts";
import { nameFaults, noFaults } from "./name-faults.ts";
import { type ByPeriod, byPeriodSchema, levelByPeriod } from "./over-time/by-period.ts";
import { countBoth, monthsPerYear } from "./over-time/in-force.ts";
import { lengthInput } from "./over-time/length.ts";
import { holdOrder, holdStart } from "./over-time/span.ts";
import { afterSteps, type SavingShares, savingSharesShape, savingSteps } from "./repayment/saving-shares.ts";

/** How many join, spread evenly over the months from one to another, both included. */
export interface PhaseOptions {
  readonly join: Given;
  readonly from: WhenText;
  readonly to: WhenText;
}

/** Families, or whatever is counted, who join in phases, and what each saves a year. */
export interface PhasedCohortOptions extends SavingShares {
  /** What is counted; families unless told. */
  readonly of?: Unit;
  readonly phases: Readonly<Record<string, PhaseOptions>>;
  /** Pounds per family (or whatever is counted) per year, before anything is taken off. */
  readonly saving: ByPeriod;
  /** From joining to the first month of saving: `1 year`, `6 months`; a bare number is months. None unless told. */
  readonly lag?: Given;
  /** How long after joining a family leaves the programme; a bare number is months. It does not leave unless told. */
  readonly "leave after"?: Given;
  /** For how long each saves; a bare number is months. To the end of the timeline unless told. */
  readonly "saving lasts"?: Given;
}

/**
 * The saving, in pounds and positive, of families who join in phases: those who join in a phase are spread evenly over its
 * months; each counts in full from the month of joining plus `lag` months, for the months that the `saving lasts` or to the
 * end of the timeline, at a twelfth of its yearly saving a month. Leaving the programme (`leave after`) changes how many are
 * in it, and does not end their saving.
 * A year holds the sum of its months, so yearly and monthly timelines agree. Nothing is rounded. The line is the gross
 * saving, less what is not attributed and not cashable where those shares are stated.
 *
 * Issue codes: `end-before-start`, `malformed-period`, `out-of-range`, `wrong-unit`, `missing-key` without a phase,
 * `period-too-fine` for a lag or length in weeks or days, and those of reading an amount. Source of the method: head counts by phase × a saving per family and year.
 *
 * @example
 * ```ts
 * import { evaluate, programme, saving, years } from "invest-to-save";
 * import { phasedCohort } from "invest-to-save/drivers";
 * const pilot = { join: 12, from: "Apr 2025", to: "Mar 2026" } as const;
 * const families = phasedCohort({ phases: { Pilot: pilot }, saving: 1_200, lag: 12, cashable: "50%" });
 * const p = programme("Care", years("2025/26", "2027/28"), { source: "plan" }, saving("Families", families));
 * evaluate(p).rows.get("families")?.values.join(" "); // => "0 3900 7200"
 * ```
 */
export function phasedCohort(options: PhasedCohortOptions): Driver {
  return {
    name: "phased cohort",
    options,
    shape,
    usual: { of: "families" },
    build: (line) => savingOfCohort(line, options),
  };
}

/** A phase as rows: each total of the cohort is the sum of its phases. */
type PhaseRows = Readonly<Record<"joined so far" | "in the programme" | "counted for saving", Formula>> & {
  readonly gross: Formula;
};

/** What all phases share. */
interface Cohort {
  readonly of: Unit;
  /** One of them, as in `family months`. */
  readonly single: string;
  readonly lag: Formula | undefined;
  readonly leaveAfter: Formula | undefined;
  readonly lasts: Formula | undefined;
  readonly saving: Formula;
}

function savingOfCohort(line: LineContext, options: PhasedCohortOptions): Formula {
  const of = options.of ?? "families";
  const single = oneOf(line, "of", of);
  const names = Object.keys(options.phases);
  if (names.length === 0) noPhases(line);
  if (!noFaults(line, nameFaults(["phases"], names)) || single === undefined) return nil;
  const cohort: Cohort = {
    of,
    single,
    lag: monthsAfter(line, "lag", options.lag),
    leaveAfter: monthsAfter(line, "leave after", options["leave after"]),
    lasts: monthsAfter(line, "saving lasts", options["saving lasts"]),
    saving: levelByPeriod(line, "saving", options.saving, `£ per ${single} per year` as Unit),
  };
  const steps = savingSteps(line, options);
  const phases = Object.entries(options.phases).map(([name, phase]) => {
    const rows = phaseRows(line, name, phase, cohort);
    afterSteps(line, `${name} `, rows.gross, steps);
    return rows;
  });
  for (const [name, totals] of counts)
    line.row(name, { unit: of, totals, formula: add(...phases.map((phase) => phase[name])) });
  const formula = add(...phases.map(({ gross }) => gross));
  return afterSteps(
    line,
    "",
    line.row("gross saving", { unit: "£", totals: "sum", formula, stage: "gross" }),
    steps,
  );
}

/** How each count comes together over periods. */
const counts = [
  ["joined so far", "closing"],
  ["in the programme", "closing"],
  ["counted for saving", "average"],
] as const satisfies readonly (readonly [keyof PhaseRows, Totals])[];

function monthsAfter(line: LineContext, name: string, given: Given | undefined): Formula | undefined {
  if (given === undefined) return undefined;
  return lengthInput(line, name, given, "months", { bare: "months", least: 0, whole: "months" });
}

function phaseRows(line: LineContext, name: string, phase: PhaseOptions, cohort: Cohort): PhaseRows {
  const { of, single, leaveAfter } = cohort;
  const key = ["phases", name];
  const join = line.value([...key, "join"], phase.join, of, { least: 0 });
  const start = line.month([...key, "from"], phase.from, "first");
  const end = line.month([...key, "to"], phase.to, "last");
  holdOrder(line, { start, end }, key);
  holdStart(line, start, key);
  const formula = countBoth(start, end, "months");
  const months = line.row(`${name} months of joining`, { unit: "months", totals: "none", formula });
  const count = (what: string, totals: Totals, of: Unit, formula: Formula) =>
    line.row(`${name} ${what}`, { unit: of, totals, formula });
  const soFar = (from: Formula) => divide(multiply(join, minimum(monthsSince(from), months)), months);
  const joined = count("joined so far", "closing", of, soFar(start));
  const left = leaveAfter && count("left so far", "closing", of, soFar(add(start, leaveAfter)));
  const within = left ? subtract(joined, left) : joined;
  const full = savingMonths(line, name, start, months, cohort);
  const what = `${single} months counted for saving`;
  const counted = count(what, "sum", `${single} months` as Unit, multiply(join, full));
  const gross = divide(multiply(counted, cohort.saving), monthsPerYear);
  return {
    "joined so far": joined,
    "in the programme": count("in the programme", "closing", of, within),
    "counted for saving": count("counted for saving", "average", of, divide(counted, fact("months"))),
    gross: count("gross saving", "sum", "£", gross),
  };
}

/** The months of saving in a period for each who joins in the phase: those since it started, less those since it ended. */
function savingMonths(
  line: LineContext,
  name: string,
  start: Formula,
  months: Formula,
  { lag, lasts }: Cohort,
): Formula {
  const from = lag === undefined ? start : add(start, lag);
  const started = monthsBuiltUp(line, `${name} saving: `, from, months);
  if (lasts === undefined) return started;
  return subtract(started, monthsBuiltUp(line, `${name} saving that ended: `, add(from, lasts), months));
}

function noPhases(line: LineContext): void {
  line.fault("phases", {
    code: "missing-key",
    message: `${line.label} has no phase in which anybody joins`,
    expected: "at least one phase",
    received: "none",
    hint: `write it like phases: { Phase 1: { join: 10, from: ${yearWritten(line.timeline)} } }`,
  });
}

const phaseSchema = () => z.strictObject({ join: givenSchema(), from: periodSchema(), to: periodSchema() });

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  "of?": "any",
  phases: { "*": { join: "any", from: "any", to: "any" } },
  saving: "any",
  "lag?": "any",
  "leave after?": "any",
  "saving lasts?": "any",
  "attributed?": "any",
  "cashable?": "any",
};

export const phasedCohortKind: DriverKind<PhasedCohortOptions> = {
  name: "phased cohort",
  schema: () =>
    z.strictObject({
      of: unitSchema().optional(),
      phases: z.record(z.string(), phaseSchema()),
      saving: byPeriodSchema(),
      lag: givenSchema().optional(),
      "leave after": givenSchema().optional(),
      "saving lasts": givenSchema().optional(),
      ...savingSharesShape(),
    }),
  from: phasedCohort,
};
