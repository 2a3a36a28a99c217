import fc from "fast-check";
import { decimal } from "invest-to-save";
import { childrenFewer } from "invest-to-save/drivers";
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
  years,
} from "./saving-lines.ts";

describe("fewer children looked after", () => {
  test("save the same in a year, by year, by quarter and by month", () => {
    fc.assert(
      fc.property(byYear(heads), price, (numbers, cost) => {
        expectSameYears(childrenFewer({ number: from(numbers), "unit cost": cost }));
      }),
    );
  });

  test("save the same in a year on every timeline, so many whole years later", () => {
    fc.assert(
      fc.property(byYear(heads), price, wholeYears, (numbers, cost, lag) => {
        expectSameYears(childrenFewer({ number: from(numbers), "unit cost": cost, lag }));
      }),
    );
  });

  test("save twice as much at twice the unit cost", () => {
    fc.assert(
      fc.property(byYear(heads), price, (numbers, cost) => {
        const once = worked(childrenFewer({ number: from(numbers), "unit cost": cost }));
        const twice = worked(childrenFewer({ number: from(numbers), "unit cost": decimal(cost).times(2) }));
        expectValues(
          row(twice),
          row(once).map((value) => value.times(2)),
          twice,
        );
      }),
    );
  });

  test("save the same a year later when they come a year later, and with a lag of a year", () => {
    fc.assert(
      fc.property(byYear(heads), price, (numbers, cost) => {
        const now = worked(childrenFewer({ number: from(numbers), "unit cost": cost }));
        const later = worked(childrenFewer({ number: from(numbers, 1), "unit cost": cost }));
        const lagging = worked(childrenFewer({ number: from(numbers), "unit cost": cost, lag: 1 }));
        expectValues(row(later), aYearOn(row(now)), now);
        expectValues(row(lagging), aYearOn(row(now)), now);
      }),
    );
  });

  test("rise in a straight line as they do when its years are written out", () => {
    fc.assert(
      fc.property(heads, heads, price, (first, last, cost) => {
        const ramp = { [years[0]]: first, [years[2]]: last };
        const line = worked(childrenFewer({ number: { ramp }, "unit cost": cost }));
        const middle = decimal(first).plus(last).div(2);
        const written = worked(
          childrenFewer({
            number: { ...from([decimal(first), middle, decimal(last)]), then: last },
            "unit cost": cost,
          }),
        );
        expectValues(row(line), row(written), line);
      }),
    );
  });
});
