// Writes docs/models.md: each model's table, and its three most useful findings as its notes have them.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, textOf } from "../test/cli/repository.ts";
import { invest, within } from "../test/cli/terminal.ts";

const page = join(root, "docs", "models.md");

/** The bullets under “Findings” in the notes of a model. */
function findingsOf(name: string): string {
  const [, after = ""] = textOf(`models/${name}/notes.md`).split(/^## Findings\n/m);
  const findings = after.split(/^## /m)[0]?.match(/^- .*(?:\n {2}.*)*/gm) ?? [];
  if (findings.length !== 3)
    throw new Error(`the notes of ${name} have ${findings.length} findings, not three`);
  return findings.join("\n");
}

function modelSection(name: string): string {
  const { out } = within(root, () => invest("show", name, "--as", "markdown"));
  const [title = "", table = ""] = out.split("\n\n");
  const heading = title.replaceAll("**", "").replaceAll("\\", "");
  const folder = `[models/${name}](../models/${name}/notes.md)`;
  return `## ${heading}\n\n${folder}\n\n${table}\n\n${findingsOf(name)}\n`;
}

/** The page as it should be. */
export function modelsPage(): string {
  const names = readdirSync(join(root, "models")).sort();
  const head =
    "# Models\n\nEvery model of the repository: its table, and the three findings that are of most use. The notes of each say what its\ndocument leaves open, and where the document's own figures disagree. `npm run docs:models` writes this page.\n";
  return [head, ...names.map(modelSection)].join("\n");
}

if (process.argv[1]?.endsWith("models-page.ts")) writeFileSync(page, modelsPage());
