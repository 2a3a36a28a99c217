import { appraise } from "../appraisal/appraise.ts";
import { isAppraised } from "../appraisal/appraised.ts";
import { check } from "../check/check.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { checkLayOut } from "../sheet/given.ts";
import { isDraft } from "../sheet/money.ts";
import { saidOnce } from "../sheet/said-once.ts";
import type { Scale, SheetRounding } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";
import { escaped } from "../write/html.ts";
import { titleOf } from "../write/text.ts";
import { assumptionLines } from "./assumptions.ts";
import { checkLines } from "./checks.ts";
import { explained } from "./explained.ts";
import { headlineLines } from "./headline.ts";
import { attributesOf, dataIsland, section, textElement } from "./markup.ts";
import { picturesOf } from "./pictures.ts";
import { policyOf } from "./policy.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { appraisalLines, besideLines, statementLines, type TableSource } from "./tables.ts";

/** What is to be on a report page. */
export interface ReportPageOptions {
  /** The unit that money is printed in; as the model says unless told, else pounds. */
  readonly unit?: Scale | undefined;
  /** `footed` so that every printed sum holds; each figure on its own unless told. Headline and charts are not touched by it. */
  readonly round?: SheetRounding | undefined;
}

/**
 * A programme as one report page: the text of an HTML file that needs nothing else, no connection, and no other file. It has the
 * headline, charts, the statement by year, the tables beside it, the appraisal, every number with its source (those that are
 * assumed are marked), and the checks. Each figure is a button that shows how it came about, down to the sources; without
 * script the page can be read all the same. A policy in it lets nothing but its own script and style work. All text is escaped. A
 * programme that was not appraised is, on the terms of its model. While a number only holds the place of the real one, the page
 * is headed DRAFT. The same programme gives the same text. It draws with vega and vega-lite, which are peers: throws
 * (rejects with) `InvestToSaveError` with `no-such-file` where they are missing; with `wrong-shape` for what is no programme and
 * for options with a value that they cannot have; and what `appraise` and `evaluate` throw, such as `division-by-nil`.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { writeReportPage } from "invest-to-save/page";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const page = await writeReportPage(p);
 * /<p class="finding">(.*)<\/p>/.exec(page)?.[1];
 * // => "Savings overtake costs in 2025/26. Pays back in 2026/27, after 2.7 years."
 * ```
 */
export async function writeReportPage(
  programme: Programme,
  options: ReportPageOptions = {},
): Promise<string> {
  checkProgramme(programme, "writeReportPage");
  checkLayOut(options);
  const { unit, round } = options;
  const own = isAppraised(programme) ? programme : appraise(programme);
  const table = evaluate(own);
  const source: TableSource = {
    programme: own,
    given: programme,
    table,
    explained: explained(own),
    options: { unit, round },
    unsaid: saidOnce(),
  };
  const { findings, lines: pictures } = await picturesOf({ ...table, programme: own });
  const report = check(table);
  const body = [
    ...headlineLines(source, findings, report),
    ...section("charts", "Charts", pictures),
    ...section("statement", "Statement", statementLines(source)),
    ...section("beside", "Tables beside the statement", besideLines(source)),
    ...section("appraisal", "Appraisal", appraisalLines(source)),
    ...section("assumptions", "Assumptions", assumptionLines(programme)),
    ...section("checks", "Checks", checkLines(report)),
    "<footer>",
    ...madeLines(own),
    "</footer>",
  ];
  return page(programme, body, dataIsland("explanations", source.explained.data()));
}

/** What made the page from which inputs: on a page there is room for the whole of it. */
function madeLines(programme: Programme): string[] {
  const { madeWith, inputs, series } = stampOf(programme);
  const editions = series.map(({ name, edition }) => `${name} (${edition})`).join(", ");
  const words = `Made with ${madeWith}. SHA-256 of the inputs: ${inputs}.`;
  return [textElement("p", editions === "" ? words : `${words} Series: ${editions}.`)];
}

function page(programme: Programme, body: readonly string[], data: string): string {
  const { title, options } = programme;
  const of = options.body === undefined ? {} : { body: options.body };
  const policy = {
    "http-equiv": "Content-Security-Policy",
    content: policyOf(`\n${script}\n`, `\n${style}\n`),
  };
  return `${[
    "<!doctype html>",
    '<html lang="en-GB">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta${attributesOf(policy)}>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(titleOf({ title, draft: isDraft(programme), ...of }))}</title>`,
    `<style>\n${style}\n</style>`,
    "</head>",
    "<body>",
    "<main>",
    ...body,
    "</main>",
    `<dialog id="explanation" aria-labelledby="explanation-title"><button type="button" id="close">Close</button><div id="explained"></div></dialog>`,
    data,
    `<script>\n${script}\n</script>`,
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}
