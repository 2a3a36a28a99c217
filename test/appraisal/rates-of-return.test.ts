import { irr, mirr, npv, type RatesOfReturn, rate, xirr, xnpv } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

/** The rates of an answer to so many places, with a star for one that only touches; or the reason why there is none. */
function said(found: RatesOfReturn, places = 4): string {
  if (found.answer === "no root") return found.reason;
  return found.roots.map((root) => `${root.rate.toFixed(places)}${root.touches ? "*" : ""}`).join(" ");
}

const outlay = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];

describe("the internal rates of return", () => {
  // The first three are the examples in Microsoft's reference of the function IRR.
  test.each([
    [outlay, "0.0866"],
    [outlay.slice(0, 5), "-0.0212"],
    [outlay.slice(0, 3), "-0.4435"],
    [[-100, 230, -132], "0.1000 0.2000"],
    [[1_000, -3_600, 4_310, -1_716], "0.1000 0.2000 0.3000"],
    [[-100, 220, -121], "0.1000*"],
    [[-100, 200, -100], "0.0000*"],
    [[-1, 3, -3, 1], "0.0000"],
    [[-100, 50, 50], "0.0000"],
    [[-100, 20], "-0.8000"],
    // What occurs twice is looked for modulo a prime. Here the last amount is that prime, and here amounts are larger than it.
    [["-1", "2305843009213693952", "-2305843009213693951"], "0.0000 2305843009213693950.0000"],
    [["-81000000018000000001", "180000000362000000038", "-100000000380000000361"], "0.1111*"],
    [[0, 0, -100, 0, 121], "0.1000"],
    [[100, -110], "0.1000"],
    [[-100, 0, 0], "no change of sign"],
    [[5], "no change of sign"],
    [[100, -100, 100], "no root found above -100%"],
    [[0, 0, 0], "all flows are nil"],
  ])("of %j are %s", (flows, expected) => {
    expect(said(irr({ flows }))).toBe(expected);
  });

  test("are in rising order, with their residuals and what they are to be measured by", () => {
    const found = irr({ flows: [-100, 230, -132] });
    expect(found.answer).toBe("several roots");
    expect(found.gross.toString()).toBe("462");
    expect(found.roots.map((root) => root.rate.toString())).toEqual(["0.1", "0.2"]);
    for (const { residual } of found.roots) expect(residual.abs().lt("1e-30")).toBe(true);
  });

  test("of 480 months with flows of 84 million are exact", () => {
    const flows = [-84_000_000, ...Array<number>(480).fill(841_234.56)];
    const found = irr({ flows });
    // By halving an interval at fifty digits, elsewhere.
    expect(said(found, 30)).toBe("0.009927323764434945560830189212");
    expect(said(irr({ flows: flows.map((flow) => -flow).reverse() }), 30)).toBe(
      "-0.009829740745533575616649749734",
    );
    const [root] = found.roots;
    expect(root && npv({ flows, rate: root.rate }).abs().lt(found.gross.times("1e-25"))).toBe(true);
  });

  test("of 480 months in which signs change every month are all found", () => {
    const flows = Array.from({ length: 480 }, (_, month) => (month % 2 === 0 ? -101 : 100));
    expect(said(irr({ flows }), 30)).toBe(said(irr({ flows: [-101, 100] }), 30));
    expect(said(irr({ flows: [...flows.slice(0, 478), 50, -30] }), 6)).toMatch(/^-?0\.\d{6}( -?\d\.\d{6})?$/);
  });

  test("come as close to −100% as the flows have them, and as far above as they have them", () => {
    const [lost] = irr({ flows: ["-1e29", "1e-29"] }).roots;
    expect(lost?.rate.plus(1).toString()).toBe(`0.${"0".repeat(57)}1`);
    expect(irr({ flows: ["-1e-29", "1e29"] }).roots[0]?.rate.plus(1).e).toBe(58);
  });

  test("that lie close together are told apart, and those that nearly touch are not made up", () => {
    const near = ["-1000000", "2200000.000001", "-1210000"];
    expect(irr({ flows: near }).roots.map(({ touches }) => touches)).toEqual([false, false]);
    expect(said(irr({ flows: ["-1000000", "2199999.999999", "-1210000"] }))).toBe(
      "no root found above -100%",
    );
  });
});

