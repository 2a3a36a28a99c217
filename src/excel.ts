/**
 * A programme as an Excel workbook with live formulas.
 *
 * @packageDocumentation
 */
export type { WorkbookOptions } from "./workbook/make.ts";
export { writeWorkbook } from "./workbook/write.ts";
