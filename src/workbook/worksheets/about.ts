import type { Programme } from "../../programme/programme.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { isDraft } from "../../sheet/money.ts";
import { formatTimeline } from "../../time/timeline.ts";
import { checkLine } from "../header.ts";
import { textCell } from "../text-cell.ts";
import type { Worksheet, WorksheetCell, WorksheetName } from "../workbook.ts";

const worksheets: Readonly<Record<Exclude<WorksheetName, "About">, string>> = {
  Assumptions: "every number that enters the model, its unit, its range and where it comes from",
  Workings: "every row of the model, one formula a row, worked out from the assumptions",
  Statement: "costs, funding, savings and the balance as they are published",
  Appraisal: "what the programme is worth: its flows discounted and summed up",
  Checks: "what must hold, judged again whenever something changes",
  Charts: "the totals drawn by year",
};

const rules: readonly (readonly [string, string])[] = [
  [
    "What to change",
    "Only the blue cells on yellow (orange where they hold the place of a real figure) on the worksheet Assumptions. Everything else follows. Worksheets are protected without a password against slips; the menu Review takes the protection off.",
  ],
  [
    "Signs",
    "On the statement and the charts costs are positive; funding and savings are negative, in brackets. In the assumptions and workings amounts of every kind are positive.",
  ],
  [
    "Rounding",
    "Cells hold whole amounts in pounds; thousands and millions are only how they are shown. Nothing is rounded but where a formula says so, so figures as shown may differ from their sum as shown by a unit or two.",
  ],
  [
    "Comparisons",
    "Amounts that are equal on paper can differ in the last of the fifteen digits of a spreadsheet. Comparisons therefore round the difference first: money to a hundredth of a penny, all else to nine decimals.",
  ],
  [
    "Before the start",
    "Before the first period everything is nil. Where a formula looks back beyond it, it reads the columns headed “Before”.",
  ],
  [
    "Dates",
    "A date is a day of the calendar that spreadsheets count from 1900. A month number is twelve times the year, and the months of that year before it: 24,171 is April 2014.",
  ],
];

/** The worksheet that says what the workbook is, what made it from what, and how to read it. */
export function aboutSheet(programme: Programme, used: readonly WorksheetName[], holds: boolean): Worksheet {
  const { title, options, timeline, scenario } = programme;
  const draft = isDraft(programme);
  const { madeWith, inputs, series } = stampOf(programme);
  const facts: (readonly [string, string])[] = [
    ...(options.body === undefined ? [] : [["Body", options.body] as const]),
    ["Periods", `${formatTimeline(timeline)}, by ${timeline.grain}`],
    ...(scenario === undefined ? [] : [["Scenario", scenario.label] as const]),
    ...(options.source === undefined ? [] : [["Source", options.source] as const]),
    ["Made with", madeWith],
    [
      "Inputs",
      `SHA-256 ${inputs} of the model and its assumptions as exported; it does not follow changes made here.`,
    ],
    ...series.map(({ name, edition }) => ["Series", `${name}: ${edition}`] as const),
  ];
  const described = used.flatMap((name) => (name === "About" ? [] : [[name, worksheets[name]] as const]));
  const blocks = [
    ["", facts],
    ["Worksheets", described],
    ["How to read it", rules],
  ] as const;
  let row = 3;
  const cells: WorksheetCell[] = [
    textCell(1, 1, draft ? "draft" : "title", `${draft ? "DRAFT: " : ""}${title}`),
    textCell(2, 1, "block", "Checks"),
    { ...checkLine(2, 2, holds), look: "answer" },
  ];
  for (const [heading, block] of blocks) {
    if (heading !== "") cells.push(textCell(++row, 1, "section", heading));
    if (heading !== "") row++;
    for (const [label, text] of block) {
      cells.push(textCell(row, 1, "block", label), textCell(row, 2, "text", text));
      row++;
    }
  }
  return { name: "About", cells, widths: [22, 110] };
}
