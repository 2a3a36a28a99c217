import { readProgramme } from "invest-to-save/file";
import { simulate, switchingValue } from "invest-to-save/vary";
import { expect, test } from "vitest";
import { simulationDocument } from "../../src/sheet/document/simulation-document.ts";
import { switchingDocument } from "../../src/sheet/document/switching-document.ts";

const model = (correlations: string) =>
  readProgramme(`
title: Two rents
years: 2025/26 to 2026/27
source: lease
assumptions:
  North: { value: 100, unit: £, low: 50, high: 150 }
  South: { value: 100, unit: £, low: 50, high: 150 }
  Share let: { value: 90%, unit: share, low: 50%, high: 100% }
costs:
  Rent: { formula: North + South }
savings:
  Lettings: { formula: North * Share let }
${correlations}`);

const together = "correlations:\n  - { between: [North, South], correlation: 0.9, source: agents }\n";

test.each([
  [together, true],
  ["", false],
])("shares of the spread that add up to more than the whole are explained: %j", (correlations, isTold) => {
  const programme = model(correlations);
  const { notes } = simulationDocument(
    programme,
    simulate(programme, { draws: 2048, measures: ["total cost"] }),
  );
  expect(notes.some((note) => note.includes("may add up to more than 100%"))).toBe(isTold);
});

test.each([
  ["Share let", "total saving", { "at least": 160 }, true],
  ["North", "total cost", { "at most": 380 }, false],
])("the headroom of %s is told from percentage points", (assumption, outcome, bound, isTold) => {
  const programme = model("");
  const found = switchingValue(programme, { assumption, outcome, ...bound });
  expect(found.answer).toBe("turns");
  const { notes } = switchingDocument(programme, [found]);
  expect(notes.some((note) => note.includes("no percentage points"))).toBe(isTold);
});
