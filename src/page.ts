/**
 * A programme as one report page: a self-contained HTML file.
 *
 * @packageDocumentation
 */
export { type ReportPageOptions, writeReportPage } from "./page/report-page.ts";
