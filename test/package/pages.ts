import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { fencesOfDocument } from "../docs/blocks.ts";
import { fileOfLink, relativeLinks } from "../docs/links.ts";
import { inEmptyFolder, output, sessionsIn } from "../docs/shell.ts";
import { filesIn, textOf } from "../house/sources.ts";

/** The pages that somebody reads who has the package and nothing else. */
const pages = ["README.md", ...filesIn("docs/getting-started", ".md")];

const shown = pages.flatMap((page) => {
  const fences = fencesOfDocument(page);
  return sessionsIn(page, fences).map((session) => [session.name, { page, fences, session }] as const);
});

/** What the pages promise to whoever has installed the package in a project, which is a folder that is made beforehand. */
export function describePages(project: () => string): void {
  const inPackage = (path: string) => join(project(), "node_modules/invest-to-save", path);

  describe("the pages in the package", () => {
    test("show commands, and the package says as the repository does", () => {
      expect(shown.length).toBeGreaterThan(15);
      for (const page of pages) expect(readFileSync(inPackage(page), "utf8")).toBe(textOf(page));
    });

    test.each(shown)(
      "%s",
      async (_, { fences, session }) => {
        const command = [join(project(), "node_modules/.bin/invest-to-save")];
        const { text, errors } = await inEmptyFolder(fences, (folder) => output(session, folder, command));
        expect(text.trimEnd(), errors).toBe(session.prints.trimEnd());
      },
      60_000,
    );

    test("link to nothing that is not in it", () => {
      const all = readdirSync(inPackage("."), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".md") && !path.includes("node_modules"))
        .map((path) => relative(".", path));
      expect(all).toContain(join("docs", "getting-started", "developer.md"));
      const dead = all.flatMap((page) =>
        relativeLinks(readFileSync(inPackage(page), "utf8"))
          .filter((link) => !existsSync(inPackage(posix.join(posix.dirname(page), fileOfLink(link)))))
          .map((link) => `${page}: ${link}`),
      );
      expect(dead).toEqual([]);
    });
  });
}
