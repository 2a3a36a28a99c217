import fc from "fast-check";
import { type Decimal, decimal, type Sheet } from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";
import { appraisalDocument } from "../../src/sheet/document/appraisal-document.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";
import { added } from "./sheets.ts";

const scales = ["pounds", "thousands", "millions"] as const;

/** The rows of a table that are told as the sum or difference of others that it prints too, and in print are not. */
function unmet(programme: ReturnType<typeof appraise>, sheet: Sheet): string[] {
  const signs = new Map(
    programme.tables.flatMap(({ items }) =>
      items.flatMap((item) => (item.item === "row" ? [[item.row, item.sign]] : [])),
    ),
  );
  const rowOf = (id: string) => sheet.rows.find((row) => row.id === id);
  const exactly = (id: string, column: number): Decimal =>
    (rowOf(id)?.cells[column]?.printed ?? decimal(0)).times(signs.get(id) ?? 1);
  return programme.sums.flatMap(({ total, plus, minus }) => {
    if (![total, ...plus, ...minus].every((id) => rowOf(id) !== undefined)) return [];
    return sheet.columns.flatMap(({ label }, column) => {
      const up = added(plus.map((id) => exactly(id, column)));
      const down = added(minus.map((id) => exactly(id, column)));
      return up.minus(down).eq(exactly(total, column)) ? [] : [`${total} in ${label}`];
    });
  });
}

/** The bodies whose figures do not come to their net, and the columns that do not come to that of all bodies. */
function unmetBodies({ columns, rows }: Sheet): string[] {
  const at = (row: number, column: number) => rows[row]?.cells[column]?.printed ?? decimal(0);
  const net = columns.findIndex(({ label }) => label.startsWith("Net"));
  const last = rows.length - 1;
  const across = rows.flatMap(({ label }, row) =>
    added(columns.slice(0, net).map((_, i) => at(row, i))).eq(at(row, net)) ? [] : [`${label} across`],
  );
  const down = columns.flatMap(({ label }, column) =>
    added(rows.slice(0, last).map((_, i) => at(i, column))).eq(at(last, column)) ? [] : [`${label} down`],
  );
  return [...across, ...down];
}

describe("the tables of a footed appraisal", () => {
  test("add up: what is told as a sum or a difference of printed rows is one in print, and so are the bodies", () => {
    fc.assert(
      fc.property(plans(), fc.constantFrom(...scales), (plan, unit) => {
        const programme = appraise(built(plan));
        const { blocks } = appraisalDocument(programme, { unit, round: "footed" });
        for (const block of blocks) {
          if (block.block !== "sheet") continue;
          const { sheet } = block;
          const isOfBodies = sheet.title.startsWith("By body");
          expect(isOfBodies ? unmetBodies(sheet) : unmet(programme, sheet), sheet.title).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
