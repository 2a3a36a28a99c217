import { cost, decimal, programme, saving, scenario, years } from "invest-to-save";
import { appraise, compareOptions } from "invest-to-save/appraisal";
import { compareScenarios } from "invest-to-save/vary";
import { expect, test } from "vitest";
import { appraisalDocument } from "../../src/sheet/document/appraisal-document.ts";
import type { Document } from "../../src/sheet/document/document.ts";
import { scenariosDocument } from "../../src/sheet/document/scenarios-document.ts";
import { differenceWords } from "../../src/vary/amount-words.ts";

const own = programme(
  "Repairs",
  years("2024/25", "2025/26"),
  { source: "bid" },
  cost("Crew", { "2024/25": 1_000 }),
  saving("Contracts", { "2025/26": 1_500 }),
  scenario("Dearer by little", { "crew@2024/25": "1004.5" }),
  scenario("Dearer by more", { "crew@2024/25": "1250.5" }),
);

const cellsOf = ({ blocks }: Document) =>
  blocks.flatMap((block) => (block.block === "grid" ? block.grid.rows.flatMap(({ cells }) => cells) : []));

test.each([
  ["Dearer by little", "1004.5", "−£4.50"],
  ["Dearer by more", "1250.5", "−£251"],
])("an option and a scenario differ by one figure in one spelling: %s", (label, crew, words) => {
  const options = compareOptions(own, { "As it is": {}, [label]: { set: { "crew@2024/25": crew } } });
  const scenarios = compareScenarios(own, { outcomes: ["net saving"] });
  expect(cellsOf(appraisalDocument(appraise(own), { options }))).toContain(words);
  expect(cellsOf(scenariosDocument(own, scenarios))).toContain(words);
});

test("two shares are percentage points apart, not percent", () => {
  expect(differenceWords(decimal("0.1913"), "share")).toBe("+19.13 points");
  expect(differenceWords(decimal("-0.01"), "share")).toBe("−1 point");
});
