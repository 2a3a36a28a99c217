import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assumption, cost, level, programme, years } from "invest-to-save";
import { drawPart, readySimulation } from "invest-to-save/vary";
import { expect, test } from "vitest";
import { drawWithWorkers, workersRunning } from "../../src/cli/draw-workers.ts";
import { root } from "../cli/repository.ts";

const command = join(root, "dist/cli.js");
const args = ["simulate", "leeds-family-valued", "--draws", "50000", "--as", "json"];

function hashOf(...more: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync("node", [command, ...args, ...more], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return createHash("sha256").update(stdout).digest("hex");
}

test("one worker, two and three give the same answer to the last bit", () => {
  const one = hashOf("--workers", "1");
  expect(hashOf("--workers", "2")).toBe(one);
  expect(hashOf("--workers", "3")).toBe(one);
});

test("a worker that runs the command makes its part of the draws in a thread of its own", () => {
  const rent = programme(
    "Rent",
    years("2024/25", "2026/27"),
    { source: "lease" },
    assumption("A year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
    cost("Rent", level({ amount: "A year" })),
  );
  const { job } = readySimulation(rent, { measures: ["rent"] });
  const start = workersRunning(pathToFileURL(command));
  // What this thread does not make itself cannot have been made here: the worker is told another seed.
  const parts = drawWithWorkers(job, 10_000, 2, () => {}, {
    start: (task) => start({ ...task, job: { ...job, seed: 2 } }),
    least: 30_000,
  });
  expect(parts).toEqual([drawPart(job, 0, 4096), drawPart({ ...job, seed: 2 }, 4096, 5904)]);
});

test("a simulation that is broken off ends at once and writes nothing", async () => {
  const running = spawn("node", [command, ...args.slice(0, 2), "--draws", "20000000"], { cwd: root });
  let written = "";
  running.stdout.on("data", (text: Buffer) => {
    written += text.toString();
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  running.kill("SIGINT");
  const signal = await new Promise((resolve) => running.on("exit", (_, how) => resolve(how)));
  expect({ signal, written }).toEqual({ signal: "SIGINT", written: "" });
});
