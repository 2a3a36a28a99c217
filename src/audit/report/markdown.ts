import { escaped } from "../../write/markdown.ts";
import type { Audit } from "../audit.ts";
import type { Block } from "../read/published.ts";
import { textIn } from "../repair/place.ts";
import { madeWords } from "./made.ts";
import { type CellTexts, cellKey, marksOf } from "./marks.ts";
import { findingLines } from "./sentences.ts";
import { claimWords, rulesWords, titleWords, verdictText } from "./text.ts";

/** An audit in Markdown: the table with the figures that findings are about in bold, then one finding a paragraph. */
export function writeAuditMarkdown({ table, blocks, claims }: Audit): string {
  const parts: string[] = [];
  let first = 1;
  for (const { block, findings, cells } of blocks) {
    const marks = marksOf(findings, first);
    const title = block.title || table.title;
    if (title !== "") parts.push(`**${escaped(titleWords(title))}**`);
    parts.push(tableMarkdown(block, marks, table.unit));
    for (const [i, finding] of findings.entries()) {
      const [head = "", ...rest] = findingLines(block, finding, cells);
      const lines = rest.map((line) =>
        line.startsWith("  ") ? `- ${escaped(line.trim())}` : `\n${escaped(line)}\n`,
      );
      parts.push(
        [`**${first + i}.** ${escaped(head)}`, ...lines]
          .join("\n")
          .replace(/\n{3,}/g, "\n\n")
          .trim(),
      );
    }
    first += findings.length;
  }
  parts.push(escaped(verdictText(blocks)));
  if (claims.length > 0) {
    const said = claims.map((claim) => `- ${escaped(claimWords(claim))}`);
    parts.push(["What is said of it:\n", ...said].join("\n"));
  }
  const rules = rulesWords(blocks);
  if (rules.length > 0)
    parts.push(
      ["What is taken to belong together:\n", ...rules.map((one) => `- ${escaped(one)}`)].join("\n"),
    );
  parts.push(`*${escaped(madeWords(table))}*`);
  return `${parts.join("\n\n")}\n`;
}

function tableMarkdown(block: Block, marks: CellTexts, unit: string): string {
  const line = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  const rows = block.rows.map((row, at) => {
    const label = escaped(row.label);
    const cells = block.columns.map((_, column) => {
      const text = escaped(textIn(block, { row: at, column }));
      const mark = marks.get(cellKey(at, column));
      return mark === undefined ? text : `**${text}** ${escaped(mark)}`;
    });
    return line([row.heading ? `**${label}**` : label, ...cells]);
  });
  const head = line([unit, ...block.columns.map(({ label }) => escaped(label))]);
  return [head, line([":---", ...block.columns.map(() => "---:")]), ...rows].join("\n");
}
