import fc from "fast-check";
import { decimal, formula as f } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/formula/formula.ts";
import { replacing } from "../../src/formula/replacing.ts";
import { oddOnes } from "../laws/formulas.ts";

describe("a formula with others in place of its rows", () => {
  test("is the same formula where each row stands for itself", () => {
    fc.assert(
      fc.property(oddOnes, ({ formulas }) => {
        for (const one of formulas)
          expect(
            fold(
              one,
              replacing((id) => f.row(id)),
            ),
          ).toEqual(one);
      }),
    );
  });

  test("has the other in the same period, and its rows of earlier periods and its totals as they were", () => {
    const own = f.add(f.row("rent"), f.multiply(f.row("rent", 1), f.total("rent")), f.row("fuel"));
    const other = f.constant(decimal(7), "£");
    expect(
      fold(
        own,
        replacing((id) => (id === "rent" ? other : f.row(id))),
      ),
    ).toEqual(f.add(other, f.multiply(f.row("rent", 1), f.total("rent")), f.row("fuel")));
  });
});
