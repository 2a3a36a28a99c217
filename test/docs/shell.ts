import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { investToEnd } from "../cli/terminal.ts";
import { wordsOf } from "../cli/transcript.ts";
import { root } from "../house/sources.ts";
import type { Fence } from "./fences.ts";

/** A block of commands in a document, and the text that follows it: what they print. */
export interface Session {
  readonly name: string;
  readonly commands: readonly string[];
  readonly prints: string;
}

/** What commands print: a document shows the text, and the errors only where it writes `2>&1`. */
export interface Printed {
  readonly text: string;
  readonly errors: string;
}

const ours = /^(npx )?invest-to-save( |$)/;
const foldersBeside = ["docs", "examples"];

/** The command as it was built, or straight from its source. */
export function builtCommand(): readonly string[] {
  const built = `${root}/dist/cli.js`;
  return existsSync(built) ? ["node", built] : [`${root}/node_modules/.bin/tsx`, `${root}/src/cli/main.ts`];
}

/**
 * The `sh` blocks of a document that a `text` block follows. Every command is a line of its own (a backslash carries
 * it on) that starts with `invest-to-save`; `$` and `npx` before it are passed over.
 */
export function sessionsIn(file: string, fences: readonly Fence[]): Session[] {
  return fences.flatMap(({ language, code, next, under, line }) => {
    if (language !== "sh" || next?.language !== "text") return [];
    return [{ name: `${file}:${line} ${under}`.trim(), commands: commandsIn(code), prints: next.code }];
  });
}

function commandsIn(code: string): string[] {
  const lines = code.replace(/\\\n\s*/g, "").split("\n");
  const commands = lines
    .map((line) => line.replace(/^\$ /, "").trim())
    .filter((line) => line && !line.startsWith("#"));
  const strange = commands.find((command) => !ours.test(command));
  if (strange !== undefined)
    throw new Error(`only invest-to-save is run in a block with output, not “${strange}”`);
  return commands.map((command) => command.replace(/^npx /, ""));
}

/**
 * Runs something in a folder made for it, with the files that the document shows in blocks with a name after the language,
 * such as `yaml club.yaml`, and nothing else.
 */
export async function inEmptyFolder<T>(
  fences: readonly Fence[],
  act: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    for (const { title, code } of fences.filter(({ title }) => /^[\w-]+\.\w+$/.test(title))) {
      writeFileSync(join(folder, title), `${code}\n`);
    }
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The same with the repository's models, docs and examples in the folder. The models stand in a folder of its own, so that one
 * that a page makes does not come into the repository.
 */
export async function inFolder<T>(
  fences: readonly Fence[],
  act: (folder: string) => T | Promise<T>,
): Promise<T> {
  return inEmptyFolder(fences, (folder) => {
    const beside = foldersBeside.filter((name) => existsSync(`${root}/${name}`));
    for (const name of beside) symlinkSync(`${root}/${name}`, join(folder, name));
    mkdirSync(join(folder, "models"));
    for (const name of readdirSync(`${root}/models`))
      symlinkSync(`${root}/models/${name}`, join(folder, "models", name));
    return act(folder);
  });
}

/** What the commands of a session print; a command that fails still prints. */
export function output({ commands }: Session, folder: string, command: readonly string[]): Printed {
  const bin = join(folder, ".bin", "invest-to-save");
  mkdirSync(dirname(bin), { recursive: true });
  writeFileSync(bin, `#!/bin/sh\nexec ${command.map((word) => `"${word}"`).join(" ")} "$@"\n`, {
    mode: 0o755,
  });
  const env = {
    ...process.env,
    PATH: `${dirname(bin)}:${process.env["PATH"]}`,
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    NODE_OPTIONS: undefined,
  };
  const { stdout, stderr } = spawnSync("sh", ["-c", commands.join("\n")], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { text: stdout, errors: stderr };
}

// What a shell would take for its own, and threads, which are started from the command as it was built.
const forShell = /[|<>;&$*\\`~]|--workers|\S["']|["'](?!["'])\S*["']\S/;

/** Whether a command says the same to a shell as by its words alone. `2>&1` at its end says what a page shows. */
function isPlain(command: string): boolean {
  const words = command.replace(/ 2>&1$/, "");
  const bare = words.replace(/(?<= )(?:"[^"$`\\]*"|'[^']*')(?= |$)/g, "word");
  return !forShell.test(bare) && !/["']/.test(bare);
}

/**
 * What the commands of a session print, run in this process where no shell is needed for them: sooner, and seen by whatever
 * counts the lines of the source that are run.
 */
export async function printedBy(session: Session, folder: string): Promise<Printed> {
  if (!session.commands.every(isPlain)) return output(session, folder, builtCommand());
  const before = process.cwd();
  process.chdir(folder);
  const printed = { text: "", errors: "" };
  try {
    for (const command of session.commands) {
      const [, ...args] = wordsOf(command.replace(/ 2>&1$/, ""));
      const { out, error } = await investToEnd(...args);
      // Errors and warnings come before what was asked for.
      printed.text += command.endsWith(" 2>&1") ? `${error}${out}` : out;
      printed.errors += error;
    }
  } finally {
    process.chdir(before);
  }
  return printed;
}
