import { describe, expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { brokenBy } from "./promises.ts";
import { readers } from "./readers.ts";

/** The same inputs in every run; `npm run fuzz` tries others, and for longer. */
const seed = Number(process.env["FUZZ_SEED"] ?? 20260401);
const inputs = 25;

const all = [...(await readers())].map(([name, make]) => ({ name, make }));

describe("whatever it is handed, it answers or refuses with reasons", () => {
  test.each(all)("$name", async ({ name, make }) => {
    for (let number = 0; number < inputs; number++) {
      const input = make(chanceOf(seed, name, number));
      const broken = await brokenBy(input);
      expect(broken, `seed ${seed}, ${name} ${number}: ${input.shown.slice(0, 2_000)}`).toEqual([]);
    }
  });
});
