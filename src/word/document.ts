import {
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { isAppraised } from "../appraisal/appraised.ts";
import { ownTables } from "../programme/appraisal-ids.ts";
import type { Programme } from "../programme/programme.ts";
import { madeWith } from "../programme/stamp/made-with.ts";
import { stampOf, stampWords } from "../programme/stamp/stamp.ts";
import { appraisalDocument } from "../sheet/document/appraisal-document.ts";
import { assumptionsGrid, commonWords } from "../sheet/document/assumptions-grid.ts";
import type { Block } from "../sheet/document/document.ts";
import { layOut } from "../sheet/lay-out.ts";
import { saidOnce, type Unsaid, withoutPointers } from "../sheet/said-once.ts";
import type { Scale, Sheet, SheetRounding } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";
import { inYears } from "../table/roll-up.ts";
import type { Table as WorkedOutTable } from "../table/table.ts";
import { oneLine, titleOf } from "../write/text.ts";
import { gridTable, sheetTable } from "./table.ts";

/** How a programme is written as a Word document. */
export interface WordOptions {
  /** The printed unit of money; as the model says unless told. */
  readonly unit?: Scale | undefined;
  /** `footed` so that every printed sum holds; each figure on its own unless told. */
  readonly round?: SheetRounding | undefined;
}

type Content = Paragraph | Table;

/** A4 in twentieths of a point, and its margins. */
const page = { width: 11906, height: 16838, margin: 1134 };

/** More columns of figures than this need the page on its side. */
const mostUpright = 7;

/** A programme as a document: statement, tables beside it, appraisal, assumptions. */
export function documentOf(programme: Programme, options: WordOptions): Document {
  const exact = evaluate(programme);
  const table = inYears(exact);
  const statement = withoutPointers(layOut(table, options), programme);
  const turned = statement.columns.length > mostUpright;
  const width = (turned ? page.height : page.width) - 2 * page.margin;
  const beside = tablesBeside(table, options);
  const title = oneLine(titleOf(statement));
  const unsaid = saidOnce();
  return new Document({
    title,
    creator: madeWith,
    lastModifiedBy: madeWith,
    description: `Inputs ${stampOf(programme).inputs}`,
    styles,
    sections: [
      {
        properties: {
          page: {
            size: {
              // The library turns the page itself.
              width: page.width,
              height: page.height,
              orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: footer(programme, statement) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          sheetTable(statement, width),
          ...notes(unsaid(statement.notes)),
          ...beside.flatMap((sheet) => [
            headed(sheet.title),
            sheetTable(sheet, width),
            ...notes(unsaid(sheet.notes)),
          ]),
          ...appraisalParts(programme, options, width, unsaid),
          ...assumptionParts(programme, width),
        ],
      },
    ],
  });
}

const font = "Arial";
const spaced = { before: 240, after: 120 };
const heading = (size: number) => ({
  run: { font, size, bold: true, color: "000000" },
  paragraph: { spacing: spaced },
});
const styles = {
  default: {
    document: { run: { font, size: 20 }, paragraph: { spacing: { after: 120 } } },
    heading1: heading(30),
    heading2: heading(24),
    heading3: heading(20),
  },
};

/** The tables of the model that are not the statement; those of its appraisal come with the appraisal. */
function tablesBeside(table: WorkedOutTable, options: WordOptions): Sheet[] {
  const { programme } = table;
  return ownTables(programme).map(({ label }) => {
    const sheet = layOut(table, { ...options, table: label });
    return { ...withoutPointers(sheet, programme), title: label };
  });
}

function appraisalParts(
  programme: Programme,
  options: WordOptions,
  width: number,
  unsaid: Unsaid,
): Content[] {
  if (!isAppraised(programme)) return [];
  const { blocks, notes: remarks } = appraisalDocument(programme, options);
  const { case: own } = programme.appraisal.terms;
  return [
    new Paragraph({ text: `The ${own} case`, heading: HeadingLevel.HEADING_2 }),
    ...blocks.flatMap((block) => blockParts(block, width)),
    ...notes(unsaid(remarks)),
  ];
}

function blockParts(block: Block, width: number): Content[] {
  if (block.block === "words") return [new Paragraph(oneLine(block.text))];
  const { title } = block.block === "sheet" ? block.sheet : block.grid;
  const table =
    block.block === "sheet" ? sheetTable(block.sheet, width) : gridTable(block.grid, width, "Measure");
  return [new Paragraph({ text: oneLine(title), heading: HeadingLevel.HEADING_3, keepNext: true }), table];
}

/** The list of what enters the model, under what is said of all of it. */
function assumptionParts(programme: Programme, width: number): Content[] {
  const grid = assumptionsGrid(programme);
  const said = commonWords(programme).map((text) => new Paragraph({ text: oneLine(text), keepNext: true }));
  return [headed(grid.title), ...said, gridTable(grid, width, "Assumption")];
}

function headed(title: string): Paragraph {
  return new Paragraph({ text: oneLine(title), heading: HeadingLevel.HEADING_2, keepNext: true });
}

function notes(texts: readonly string[]): Paragraph[] {
  return texts.map(
    (text, i) =>
      new Paragraph({
        spacing: { before: i === 0 ? 120 : 0, after: 40 },
        children: [new TextRun({ text: oneLine(text), size: 17 })],
      }),
  );
}

/** What made it from which inputs, and the number of the page. */
function footer(programme: Programme, { draft }: Sheet): Footer {
  const words = `${draft ? "DRAFT. " : ""}${oneLine(programme.title)}. ${oneLine(stampWords(stampOf(programme)))} Page `;
  const run = { size: 14, color: "595959" };
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ ...run, text: words }),
          new TextRun({ ...run, children: [PageNumber.CURRENT] }),
        ],
      }),
    ],
  });
}
