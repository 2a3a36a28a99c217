import type { Programme } from "../programme/programme.ts";
import { tablesNote } from "./notes.ts";
import type { Sheet } from "./sheet.ts";

/** Gives of some notes those that it was not given before, so that what holds of several tables stands under the first of them. */
export type Unsaid = (notes: readonly string[]) => string[];

/** Nothing has been said yet. */
export function saidOnce(): Unsaid {
  const said = new Set<string>();
  return (notes) => {
    const fresh = notes.filter((note) => !said.has(note));
    for (const note of fresh) said.add(note);
    return fresh;
  };
}

/** A sheet without the note that names the tables beside it: for where they stand beside it. */
export function withoutPointers(sheet: Sheet, programme: Programme): Sheet {
  const pointers = tablesNote(programme, sheet);
  return { ...sheet, notes: sheet.notes.filter((note) => !pointers.includes(note)) };
}
