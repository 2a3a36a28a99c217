import { type Formula, nil } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { givenSchema } from "../programme/schema.ts";
import type { DriverKind } from "./driver-kind.ts";

/**
 * A figure that belongs to no period, such as the families of a year of a table with one column: the same in every
 * period, never added up over them. It is in the unit of its row, not negative, and not rounded. Only memorandum rows
 * can be given once.
 *
 * Issue codes: `wrong-shape` on a cost, saving, repayment or source of funding; `out-of-range` below nil; and those of
 * reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, once, programme, years, type TablePart } from "invest-to-save";
 * const families = { part: "line", kind: "memorandum", label: "Families", driver: once(190), attributes: { unit: "families" } } as const;
 * const cohort: TablePart = { part: "table", label: "Cohort", options: { column: "Families" }, parts: [families] };
 * const p = programme("Care", years("2024/25", "2026/27"), { source: "list of 1 May" }, cost("Staff", 1_000), cohort);
 * evaluate(p).rows.get("families")?.total; // => 190
 * ```
 */
export function once(amount: Given): Driver {
  return {
    name: "once",
    options: amount,
    shape: "any",
    totals: "closing",
    build: (line) => buildOnce(line, amount),
  };
}

function buildOnce(line: LineContext, amount: Given): Formula {
  if (line.kind === "memorandum") return line.value("", amount, line.unit, { least: 0 });
  line.fault("", {
    code: "wrong-shape",
    message: `${line.label} is a ${line.kind}, which falls in a period`,
    expected: "a memorandum row",
    received: `a ${line.kind}`,
    hint: "give the year of the amount, such as { 2025/26: 59600 }",
  });
  return nil;
}

export const onceKind: DriverKind<Given> = { name: "once", schema: () => givenSchema(), from: once };
