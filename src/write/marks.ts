import { greatest, numeral } from "../quantity/decimal.ts";
import type { Sheet, SheetCell } from "../sheet/sheet.ts";

/** How a sheet is written. */
export interface WriteOptions {
  /** Marks with * the figures of a footed sheet that are not the nearest, and says so below; unmarked unless told. */
  readonly mark?: boolean | undefined;
}

/** What marks a figure that footing moved. */
export const mark = "*";

/** Whether a figure gets a mark. */
export function isMarked(cell: SheetCell | undefined, options: WriteOptions): boolean {
  return options.mark === true && cell?.moved !== undefined;
}

/** What the mark means in this sheet: how many figures moved, and how far. Nothing where no figure has it. */
export function markNotes(sheet: Sheet, options: WriteOptions): string[] {
  const moves = sheet.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.moved ?? []));
  if (options.mark !== true || moves.length === 0) return [];
  const most = numeral(greatest(moves.map((move) => move.abs())));
  const far = moves.every((move) => move.abs().eq(most)) ? most : `up to ${most}`;
  const down = moves.filter((move) => move.isNegative()).length;
  const ways = [
    ...(down < moves.length ? [`${moves.length - down} up`] : []),
    ...(down > 0 ? [`${down} down`] : []),
  ];
  return [`${mark} Moved by ${far} from the nearest figure, so that printed sums hold: ${ways.join(", ")}.`];
}
