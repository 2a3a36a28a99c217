import { Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { present } from "../assert.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import { checkLayOut } from "../sheet/given.ts";
import { documentOf, type WordOptions } from "./document.ts";

/**
 * A programme as a Word document, as the bytes of a `.docx` file: its statement, the tables beside it, its appraisal where
 * it has been appraised, and its assumptions with their sources, all as native tables with header rows, by financial year.
 * Figures are right-aligned, negatives in brackets; notes stand under the table that they are of. Months and quarters are
 * rolled up to years. The same programme gives the same bytes. Throws (rejects with)
 * `InvestToSaveError` with `wrong-shape` for what is no programme and for options with a value that they cannot have, and what
 * `evaluate` throws, such as `division-by-nil`.
 *
 * @example
 * ```ts
 * import { cost, programme, years } from "invest-to-save";
 * import { writeWord } from "invest-to-save/word";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * const bytes = await writeWord(p);
 * String.fromCharCode(...bytes.slice(0, 2)); // => "PK"
 * ```
 */
export async function writeWord(programme: Programme, options: WordOptions = {}): Promise<Uint8Array> {
  checkProgramme(programme, "writeWord");
  checkLayOut(options);
  return withoutTime(new Uint8Array(await Packer.toArrayBuffer(documentOf(programme, options))));
}

/** The first moment of 2000, which a zip file keeps in local time. */
const noTime = new Date(2000, 0, 1);

/** The same file without the moment when it was made, so that it is the same to the byte when it is made again. */
function withoutTime(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = "docProps/core.xml";
  const said = strFromU8(present(parts[core], core));
  parts[core] = strToU8(said.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z"));
  return zipSync(parts, { mtime: noTime });
}
