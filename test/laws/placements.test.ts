import fc from "fast-check";
import { decimal, type Table } from "invest-to-save";
import { type PlacementsOptions, type PlacementType, placements } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import {
  added,
  aYearOn,
  byYear,
  expectSameYears,
  expectValues,
  from,
  heads,
  price,
  row,
  share,
  worked,
} from "./saving-lines.ts";

const names = ["Homes", "Foster care", "Kin"] as const;
const trajectories = ["baseline", "programme"] as const;
const flows = fc.record({
  entries: byYear(heads).map((n) => from(n)),
  exits: byYear(heads).map((n) => from(n)),
});

/** A type; a condition may fail for it, since its exits are drawn without regard to who is there. */
const type: fc.Arbitrary<PlacementType> = fc
  .record({
    opening: heads,
    baseline: flows,
    programme: fc.option(flows, { nil: undefined }),
    cost: price,
    marginal: share,
  })
  .map(({ opening, baseline, programme, cost, marginal }) => ({
    opening,
    baseline,
    ...(programme === undefined ? {} : { programme }),
    "unit cost": cost,
    "marginal share": marginal,
  }));

const model: fc.Arbitrary<PlacementsOptions> = fc
  .record({
    types: fc.tuple(type, type, type),
    moves: fc.tuple(byYear(heads), byYear(heads)),
    weeks: fc.constantFrom(52, "365/7", "52.1429"),
    attributed: share,
    cashable: share,
  })
  .map(({ types, moves: [down, out], weeks, attributed, cashable }) => ({
    types: Object.fromEntries(names.map((name, at) => [name, types[at] as PlacementType])),
    moves: [
      { from: "Homes", to: "Foster care", baseline: from(out), programme: from(down) },
      { from: "Foster care", to: "Kin", programme: from(out) },
    ],
    count: "child weeks",
    "weeks per year": weeks,
    attributed,
    cashable,
  }));

const idOf = (name: string) => name.toLowerCase().replace(" ", "-");
const byType = (table: Table, what: string) => names.map((name) => row(table, `${idOf(name)}-${what}`));

describe("placements of children looked after", () => {
  test("opening, plus those who come, less those who go, is closing, for every type and for all", () => {
    fc.assert(
      fc.property(model, (options) => {
        const table = worked(placements(options));
        for (const trajectory of trajectories) {
          for (const name of names) {
            const of = (what: string) => row(table, `${idOf(name)}-${trajectory}-${what}`);
            const come = added(of("opening"), of("entries"), of("moves-in"));
            expectValues(come, added(of("closing"), of("moves-out"), of("exits")), table);
          }
          const all = (what: string) => row(table, `${trajectory}-${what}`);
          expectValues(added(all("opening"), all("entries")), added(all("closing"), all("exits")), table);
        }
      }),
    );
  });

  test("the opening of a year is the closing of the year before", () => {
    fc.assert(
      fc.property(model, (options) => {
        const table = worked(placements(options));
        const [opening, closing] = ["opening", "closing"].map((what) =>
          row(table, `homes-programme-${what}`),
        );
        expectValues((opening ?? []).slice(1), (closing ?? []).slice(0, -1), table);
      }),
    );
  });

  test("child weeks, children and savings by type sum to those of all", () => {
    fc.assert(
      fc.property(model, (options) => {
        const table = worked(placements(options));
        const summed = [
          ...trajectories.flatMap((one) => [`${one}-child-weeks`, `${one}-closing`, `${one}-average`]),
          ...["children-fewer", "gross-saving", "attributed-saving", "cashable-saving"],
        ];
        for (const what of summed) expectValues(added(...byType(table, what)), row(table, what), table);
        expectValues(row(table), row(table, "cashable-saving"), table);
      }),
    );
  });

  test("save twice as much before anything is taken off at twice the unit costs", () => {
    fc.assert(
      fc.property(model, (options) => {
        const doubled = Object.entries(options.types).map(([name, one]) => {
          const cost = decimal(one["unit cost"] as number).times(2);
          return [name, { ...one, "unit cost": cost }];
        });
        const once = worked(placements(options));
        const twice = worked(placements({ ...options, types: Object.fromEntries(doubled) }));
        expectValues(
          row(twice, "gross-saving"),
          row(once, "gross-saving").map((value) => value.times(2)),
          twice,
        );
      }),
    );
  });

  test("are the same in a year, by year, by quarter and by month", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(model, (options) => expectSameYears(placements(options))),
      { numRuns: 15 },
    );
  });

  test("save nothing where the programme changes nothing", () => {
    fc.assert(
      fc.property(model, (options) => {
        const types = Object.entries(options.types).map(([name, { programme: _, ...one }]) => [name, one]);
        const moves = (options.moves ?? []).map((move) => ({ ...move, baseline: move.programme }));
        const table = worked(placements({ ...options, types: Object.fromEntries(types), moves }));
        expectValues(
          row(table),
          row(table).map(() => decimal(0)),
          table,
        );
      }),
    );
  });

  test("save the same a year later where the programme starts a year later", () => {
    fc.assert(
      fc.property(byYear(heads), heads, price, share, (fewer, opening, cost, cashable) => {
        const baseline = { entries: 200, exits: 200 };
        const starting = (later: number) => {
          const entries = from(
            fewer.map((number) => decimal(200).minus(number).toNumber()),
            later,
          );
          const programme = { entries: { ...from([200, 200, 200, 200]), then: 200, ...entries } };
          const types = { Homes: { opening, baseline, programme, "unit cost": cost } };
          return worked(placements({ types, count: "average in year", cashable }));
        };
        expectValues(row(starting(1)), aYearOn(row(starting(0))), starting(0));
      }),
    );
  });
});
