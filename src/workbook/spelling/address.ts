import { assert } from "../../assert.ts";

/** The letters of a column, counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  assert(Number.isInteger(column) && column >= 1, "columns are counted from 1");
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** The address of a cell, such as `I12`. Rows and columns are counted from 1. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** The address of a cell that stays as it is wherever its formula is copied to: `$C$12`. */
export function fixedAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** Addresses of one column as the arguments of a function, runs of rows as ranges: `B6:B9,B12`. */
export function listOfRows(rows: readonly number[], named: (row: number) => string): string {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && row === run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const bare = (row: number) => named(row).replace(/^.*!/, "");
  return runs
    .map(({ first, last }) => (first === last ? named(first) : `${named(first)}:${bare(last)}`))
    .join(",");
}
