import { textOf } from "../cli/repository.ts";

/** Nothing but the scripts of the site itself: no code made from text, no styles, no other sites. */
export const policy = "default-src 'none'; script-src 'self'";

const model = JSON.stringify(textOf("models/leeds-family-valued/model.yaml"));

/** A page that uses every entry that runs in browsers, and says in its title what came of it. */
export const inBrowser = `import * as z from "zod";
import { assumption, cost, evaluate, level, print, programme, saving, years } from "invest-to-save";
import { appraise, measures } from "invest-to-save/appraisal";
import { audit, readTable } from "invest-to-save/audit";
import { costsAndFunding } from "invest-to-save/charts";
import { staffing } from "invest-to-save/drivers";
import { writeWorkbook } from "invest-to-save/excel";
import { modelSchema, read, readProgramme } from "invest-to-save/file";
import { writeReportPage } from "invest-to-save/page";
import { simulate } from "invest-to-save/vary";
import { writeWord } from "invest-to-save/word";

z.config({ jitless: true });
const isForbidden = () => { try { return new Function("return 1")() !== 1; } catch { return true; } };
const own = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
  assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
  cost("Crew", { "2024/25": 1_000 }), saving("Contracts", level({ amount: "Saved a year" })));
const leeds = readProgramme(${model});
const start = (bytes) => String.fromCharCode(...bytes.slice(0, 2));
const found = {
  evalIsForbidden: isForbidden(),
  printed: print(leeds, { unit: "thousands" }).slice(0, 40),
  read: leeds.title,
  drivers: staffing({ posts: 1, salary: 20_000 }).name,
  appraised: measures(appraise(leeds)).length > 3,
  draws: simulate(own, { draws: 4096 }).draws,
  holds: audit("£000s,14/15\\nPay,60\\nRent,40\\nTotal,130\\n").audit.holds,
  chart: typeof costsAndFunding(evaluate(leeds)).$schema === "string" && typeof writeReportPage === "function",
  workbook: start(await writeWorkbook(own)),
  document: start(await writeWord(own)),
  schema: modelSchema().type,
  faults: read("title: A\\nyeers: 1\\n").issues[0].code,
};
document.title = JSON.stringify(found);
`;
