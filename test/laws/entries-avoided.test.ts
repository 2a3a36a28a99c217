import fc from "fast-check";
import { decimal } from "invest-to-save";
import { entriesAvoided } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import {
  aYearOn,
  byYear,
  expectSameYears,
  expectValues,
  from,
  heads,
  price,
  row,
  wholeYears,
  worked,
} from "./saving-lines.ts";

const stay = fc.integer({ min: 1, max: 200 });

describe("entries avoided", () => {
  test("save the same in a year, by year, by quarter and by month", () => {
    fc.assert(
      fc.property(byYear(heads), stay, price, (entries, weeks, cost) => {
        expectSameYears(entriesAvoided({ entries: from(entries), stay: weeks, cost }));
      }),
    );
  });

  test("save the same in a year on every timeline, so many whole years later", () => {
    fc.assert(
      fc.property(byYear(heads), stay, price, wholeYears, (entries, weeks, cost, lag) => {
        expectSameYears(entriesAvoided({ entries: from(entries), stay: weeks, cost, lag }));
      }),
    );
  });

  test("save twice as much for twice the stay, and for twice the cost of a week", () => {
    fc.assert(
      fc.property(byYear(heads), stay, price, (entries, weeks, cost) => {
        const once = worked(entriesAvoided({ entries: from(entries), stay: weeks, cost }));
        const twice = row(once).map((value) => value.times(2));
        const longer = worked(entriesAvoided({ entries: from(entries), stay: weeks * 2, cost }));
        const dearer = worked(
          entriesAvoided({ entries: from(entries), stay: weeks, cost: decimal(cost).times(2) }),
        );
        expectValues(row(longer), twice, longer);
        expectValues(row(dearer), twice, dearer);
      }),
    );
  });

  test("save the same a year later when they come a year later, and with a lag of a year", () => {
    fc.assert(
      fc.property(byYear(heads), stay, price, (entries, weeks, cost) => {
        const now = worked(entriesAvoided({ entries: from(entries), stay: weeks, cost }));
        const later = worked(entriesAvoided({ entries: from(entries, 1), stay: weeks, cost }));
        const lagging = worked(entriesAvoided({ entries: from(entries), stay: weeks, cost, lag: 1 }));
        expectValues(row(later), aYearOn(row(now)), now);
        expectValues(row(lagging), aYearOn(row(now)), now);
      }),
    );
  });
});
