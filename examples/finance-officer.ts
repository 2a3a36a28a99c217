// A finance officer's script in place of a spreadsheet: what if placements fall more slowly than the plan says?
import { readFileSync } from "node:fs";
import { check, evaluate, type Programme, valueWords, withValues } from "invest-to-save";
import { printModel, readProgramme } from "invest-to-save/file";

const text = readFileSync("models/leeds-family-valued/model.yaml", "utf8");
const plan = readProgramme(text);

function report(name: string, programme: Programme): void {
  const table = evaluate(programme);
  const balances = table.rows.get("balance")?.values ?? [];
  const last = balances.at(-1);
  const failing = check(table).findings.filter((finding) => !finding.holds);
  console.log(`${name}: balance in the last year ${last && valueWords(last, "£")}`);
  for (const { label, failures } of failing) console.log(`  fails: ${label} (${failures.join("; ")})`);
}

console.log(printModel(text, { unit: "thousands" }));
report("As planned", plan);
for (const share of ["0.75", "0.5", "0.25"]) {
  const lastYear = evaluate(plan).rows.get("cla-placement-budgets")?.values.at(-1);
  if (lastYear === undefined) continue;
  const slower = withValues(plan, {
    "cla-placement-budgets.2016/17": lastYear.times(share).div(2),
    "cla-placement-budgets.2018/19": lastYear.times(share),
  });
  report(`With ${Number(share) * 100}% of the saving`, slower);
}
