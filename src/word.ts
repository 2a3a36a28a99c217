/**
 * A programme as a Word document: its tables as native tables, ready for a committee report.
 *
 * @packageDocumentation
 */
export type { WordOptions } from "./word/document.ts";
export { writeWord } from "./word/write.ts";
