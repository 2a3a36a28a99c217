import { stampWords } from "../programme/stamp/stamp.ts";
import type { DocumentStamp } from "../sheet/document/document.ts";
import type { Sheet } from "../sheet/sheet.ts";

/** The last line of a sheet: what made it from which inputs. A sheet among others may have none. */
export function stampLines({ stamp }: Pick<Sheet, "stamp">): string[] {
  return stamp === undefined ? [] : [stampWords(stamp)];
}

/** The last lines of a document, one for each model that it is about. */
export function documentStampLines(stamps: readonly DocumentStamp[]): string[] {
  return stamps.map((stamp) => `${stamp.model === undefined ? "" : `${stamp.model}: `}${stampWords(stamp)}`);
}
