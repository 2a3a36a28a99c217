const reference = /(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\d(A-Za-z_.])/g;

/** The number of a column by its letters. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * A formula as it would be said from any column: a column that moves with the formula is so many columns from its own. Two
 * cells of a row have the same formula where these are the same.
 */
export function relative(formula: string, column: number): string {
  return formula.replace(
    reference,
    (text, fixed: string, letters: string, _: string, row: string, at: number) => {
      const before = formula[at - 1] ?? "";
      if (/[A-Za-z0-9_.]/.test(before)) return text;
      return fixed === "$" ? text : `C[${columnOf(letters) - column}]R${row}`;
    },
  );
}
