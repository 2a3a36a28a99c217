import {
  cost,
  type Driver,
  decimal,
  evaluate,
  formula as f,
  funding,
  programme,
  years,
} from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { expect, test } from "vitest";
import { appraisalDocument } from "../../src/sheet/document/appraisal-document.ts";

/** Money that is earned in equal parts and comes a year later, by a driver that no file of the library names. */
const aYearLater: Driver = {
  name: "a year later",
  options: {},
  build: (line) => {
    const cash = f.row(line.id, 1);
    line.row("paid over", { unit: "£", totals: "sum", formula: cash, cash: "received" });
    const still = f.subtract(f.add(f.row(`${line.id}.still-to-come`, 1), f.row(line.id)), cash);
    line.row("still to come", { unit: "£", totals: "closing", formula: still, cash: "owed" });
    return f.constant(decimal(100), "£");
  },
};

test("a driver of somebody's own says when its money comes, and the financial case counts it then", () => {
  const own = programme(
    "Repairs",
    years("2024/25", "2026/27"),
    { source: "bid", body: "Council" },
    cost("Crew", 100),
    funding("Fund", aYearLater, { agency: "Region" }),
  );
  const appraised = appraise(own);
  expect(evaluate(appraised).rows.get("appraisal.income")?.values.join(" ")).toBe("0 100 100");
  const owed = "Fund counts when it is paid; £100 of it comes after the end of the model.";
  expect(appraisalDocument(appraised).notes).toContain(owed);
});
