import type { InvestToSaveError } from "invest-to-save";
import {
  annuityFactor,
  discountFactor,
  flatSchedule,
  npv,
  scheduleNamed,
  schedules,
  xnpv,
} from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

const greenBook = "green book 2022";

describe("a discount factor", () => {
  test.each([
    [0, "1.0000"],
    [5, "0.8420"],
    [10, "0.7089"],
    [20, "0.5026"],
    [30, "0.3563"],
    [40, "0.2651"],
    [75, "0.0942"],
    [100, "0.0508"],
    [125, "0.0274"],
  ])("of year %i is that of the Green Book, %s", (year, printed) => {
    expect(discountFactor({ year, schedule: greenBook }).toFixed(4)).toBe(printed);
    expect(discountFactor({ year, schedule: "green book 2003" }).toFixed(4)).toBe(printed);
  });

  test("makes £1,000 in years 0 to 10 what the Green Book prints, at 3.5% and deflated at 2%", () => {
    const worth = (rate: string, years: number) =>
      Array.from({ length: years }, (_, year) => discountFactor({ year, rate }).times(1000).toFixed(0)).join(
        " ",
      );
    expect(worth("3.5%", 11)).toBe("1000 966 934 902 871 842 814 786 759 734 709");
    expect(worth("2%", 6)).toBe("1000 980 961 942 924 906");
  });

  test("turns at the year in which a band starts, and at no other", () => {
    const bands = [
      { from: 1, rate: "3.5%" },
      { from: 31, rate: "3%" },
    ];
    const at = (year: number) => discountFactor({ year, rate: bands });
    expect(at(30).div(at(31)).toFixed(30)).toBe(`1.03${"0".repeat(28)}`);
    expect(at(29).div(at(30)).toFixed(30)).toBe(`1.035${"0".repeat(27)}`);
    expect(discountFactor({ year: 31, rate: [{ from: 0, rate: "3.5%" }, ...bands.slice(1)] })).toEqual(
      at(31),
    );
  });

  test("is for the start, the middle or the end of its year", () => {
    const of = (timing: "start" | "middle" | "end") =>
      discountFactor({ year: 1, rate: "21%", timing }).toFixed(6);
    expect([of("start"), of("middle"), of("end")]).toEqual(["0.826446", "0.751315", "0.683013"]);
    const kink = [
      { from: 1, rate: "21%" },
      { from: 2, rate: "44%" },
    ];
    expect(discountFactor({ year: 1, rate: kink, timing: "middle" }).toFixed(6)).toBe(
      (1 / 1.21 / 1.2).toFixed(6),
    );
  });
});

describe("an annuity factor", () => {
  test("of twenty years at 3.5% is 14.2124, and not the 14.2339 that a Scottish manual prints", () => {
    expect(annuityFactor({ years: 20, rate: "3.5%" }).toFixed(4)).toBe("14.2124");
  });

  test("is the plain number of years at a rate of nil, and grows by one where payments come first", () => {
    expect(annuityFactor({ years: 20, rate: 0 }).toString()).toBe("20");
    const last = discountFactor({ year: 20, rate: "3.5%" });
    const first = annuityFactor({ years: 20, rate: "3.5%", "payments at": "beginning" });
    expect(first.minus(annuityFactor({ years: 20, rate: "3.5%" })).toFixed(30)).toBe(
      last.negated().plus(1).toFixed(30),
    );
  });
});

describe("net present value", () => {
  // Flows and results of the examples in Microsoft's reference of the functions NPV and XNPV.
  const flows = [-10_000, 3_000, 4_200, 6_800];
  const dated = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"].map((date, place) => ({
    date,
    amount: [-10_000, 2_750, 4_250, 3_250, 2_750][place] ?? 0,
  }));

  test("is that of a spreadsheet where flows fall at the end of their year", () => {
    expect(npv({ flows, rate: "10%", timing: "end" }).toFixed(2)).toBe("1188.44");
  });

  test("of dated flows is that of a spreadsheet", () => {
    expect(xnpv({ flows: dated, rate: 0.09 }).toFixed(2)).toBe("2086.65");
  });

  test("of dated flows counts a year as 365 days from the earliest, also over a leap year", () => {
    const later = [
      { date: "29 February 2024", amount: 0 },
      { date: "2025-02-28", amount: 110 },
    ];
    expect(xnpv({ flows: later, rate: "10%" }).toString()).toBe("100");
  });
});

describe("a schedule", () => {
  test("has its edition, its source and real prices", () => {
    for (const { name, edition, source, prices, bands } of schedules) {
      expect(name).toContain(edition);
      expect(source).toMatch(/^HM Treasury, The Green Book \(20(03|22)\), Annex/);
      expect(prices).toBe("real");
      expect(bands[0]?.from).toBe(1);
    }
  });

  test.each([
    ["green book 2022", ["3.5%", "3%", "2.5%"]],
    ["green book 2022 health", ["1.5%", "1.29%", "1.07%"]],
    ["green book 2022 reduced", ["3%", "2.57%", "2.14%"]],
    ["green book 2022 health reduced", ["1%", "0.86%", "0.71%"]],
    ["green book 2003", ["3.5%", "3%", "2.5%", "2%", "1.5%", "1%"]],
  ])("%s has the published rates", (name, rates) => {
    const schedule = scheduleNamed(name);
    expect(schedule?.bands.map(({ rate }) => rate)).toEqual(rates);
    expect(schedule?.bands.map(({ from }) => from)).toEqual(
      [1, 31, 76, 126, 201, 301].slice(0, rates.length),
    );
    expect(Object.isFrozen(schedule) && schedule?.bands.every(Object.isFrozen)).toBe(true);
  });

  test("of 2022 ends at year 125, and that of 2003 goes on", () => {
    for (const { name, until } of schedules) {
      const beyond = () => discountFactor({ year: 126, schedule: name });
      if (until === undefined) expect(beyond().toFixed(4)).toBe("0.0269");
      else expect(beyond).toThrow(`asks for year 126, and ${name} ends at year 125`);
    }
    expect(() => discountFactor({ year: 125, schedule: greenBook, timing: "end" })).toThrow(
      "asks for year 126",
    );
  });

  test("may be flat, by its name or of one's own", () => {
    expect(discountFactor({ year: 3, schedule: "Flat 5%" }).toFixed(4)).toBe("0.8638");
    const own = flatSchedule({ rate: "5%", prices: "nominal", source: "treasury strategy" });
    expect(own).toMatchObject({ name: "flat 5%", prices: "nominal", source: "treasury strategy" });
    expect(scheduleNamed("flat earth")).toBeUndefined();
    expect(scheduleNamed("flat 4.5%")?.bands).toEqual([{ from: 1, rate: "4.5%" }]);
  });

  test("that is mistyped is named with the nearest there is", () => {
    let hint: string | undefined;
    try {
      discountFactor({ year: 1, schedule: "grean book 2022" });
    } catch (error) {
      hint = (error as InvestToSaveError).issues[0]?.hint;
    }
    expect(hint).toBe("did you mean “green book 2022”?");
  });
});
