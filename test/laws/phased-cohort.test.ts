import fc from "fast-check";
import { decimal, formatMonth, type MonthText, monthOf } from "invest-to-save";
import { type PhasedCohortOptions, phasedCohort } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import {
  added,
  aYearOn,
  expectSameYears,
  expectValues,
  heads,
  price,
  row,
  share,
  worked,
} from "./saving-lines.ts";

/** A phase by its first month, counted from the start of the timeline, and how many months it takes. */
const phase = fc.record({
  join: heads,
  start: fc.integer({ min: -14, max: 40 }),
  months: fc.integer({ min: 1, max: 24 }),
});
type Phase = typeof phase extends fc.Arbitrary<infer P> ? P : never;

const month = (at: number) => formatMonth(monthOf(2025, 4) + at) as MonthText;
const phases = (drawn: readonly Phase[], later = 0): PhasedCohortOptions["phases"] =>
  Object.fromEntries(
    drawn.map(({ join, start, months }, at) => [
      `Phase ${at + 1}`,
      { join, from: month(start + later), to: month(start + later + months - 1) },
    ]),
  );

const drawn = fc.array(phase, { minLength: 1, maxLength: 3 });
/** A bare number is months; the same may be written with its unit. */
const months = fc
  .integer({ min: 0, max: 30 })
  .chain((n) => fc.constantFrom(n, `${n} months`, { value: n, unit: "months" as const }));
const rest = fc
  .record({
    cost: price,
    lag: months,
    leave: months,
    lasts: fc.option(months, { nil: undefined }),
    attributed: share,
  })
  .map(({ cost, lag, leave, lasts, attributed }) => ({
    saving: cost,
    lag,
    "leave after": leave,
    ...(lasts === undefined ? {} : { "saving lasts": lasts }),
    attributed,
    cashable: "50%",
  }));

describe("a cohort that joins in phases", () => {
  test("is the same in a year, by year, by quarter and by month", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(drawn, rest, (list, options) => {
        expectSameYears(phasedCohort({ phases: phases(list), ...options }));
      }),
      { numRuns: 50 },
    );
  });

  test("saves the same a year later when it starts a year later", () => {
    fc.assert(
      fc.property(drawn, rest, (list, options) => {
        // What joined before the timeline would have saved in the year before it.
        const within = list.map((one) => ({ ...one, start: Math.max(0, one.start) }));
        const now = worked(phasedCohort({ phases: phases(within), ...options }));
        const later = worked(phasedCohort({ phases: phases(within, 12), ...options }));
        for (const name of ["joined-so-far", "in-the-programme", "counted-for-saving", "gross-saving", ""])
          expectValues(row(later, name), aYearOn(row(now, name)), now);
      }),
    );
  });

  test("is the sum of its phases", () => {
    fc.assert(
      fc.property(drawn, rest, (list, options) => {
        const table = worked(phasedCohort({ phases: phases(list), ...options }));
        const counts = ["joined-so-far", "in-the-programme", "counted-for-saving"];
        for (const what of [...counts, "gross-saving", "attributed-saving", "cashable-saving"]) {
          const own = list.map((_, at) => row(table, `phase-${at + 1}-${what}`));
          expectValues(added(...own), row(table, what), table);
        }
      }),
    );
  });

  test("has all who join and have not left in the programme", () => {
    fc.assert(
      fc.property(drawn, rest, (list, options) => {
        const table = worked(phasedCohort({ phases: phases(list), ...options }));
        for (const at of list.keys()) {
          const of = (what: string) => row(table, `phase-${at + 1}-${what}`);
          expectValues(added(of("in-the-programme"), of("left-so-far")), of("joined-so-far"), table);
        }
      }),
    );
  });

  test("changes by nothing when a phase is split in two of the same months, and doubles with the saving", () => {
    fc.assert(
      fc.property(drawn, rest, (list, options) => {
        const whole = worked(phasedCohort({ phases: phases(list), ...options }));
        const halves = list.map((one) => ({ ...one, join: one.join / 2 }));
        const split = worked(phasedCohort({ phases: phases([...halves, ...halves]), ...options }));
        expectValues(row(split), row(whole), whole);
        const twice = worked(
          phasedCohort({ phases: phases(list), ...options, saving: decimal(options.saving).times(2) }),
        );
        expectValues(
          row(twice),
          row(whole).map((value) => value.times(2)),
          twice,
        );
      }),
    );
  });
});
