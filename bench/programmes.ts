import {
  assumption,
  balances,
  buildUp,
  condition,
  cost,
  type FinancialYearText,
  funding,
  type Part,
  type Programme,
  percentage,
  programme,
  ramp,
  saving,
  years,
} from "invest-to-save";
import { unitCost } from "invest-to-save/drivers";

/** A programme of so many lines and years; `variant` changes its amounts, so that no two are the same. */
export function programmeOf(lines: number, count: number, variant = 0): Programme {
  const year = (at: number) => `${2020 + at}/${21 + at}` as FinancialYearText;
  const [first, second, last] = [year(0), year(1), year(count - 1)];
  const lineOf = [
    (at: number): Part => cost(`Team ${at}`, { [first]: 1_000 + at + variant, then: 2_000 + at }),
    (at: number): Part =>
      cost(`Overheads ${at}`, percentage({ of: `Team ${at - 1}`, rate: "Overhead rate" })),
    (at: number): Part =>
      saving(`Placements ${at}`, ramp({ [second]: 1_000 * at + variant, [last]: 5_000 * at })),
    (at: number): Part =>
      saving(`Children ${at}`, unitCost({ cost: "Unit cost", per: "child per year", number: 2 + at })),
    (at: number): Part => saving(`Families ${at}`, buildUp({ level: 12_000 + at, from: second, months: 18 })),
    (at: number): Part => funding(`Budget ${at}`, { [first]: 100 + variant, then: 500 }),
  ];
  const parts = Array.from({ length: lines - 1 }, (_, at) => lineOf[at % lineOf.length]?.(at) as Part);
  return programme(
    `Programme ${variant}`,
    years(first, last),
    { source: "made to be measured" },
    assumption("Unit cost", { value: 51_080, unit: "£ per child per year" }),
    assumption("Overhead rate", { value: "12%", unit: "share" }),
    ...parts,
    funding("Grant", balances("all")),
    condition("Covered", { row: "balance", "at most": 0 }),
  );
}
