import { paired, reportLine } from "./measure.ts";

/** A footed table of so many rows and columns, in sections of ten with their totals, as CSV. */
function madeTable(rows: number, columns: number): string {
  const years = Array.from({ length: columns }, (_, i) => `${2020 + i}/${21 + i}`);
  const lines = [["£000s", ...years, "Total"].join(",")];
  const row = (label: string, values: readonly number[]) =>
    lines.push([label, ...values, values.reduce((sum, value) => sum + value, 0)].join(","));
  const all = years.map(() => 0);
  for (let at = 0; at < rows; at += 10) {
    const totals = years.map(() => 0);
    for (let i = at; i < Math.min(rows, at + 10); i++) {
      const values = years.map((_, year) => ((i + 3) * (year + 7) * 7919) % 9000);
      for (const [year, value] of values.entries()) totals[year] = (totals[year] ?? 0) + value;
      row(`Item ${i + 1}`, values);
    }
    row(`Sub-total ${at / 10 + 1}`, totals);
    for (const [year, value] of totals.entries()) all[year] = (all[year] ?? 0) + value;
  }
  row("Grand total", all);
  return `${lines.join("\n")}\n`;
}

/** Times an audit against table size; a guide is one second for 60 rows by 20 columns. */
export function benchAudit(audit: typeof import("invest-to-save/audit")["audit"], rounds: number): void {
  const [small, large] = [madeTable(12, 5), madeTable(60, 20)];
  const broken = large.replace(/^(Item 7,)(\d)/m, "$19");
  for (const [label, text] of [
    ["An audit of 60 rows by 20 columns that holds", large],
    ["An audit of 60 rows by 20 columns with a fault", broken],
  ] as const) {
    const timed = paired(
      rounds,
      () => void audit(text),
      () => void audit(small),
    );
    console.log(reportLine(`${label}, against 12 by 5; a guide is 1000 ms`, timed, 40));
  }
}
