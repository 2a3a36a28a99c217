import { run } from "../../src/cli/run.ts";

/** What a command line printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in this process, with a stand-in for the terminal. */
export function invest(...args: readonly string[]): Ran {
  let out = "";
  let error = "";
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
  };
  const code = run(args, terminal, "0.0.0");
  return { code, out, error };
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
