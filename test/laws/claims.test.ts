import fc from "fast-check";
import { check, cost, decimal, evaluate, funding, type Part, periodLabel, programme } from "invest-to-save";
import { contribution, grant } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { needs } from "./funded.ts";

const share = fc.integer({ min: 0, max: 100 });
/** Grants pay for the eligible line, partners for one of the lines or for both. */
const bases = fc.constantFrom<readonly string[]>(["Staff"], ["Rent"], ["Staff", "Rent"]);
const claim = fc.record({ share, of: fc.option(bases, { nil: "grant" as const }) });
type Claim = typeof claim extends fc.Arbitrary<infer T> ? T : never;

function fundingOf({ share, of }: Claim, at: number): Part {
  const rate = `${share}%`;
  return funding(`Claim ${at}`, of === "grant" ? grant({ rate }) : contribution({ of, share: rate }));
}

const linesOf = ({ of }: Claim) => (of === "grant" ? ["Staff"] : of);

/**
 * Whether every claim can be met out of costs of its own, in each period: no set of them is more than all it is for. A grant
 * claims nothing in a period in which its cost is not eligible.
 */
function isPaidOnce(
  claims: readonly Claim[],
  costs: ReadonlyMap<string, readonly number[]>,
  eligible: (period: number) => boolean,
): boolean {
  const periods = costs.get("Staff")?.length ?? 0;
  const cost = (line: string, period: number) => costs.get(line)?.[period] ?? 0;
  return [["Staff"], ["Rent"], ["Staff", "Rent"]].every((lines) =>
    Array.from({ length: periods }, (_, period) => {
      const within = claims.filter((one) => linesOf(one).every((line) => lines.includes(line)));
      const paid = within.map(
        (one) =>
          (one.of === "grant" && !eligible(period) ? 0 : one.share) *
          linesOf(one).reduce((sum, line) => sum + cost(line, period), 0),
      );
      const most = lines.reduce((sum, line) => sum + 100 * cost(line, period), 0);
      return within.length < 2 || paid.reduce((sum, one) => sum + one, 0) <= most;
    }).every(Boolean),
  );
}

describe("grants and contributions for the same costs", () => {
  test("hold where they come to no more than the costs, and fail where a cost would be paid for twice", () => {
    fc.assert(
      fc.property(
        needs,
        fc.array(claim, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (need, claims, some) => {
          // All periods, or every other one.
          const eligible = (period: number) => !some || period % 2 === 0;
          const named = Array.from({ length: need.timeline.count }, (_, at) => at)
            .filter(eligible)
            .map((at) => periodLabel(need.timeline, at) as "2024/25");
          const staff = cost("Staff", need.eligible, { eligible: some ? named : true });
          const parts = [staff, cost("Rent", need.other)];
          const table = evaluate(
            programme("Shared", need.timeline, { source: "offers" }, ...parts, ...claims.map(fundingOf)),
          );
          const pence = (id: string) =>
            (table.rows.get(id)?.values ?? []).map((value) => (value ?? decimal(0)).times(100).toNumber());
          const costs = new Map([
            ["Staff", pence("staff")],
            ["Rent", pence("rent")],
          ]);
          expect(check(table).holds).toBe(isPaidOnce(claims, costs, eligible));
        },
      ),
      { numRuns: 100 },
    );
  });
});
