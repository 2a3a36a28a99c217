import { describe, expect, test } from "vitest";
import { appraise } from "../../src/appraisal/appraise.ts";
import { compareOptions } from "../../src/appraisal/compare-options.ts";
import { readProgramme } from "../../src/file/read.ts";
import { withScenario } from "../../src/programme/scenarios.ts";
import { withValues } from "../../src/programme/with-values.ts";
import { appraisalDocument } from "../../src/sheet/document/appraisal-document.ts";
import { comparisonDocument } from "../../src/sheet/document/comparison-document.ts";
import type { Document } from "../../src/sheet/document/document.ts";
import { scenariosDocument } from "../../src/sheet/document/scenarios-document.ts";
import { gridDocument, sensitivityDocument } from "../../src/sheet/document/sensitivity-document.ts";
import { simulationDocument } from "../../src/sheet/document/simulation-document.ts";
import { switchingDocument } from "../../src/sheet/document/switching-document.ts";
import { compareScenarios } from "../../src/vary/scenarios.ts";
import { sensitivity } from "../../src/vary/sensitivity.ts";
import { simulate } from "../../src/vary/simulation/simulate.ts";
import { switchingValues } from "../../src/vary/switching/switching-value.ts";
import { twoWayGrid } from "../../src/vary/two-way-grid.ts";
import { documentWriters } from "../../src/write/document.ts";
import { root, textOf } from "../cli/repository.ts";

const hub = readProgramme(textOf("test/gallery/models/hub.yaml"), { file: "hub.yaml" });
const financial = () => appraise(hub, { case: "financial" });
const economic = () => appraise(hub, { case: "economic" });

/** One document of each kind, of a model that has something of everything that they tell. */
const documents: Readonly<Record<string, () => Document>> = {
  "financial-case": () =>
    appraisalDocument(financial(), { options: compareOptions(hub, undefined, { case: "financial" }) }),
  "financial-case-of-a-body": () =>
    appraisalDocument(appraise(hub, { case: "financial", for: "NHS", rate: 0 })),
  "financial-case-footed": () => appraisalDocument(financial(), { unit: "thousands", round: "footed" }),
  "economic-case": () =>
    appraisalDocument(economic(), { options: compareOptions(hub, undefined, { case: "economic" }) }),
  "economic-case-set": () =>
    appraisalDocument(appraise(withValues(hub, { rooms: 3 }), { case: "economic", timing: "end" })),
  comparison: () =>
    comparisonDocument(
      { name: "hub", programme: hub },
      { name: "few come", programme: withScenario(hub, "Few come", { "hall.from": "2027-04-01" }) },
    ),
  scenarios: () => scenariosDocument(hub, compareScenarios(hub)),
  sensitivity: () => sensitivityDocument(hub, sensitivity(hub, { outcome: "net saving" })),
  "sensitivity-by-share": () =>
    sensitivityDocument(hub, sensitivity(hub, { outcome: "total cost", by: "10%" })),
  "sensitivity-of-a-condition": () =>
    sensitivityDocument(hub, sensitivity(hub, { outcome: "It is paid for in the end" })),
  grid: () =>
    gridDocument(
      hub,
      twoWayGrid(hub, {
        outcome: "balance",
        across: { assumption: "rent-of-a-room" },
        down: { assumption: "crises-avoided" },
      }),
    ),
  switching: () => switchingDocument(hub, switchingValues(hub, { outcome: "net saving" })),
  "switching-to-a-target": () =>
    switchingDocument(hub, switchingValues(hub, { outcome: "balance", "at most": 0 })),
  simulation: () =>
    simulationDocument(
      hub,
      simulate(hub, {
        draws: 256,
        seed: 7,
        measures: ["net saving", "balance"],
        fans: ["balance"],
        chances: ["payback by 2028/29", "balance below 0"],
      }),
    ),
};

/** Run vitest with -u to write the gallery again, and read what changed. */
describe.each(Object.keys(documents))("%s", (name) => {
  const document = documents[name]?.();
  test.each([
    ["text", "txt"],
    ["json", "json"],
  ] as const)("as %s", async (as, ending) => {
    if (document === undefined) throw new Error(`there is no document ${name}`);
    await expect(documentWriters[as](document)).toMatchFileSnapshot(
      `${root}/test/gallery/documents/${name}.${ending}`,
    );
  });
});
