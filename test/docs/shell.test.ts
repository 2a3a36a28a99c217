import { describe, expect, test } from "vitest";
import { root } from "../house/sources.ts";
import { documents, fencesOfDocument } from "./blocks.ts";
import { fencesIn } from "./fences.ts";
import { inFolder, output, printedBy, sessionsIn } from "./shell.ts";

const fixture = ["node", `${root}/test/docs/fixture/command.mjs`];

/** What the first session of a page prints, the stand-in run in place of the command. */
async function printed(page: string): Promise<string> {
  const fences = fencesIn(page, /^#+ (.*)$/);
  const [session] = sessionsIn("page.md", fences);
  if (session === undefined) throw new Error("the page has no session");
  return (await inFolder(fences, (folder) => output(session, folder, fixture))).text;
}

const page = (commands: string) => `\`\`\`sh\n${commands}\n\`\`\`\n\n\`\`\`text\n\`\`\`\n`;

describe("a session of commands", () => {
  test("is a block of commands with the text that they print after it", () => {
    const text =
      "## Try it\n\n```sh\nnpm install\n```\n\n```sh\n$ npx invest-to-save show\n```\n\n```text\nA\n```\n";
    expect(sessionsIn("page.md", fencesIn(text, /^#+ (.*)$/))).toEqual([
      { name: "page.md:8 Try it", commands: ["invest-to-save show"], prints: "A" },
    ]);
  });

  test("runs its commands in turn, as a shell reads them", async () => {
    expect(await printed(page('invest-to-save say a "b c"\ninvest-to-save say \\\n  d'))).toBe("a|b c\nd\n");
  });

  test("finds the files that the page shows", async () => {
    const file = "```yaml club.yaml\ntitle: Club\n```\n\n";
    expect(await printed(file + page("invest-to-save read club.yaml"))).toBe("title: Club\n");
  });

  test("shows standard error only where the page asks for it", async () => {
    expect(await printed(page("invest-to-save fail"))).toBe("before\n");
    expect(await printed(page("invest-to-save fail 2>&1"))).toBe("before\na fault\n");
  });

  test("runs no other command", async () => {
    await expect(printed(page("npm install"))).rejects.toThrow("only invest-to-save is run");
  });
});

for (const file of documents()) {
  const fences = fencesOfDocument(file);
  test.each(sessionsIn(file, fences).map((session) => [session.name, session] as const))(
    "%s",
    { timeout: 90_000 },
    async (_, session) => {
      const { text, errors } = await inFolder(fences, (folder) => printedBy(session, folder));
      expect(text.trimEnd(), `${session.name}\n${errors}`).toBe(session.prints.trimEnd());
    },
  );
}