describe("the internal rates of return of dated flows", () => {
  const on = (dates: readonly string[], amounts: readonly (number | string)[]) =>
    dates.map((date, place) => ({ date, amount: amounts[place] ?? 0 }));

  test("are those of a spreadsheet where it is right", () => {
    const dates = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"];
    expect(said(xirr({ flows: on(dates, [-10_000, 2_750, 4_250, 3_250, 2_750]) }), 7)).toBe("0.3733625");
    const two = on(["2019-09-13", "2020-09-30"], ["-55102253.40", "45757426.80"]);
    expect(said(xirr({ flows: two }))).toBe("-0.1623");
  });

  test("are the true ones where a spreadsheet says 2.98E-09", () => {
    // Flows of which Charles Flock reported in 2011 that Excel gives 2.98023E-09, and that their rate is −59.2%.
    const dates = [
      "2010-04-01",
      "2010-04-01",
      "2010-04-01",
      "2010-04-01",
      "2010-11-08",
      "2011-02-01",
      "2011-03-15",
    ];
    const amounts = [5290.5, 5290.5, 5290.5, 5290.5, 6273.2, 5417.2, 5492.05, 5486.15, -20_004];
    const flows = on([...dates, "2011-05-12", "2011-08-31"], amounts);
    const found = xirr({ flows });
    expect(said(found, 12)).toBe("-0.592046674093");
    expect(xnpv({ flows, rate: "2.98023e-9" }).toFixed(0)).toBe("23827");
    expect(found.roots[0]?.residual.abs().lt("1e-20")).toBe(true);
  });

  test("start from the first flow that is not nil, wherever it stands", () => {
    const flows = on(["2024-01-01", "2025-06-30", "2026-06-30"], [0, -1_000, 1_100]);
    expect(said(xirr({ flows }), 12)).toBe("0.100000000000");
    expect(said(xirr({ flows: flows.slice(1).reverse() }), 12)).toBe("0.100000000000");
  });

  test("add what falls on one day before anything else", () => {
    expect(said(xirr({ flows: on(["2024-04-01", "1 April 2024"], [100, -100]) }))).toBe("all flows are nil");
    expect(said(xirr({ flows: on(["2024-04-01", "2024-04-01"], [100, -90]) }))).toBe("no change of sign");
  });

  test("are all found, a double one too", () => {
    const years = ["2023-01-01", "2024-01-01", "2024-12-31", "2025-12-31"];
    expect(said(xirr({ flows: on(years, [-100, 230, -132]) }))).toBe("0.1000 0.2000");
    expect(said(xirr({ flows: on(years, [-100, 220, -121]) }))).toBe("0.1000*");
    expect(said(xirr({ flows: on(years, [-1_000, 3_300, -3_630, 1_331]) }))).toBe("0.1000");
    expect(said(xirr({ flows: on(years, [100, -200, 100]) }))).toBe("0.0000*");
    expect(said(xirr({ flows: on(years, [100, -100, 100]) }))).toBe("no root found above -100%");
  });

  test("of 480 months are found at once, also where signs change at every turn", () => {
    const months = Array.from(
      { length: 480 },
      (_, at) => `${1990 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, "0")}-15`,
    );
    const steady = on(months, [-84_000_000, ...Array<number>(479).fill(841_234.56)]);
    expect(said(xirr({ flows: steady }), 6)).toBe("0.125787");
    const restless = on(
      months,
      months.map((_, at) => (at % 3 === 0 ? -500 : (at * 7919) % 463)),
    );
    const found = xirr({ flows: restless });
    expect(found.roots.every(({ residual }) => residual.abs().lt(found.gross.times("1e-25")))).toBe(true);
  });
});

describe("the modified internal rate of return", () => {
  const rates = { "finance rate": "10%", "reinvestment rate": "12%" };

  test("is that of the example in Microsoft's reference of the function MIRR", () => {
    const flows = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000];
    expect(mirr({ flows, ...rates }).toFixed(6)).toBe("0.126094");
    expect(mirr({ flows: flows.slice(0, 4), ...rates }).toFixed(4)).toBe("-0.0480");
    expect(mirr({ flows, ...rates, "reinvestment rate": "14%" }).toFixed(4)).toBe("0.1348");
  });

  test("keeps each flow in its period, nil ones too", () => {
    expect(mirr({ flows: [-100, 121], ...rates }).toString()).toBe("0.21");
    expect(mirr({ flows: [-100, 0, 121], ...rates }).toString()).toBe("0.1");
    expect(mirr({ flows: [-100, 0, 0, "133.1"], ...rates }).toString()).toBe("0.1");
  });

  test("is −100% where nothing comes back", () => {
    expect(mirr({ flows: [-100, 0, 0], ...rates }).toString()).toBe("-1");
  });
});

describe("the rate of an annuity", () => {
  test("is that of the example in Microsoft's reference of the function RATE", () => {
    expect(said(rate({ periods: 48, payment: -200, "present value": 8_000 }), 6)).toBe("0.007701");
  });

  test("may be one of two, or none", () => {
    const twice = rate({ periods: 2, payment: 230, "present value": -100, "future value": -362 });
    expect(said(twice)).toBe("0.1000 0.2000");
    expect(said(rate({ periods: 12, payment: 10, "present value": 100 }))).toBe("no change of sign");
    expect(said(rate({ periods: 10, payment: -10, "present value": 100 }))).toBe("0.0000");
    expect(said(rate({ periods: 2, payment: -55, "present value": 105, "payments at": "beginning" }))).toBe(
      "0.1000",
    );
  });
});
