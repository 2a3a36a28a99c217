import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { besideModel } from "../../src/cli/files.ts";
import type { Assumption } from "../../src/programme/assumption.ts";
import { fillRandom, stateOf } from "../../src/vary/draw/bits.ts";
import { root, textOf } from "../cli/repository.ts";
import { drawable, expectAgreement } from "../laws/fast.ts";

const models = readdirSync(join(root, "models")).sort();

/** A value within the range of an assumption; a day or a month not far away; else a fifth more or less. */
function perturbed({ unit, low, high }: Assumption, centre: number, share: number): number {
  if (unit === "date") return centre + Math.floor(400 * share) - 200;
  if (unit === "month number") return centre + Math.floor(12 * share) - 6;
  if (low && high) return Number(low) + share * (Number(high) - Number(low));
  return centre * (0.8 + 0.4 * share);
}

describe.each(models)("models/%s", (name) => {
  const path = `models/${name}/model.yaml`;
  const programme = readProgramme(textOf(path), { file: path, beside: besideModel(join(root, path)) });

  test("reads the same fast as exactly, in every cell, when all its assumptions are drawn", () => {
    const { inputs, centre } = drawable(programme);
    const shares = new Float64Array(inputs.length);
    const draws = Array.from({ length: 4 }, (_, draw) => {
      fillRandom(shares, stateOf(1, name, draw));
      return inputs.map(({ id }, at) => {
        const found = programme.assumptions.get(id) as Assumption;
        // Every third keeps its value, so that what ties in the model as it stands still ties.
        return (at + draw) % 3 === 0 ? (centre[at] ?? 0) : perturbed(found, centre[at] ?? 0, shares[at] ?? 0);
      });
    });
    const { cells, refused } = expectAgreement(programme, inputs, [centre, ...draws]);
    expect(refused).toBe(0);
    expect(cells).toBe(5 * programme.rows.size * programme.timeline.count);
  });
});
