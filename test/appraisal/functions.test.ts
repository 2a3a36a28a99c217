import { decimal } from "invest-to-save";
import { allocate, equivalentAnnualCost, profitabilityIndex } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

const words = (parts: readonly { toString(): string }[]) => parts.map(String).join(" ");

describe("an amount that is allocated", () => {
  test("comes to whole pennies, pounds or thousands, the total kept", () => {
    expect(words(allocate({ amount: 100, weights: [1, 1, 1] }))).toBe("33.34 33.33 33.33");
    expect(words(allocate({ amount: 100, weights: [1, 1, 1], unit: "pound" }))).toBe("34 33 33");
    expect(words(allocate({ amount: 2_000_000, weights: [2, 1], unit: "thousand" }))).toBe("1333000 667000");
    expect(words(allocate({ amount: "0.05", weights: ["62%", "38%"] }))).toBe("0.03 0.02");
  });

  test("keeps the names of its weights, whatever they are", () => {
    const parts = allocate({ amount: 10, weights: { Council: 3, "__proto__ ": 1, constructor: 0 } });
    expect(Object.entries(parts).map(([name, part]) => `${name}: ${part}`)).toEqual([
      "Council: 7.5",
      "__proto__ : 2.5",
      "constructor: 0",
    ]);
  });

  test("gives a penny that two parts have an equal claim to, to the earlier", () => {
    // Each is owed a third of a penny beyond its whole pennies.
    expect(words(allocate({ amount: "0.02", weights: [4, 1, 1] }))).toBe("0.02 0 0");
    expect(words(allocate({ amount: "0.02", weights: [1, 4, 1] }))).toBe("0.01 0.01 0");
  });
});

describe("an equivalent annual cost", () => {
  test("is worth as much as the costs it stands for", () => {
    const costs = [50_000, 1_000, 1_000, 1_000, 1_000];
    const even = equivalentAnnualCost({ costs, years: 4, rate: "3.5%" });
    const paid = [1, 2, 3, 4].reduce(
      (worth, year) => worth.plus(even.div(decimal("1.035").pow(year))),
      decimal(0),
    );
    const worth = costs.reduce(
      (total, cost, year) => total.plus(decimal(cost).div(decimal("1.035").pow(year))),
      decimal(0),
    );
    expect(paid.toFixed(20)).toBe(worth.toFixed(20));
  });

  test("may start from a present value, and fall at the beginning of each year", () => {
    const lease = { "present value": 10_000, years: 5, schedule: "green book 2022" };
    expect(equivalentAnnualCost(lease).toFixed(2)).toBe("2214.81");
    expect(equivalentAnnualCost({ ...lease, "payments at": "beginning" }).toFixed(2)).toBe("2139.92");
    expect(equivalentAnnualCost({ "present value": 100, years: 4, rate: 0 }).toString()).toBe("25");
  });
});

describe("a profitability index", () => {
  const flows = [-100, -50, 80, 80];

  test("says what it is measured against", () => {
    expect(profitabilityIndex({ flows, rate: 0 }).toString()).toBe("1.1");
    expect(profitabilityIndex({ flows, rate: 0, "measured against": "all outlays" }).toFixed(4)).toBe(
      "1.0667",
    );
    expect(profitabilityIndex({ flows: [-100, 110], rate: "10%" }).toString()).toBe("1");
  });
});
