import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, root, textOf } from "../house/sources.ts";
import { documents } from "./blocks.ts";
import { fileOfLink, headingOfLink, headingsOf, relativeLinks } from "./links.ts";

/** Everything that is for reading: the documents, and the notes of the models. */
const pages = [...documents(), ...filesIn("models", ".md")];

interface Link {
  readonly words: string;
  readonly target: string;
  readonly heading: string | undefined;
}

/** The links of a page, each with the file that it leads to. */
function linksOf(page: string): Link[] {
  return relativeLinks(textOf(page)).map((link) => {
    const file = fileOfLink(link);
    const target = file === "" ? page : posix.normalize(posix.join(posix.dirname(page), file));
    return { words: `${page}: ${link}`, target, heading: headingOfLink(link) };
  });
}

const links = pages.flatMap(linksOf);
const words = (found: readonly Link[]) => found.map((link) => link.words);

describe("the links of a page", () => {
  test("are those into the repository, in all the ways of writing them, outside code", () => {
    const page = [
      "[one](a.md) and ![two](img/b.svg 'B'), [three](https://example.org/c.md), [four](#here)",
      "[five][5] and `[six](f.md)` <img alt='' src=\"g.svg\"> [`seven`](h.md#part) [![eight](i.svg)](j.md)",
      "```ts\n[nine](k.md)\n```",
      "[5]: e.md",
    ].join("\n\n");
    const expected = ["#here", "a.md", "e.md", "g.svg", "h.md#part", "img/b.svg", "j.md"];
    expect(relativeLinks(page).sort()).toEqual(expected);
    expect(fileOfLink("h%20i.md#part")).toBe("h i.md");
    expect(headingOfLink("h.md#part")).toBe("part");
  });

  test("name headings as GitHub does", () => {
    const page =
      "# What `is` where?\n\n## [Costs](c.md) & savings\n\n## Notes\n\n## Notes\n\n```sh\n# no heading\n```\n";
    expect([...headingsOf(page)]).toEqual(["what-is-where", "costs--savings", "notes", "notes-1"]);
  });

  test("all lead to files", () => {
    expect(words(links.filter(({ target }) => !existsSync(posix.join(root, target))))).toEqual([]);
  });

  test("all lead to headings that are there", () => {
    const lost = links.filter(
      ({ target, heading }) =>
        heading !== undefined && target.endsWith(".md") && !headingsOf(textOf(target)).has(heading),
    );
    expect(words(lost)).toEqual([]);
  });

  test("lead to what the package has in it, but for the pages on its code", () => {
    const { files } = JSON.parse(readFileSync(posix.join(root, "package.json"), "utf8")) as {
      files: readonly string[];
    };
    const isIn = (file: string) => files.some((name) => file === name || file.startsWith(`${name}/`));
    const outside = links.filter(
      ({ words: from, target }) =>
        isIn(from.replace(/:.*$/, "")) && !isIn(target) && !aboutTheCode.test(from),
    );
    expect(words(outside)).toEqual([]);
  });
});

/** Who works on the code has a clone. */
const aboutTheCode =
  /^(docs\/(architecture|adding-a-driver|dependencies|performance|quality|decisions\/.*)\.md|CONTRIBUTING\.md):/;
