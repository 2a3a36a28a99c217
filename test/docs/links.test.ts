import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { root, textOf } from "../house/sources.ts";
import { documents } from "./blocks.ts";
import { fileOfLink, relativeLinks } from "./links.ts";

describe("the links of a page", () => {
  test("are those to other files, in all the ways of writing them, outside code", () => {
    const page = [
      "[one](a.md) and ![two](img/b.svg 'B'), [three](https://example.org/c.md), [four](#here)",
      "[five][5] and `[six](f.md)` <img alt='' src=\"g.svg\"> [`seven`](h.md#part) [![eight](i.svg)](j.md)",
      "```ts\n[nine](k.md)\n```",
      "[5]: e.md",
    ].join("\n\n");
    const expected = ["a.md", "e.md", "g.svg", "h.md#part", "img/b.svg", "j.md"];
    expect(relativeLinks(page).sort()).toEqual(expected);
    expect(fileOfLink("h%20i.md#part")).toBe("h i.md");
  });

  test("all lead to files", () => {
    const broken = documents().flatMap((file) =>
      relativeLinks(textOf(file))
        .filter((link) => !existsSync(posix.join(root, posix.dirname(file), fileOfLink(link))))
        .map((link) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});
