#!/usr/bin/env node
import { isMainThread, workerData } from "node:worker_threads";
import packageJson from "../../package.json" with { type: "json" };
import { serveDraws } from "./draw-workers.ts";
import { runToEnd } from "./run.ts";

// A reader such as “head” may close the pipe early; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

if (isMainThread) {
  process.exitCode = await runToEnd(
    process.argv.slice(2),
    {
      out: (text) => void process.stdout.write(text),
      error: (text) => void process.stderr.write(text),
      isWatched: process.stderr.isTTY === true,
    },
    packageJson.version,
  );
} else serveDraws(workerData);
