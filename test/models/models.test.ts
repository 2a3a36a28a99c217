import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, root, textOf } from "../cli/repository.ts";
import { invest, within } from "../cli/terminal.ts";
import { rerunFences } from "../cli/transcript.ts";

const models = readdirSync(join(root, "models")).sort();
const show = (...words: string[]) => within(root, () => invest("show", ...words));

describe.each(models)("models/%s", (name) => {
  test("has its model, its notes, its sources and its expected figures", () => {
    const missing = ["model.yaml", "notes.md", "sources.md", "expected.csv"].filter(
      (file) => !existsSync(join(root, "models", name, file)),
    );
    expect(missing).toEqual([]);
  });

  test("prints its expected figures, without a warning", () => {
    const { code, out, error } = show(name, "--as", "csv");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const made = out.slice(out.lastIndexOf("\n", out.length - 2) + 1);
    expect(made).toMatch(/^"?Made with invest-to-save [^,]*/);
    expect(out.slice(0, -made.length)).toBe(textOf(`models/${name}/expected.csv`));
  });

  test("adds up and meets its conditions", () => {
    expect(within(root, () => invest("check", name)).code).toBe(0);
  });
});

test.each(filesIn("models", ".md"))("what %s shows of the command is what it prints", async (file) => {
  const now = within(root, () => rerunFences(textOf(file)));
  await expect(now).toMatchFileSnapshot(join(root, file));
});
