import { assumption, cost, level, type Programme, programme, saving, years } from "invest-to-save";
import { drawPart, readySimulation } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { type Crew, type DrawTask, drawWithWorkers, serveDraws } from "../../src/cli/draw-workers.ts";

const repairs: Programme = programme(
  "Repairs",
  years("2024/25", "2026/27"),
  { source: "bid" },
  assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
  cost("Crew", { "2024/25": 1_000 }),
  saving("Contracts", level({ amount: "Saved a year" })),
);

/** Two blocks and a bit. */
const draws = 10_000;
const options = { draws, seed: 3, measures: ["net saving"] };
const { job, finish } = readySimulation(repairs, options);
const alone = finish([drawPart(job, 0, draws)]);
const seedFour = { ...job, seed: 4 };

/** A worker that does its task at once, in this thread. */
const obliging: Crew["start"] = (task) => {
  serveDraws(task);
  return () => {};
};

/** What came of the draws with some workers; which parts a worker was given, and how many of them were ended. */
function drawn(workers: number, start: Crew["start"], of = { job, draws }) {
  const given: string[] = [];
  const told: number[] = [];
  let ended = 0;
  const watched: Crew["start"] = (task) => {
    given.push(`${task.draws} from ${task.first}`);
    const end = start(task);
    return () => {
      ended += 1;
      end();
    };
  };
  const parts = drawWithWorkers(of.job, of.draws, workers, (done) => told.push(done), {
    start: watched,
    least: 1,
  });
  return { parts, given, told, ended };
}

describe("draws that several workers share", () => {
  test.each([
    [1, []],
    [2, ["5904 from 4096"]],
    [3, ["4096 from 4096", "1808 from 8192"]],
    // There are no more parts than blocks.
    [8, ["4096 from 4096", "1808 from 8192"]],
  ])("are made in whole blocks by %i, and are those of one alone", (workers, expected) => {
    const { parts, given, ended } = drawn(workers, obliging);
    expect(given).toEqual(expected);
    expect(ended).toBe(given.length);
    expect(finish(parts)).toEqual(alone);
  });

  test("leave a single block to this thread", () => {
    const { given, parts } = drawn(4, obliging, { job, draws: 4096 });
    expect(given).toEqual([]);
    expect(finish(parts)).toEqual(finish([drawPart(job, 0, 4096)]));
  });

  test("are told of as far as this thread has come, as a part of all", () => {
    expect(drawn(2, obliging, { job, draws: 16_384 }).told).toEqual([8192, 16_384]);
  });

  test("are those that the workers made, where they make any", () => {
    const { parts } = drawn(2, (task) => obliging({ ...task, job: seedFour }));
    expect(parts[1]).toEqual(drawPart(seedFour, 4096, draws - 4096));
  });
});

describe("a worker leaves its part to this thread, and the draws are those of one alone,", () => {
  const broken = { ...job, inputs: [...job.inputs, ...job.inputs] };
  const brokenOff = (task: DrawTask) => {
    expect(() => serveDraws({ ...task, job: broken })).toThrow();
    return () => {};
  };
  test.each<[string, Crew["start"]]>([
    ["where it fails", brokenOff],
    ["where it never answers", () => () => {}],
    [
      "where no worker may be started",
      () => {
        throw new Error("Access to this API has been restricted");
      },
    ],
  ])("%s", (_, start) => {
    const { parts, given } = drawn(3, start);
    expect(given).toHaveLength(2);
    expect(finish(parts)).toEqual(alone);
  });
});
