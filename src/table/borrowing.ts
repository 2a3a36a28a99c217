import { present } from "../assert.ts";
import type { Line } from "../programme/line.ts";
import { type Decimal, sum } from "../quantity/decimal.ts";
import { valueWords } from "../quantity/value-words.ts";
import { periodLabel } from "../time/period.ts";
import type { Table } from "./table.ts";

/** The rule by its name, as a report shows it. */
export const borrowingRule =
  "no external borrowing for revenue cost without a capitalisation direction (rule in England)";

/** What the rule asks of whoever breaks it. */
export const borrowingAdvice =
  "Name the direction on the line (direction), or say that it meets capital cost (spend: capital); an advance from the body's own fund is not borrowing.";

/**
 * Where borrowing meets revenue cost and no direction is named, a line of text each; `undefined` where nothing is
 * borrowed. A line of borrowing for revenue (as every line is that does not say `spend: capital`) may have nothing in a
 * period with revenue cost; lines for capital may come to no more, over all periods, than the capital cost.
 */
export function borrowingFailures(table: Table): readonly string[] | undefined {
  const { lines } = table.programme;
  const borrowed = lines.filter((line) => line.borrowing);
  if (borrowed.length === 0) return undefined;
  const undirected = borrowed.filter((line) => line.direction === undefined);
  const costs = (spend: Line["spend"]) =>
    lines.filter((line) => line.kind === "cost" && line.spend === spend);
  const revenue = costs("revenue");
  const failures = undirected
    .filter((line) => line.spend === "revenue")
    .flatMap((line) =>
      valuesOf(table, line).flatMap((value, period) => {
        const cost = sum(revenue.map((one) => present(valuesOf(table, one)[period], one.id)));
        if (!value.gt(0) || !cost.gt(0)) return [];
        const words = `${line.label} of ${valueWords(value, "£")} is borrowed where revenue cost is ${valueWords(cost, "£")}`;
        return [`${periodLabel(table.timeline, period)}: ${words}`];
      }),
    );
  const forCapital = totalOf(
    table,
    undirected.filter((line) => line.spend === "capital"),
  );
  const capital = totalOf(table, costs("capital"));
  if (forCapital.lte(capital)) return failures;
  const words = `${valueWords(forCapital, "£")} is borrowed for capital cost of ${valueWords(capital, "£")}`;
  return [...failures, `over all periods: ${words}`];
}

function valuesOf(table: Table, { id }: Line): readonly Decimal[] {
  const { values } = present(table.rows.get(id), `the table has a row ${id}`);
  return values.map((value) => present(value, "money has a value in every period"));
}

function totalOf(table: Table, lines: readonly Line[]): Decimal {
  return sum(lines.map((line) => sum(valuesOf(table, line))));
}
