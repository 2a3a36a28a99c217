import { build, cost, funding, years } from "invest-to-save";
import { describe, expect, test } from "vitest";

const two = years("2025/26", "2026/27");

function said(body: string, ...agencies: readonly string[]): string[] {
  const lines = agencies.map((agency, n) => cost(`Cost ${n}`, 100, { agency }));
  const { issues } = build("Club", two, { source: "a bid", body }, lines);
  return issues.map(({ severity, code, path }) => `${severity} ${code} ${path.join(" > ")}`);
}

describe("the bodies of a programme", () => {
  test.each([
    ["Council", "Counci"],
    ["County Council", "County Coucnil"],
    ["County Council", "CountyCouncil"],
    ["Department for Education", "Department for Educaton"],
  ])("are taken for two where one is nearly the other, with a warning: %s, %s", (body, slip) => {
    expect(said(body, slip)).toEqual(["warning unknown-name Cost 0 > agency"]);
    expect(said("Elsewhere", body, slip, slip)).toEqual(["warning unknown-name Cost 1 > agency"]);
  });

  test.each([
    ["NHS", "NIHS"],
    ["North Council", "South Council"],
    ["School A", "School B"],
    ["Ward 11", "Ward 12"],
    ["county  council", "County Council"],
    ["Health", "Police"],
  ])("are no slips where both are names of their own: %s, %s", (body, agency) => {
    expect(said(body, agency)).toEqual([]);
  });

  test("are never blank, nor is a source or a direction", () => {
    expect(said("Council", "  ")).toEqual(["error wrong-shape Cost 0 > agency"]);
    const direction = funding("Loan", 100, { borrowing: true, direction: " " });
    const { issues } = build("Club", two, { source: " ", body: "" }, [cost("Staff", 100), direction]);
    expect(issues.map(({ code, path }) => `${code} ${path.join(" > ")}`)).toEqual([
      "wrong-shape source",
      "wrong-shape body",
      "wrong-shape Loan > direction",
    ]);
  });
});
