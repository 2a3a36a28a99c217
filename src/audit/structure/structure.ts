import type { Block } from "../read/published.ts";
import { sumsAcross } from "./across.ts";
import { balancesOf } from "./balanced.ts";
import { type DeclaredStructure, declaredColumns, declaredRows, rowCalled } from "./declared.ts";
import { sumsDown } from "./down.ts";
import { partsOf } from "./parts.ts";
import { ratiosOf } from "./ratios.ts";
import { rollsOf } from "./rolls.ts";
import type { RatioRule, Structure } from "./rule.ts";

/**
 * Finds how the rows and columns of a block belong together: what is a total of what, which balances are carried on, what is a
 * part of what, and which rates are quotients of which figures. What is declared is taken as it stands.
 */
export function structureOf(block: Block, declared: DeclaredStructure = {}): Structure {
  const down = sumsDown(block, declaredRows(block, declared));
  const across = sumsAcross(block, declaredColumns(block, declared));
  const sums = [...down.rules, ...across.rules].filter(({ cells }) => cells.length > 0);
  const told = declaredRatios(block, declared);
  if (declared["only declared"]) return { rules: [...sums, ...told], open: [] };
  const ratios = ratiosOf(block, sums).filter((rule) => !told.some((one) => sameCells(one, rule)));
  return {
    rules: [...sums, ...balancesOf(block, sums), ...rollsOf(block), ...partsOf(block), ...told, ...ratios],
    open: [...down.open, ...across.open],
  };
}

function sameCells(a: RatioRule, b: RatioRule): boolean {
  const [one, other] = [a.cells[0]?.ratio, b.cells[0]?.ratio];
  return one?.row === other?.row && one?.column === other?.column;
}

function declaredRatios(block: Block, { ratios = {} }: DeclaredStructure): RatioRule[] {
  return Object.entries(ratios).flatMap(([name, { of, to, change = false }]): RatioRule[] => {
    const [row, over, under] = [name, of, to].map((one) => rowCalled(block, one));
    if (row === undefined || over === undefined || under === undefined) return [];
    const cells = block.columns.map((_, column) => ({
      ratio: { row, column },
      of: { row: over, column },
      to: { row: under, column },
      factor: block.rows[row]?.cells[column]?.kind === "percent" ? 100 : 1,
      less: change ? (1 as const) : (0 as const),
    }));
    const says = change ? `${name} = the change from ${to} to ${of}` : `${name} = ${of} ÷ ${to}`;
    return [
      { is: "ratio", says, confidence: 1, evidence: "the structure file says so", declared: true, cells },
    ];
  });
}
