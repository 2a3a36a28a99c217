import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { IssueCode } from "../issue/issue.ts";
import { refusal } from "../issue/refusal.ts";

/**
 * Refuses a path that no file can be written to, before any work is done for it, and that of the model itself, in whatever way
 * it is named.
 */
export function checkWritable(path: string, model: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    const hint = "make the folder first, or name another";
    throw refused("no-such-file", path, `there is no folder “${folder}” to write ${basename(path)} to`, hint);
  }
  if (!statSync(folder).isDirectory()) {
    const hint = "name a file in a folder";
    throw refused("cannot-write", path, `“${folder}” is a file, and nothing can be written into it`, hint);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    const hint = "name a file in it, or another name";
    throw refused("cannot-write", path, `“${path}” is a folder, and no file can take its place`, hint);
  }
  if (existsSync(path) && realpathSync(path) === realpathSync(model)) {
    const hint = "name another file";
    throw refused("cannot-write", path, `“${path}” is the model, which is never written over`, hint);
  }
}

/**
 * Writes a file whole or not at all: beside its place first, then into it. What stood there before is replaced only once
 * all of it is written.
 */
export function writeWhole(path: string, contents: Uint8Array | string): void {
  // Its own name may be as long as names can be.
  const beside = join(dirname(path), `.${process.pid}.part`);
  try {
    writeFileSync(beside, contents, { flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    const hint = "check that the folder may be written to and that no other program has the file open";
    throw refused("cannot-write", path, `“${path}” cannot be written`, hint, reason);
  }
}

function refused(code: IssueCode, path: string, message: string, hint: string, received = path) {
  const expected = "a file in a folder that may be written to";
  return refusal({ code, path: [path], message, expected, received, hint });
}
