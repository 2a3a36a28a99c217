import fc from "fast-check";
import { type Decimal, decimal, type Sheet, sheetOf } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { foot } from "../../src/sheet/foot/foot.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";
import { added, amounts, negated, sheets } from "./sheets.ts";

const pounds = { pounds: 1, thousands: 1000, millions: 1_000_000 };
const scales = ["pounds", "thousands", "millions"] as const;
const large = sheets({ rows: 60, periods: 20, amounts });

function printedOf(sheet: Sheet): string[] {
  return sheet.rows.map(({ cells }) => cells.map((cell) => cell?.printed.toFixed()).join(" "));
}

/** Every figure of a sheet in steps of its last decimal: exact and as printed. */
function figuresOf(sheet: Sheet): { exact: Decimal; printed: Decimal; moved: Decimal | undefined }[] {
  return sheet.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell === undefined) return [];
      const steps = decimal(10).pow(cell.decimals);
      const exact = cell.value.div(pounds[sheet.scale]).times(steps);
      return [{ exact, printed: cell.printed.times(steps), moved: cell.moved?.times(steps) }];
    }),
  );
}

/** The figures that are not the sum of the printed figures they should be, down or across. */
function unmet(sheet: Sheet): string[] {
  const at = (row: number, column: number) => sheet.rows[row]?.cells[column]?.printed ?? decimal(0);
  const columns = [...sheet.columns.keys()];
  const total = sheet.columns.findIndex(({ role }) => role === "total");
  const down = sheet.sums.flatMap(({ total, of }) =>
    columns.flatMap((column) =>
      added(of.map((row) => at(row, column))).eq(at(total, column)) ? [] : [`${total} down, ${column}`],
    ),
  );
  const periods = columns.filter((column) => column !== total);
  const across = sheet.rows.flatMap(({ totals }, row) =>
    total < 0 || totals !== "sum" || added(periods.map((column) => at(row, column))).eq(at(row, total))
      ? []
      : [`${row} across`],
  );
  return [...down, ...across];
}

