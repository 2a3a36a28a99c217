import { present } from "../assert.ts";
import type { Severity } from "../issue/issue.ts";
import { placeholdersIn } from "../programme/assumption.ts";
import { totalIds } from "../programme/building/statement.ts";
import type { Sum } from "../programme/programme.ts";
import { type Stamp, stampOf } from "../programme/stamp/stamp.ts";
import { type Decimal, numeral, sum, zero } from "../quantity/decimal.ts";
import { checkTable } from "../table/given.ts";
import { failuresOf, type Judged, judged } from "../table/judged.ts";
import { type JudgedRule, judgedRules } from "../table/rules.ts";
import type { Table, TableRow } from "../table/table.ts";
import { periodLabel } from "../time/period.ts";

/** One thing that was checked: whether it holds and, where it does not, where and by how much. */
export interface Finding {
  readonly label: string;
  readonly kind: "integrity" | "rule" | "condition";
  readonly holds: boolean;
  readonly severity: Severity;
  /** Where it does not hold, a line each, with the numbers. */
  readonly failures: readonly string[];
  /** What the model says to the reader when it does not hold. */
  readonly says?: string;
}

/** All that was checked, and whether everything that counts as an error holds. */
export interface Report {
  readonly holds: boolean;
  /** True when a number of the model only holds the place of the real one. */
  readonly draft: boolean;
  readonly findings: readonly Finding[];
  /** What made it from which inputs. */
  readonly stamp: Stamp;
}

/** Sums of exact decimals can differ in the last of 40 digits where a division entered them. */
const lastDigits = "1e-30";

/**
 * Checks a table that was worked out: costs and repayments less funding and savings is the balance in every period and
 * in total; every total is the sum of its lines; totals across are totals down;
 * where anything is borrowed, that it meets no revenue cost without a capitalisation direction; that no saving is below nil,
 * which is a warning and is listed only where one is; and every condition of the model, in the periods it is for. All of
 * it on exact values, before any rounding. What does not hold is a finding; thrown is only {@link InvestToSaveError} with
 * `wrong-shape` for what is no table.
 *
 * @example
 * ```ts
 * import { check, condition, cost, evaluate, funding, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" },
 *   cost("Rent", 1_500), funding("Grant", 1_000), condition("Paid for", { row: "balance", "at most": 0 }));
 * check(evaluate(p)).findings.find((finding) => !finding.holds)?.failures[0];
 * // => "2024/25 to 2025/26: £500 is not at most £0"
 * ```
 */
export function check(table: Table): Report {
  checkTable(table);
  const findings = [
    identity(table),
    totalsDown(table),
    totalsAcross(table),
    references(table),
    ...judgedRules(table).map(ruleFinding),
    ...judged(table).map((own) => conditionFinding(table, own)),
  ];
  const holds = findings.every((finding) => finding.holds || finding.severity === "warning");
  const { programme } = table;
  const draft = placeholdersIn(programme.assumptions).length > 0;
  return { holds, draft, findings, stamp: stampOf(programme) };
}

function integrity(label: string, failures: readonly string[]): Finding {
  return { label, kind: "integrity", holds: failures.length === 0, severity: "error", failures };
}

function identity(table: Table): Finding {
  const { cost, repayment, saving, funding, balance } = totalIds;
  const needed = [rowOf(table, cost), rowOf(table, repayment)];
  const met = [rowOf(table, funding), rowOf(table, saving)];
  const failures = compared(table, rowOf(table, balance), needed, met);
  return integrity(
    "costs + repayments − funding − savings = balance, in every period and in total",
    failures,
  );
}

function totalsDown(table: Table): Finding {
  const failures = table.programme.sums.flatMap((one: Sum) =>
    compared(table, rowOf(table, one.total), rowsOf(table, one.plus), rowsOf(table, one.minus)),
  );
  return integrity("every subtotal and total is the sum of its lines", failures);
}

function totalsAcross(table: Table): Finding {
  const failures = [...table.rows.values()].flatMap(({ row, values, total }) => {
    if (row.totals !== "sum") return [];
    const across = sum(values.map((value) => value ?? zero));
    const stated = total ?? zero;
    return same(across, stated) ? [] : [`${row.label}: ${words(across, stated)}`];
  });
  return integrity("totals across equal totals down", failures);
}

function references({ programme }: Table): Finding {
  const failures = programme.order.cycles.map((cycle) => cycle.join(" → "));
  return integrity("every reference resolves and nothing depends on itself", failures);
}

function ruleFinding(rule: JudgedRule): Finding {
  return { ...rule, kind: "rule", holds: rule.failures.length === 0 };
}

function compared(
  table: Table,
  total: TableRow,
  plus: readonly TableRow[],
  minus: readonly TableRow[],
): string[] {
  const made = (at: (row: TableRow) => Decimal) => sum(plus.map(at)).minus(sum(minus.map(at)));
  const failures = total.values.flatMap((value = zero, i) => {
    const calculated = made((row) => row.values[i] ?? zero);
    const label = `${total.row.label}, ${periodLabel(table.timeline, i)}`;
    return same(calculated, value) ? [] : [`${label}: ${words(calculated, value)}`];
  });
  const all = made((row) => row.total ?? zero);
  const stated = total.total ?? zero;
  return same(all, stated) ? failures : [...failures, `${total.row.label}, total: ${words(all, stated)}`];
}

function same(a: Decimal, b: Decimal): boolean {
  return a.eq(b) || a.minus(b).abs().lte(a.abs().plus(b.abs()).plus(1).times(lastDigits));
}

function words(calculated: Decimal, stated: Decimal): string {
  const difference = numeral(stated.minus(calculated));
  return `the parts make ${numeral(calculated)}, the total is ${numeral(stated)}, difference ${difference}`;
}

function conditionFinding(table: Table, own: Judged): Finding {
  const { label, severity, says } = own.condition;
  const failures = failuresOf(table, own).map(
    ({ period, words }) => `${period ?? "over all periods"}: ${words}`,
  );
  return {
    label,
    kind: "condition",
    holds: failures.length === 0,
    severity,
    failures,
    ...(says === undefined ? {} : { says }),
  };
}

function rowOf(table: Table, id: string): TableRow {
  return present(table.rows.get(id), `the table has a row ${id}`);
}

function rowsOf(table: Table, ids: readonly string[]): TableRow[] {
  return ids.map((id) => rowOf(table, id));
}
