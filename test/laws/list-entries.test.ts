import fc from "fast-check";
import { cost, evaluate, funding, type Programme, programme, saving, timelineOf } from "invest-to-save";
import { type Clawback, grant, outcomes, type PlacementMove, placements } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { heads } from "./saving-lines.ts";

const types = ["Residential", "Foster care", "Kin"] as const;
const years = timelineOf("2025/26 to 2027/28", "year");
const source = { source: "drawn" };

const moves = fc
  .tuple(heads, heads, heads)
  .map(([down, back, out]): PlacementMove[] => [
    { from: "Residential", to: "Foster care", programme: down },
    { from: "Foster care", to: "Residential", baseline: back, programme: back },
    { from: "Foster care", to: "Kin", programme: out },
  ])
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

const clawbacks = fc.shuffledSubarray<Clawback>([
  { until: "2026/27", if: "the use changes" },
  { until: "2027-09-30", if: "the building is sold" },
  { until: "2025/26", if: "the posts are not filled" },
]);

function moving(list: readonly PlacementMove[]): Programme {
  const each = { opening: 100, "unit cost": 1 };
  const kinds = Object.fromEntries(types.map((type) => [type, each]));
  const driver = placements({ types: kinds, moves: list, count: "average in year" });
  return programme("Law", years, source, saving("Placements", driver));
}

function granted(clawback: readonly Clawback[]): Programme {
  const staff = cost("Staff", 100, { eligible: true });
  return programme("Law", years, source, staff, funding("Grant", grant({ clawback })));
}

/** Every input that a person may set, by id, with its label and value. */
function inputs({ assumptions }: Programme): Map<string, string> {
  const own = [...assumptions.values()].filter(({ basis }) => basis.kind !== "structure");
  return new Map(own.map(({ id, label, value }) => [id, `${label} ${String(value)}`]));
}

const sorted = (map: ReadonlyMap<string, string>) =>
  [...map].sort(([one], [other]) => one.localeCompare(other));
const row = (of: Programme, id: string) => evaluate(of).rows.get(id)?.values.map(String);

describe("an input of a list", () => {
  test("keeps its name and its figure when the list is written in another order", () => {
    fc.assert(
      fc.property(moves, clawbacks, (list, clawback) => {
        const here = [moving(list), granted(clawback)];
        const there = [moving([...list].reverse()), granted([...clawback].reverse())];
        for (const [at, p] of here.entries())
          expect(sorted(inputs(there[at] as Programme))).toEqual(sorted(inputs(p)));
        expect(row(there[0] as Programme, "placements")).toEqual(row(here[0] as Programme, "placements"));
        const exposure = "grant.clawback-exposure";
        expect(row(there[1] as Programme, exposure)).toEqual(row(here[1] as Programme, exposure));
      }),
      { numRuns: 30 },
    );
  });

  test("goes by its own words, which say what it is of", () => {
    const list = [{ from: "Residential", to: "Foster care", programme: 3 }];
    const id = "placements.move-from-residential-to-foster-care-programme";
    expect(moving(list).assumptions.get(id)?.label).toBe(
      "Placements: move from Residential to Foster care, programme",
    );
    const until = granted([{ until: "2026/27", if: "the use changes" }]);
    expect(until.assumptions.get("grant.clawback-until-if-the-use-changes")?.label).toBe(
      "Grant: clawback until, if the use changes",
    );
    const rising = outcomes({
      target: 10,
      impact: 1,
      deadweight: { share: 0 },
      "unit cost": 1,
      duration: 2,
      ramp: [0.5, 1],
    });
    const p = programme("Law", years, source, saving("Homes", rising));
    expect(p.assumptions.get("homes.ramp-in-year-2")?.label).toBe("Homes: ramp in year 2");
  });
});
