import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, root, textOf } from "./repository.ts";
import { within } from "./terminal.ts";
import { rerun } from "./transcript.ts";

/** Runs something in a folder of its own, with the models that transcripts name in it. */
function inFolder<T>(act: () => T): T {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    cpSync(join(root, "test/cli/fixtures"), folder, { recursive: true });
    return within(folder, act);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(filesIn("test/cli/transcripts", ".txt").map((file) => ({ file, text: textOf(file) })))(
  "$file",
  ({ file, text }) => {
    const now = inFolder(() => rerun(text));

    test("is what its commands print", async () => {
      await expect(now).toMatchFileSnapshot(join(root, file));
    });

    test("has no colours, no stack trace and nothing that only programmers know", () => {
      expect(now).not.toMatch(/[^\n\P{Cc}]|undefined|\[object|NaN\b(?! and)|\n\s+at .+:\d+/u);
    });
  },
);

test("a command writes no file but the model that init makes", () => {
  const left = inFolder(() => {
    for (const file of filesIn("test/cli/transcripts", ".txt")) rerun(textOf(file));
    return readdirSync(".", { recursive: true, encoding: "utf8" }).sort();
  });
  const own = filesIn("test/cli/fixtures", ".yaml", ".csv", ".txt", ".html").map((path) =>
    path.replace("test/cli/fixtures/", ""),
  );
  expect(left).toEqual([...own, "models", "models/family-hubs", "models/family-hubs/model.yaml"].sort());
});
