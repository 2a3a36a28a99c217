import { describe, expect, test } from "vitest";
import { filesIn, textOf as fileText } from "../cli/repository.ts";
import { all, type Element, elementsOf, textOf } from "./markup.ts";

// What automated checkers of accessibility ask of a page with one table, asked of every page in the gallery.
const pages = filesIn("test/gallery", ".html").map((file) => ({ file, page: fileText(file) }));

describe.each(pages)("$file", ({ file, page }) => {
  const document = elementsOf(page);
  const one = (tag: string): Element => {
    const found = all(document, tag);
    expect(found.length, tag).toBe(1);
    return found[0] as Element;
  };

  test("is a page in a language, with a title, one main part and one heading", () => {
    expect(one("html").attributes["lang"]).toBe("en-GB");
    expect(textOf(one("title"))).toBe(textOf(one("h1")));
    expect(all(one("main"), "table").length).toBe(1);
    expect(one("body").inside.filter((part) => typeof part !== "string").length).toBe(1);
  });

  test("has no script, loads nothing and leads nowhere", () => {
    expect(all(document, "script")).toEqual([]);
    expect(page).not.toMatch(/\s(?:on\w+|src|href|srcset|action)=|url\(|@import|https?:/);
  });

  test("has a caption, and headers that say what they head", () => {
    expect(textOf(one("caption"))).toBe(textOf(one("title")));
    for (const header of all(document, "th")) {
      expect(["col", "row", "rowgroup"]).toContain(header.attributes["scope"]);
      expect(textOf(header).trim()).not.toBe("");
    }
    for (const group of all(document, "tbody")) {
      const spanning = all(group, "th").filter(({ attributes }) => attributes["scope"] === "rowgroup");
      expect(spanning.length).toBeLessThan(2);
      expect(spanning.every((header) => all(all(group, "tr")[0] as Element, "th").includes(header))).toBe(
        true,
      );
    }
  });

  test("has rows of one width", () => {
    const [head, ...rows] = all(document, "tr").map((row) =>
      [...all(row, "th"), ...all(row, "td")].reduce(
        (sum, { attributes }) => sum + Number(attributes["colspan"] ?? 1),
        0,
      ),
    );
    expect(new Set(rows)).toEqual(new Set([head]));
  });

  test("can be scrolled by keyboard, under a name", () => {
    const [region] = all(document, "div").filter(({ attributes }) => attributes["role"] === "region");
    expect(region?.attributes).toMatchObject({ tabindex: "0", "aria-label": textOf(one("title")) });
  });

  test("says minus where it prints brackets", () => {
    for (const cell of all(document, "td")) {
      const drawn = textOf(cell, ["said", "sup"]);
      expect(drawn).toMatch(/^(?:|\(?\d[\d,]*(?:\.\d+)?\)?)$/);
      expect(textOf(cell).startsWith("minus (")).toBe(drawn.startsWith("("));
    }
  });

  test("shows the figures that the same sheet has in Markdown", () => {
    const table = fileText(file.replace(/html$/, "md"))
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const figures = table.slice(2).map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(2, -1)
        .map((cell) => cell.replaceAll(/\*\*|\\\*/g, "").trim()),
    );
    const rows = all(document, "tbody").flatMap((group) => all(group, "tr"));
    const drawn = rows.map((row) => all(row, "td").map((cell) => textOf(cell, ["said", "sup"])));
    expect(drawn.filter((row) => row.length > 0)).toEqual(
      figures.filter((row) => row.some((text) => text !== "")),
    );
  });
});

test("the gallery has pages", () => {
  expect(pages.length).toBeGreaterThan(8);
});
