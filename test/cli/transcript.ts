import { invest } from "./terminal.ts";

const prompt = "$ invest-to-save";

/**
 * A transcript run again: every command of the text given, each followed by what it prints now (errors and warnings
 * first) and, where it does not end with 0, by its exit code in brackets. Lines that start with # are kept.
 */
export function rerun(transcript: string): string {
  const kept = transcript.split("\n").filter((line) => line.startsWith(prompt) || line.startsWith("# "));
  return `${kept.map((line) => (line.startsWith("# ") ? line : session(line))).join("\n\n")}\n`;
}

function session(line: string): string {
  const { code, out, error } = invest(...wordsOf(line.slice(prompt.length)));
  const ending = code === 0 ? "" : `\n[${code}]`;
  return `${line}\n${`${error}${out}`.trimEnd()}${ending}`.trimEnd();
}

/** The words of a command line; quotes keep words together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

const consoleFence = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;

/** A Markdown text with the commands in its blocks of console run again. */
export function rerunFences(markdown: string): string {
  return markdown.replace(consoleFence, rerun);
}