describe("a footed sheet", () => {
  test("adds up everywhere: subtotals, totals and the balance down, the total column across", () => {
    fc.assert(
      fc.property(large, (sheet) => {
        expect(unmet(foot(sheet))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("prints each figure as the one just above or just below it, and what is whole, nil above all, as it is", () => {
    fc.assert(
      fc.property(large, (sheet) => {
        const wrong = figuresOf(foot(sheet)).filter(
          ({ exact, printed, moved }) =>
            !printed.isInteger() || printed.minus(exact).abs().gte(1) || !(moved?.abs().eq(1) ?? true),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("says of every figure how far it is from the one rounded on its own", () => {
    fc.assert(
      fc.property(large, (sheet) => {
        const alone = figuresOf(sheet).map(({ printed }) => printed.toFixed());
        expect(
          figuresOf(foot(sheet)).map(({ printed, moved }) => printed.minus(moved ?? 0).toFixed()),
        ).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  test("changes nothing in a sheet that is footed already", () => {
    fc.assert(
      fc.property(large, (sheet) => {
        const once = foot(sheet);
        const rows = once.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => cell && { ...cell, value: cell.printed.times(pounds[sheet.scale]) }),
        }));
        const again = foot({ ...once, rows, rounding: "independent" });
        expect(printedOf(again)).toEqual(printedOf(once));
        expect(foot(once)).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  test("rounds what is owed as it rounds what is due, with the other sign", () => {
    fc.assert(
      fc.property(large, (sheet) => {
        expect(printedOf(foot(negated(sheet)))).toEqual(printedOf(negated(foot(sheet))));
      }),
      { numRuns: 60 },
    );
  });

  test("is the same each time", () => {
    fc.assert(
      fc.property(large, (sheet) => {
        expect(printedOf(foot(sheet))).toEqual(printedOf(foot(sheet)));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the printed plan of any programme", () => {
  test("adds up when it is footed, in pounds, thousands and millions, by month, quarter or year", () => {
    fc.assert(
      fc.property(
        plans(),
        fc.constantFrom(...scales),
        fc.boolean(),
        fc.boolean(),
        (plan, unit, total, fine) => {
          const programme = built(plan);
          const by = fine ? programme.timeline.grain : "year";
          const sheet = sheetOf(programme, { round: "footed", unit, total, by });
          expect(unmet(sheet)).toEqual([]);
          expect(sheet.notes.filter((note) => note.startsWith("Not the sum"))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("of all ways to round a small sheet so that it adds up", () => {
  const tenths = fc.integer({ min: -30, max: 30 }).map((tenth) => decimal(tenth).times(100));
  const small = sheets({ rows: 4, periods: 3, amounts: tenths, scales: ["thousands"] }).filter(
    (sheet) => sheet.rows.filter(({ role }) => role === "line").length * (sheet.columns.length - 1) <= 10,
  );

  test("it is the one with the least sum of moves, then the one whose totals and first figures are the nearest", () => {
    fc.assert(
      fc.property(small, (sheet) => {
        const ways = everyWay(sheet).map((printed) => ({ printed, ...judged(sheet, printed) }));
        const best = ways.reduce((a, b) => (isBetter(b, a) ? b : a));
        expect(printedOf(foot(sheet))).toEqual(
          best.printed.map((row) => row.map((one) => one.toFixed()).join(" ")),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** Every way to round the lines of a sheet up or down of which the sums are within a unit of their exact values. */
function everyWay(sheet: Sheet): Decimal[][][] {
  const last = sheet.columns.length - 1;
  const exact = (row: number, column: number) =>
    (sheet.rows[row]?.cells[column]?.value ?? decimal(0)).div(1000);
  const lines = sheet.rows.flatMap(({ role }, row) => (role === "line" ? [row] : []));
  const cells = lines.flatMap((row) => Array.from({ length: last }, (_, column) => ({ row, column })));
  const free = cells.filter(({ row, column }) => !exact(row, column).isInteger());
  return Array.from({ length: 2 ** free.length }, (_, choice) => {
    const printed = sheet.rows.map((_, row) => sheet.columns.map((_, column) => exact(row, column).floor()));
    const put = (row: number, column: number, value: Decimal) => {
      const own = printed[row];
      if (own !== undefined) own[column] = value;
    };
    for (const [i, { row, column }] of free.entries())
      if (choice & (1 << i)) put(row, column, exact(row, column).ceil());
    for (const row of lines) put(row, last, added((printed[row] ?? []).slice(0, last)));
    for (const { total, of } of sheet.sums)
      for (const column of sheet.columns.keys())
        put(total, column, added(of.map((row) => printed[row]?.[column] ?? decimal(0))));
    return printed;
  }).filter((printed) =>
    printed.every((row, i) => row.every((one, column) => one.minus(exact(i, column)).abs().lt(1))),
  );
}

/** The sum of all moves, and which figures are not the nearest: totals first, the total column before the periods. */
function judged(sheet: Sheet, printed: readonly (readonly Decimal[])[]): { moves: Decimal; turned: string } {
  const last = sheet.columns.length - 1;
  const cells = sheet.rows.flatMap(({ role, cells: own }, row) =>
    own.flatMap((cell, column) => {
      const one = printed[row]?.[column];
      if (cell === undefined || one === undefined) return [];
      const turn = (role === "line" ? 2 : 0) + (column === last ? 0 : 1);
      return [{ turn, move: one.minus(cell.value.div(1000)).abs(), isMoved: !one.eq(cell.printed) }];
    }),
  );
  const inTurn = [0, 1, 2, 3].flatMap((turn) => cells.filter((cell) => cell.turn === turn));
  return {
    moves: added(cells.map(({ move }) => move)),
    turned: inTurn.map(({ isMoved }) => (isMoved ? "1" : "0")).join(""),
  };
}

function isBetter(a: ReturnType<typeof judged>, b: ReturnType<typeof judged>): boolean {
  return a.moves.lt(b.moves) || (a.moves.eq(b.moves) && a.turned < b.turned);
}
