import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { textOf } from "../cli/repository.ts";

const page = textOf("docs/commands.md");

/** What a command says of itself. */
function helpOf(...args: string[]): string {
  const said: string[] = [];
  run([...args, "--help"], { out: (text) => void said.push(text), error: () => {}, isWatched: false }, "0");
  return said.join("");
}

/** The commands, as the help of the whole lists them. */
const commands = [...helpOf().matchAll(/^ {2}([a-z]+) (?=.* {2})/gm)].flatMap(([, name = ""]) =>
  name === "help" ? [] : [name],
);

/** The long names of the options in a text, each once. */
const optionsIn = (text: string) =>
  [...new Set([...text.matchAll(/--[a-z][a-z-]*/g)].map(([name]) => name))].sort();

/** The options that a command takes, without those of every command. */
function taken(command: string): string[] {
  const lines = helpOf(command)
    .split("\n")
    .filter((line) => /^ {2}(-\w, )?--/.test(line));
  const names = lines.map((line) => /--[a-z][a-z-]*/.exec(line)?.[0] ?? "");
  return names.filter((name) => name !== "--help" && name !== "--version").sort();
}

/** The part of the page on a command. */
function sectionOf(command: string): string {
  const after = page.split(`\n## ${command}\n`)[1];
  if (after === undefined) throw new Error(`the page says nothing of ${command}`);
  return after.split(/\n## (?=[a-zA-Z])/)[0] ?? "";
}

const tableIn = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .join("\n");

const terms = optionsIn(tableIn(sectionOf("appraise"))).filter(
  (name) => !["--as", "--unit", "--decimals", "--scenario", "--set", "--final"].includes(name),
);

describe("the page on the commands", () => {
  test("has each of them", () => {
    expect(commands).toHaveLength(14);
    for (const command of commands) expect(sectionOf(command)).not.toBe("");
  });

  test.each(commands)("names every option of %s, and none that it does not take", (command) => {
    const section = sectionOf(command);
    const told = [...optionsIn(section), ...(section.includes("the terms of [appraise]") ? terms : [])];
    expect([...new Set(told)].filter((name) => taken(command).includes(name)).sort()).toEqual(taken(command));
    expect(optionsIn(tableIn(section)).filter((name) => !taken(command).includes(name))).toEqual([]);
  });

  test.each(commands)("gives the choices of %s as they are", (command) => {
    const help = helpOf(command).replace(/\s+/g, " ");
    for (const [, name = "", choices = ""] of tableIn(sectionOf(command)).matchAll(
      /`(--[a-z-]+) ([a-z]+(?:\\\|[a-z]+)+)`/g,
    )) {
      const own = help.split(`${name} <`)[1]?.split(" --")[0] ?? "";
      expect(
        choices.split("\\|").filter((choice) => !new RegExp(`\\b${choice}\\b`).test(own)),
        `${name} ${choices}`,
      ).toEqual([]);
      const listed = /\(choices: ([^)]*?)(?:, default[^)]*)?\)/.exec(own)?.[1];
      if (listed !== undefined) expect(listed.replaceAll('"', "").split(", ")).toEqual(choices.split("\\|"));
    }
  });
});
