#!/usr/bin/env node
import { isMainThread, workerData } from "node:worker_threads";
import packageJson from "../../package.json" with { type: "json" };
import { serveDraws } from "./draw-workers.ts";
import { runToEnd } from "./run.ts";

// A reader such as “head” may close the pipe early; that is no fault. A full disk is one, and nothing more can be printed.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(
    `error cannot-write: what was asked for cannot be printed in full\n  received: ${error.message}\n`,
  );
  process.exit(2);
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
