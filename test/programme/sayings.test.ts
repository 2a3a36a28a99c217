import { cost, formula as f, group, programme, years } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { expect, test } from "vitest";
import { inputsSaid } from "../../src/programme/stamp/inputs-said.ts";
import { sayingKey, sayingsOf } from "../../src/programme/stamp/sayings.ts";
import { textOf } from "../cli/repository.ts";
import { everyDriver } from "../laws/every-driver.ts";

const told = (model: Parameters<typeof sayingsOf>[0]) =>
  [...sayingsOf(model).values()].map(({ path, text }) => `${path.join(" > ")}: ${text}`);

test("a programme says what is in its parts, thing by thing", () => {
  const hub = told(readProgramme(textOf("test/gallery/models/hub.yaml")));
  for (const one of [
    "title: Youth hub",
    "years: 2025/26 to 2028/29",
    "assumptions > Rooms > owner: Head of Property",
    "assumptions > Rooms: 4",
    "Nurses > agency: NHS",
    "Nurses > stands under: cost",
    "Children > stands under: memorandum > Reach",
    "correlations > Rooms and Rent of a room > correlation: 0.4",
    "conditions > Never over 300k > must be: at most",
    "conditions > Never over 300k > must be > bound: 300000",
    "conditions > Never over 300k > row: total cost",
    "scenarios > Few come > says: as in the first year of the trial",
    "appraisal > inflation: 2%",
  ])
    expect(hub).toContain(one);
  expect(told(readProgramme(JSON.stringify(everyDriver)))).toContain("indices > Pay > edition: May 2025");
});

test("groups are where a line stands, and what is no data is no saying", () => {
  const own = {
    name: "own",
    options: { on: undefined, off: null, deep: [{ a: 1 }, { b: "x" }], list: ["p", 2] },
    build: () => f.nil,
  };
  const model = programme(
    "Plan",
    years("2025/26", "2026/27"),
    { source: "s" },
    group("Team", { subtotal: "All" }, cost("Rent", own)),
  );
  const all = told(model);
  expect(all).toEqual(
    expect.arrayContaining([
      "cost > Team > subtotal: All",
      "Rent > stands under: cost > Team",
      "Rent > own > deep > 0 > a: 1",
      "Rent > own > deep > 1 > b: x",
      "Rent > own > list: p; 2",
    ]),
  );
  expect(all.filter((one) => one.includes("undefined") || one.includes("null"))).toEqual([]);
});

test.each([
  ["that has something of everything", readProgramme(textOf("test/gallery/models/hub.yaml"))],
  ["with every driver", readProgramme(JSON.stringify(everyDriver))],
])(
  "every number of a model %s stands in a place where something is said, and in one of its own",
  (_, model) => {
    const places = [...sayingsOf(model).keys()];
    const own = inputsSaid(model).map((one) => sayingKey(one));
    expect(new Set(own).size).toBe(own.length);
    // A list of texts is one thing said, and its numbers stand under it.
    for (const key of own)
      expect(
        places.some(
          (place) => place === key || place.startsWith(`${key}\u0000`) || key.startsWith(`${place}\u0000`),
        ),
        key,
      ).toBe(true);
  },
);
