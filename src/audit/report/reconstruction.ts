import { checkWord } from "../../issue/given.ts";
import { checkHandedOn } from "../../issue/handed-on.ts";
import { type Decimal, numeral } from "../../quantity/decimal.ts";
import { field } from "../../write/csv.ts";
import { figure as spelled } from "../../write/figure.ts";
import { escaped } from "../../write/markdown.ts";
import { oneLine } from "../../write/text.ts";
import type { ReconstructedBlock, Reconstruction, UnroundedFigure } from "../reconstruct/reconstruct.ts";
import { placeOf } from "../repair/place.ts";
import { madeData, madeWords } from "./made.ts";
import { type CellTexts, cellKey } from "./marks.ts";
import { proofLines } from "./sentences.ts";
import { gridText } from "./text.ts";
import { wrapped } from "./wrap.ts";

/** The forms in which a reconstruction can be written. */
export const reconstructionWriters = {
  text: reconstructionText,
  markdown: reconstructionMarkdown,
  csv: reconstructionCsv,
  json: reconstructionJson,
} as const;

/**
 * Writes a reconstruction: figures before rounding in full units, and the range of each (`text`, `markdown`, `json`), or the
 * figures alone (`csv`); or the proof that there are none. Throws `InvestToSaveError` with `wrong-shape` for what is no reconstruction, and
 * for another form than those.
 *
 * @example
 * ```ts
 * import { readTable, reconstruct, writeReconstruction } from "invest-to-save/audit";
 * const { table } = readTable("£000s,14/15,15/16,Total\nPay,60,60,121\n");
 * const found = table && reconstruct(table, { assume: [{ constant: "Pay" }] }).reconstruction;
 * found && writeReconstruction(found, "csv").split("\n")[1]; // => "Pay,60400,60400,120800"
 * ```
 */
export function writeReconstruction(
  reconstruction: Reconstruction,
  as: keyof typeof reconstructionWriters = "text",
): string {
  checkHandedOn(reconstruction, {
    name: "reconstruction",
    by: "reconstruct(…).reconstruction",
    keyed: ["table"],
    lists: ["blocks"],
  });
  checkWord(as, Object.keys(reconstructionWriters), ["as"]);
  return reconstructionWriters[as](reconstruction);
}

/** A text for every cell of a block that a figure was found for; for the others nothing. */
function cellTexts({ figures }: ReconstructedBlock, textOf: (figure: UnroundedFigure) => string): CellTexts {
  return new Map(figures.map((one) => [cellKey(one.cell.row, one.cell.column), textOf(one)]));
}

/** The rows of a block with those texts, each after its label. */
function labelledRows({ block }: ReconstructedBlock, texts: CellTexts): { label: string; cells: string[] }[] {
  return block.rows.map(({ label }, row) => ({
    label,
    cells: block.columns.map((_, column) => texts.get(cellKey(row, column)) ?? ""),
  }));
}

function amount(value: Decimal): string {
  return spelled(value, Math.min(value.decimalPlaces(), 2));
}

function rangeWords({ range: { low, high } }: UnroundedFigure): string {
  if (low !== undefined && high !== undefined)
    return low.eq(high) ? amount(low) : `${amount(low)} to ${amount(high)}`;
  if (low !== undefined) return `from ${amount(low)}`;
  return high === undefined ? "any" : `to ${amount(high)}`;
}

const unit = ({ unit: own }: Reconstruction["table"]) => (own === "" ? "" : "£");

function outcomeLines(one: ReconstructedBlock): string[] {
  const { block, outcome, proof, cells, rules } = one;
  if (proof !== undefined) {
    const [, ...proved] = proofLines(block, proof, cells, false);
    return ["No figures print like this and add up, keeping what is assumed. The proof:", ...proved];
  }
  if (outcome === "edge") {
    return [
      "No figures print like this unless one of them lies exactly half-way between two printed ones and was rounded towards nil.",
    ];
  }
  const declared = rules.filter((rule) => rule.declared).map((rule) => `  ${rule.says}`);
  const kept = declared.length === 0 ? [] : ["They keep what was declared:", ...declared];
  return [
    "These figures, in full units, add up exactly and print as the table does when they are rounded.",
    ...kept,
  ];
}

function reconstructionText({ table, blocks }: Reconstruction): string {
  const parts = blocks.flatMap((one) => {
    const title = one.block.title || table.title;
    const lines = outcomeLines(one)
      .flatMap((line) => wrapped(line, 4))
      .join("\n");
    const tables =
      one.outcome === "found"
        ? [
            gridText(
              one.block,
              cellTexts(one, ({ value }) => amount(value)),
              unit(table),
            ).join("\n"),
            `Where each of them may lie:\n\n${gridText(one.block, cellTexts(one, rangeWords), unit(table)).join("\n")}`,
          ]
        : [];
    return [...(title === "" ? [] : [oneLine(title)]), lines, ...tables];
  });
  return `${[...parts, madeWords(table)].join("\n\n")}\n`;
}

function reconstructionMarkdown({ table, blocks }: Reconstruction): string {
  const line = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  const grid = (one: ReconstructedBlock, texts: CellTexts) =>
    [
      line([unit(table), ...one.block.columns.map(({ label }) => escaped(label))]),
      line([":---", ...one.block.columns.map(() => "---:")]),
      ...labelledRows(one, texts).map(({ label, cells }) => line([escaped(label), ...cells])),
    ].join("\n");
  const parts = blocks.flatMap((one) => {
    const [head = "", ...rest] = outcomeLines(one);
    const words = [escaped(head), ...rest.map((text) => `- ${escaped(text.trim())}`)].join("\n");
    if (one.outcome !== "found") return [words];
    return [
      words,
      grid(
        one,
        cellTexts(one, ({ value }) => amount(value)),
      ),
      "Where each of them may lie:",
      grid(one, cellTexts(one, rangeWords)),
    ];
  });
  return `${[...parts, `*${escaped(madeWords(table))}*`].join("\n\n")}\n`;
}

function reconstructionCsv({ table, blocks }: Reconstruction): string {
  const lines = blocks.flatMap((one, at) => [
    ...(at === 0 ? [] : [""]),
    [unit(table), ...one.block.columns.map(({ label }) => label)].map(field).join(","),
    ...labelledRows(
      one,
      cellTexts(one, ({ value }) => numeral(value)),
    ).map(({ label, cells }) => [field(label), ...cells].join(",")),
  ]);
  const blanks = blocks.slice(0, 1).flatMap(({ block }) => block.columns.map(() => ""));
  const made = [field(madeWords(table)), ...blanks].join(",");
  return `${[...lines, made].join("\n")}\n`;
}

function reconstructionJson({ table, blocks, found }: Reconstruction): string {
  const document = {
    format: "invest-to-save/reconstruction",
    version: 1,
    stamp: madeData(table),
    title: table.title,
    found,
    blocks: blocks.map((one) => ({
      outcome: one.outcome,
      rules: one.rules.map(({ says, declared }) => ({ says, declared })),
      figures: one.figures.map(({ cell, value, range }) => ({
        row: cell.row,
        column: cell.column,
        place: placeOf(one.block, cell),
        value: numeral(value),
        ...(range.low === undefined ? {} : { low: numeral(range.low) }),
        ...(range.high === undefined ? {} : { high: numeral(range.high) }),
      })),
      ...(one.outcome === "found" ? {} : { because: outcomeLines(one) }),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
