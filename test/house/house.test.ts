import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { homedir } from "node:os";
import { describe, expect, test } from "vitest";
import {
  floatsOf,
  functionsOf,
  importsOf,
  loadedBy,
  packageOf,
  passedOver,
  tiesTo,
  wordsOf,
} from "./rules.ts";
import { filesIn, parsed, root, textOf } from "./sources.ts";

/** Files of src/ that may be longer than the limit, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};
const mostLines = 300;
const mostLinesOfFunction = 50;

/** Files of src/ outside quantity/ that may round or read floats, each with the reason why that is no money. */
const floats: Readonly<Record<string, string>> = {};

/** Which folder alone may import which package. */
const owners = { "date-fns": "src/time/", "@date-fns/utc": "src/time/", "decimal.js": "src/quantity/" };

const vague = /^(utils?|helpers?|common|misc|managers?|services?)$/;
const sources = filesIn("src", ".ts").map((file) => ({ file, source: parsed(file) }));

describe("src", () => {
  test("names no folder or file by a word that says nothing", () => {
    expect(
      sources.map(({ file }) => file).filter((file) => wordsOf(file).some((word) => vague.test(word))),
    ).toEqual([]);
  });

  test("has no file too long to read in one go", () => {
    const lengths = sources.map(({ file }) => ({ file, lines: textOf(file).trimEnd().split("\n").length }));
    const long = lengths.filter(({ file, lines }) => lines > mostLines && !(file in longFiles));
    expect(long.map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([]);
  });

  test("has no function longer than a screen", () => {
    const long = sources.flatMap(({ file, source }) =>
      functionsOf(source)
        .filter(({ lines }) => lines > mostLinesOfFunction)
        .map(({ name, line, lines }) => `${file}:${line} ${name}: ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  test.each(Object.entries(owners))("imports %s in %s only", (name, folder) => {
    const strays = sources.filter(({ file, source }) => {
      return !file.startsWith(folder) && importsOf(source).some((one) => packageOf(one.name) === name);
    });
    expect(strays.map(({ file }) => file)).toEqual([]);
  });

  test("rounds and reads numbers in quantity/ only", () => {
    const others = sources.filter(({ file }) => !file.startsWith("src/quantity/") && !(file in floats));
    expect(others.flatMap(({ file, source }) => floatsOf(source).map((text) => `${file}:${text}`))).toEqual(
      [],
    );
  });

  test("lists no exception that is not needed any more", () => {
    const short = Object.keys(longFiles).filter(
      (file) => !existsSync(`${root}/${file}`) || textOf(file).trimEnd().split("\n").length <= mostLines,
    );
    const exact = Object.keys(floats).filter(
      (file) => !existsSync(`${root}/${file}`) || !floatsOf(parsed(file)).length,
    );
    expect([...short, ...exact]).toEqual([]);
  });
});

describe("the main entry", () => {
  test("loads nothing that needs Node, a file or a terminal", () => {
    const loaded = [...loadedBy("src/index.ts", parsed)];
    expect(loaded.length).toBeGreaterThan(0);
    const unwanted = loaded.filter(
      ([name]) =>
        isBuiltin(name) || name.startsWith("node:") || /^(yaml|commander|hucre|vega|vega-lite)$/.test(name),
    );
    expect(unwanted.map(([, chain]) => chain)).toEqual([]);
  });
});

describe("test", () => {
  test("passes over no test", () => {
    const files = filesIn("test", ".ts");
    expect(files.flatMap((file) => passedOver(textOf(file)).map((text) => `${file}:${text}`))).toEqual([]);
  });
});

describe("the repository", () => {
  test("is tied to no machine and no registry", { timeout: 30_000 }, () => {
    const forms = tiesTo(root, homedir());
    const found = repositoryTexts().flatMap(({ file, text }) =>
      forms.flatMap((form) => {
        const at = form.exec(text);
        return at === null ? [] : [`${file}:${text.slice(0, at.index).split("\n").length} ${at[0]}`];
      }),
    );
    expect(found).toEqual([]);
  });
});

/** The text files that are in the repository or would be added to it. */
function repositoryTexts(): { file: string; text: string }[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const files = listed.split("\0").filter((file) => file !== "" && isFile(`${root}/${file}`));
  const texts = files.map((file) => ({ file, text: readFileSync(`${root}/${file}`, "utf8") }));
  return texts.filter(({ text }) => !text.includes("\0"));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
