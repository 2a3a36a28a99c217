import {
  cost,
  type Driver,
  formula,
  group,
  InvestToSaveError,
  memorandum,
  programme,
  table,
  years,
} from "invest-to-save";
import { read, writeModel } from "invest-to-save/file";
import { expect, test } from "vitest";

const own = years("2025/26", "2026/27");
const refused = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path.join(" > ")}`);
  }
};

test("a group that is called as a line is, or as another group, would be lost in a file and is not written", () => {
  const both = programme("Hub", own, { source: "bid" }, cost("Team", 1), group("Team", {}, cost("Staff", 2)));
  expect(refused(() => writeModel(both))).toEqual(["duplicate-id Team"]);
  const groups = programme(
    "Hub",
    own,
    { source: "bid" },
    group("Team", {}, cost("Staff", 2)),
    group("Team", {}, cost("Cars", 2)),
  );
  expect(refused(() => writeModel(groups))).toEqual(["duplicate-id Team"]);
});

test("in a section or a table of its own a label may stand again", () => {
  const apart = programme(
    "Hub",
    own,
    { source: "bid" },
    group("Team", {}, cost("Staff", 2)),
    table("Activity", {}, group("Team", {}, memorandum("Seen", 2, { unit: "families" }))),
  );
  expect(read(writeModel(apart)).programme?.lines.map(({ label }) => label)).toEqual(["Staff", "Seen"]);
});

test("a line with a driver of somebody's own is refused, since no file could name it", () => {
  const fee: Driver = { name: "tiered fee", options: { rate: 5 }, build: () => formula.nil };
  const own = programme("Hub", years("2025/26", "2026/27"), { source: "bid" }, cost("Fees", fee));
  expect(refused(() => writeModel(own))).toEqual(["unknown-key Fees"]);
});
