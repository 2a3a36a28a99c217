import { decimal } from "invest-to-save";
import { fv, ipmt, nper, pmt, ppmt, pv } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

const month = (yearly: string) => decimal(yearly).div(12);

// Unless said otherwise the figures are the examples in Microsoft's reference of the function of the same name.
describe("the payment of an annuity", () => {
  const loan = { rate: month("0.08"), periods: 10, "present value": 10_000 };

  test("is that of a spreadsheet, at the end and at the beginning of each period", () => {
    expect(pmt(loan).toFixed(2)).toBe("-1037.03");
    expect(pmt({ ...loan, "payments at": "beginning" }).toFixed(2)).toBe("-1030.16");
    const saved = { rate: month("0.06"), periods: 216, "present value": 0, "future value": 50_000 };
    expect(pmt(saved).toFixed(2)).toBe("-129.08");
  });

  test("is the plain part at a rate of nil, and close to it at a rate of next to nil", () => {
    expect(pmt({ ...loan, rate: 0 }).toString()).toBe("-1000");
    const slight = pmt({ ...loan, rate: "1e-25" });
    expect(slight.minus(-1000).div("-1e-25").toFixed(6)).toBe("5500.000000");
  });

  test("is taken apart into interest and principal", () => {
    const three = { rate: "10%", periods: 3, "present value": 8_000 };
    expect(ipmt({ ...three, period: 3 }).toFixed(2)).toBe("-292.45");
    const monthly = { rate: month("0.1"), periods: 36, "present value": 8_000 };
    expect(ipmt({ ...monthly, period: 1 }).toFixed(2)).toBe("-66.67");
    const year = { rate: month("0.1"), periods: 24, "present value": 2_000 };
    expect(ppmt({ ...year, period: 1 }).toFixed(2)).toBe("-75.62");
    const ten = { rate: "8%", periods: 10, "present value": 200_000 };
    expect(ppmt({ ...ten, period: 10 }).toFixed(2)).toBe("-27598.05");
  });

  test("has no interest in a first payment at the beginning", () => {
    const early = { ...loan, "payments at": "beginning" as const };
    expect(ipmt({ ...early, period: 1 }).toString()).toBe("0");
    expect(ppmt({ ...early, period: 1 }).equals(pmt(early))).toBe(true);
    const owed = decimal(10_000).plus(pmt(early));
    expect(ipmt({ ...early, period: 2 }).toFixed(12)).toBe(owed.times(loan.rate).negated().toFixed(12));
  });
});

describe("the values of an annuity", () => {
  test("at the start are those of a spreadsheet", () => {
    expect(pv({ rate: month("0.08"), periods: 240, payment: 500 }).toFixed(2)).toBe("-59777.15");
  });

  test("at the end are those of a spreadsheet", () => {
    const early = { "payments at": "beginning" as const };
    expect(
      fv({ rate: month("0.06"), periods: 10, payment: -200, "present value": -500, ...early }).toFixed(2),
    ).toBe("2581.40");
    expect(fv({ rate: month("0.12"), periods: 12, payment: -1_000 }).toFixed(2)).toBe("12682.50");
    expect(fv({ rate: month("0.11"), periods: 35, payment: -2_000, ...early }).toFixed(2)).toBe("82846.25");
  });

  test("at a rate of nil are plain sums", () => {
    expect(pv({ rate: 0, periods: 12, payment: -10, "future value": -5 }).toString()).toBe("125");
    expect(fv({ rate: 0, periods: 12, payment: -10, "present value": 120 }).toString()).toBe("0");
  });
});

describe("the number of periods", () => {
  const saved = { rate: month("0.12"), payment: -100, "present value": -1_000 };

  test("is that of a spreadsheet", () => {
    expect(nper({ ...saved, "future value": 10_000 }).toFixed(7)).toBe("60.0821229");
    expect(nper({ ...saved, "future value": 10_000, "payments at": "beginning" }).toFixed(7)).toBe(
      "59.6738657",
    );
    expect(nper(saved).toFixed(8)).toBe("-9.57859404");
  });

  test("gives back whole periods as whole", () => {
    const loan = { rate: "3.5%", "present value": 100_000 };
    expect(nper({ ...loan, payment: pmt({ ...loan, periods: 25 }) }).toString()).toBe("25");
    expect(nper({ rate: 0, payment: -250, "present value": 1_000 }).toString()).toBe("4");
    expect(nper({ rate: 0, payment: -250, "present value": 0 }).toString()).toBe("0");
  });

  test("is refused where payments never suffice", () => {
    for (const payment of [-5, -10])
      expect(() => nper({ rate: "1%", payment, "present value": 1_000 })).toThrow(
        "never comes to the future value",
      );
    expect(() => nper({ rate: 0, payment: 0, "present value": 1_000 })).toThrow(
      "the interest of the first period is 0",
    );
  });

  test("is below nil where payments lead away, and as far as they would lead back", () => {
    expect(nper({ rate: 0, payment: 5, "present value": 1_000 }).toString()).toBe("-200");
    const loan = { rate: "1%", payment: 10, "present value": 1_000 };
    const ago = nper(loan);
    expect(ago.isNegative()).toBe(true);
    const owed = decimal("1.01").pow(ago).times(2_000);
    expect(owed.minus(1_000).abs().lt("1e-20")).toBe(true);
  });
});
