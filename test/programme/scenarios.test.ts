import { cost, InvestToSaveError, programme, scenario, withScenario, years } from "invest-to-save";
import { expect, test } from "vitest";

const rent = programme(
  "Rent",
  years("2024/25", "2025/26"),
  { source: "lease" },
  cost("Rent", 12_000),
  scenario("Dearer", { "rent@2025/26": 13_000 }),
  scenario("Elsewhere", { rates: 5 }),
);

const unknown = expect.objectContaining({
  constructor: InvestToSaveError,
  issues: [expect.objectContaining({ code: "unknown-name" })],
});

test("a value that is set beside a scenario under a name that nothing has is refused", () => {
  expect(() => withScenario(rent, "Dearer", { rates: 5 })).toThrow(unknown);
});

test("a scenario that sets what nothing is called is refused where it is run", () => {
  expect(() => withScenario(rent, "Elsewhere")).toThrow(unknown);
});
