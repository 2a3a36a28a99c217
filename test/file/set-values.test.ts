import { print, withValues } from "invest-to-save";
import { read, readProgramme, writeModel } from "invest-to-save/file";
import { expect, test } from "vitest";
import { everyDriver } from "../laws/every-driver.ts";

const model = readProgramme(JSON.stringify(everyDriver));

test.each<[string, Record<string, string | number>, string]>([
  ["an amount", { "yearly-rent": 1300 }, "yearly-rent: 1300"],
  ["a day", { "rent.from": "2025-08-01" }, "rent.from: 2025-08-01"],
  ["a month", { "rise.from": "Aug 2025" }, "rise.from: Aug 2025"],
  ["an amount of one period", { "fund@2026/27": 4500 }, "fund@2026/27: 4500"],
  ["a rise of one year", { "pay.growth@2027/28": "3%" }, "@2027/28: 0.03"],
])("%s that was set for a run is written with the model, and read back as it was", (_, values, written) => {
  const keys = [...model.assumptions.keys()];
  const own = Object.fromEntries(
    Object.entries(values).filter(([key]) => keys.includes(key.split("@")[0] ?? "")),
  );
  expect(Object.keys(own), keys.join(" ")).toEqual(Object.keys(values));
  const changed = withValues(model, own);
  const text = writeModel(changed);
  expect(text).toContain(written);
  const again = read(text);
  expect(again.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(again.programme && print(again.programme)).toBe(print(changed));
  expect(print(changed)).not.toBe(print(model));
});
