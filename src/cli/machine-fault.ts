import type { Issue } from "../issue/issue.ts";

/** What a program asks a machine for when it reads. */
const reading = ["open", "read", "scandir", "stat", "lstat", "realpath", "readlink", "access"];

/**
 * What the machine refused, such as a file that may not be read or a disk that is full, as a fault of that file; `undefined` for
 * what is no such refusal. What is written has its own check, so that a file that cannot be opened is one to be read.
 */
export function machineIssue(error: unknown): Issue | undefined {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  const call =
    "syscall" in error ? String(error.syscall) : (/, (\w+)(?: '|$)/.exec(error.message)?.[1] ?? "");
  const isRead = path !== undefined && reading.includes(call);
  const what = path === undefined ? "what was asked for" : `“${path}”`;
  return {
    code: isRead ? "no-such-file" : "cannot-write",
    severity: "error",
    path: path === undefined ? [] : [path],
    message: `${what} cannot be ${isRead ? "read" : "written in full"}`,
    expected: isRead ? "a file that can be read" : "a place with room that may be written to",
    received: error.message,
    hint: hints[error.code] ?? "check the file, its folder and that no other program has it open",
  };
}

const hints: Readonly<Record<string, string>> = {
  EACCES: "ask for the right to that file, or use a copy in a folder of your own",
  EPERM: "ask for the right to that file, or use a copy in a folder of your own",
  EISDIR: "name a file in that folder",
  ENOSPC: "make room on the disk, or write to another",
  EMFILE: "close other programs and try again: too many files are open",
  ENFILE: "close other programs and try again: too many files are open",
};
