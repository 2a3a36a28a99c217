import { build, check, cost, evaluate, funding, type Part, years } from "invest-to-save";
import { type GrantMatch, grant, waterfall } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";

const three = years("2024/25", "2026/27");
const staff = cost("Staff", 100, { eligible: true });

describe("the match of a grant", () => {
  const match = { of: "grant", share: "25%", "found by": "Health" } as const;
  const found = (of: GrantMatch, ...more: Part[]) => {
    const built = build("Hub", three, { source: "s", body: "Council" }, [
      staff,
      ...more,
      funding("Fund", grant({ match: of })),
    ]);
    const table = built.programme && evaluate(built.programme);
    const said = table && check(table).findings.filter(({ label }) => label.includes("finds the match"));
    return {
      issues: built.issues.map(({ severity, message }) => `${severity}: ${message}`),
      label: table?.programme.rows.get(`fund.match-in-${of.kind === "in kind" ? "kind" : "cash"}`)?.label,
      checks: said?.map(({ label, holds, failures, says }) => [label, holds, ...failures, says]),
    };
  };

  test("in cash is what the lines of the body that finds it give, over all periods", () => {
    const health = (amount: number) => funding("NHS", { "2024/25": amount }, { agency: "Health" });
    expect(found(match, health(60))).toEqual({
      issues: [],
      label: "Fund: match in cash, found by Health",
      checks: [["Fund: Health finds the match in cash", true, "What Health gives: NHS."]],
    });
    expect(found(match, health(59.9)).checks).toEqual([
      [
        "Fund: Health finds the match in cash",
        false,
        "over all periods: £60 is not at most £59.90",
        "What Health gives: NHS.",
      ],
    ]);
    expect(found(match, funding("Health", 60)).checks?.[0]?.[1]).toBe(true);
  });

  test("in cash may be found by a source in a waterfall", () => {
    const rest = funding(
      "The rest",
      waterfall({ Health: { "up to": 20 }, "The rest": { "up to": "what is left" } }),
    );
    expect(found(match, rest)).toMatchObject({
      issues: [],
      checks: [["Fund: Health finds the match in cash", true, "What Health gives: Health."]],
    });
  });

  test("of the body itself is in the balance, where it has no line of funding", () => {
    expect(found({ ...match, "found by": "Council" })).toMatchObject({ issues: [], checks: [] });
    expect(found({ ...match, "found by": "Council" }, funding("Base", 10)).checks?.[0]?.[1]).toBe(false);
  });

  test("in kind stands among the eligible costs of the body that gives it", () => {
    const inKind = { ...match, kind: "in kind" } as const;
    const rooms = (amount: number) => cost("Rooms", amount, { eligible: true, agency: "Health" });
    expect(found(inKind, rooms(30))).toEqual({
      issues: [],
      label: "Fund: match in kind, found by Health",
      checks: [["Fund: Health finds the match in kind", true, "What Health gives in kind: Rooms."]],
    });
    expect(found(inKind, rooms(10)).checks?.[0]?.slice(1, 3)).toEqual([
      false,
      "over all periods: £66 is not at most £30",
    ]);
  });

  test("by a body that gives nothing is told, as a warning", () => {
    expect(found(match).issues).toEqual([
      "warning: Health finds the match of Fund, and no line of funding is its own",
    ]);
    expect(found({ ...match, kind: "in kind" }).issues).toEqual([
      "warning: Health finds the match of Fund in kind, and no eligible cost is its own",
    ]);
  });
});
