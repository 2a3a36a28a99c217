// Writes what the commands in the documents print into the documents, or in those that are named. Read the difference
// before you commit it.
import { writeFileSync } from "node:fs";
import { documents, fencesOfDocument } from "../test/docs/blocks.ts";
import { builtCommand, inFolder, output, sessionsIn } from "../test/docs/shell.ts";
import { root, textOf } from "../test/house/sources.ts";

const asked = process.argv.slice(2);

for (const file of documents().filter((own) => asked.length === 0 || asked.includes(own))) {
  const fences = fencesOfDocument(file);
  const lines = textOf(file).split("\n");
  const shown = fences.filter(({ language, next }) => language === "sh" && next?.language === "text");
  const sessions = sessionsIn(file, fences);
  // From the end, so that the lines before stay where they are.
  for (const [i, session] of [...sessions.entries()].reverse()) {
    const block = shown[i]?.next;
    if (block === undefined) continue;
    const { text } = await inFolder(fences, (folder) => output(session, folder, builtCommand()));
    if (text.trimEnd() === block.code.trimEnd()) continue;
    const count = block.code === "" ? 0 : block.code.split("\n").length;
    lines.splice(block.line - 1, count, ...text.trimEnd().split("\n"));
    console.log(session.name);
  }
  writeFileSync(`${root}/${file}`, lines.join("\n"));
}
