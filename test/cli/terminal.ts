import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runToEnd } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

/** What a command line printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in this process, with a stand-in for the terminal. */
export function invest(...args: readonly string[]): Ran {
  const { terminal, printed } = standIn();
  const code = run(args, terminal, "0.0.0");
  return { code, ...printed };
}

/** The same for a command that makes a file, which ends later. */
export async function investToEnd(...args: readonly string[]): Promise<Ran> {
  const { terminal, printed } = standIn();
  const code = await runToEnd(args, terminal, "0.0.0");
  return { code, ...printed };
}

function standIn(): { terminal: Terminal; printed: { out: string; error: string } } {
  const printed = { out: "", error: "" };
  const terminal = {
    out: (text: string) => {
      printed.out += text;
    },
    error: (text: string) => {
      printed.error += text;
    },
  };
  return { terminal, printed };
}

/** Runs something that ends later in a new folder, as the one that commands start from. */
export async function inFolderToEnd<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  process.chdir(folder);
  try {
    return await act(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs something with another folder as the one that commands start from. */
export function within<T>(folder: string, act: () => T): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return act();
  } finally {
    process.chdir(before);
  }
}
