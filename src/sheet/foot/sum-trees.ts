import type { Sheet, SheetSum } from "../sheet.ts";
import { addsUp, type Figures } from "./figures.ts";

/**
 * A row of a tree of sums: the sum through which it is reached, and the other one it is in. `sign` says whether one more in
 * this row is one more in the row where the tree begins, or one less.
 */
interface Joint {
  readonly row: number;
  readonly sign: 1 | -1;
  readonly near: number | undefined;
  readonly far: number | undefined;
}

/** Rows that sums join, from one row outwards; sums by their place in the sheet. */
export interface SumTree {
  readonly joints: readonly Joint[];
  readonly sums: readonly number[];
  /** Whether its rows also add up across. */
  readonly across: boolean;
}

/**
 * The sums of a sheet that can hold in print together. They are taken in the order of the sheet, and one is left out that
 * would join rows which are joined already, or a row that is in two others, or whose rows do not total in the same way.
 * What is left are trees in which every row is in two sums at most; a row that is in none is a tree of its own.
 */
export function sumTrees(sheet: Sheet, figures: Figures): SumTree[] {
  const used = takenSums(sheet, figures);
  const seen = new Set<number>();
  const ends = (row: number) => used.get(row) ?? [];
  const roots = sheet.rows.flatMap((_, row) => (figures.rows[row] && ends(row).length < 2 ? [row] : []));
  return roots.flatMap((root) => {
    if (seen.has(root)) return [];
    const joints: Joint[] = [{ row: root, sign: 1, near: undefined, far: ends(root)[0] }];
    const sums: number[] = [];
    for (const joint of joints) {
      seen.add(joint.row);
      if (joint.far === undefined) continue;
      sums.push(joint.far);
      joints.push(...beyond(sheet.sums[joint.far] as SheetSum, joint, ends));
    }
    return [{ joints, sums, across: figures.rows[root]?.across ?? false }];
  });
}

/** The rows on the other side of a sum. Parts go with their total; two parts of one total go against each other. */
function beyond({ total, of }: SheetSum, from: Joint, ends: (row: number) => readonly number[]): Joint[] {
  const near = from.far;
  const joint = (row: number, sign: 1 | -1): Joint => ({
    row,
    sign,
    near,
    far: ends(row).find((one) => one !== near),
  });
  if (from.row === total) return of.map((row) => joint(row, from.sign));
  const against = from.sign === 1 ? -1 : 1;
  return [joint(total, from.sign), ...of.filter((row) => row !== from.row).map((row) => joint(row, against))];
}

/** The sums that can be kept, by the rows that are in them. */
function takenSums({ sums }: Sheet, figures: Figures): Map<number, number[]> {
  const used = new Map<number, number[]>();
  const joined = new Map<number, number>();
  const group = (row: number): number => {
    const to = joined.get(row);
    return to === undefined ? row : group(to);
  };
  for (const [at, own] of sums.entries()) {
    const rows = [own.total, ...own.of];
    const groups = new Set(rows.map(group));
    const isFree = rows.every((row) => (used.get(row)?.length ?? 0) < 2) && groups.size === rows.length;
    if (!isFree || !isPrinted(own, figures)) continue;
    const [first, ...others] = groups;
    for (const other of others) joined.set(other, first as number);
    for (const row of rows) used.set(row, [...(used.get(row) ?? []), at]);
  }
  return used;
}

/** Whether a sum is one of figures that can be added, and true of their exact values wherever all of them are printed. */
function isPrinted(own: SheetSum, { rows, columns }: Figures): boolean {
  const total = rows[own.total];
  const parts = own.of.map((row) => rows[row]);
  if (total === undefined || parts.some((part) => part?.kind !== total.kind || part.across !== total.across))
    return false;
  const known = columns.all.flatMap((column) => {
    const [whole, ...of] = [total, ...parts].flatMap((row) => row?.cells[column] ?? []);
    return whole === undefined || of.length < parts.length ? [] : [addsUp(whole, of)];
  });
  return known.length > 0 && known.every((holds) => holds);
}
