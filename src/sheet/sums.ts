import { fold, type Reading, type RowId } from "../formula/formula.ts";
import type { Programme, StatementItem } from "../programme/programme.ts";
import type { SheetDerivation, SheetRow, SheetSum } from "./sheet.ts";

/** A printed row as it counts in something that comes to nil: with its printed sign, or against it. */
interface Counted {
  readonly row: number;
  readonly sign: number;
}

/**
 * The sums that the sheet shows, with the signs that it prints: a total of which a part is not printed itself counts
 * the printed rows that make up that part. What is told as taken away is a part of what it is taken from: where a row prints as
 * the difference of two others, one of these is the sum. Left out where a part is neither printed nor made of what is.
 */
export function sheetSums(
  programme: Programme,
  items: readonly StatementItem[],
  rows: readonly SheetRow[],
): SheetSum[] {
  const place = placesOf(rows);
  const signs = signsOf(items);
  const sums = new Map(programme.sums.map((sum) => [sum.total, sum]));
  const parts = (id: RowId, sign: number): (Counted | undefined)[] => {
    const { plus = [], minus = [] } = sums.get(id) ?? {};
    return [...plus.flatMap((one) => printed(one, sign)), ...minus.flatMap((one) => printed(one, -sign))];
  };
  const printed = (id: RowId, sign: number): (Counted | undefined)[] => {
    const row = place.get(id);
    if (row !== undefined) return [{ row, sign: sign * (signs.get(id) ?? 1) }];
    return sums.has(id) ? parts(id, sign) : [undefined];
  };
  return programme.sums.flatMap(({ total }) => {
    const [own] = place.has(total) ? printed(total, -1) : [];
    return own === undefined ? [] : sumOf(own, parts(total, 1));
  });
}

/** The sum that some rows are which come to nil: of the total where it has the sign against all others, else of the one that has. */
function sumOf(total: Counted, parts: readonly (Counted | undefined)[]): SheetSum[] {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return [];
  const all = [total, ...known];
  const lone = all.find((one) => all.every((other) => other === one || other.sign === -one.sign));
  return lone === undefined
    ? []
    : [{ total: lone.row, of: all.filter((one) => one !== lone).map(({ row }) => row) }];
}

function signsOf(items: readonly StatementItem[]): Map<RowId, number> {
  return new Map(items.flatMap((item) => (item.item === "row" ? [[item.row, item.sign]] : [])));
}

/** Where each row is printed first: what a table prints itself comes before the same row in another table. */
function placesOf(rows: readonly SheetRow[]): Map<RowId, number> {
  const places = new Map<RowId, number>();
  for (const [i, { id }] of rows.entries()) if (id !== undefined && !places.has(id)) places.set(id, i);
  return places;
}

/** Rows added and taken away, so many times each, in the same period or some periods before. */
type Terms = readonly { readonly id: RowId; readonly lag: number; readonly times: number }[];

/** A formula as nothing but rows added and taken away; `undefined` where there is more to it. */
const termsReading: Reading<Terms | undefined> = {
  constant: (value) => (value.isZero() ? [] : undefined),
  assumption: () => undefined,
  series: () => undefined,
  fact: () => undefined,
  row: (id, lag) => [{ id, lag, times: 1 }],
  total: () => undefined,
  // Whether the first period starts in the same way is seen from the figures.
  opening: (_, then) => then,
  add: (terms) => joined(terms),
  subtract: (from, less) => joined([from, negated(less)]),
  multiply: () => undefined,
  divide: () => undefined,
  minimum: () => undefined,
  maximum: () => undefined,
  compare: () => undefined,
  choose: () => undefined,
  root: () => undefined,
  round: () => undefined,
};

function joined(parts: readonly (Terms | undefined)[]): Terms | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : known.flat();
}

function negated(terms: Terms | undefined): Terms | undefined {
  return terms?.map((term) => ({ ...term, times: -term.times }));
}

/**
 * The rows of a sheet that follow from its other rows by adding and taking away, and by running on from the period
 * before, with the signs that it prints. What stands between and is not printed counts as what it is made of.
 */
export function sheetDerivations(
  programme: Programme,
  items: readonly StatementItem[],
  rows: readonly SheetRow[],
): SheetDerivation[] {
  const place = placesOf(rows);
  const signs = signsOf(items);
  const termsOf = (id: RowId): Terms | undefined => {
    const formula = programme.rows.get(id)?.formula;
    const terms = formula && fold(formula, termsReading);
    const printed = ({ id: own, lag, times }: Terms[number]): Terms | undefined => {
      if (place.has(own) || lag > 0) return [{ id: own, lag, times }];
      return termsOf(own)?.map((term) => ({ ...term, times: term.times * times }));
    };
    return terms && joined(terms.map(printed));
  };
  const summed = new Set(programme.sums.map(({ total }) => total));
  return [...place].flatMap(([id, row]) => {
    const terms = summed.has(id) ? undefined : termsOf(id);
    const sign = signs.get(id) ?? 1;
    const found = terms && derivation(row, id, terms, (own) => sign * (signs.get(own) ?? 1), place);
    return found === undefined ? [] : [found];
  });
}

function derivation(
  row: number,
  id: RowId,
  terms: Terms,
  signOf: (id: RowId) => number,
  place: ReadonlyMap<RowId, number>,
): SheetDerivation | undefined {
  const times = new Map<number, number>();
  let carried = 0;
  for (const { id: own, lag, times: often } of terms) {
    const at = place.get(own);
    if (own === id && lag === 1) carried += often;
    else if (at === undefined || lag > 0) return undefined;
    else times.set(at, (times.get(at) ?? 0) + often * signOf(own));
  }
  const having = (often: number) => [...times].flatMap(([at, own]) => (own === often ? [at] : []));
  const [plus, minus] = [having(1), having(-1)];
  const once = plus.length + minus.length === [...times.values()].filter((often) => often !== 0).length;
  if (!once || times.size === 0 || carried < 0 || carried > 1) return undefined;
  return { row, plus, minus, runsOn: carried === 1 };
}
