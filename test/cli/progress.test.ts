import { assumption, cost, programme, saving, scenario, years } from "invest-to-save";
import { compareScenarios, sensitivity, switchingValues, twoWayGrid } from "invest-to-save/vary";
import { expect, test } from "vitest";
import { progressOn, watched } from "../../src/cli/progress.ts";

/** What is told of a thousand draws that take so many milliseconds. */
function told(isWatched: boolean, milliseconds: number): string[] {
  const written: string[] = [];
  let time = 0;
  const terminal = { out: () => {}, error: (text: string) => void written.push(text), isWatched };
  const progress = progressOn(terminal, "draws", () => time);
  for (let done = 100; done <= 1000; done += 100) {
    time = (milliseconds * done) / 1000;
    progress.told(done, 1000);
  }
  progress.end();
  return written;
}

test("progress is told where somebody watches and it takes over a second, and is wiped away in the end", () => {
  expect(told(true, 2000)).toEqual([
    "\r50% of 1,000 draws",
    "\r60% of 1,000 draws",
    "\r70% of 1,000 draws",
    "\r80% of 1,000 draws",
    "\r90% of 1,000 draws",
    "\r100% of 1,000 draws",
    "\r\u001b[K",
  ]);
});

test("nothing is told of what is done within a second, nor where nobody watches", () => {
  expect(told(true, 900)).toEqual([]);
  expect(told(false, 60_000)).toEqual([]);
});

test("what was told is wiped away too where the work ends in a fault", () => {
  const written: string[] = [];
  const terminal = { out: () => {}, error: (text: string) => void written.push(text), isWatched: true };
  const slow = (told: (done: number, of: number) => void) => {
    const start = performance.now();
    while (performance.now() - start < 1050) told(1, 2);
    throw new RangeError("it broke");
  };
  expect(() => watched(terminal, "assumptions", slow)).toThrow("it broke");
  expect(written).toEqual(["\r50% of 2 assumptions", "\r\u001b[K"]);
});

test("scenarios, sensitivity and switching values say how far they are, and never fall back", () => {
  const p = programme(
    "Repairs",
    years("2024/25", "2026/27"),
    { source: "bid" },
    assumption("Rate", { value: "50%", unit: "share", low: "20%", high: "90%" }),
    cost("Crew", { "2024/25": 1_000 }),
    saving("Contracts", { "2025/26": 600, "2026/27": 600 }),
    scenario("Late", { "contracts@2025/26": 0 }),
    scenario("Dear", { "crew@2024/25": 1_500 }),
  );
  const heard: number[][] = [];
  const hear = () => {
    const own: number[] = [];
    heard.push(own);
    return { progress: (done: number, of: number) => void own.push(done / of) };
  };
  const outcome = "net saving";
  compareScenarios(p, { outcomes: [outcome], ...hear() });
  sensitivity(p, { outcome, by: "10%", ...hear() });
  switchingValues(p, { outcome, ...hear() });
  twoWayGrid(p, { outcome, across: { assumption: "Crew" }, down: { assumption: "Contracts" }, ...hear() });
  for (const own of heard) {
    expect(own.length).toBeGreaterThan(1);
    expect(own).toEqual([...own].sort((a, b) => a - b));
    expect(own.at(0)).toBeGreaterThanOrEqual(0);
    expect(own.at(-1)).toBeLessThanOrEqual(1);
  }
});
