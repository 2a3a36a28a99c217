/** A program that takes something from every entry, by the types that it says it has. */
export const inTypeScript = `import { cost, InvestToSaveError, level, print, programme, saving, years, assumption, type Programme, type Issue } from "invest-to-save";
import { appraise, npv, type Measure, measures } from "invest-to-save/appraisal";
import { audit, type AuditResult } from "invest-to-save/audit";
import { type ChartSpec, costsAndFunding } from "invest-to-save/charts";
import { staffing } from "invest-to-save/drivers";
import { writeWorkbook } from "invest-to-save/excel";
import { read, type ReadModel } from "invest-to-save/file";
import { writeReportPage } from "invest-to-save/page";
import { simulate, type Simulation } from "invest-to-save/vary";
import { writeWord } from "invest-to-save/word";
import { evaluate } from "invest-to-save";

const p: Programme = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
  assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
  cost("Crew", staffing({ posts: 1, salary: 20_000 })), saving("Contracts", level({ amount: "Saved a year" })));
const text: string = print(p);
const known: readonly Measure[] = measures(appraise(p));
const worth: string = npv({ flows: [-100, 60], rate: "3.5%" }).toFixed(2);
const audited: AuditResult = audit("£000s,14/15\\\\nPay,1\\\\n");
const chart: ChartSpec | undefined = costsAndFunding(evaluate(p));
const found: ReadModel = read(text);
const drawn: Simulation = simulate(p);
const bytes: Promise<readonly (Uint8Array | string)[]> = Promise.all([writeWorkbook(p), writeWord(p), writeReportPage(p)]);
const faults: readonly Issue[] = new InvestToSaveError([]).issues;
// @ts-expect-error a year that is none does not compile
years("2024/26", "2026/27");
export { audited, bytes, chart, drawn, faults, found, known, worth };
`;
