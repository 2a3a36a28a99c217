import { isUnread, type ReadCell, type Remark } from "./figure.ts";
import type { Interpretation } from "./published.ts";

/** One thing that was decided on, before those that are alike are put together. */
export type Remarked = Interpretation;

/** The most places that are named of one kind. */
const mostNamed = 3;

/** Puts together what is alike but for its place: “a, b, c and 11 more”. */
export function gathered(remarks: readonly Remarked[]): Interpretation[] {
  const groups = new Map<string, Remarked[]>();
  for (const remark of remarks) {
    const key = [remark.about, remark.says, remark.because].join("\u0000");
    groups.set(key, [...(groups.get(key) ?? []), remark]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Remarked];
    const places = [...new Set(group.map(({ where }) => where))];
    const more = places.length - mostNamed;
    const named = places.slice(0, mostNamed).join("; ");
    return { ...first, where: more > 0 ? `${named} and ${more} more` : named };
  });
}

/** What was decided on in a cell, beside where it stands. */
export function cellRemarks(
  text: string,
  told: ReadCell | undefined,
  read: ReadCell,
  blankIsNil: boolean,
): readonly Remark[] {
  const of = (about: Remark["about"], says: string, because: string, otherwise = "cells"): Remark[] => [
    ...read.remarks,
    { about, says, because, otherwise },
  ];
  if (told !== undefined) return of("figure", `“${text}” is read otherwise`, "it was asked for").slice(-1);
  if (read.standing === "nil") return of("nil", `“${text}” is nil`, "it is a sign for nil, and no figure");
  if (read.standing === "unknown")
    return of("nil", `“${text}” may be any figure`, "it says that the figure is not given");
  if (read.standing === "blank" && blankIsNil)
    return of("nil", "nothing is nil", "nothing is printed where other rows have a figure", "blank");
  if (read.standing === "text" && (/\p{Nd}/u.test(text) || isUnread(text)))
    return of("figure", `“${text}” is text`, "it cannot be read as a figure");
  return read.remarks;
}
