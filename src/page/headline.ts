import { measures } from "../appraisal/measures.ts";
import { moneyShort } from "../charts/money-axis.ts";
import type { Report } from "../check/check.ts";
import { totalIds } from "../programme/building/statement.ts";
import { ownMoneyNotes } from "../sheet/document/own-money.ts";
import { isDraft } from "../sheet/money.ts";
import { formatTimeline } from "../time/timeline.ts";
import { draftHeading } from "../write/draft.ts";
import { checksWords } from "./checks.ts";
import { element, textElement } from "./markup.ts";
import { noteLines, type TableSource } from "./tables.ts";

/** A figure of the headline: what it is called, what it comes to, and the number of its explanation. */
interface KeyFigure {
  readonly label: string;
  readonly words: string;
  readonly why?: number | undefined;
}

/** The top of the page: what it is of, whether it is a draft, what was found, and the figures that are asked for first. */
export function headlineLines(source: TableSource, findings: readonly string[], report: Report): string[] {
  const { programme } = source;
  const { title, options, timeline, scenario } = programme;
  const draft = isDraft(programme);
  const about = [
    ...(options.body === undefined ? [] : [options.body]),
    formatTimeline(timeline),
    ...(scenario === undefined ? [] : [`Scenario: ${scenario.label}`]),
  ];
  const figures = keyFigures(source).map(({ label, words, why }) => {
    const value = textElement("dd", words, { "data-why": why });
    return element("div", `${textElement("dt", label)}${value}`);
  });
  return [
    "<header>",
    textElement("h1", `${draft ? "DRAFT: " : ""}${title}`),
    textElement("p", about.join(" · "), { class: "about" }),
    ...(draft ? [textElement("p", `${draftHeading}.`, { class: "draft" })] : []),
    "</header>",
    `<section aria-label="Headline" class="headline">`,
    ...(findings.length === 0 ? [] : [textElement("p", `${findings.join(". ")}.`, { class: "finding" })]),
    "<dl>",
    ...figures,
    "</dl>",
    ...noteLines(source, ownMoneyNotes(programme)),
    element("p", `${textElement("a", checksWords(report), { href: "#checks" })}`),
    `<p hidden class="hint">Choose a figure to see how it came about.</p>`,
    "</section>",
  ];
}

function keyFigures({ programme, table, explained }: TableSource): KeyFigure[] {
  const all = { first: 0, last: programme.timeline.count - 1 };
  const totals = [
    { id: totalIds.cost, label: "Costs" },
    { id: totalIds.funding, label: "Funding" },
    { id: totalIds.saving, label: savingsLabel(programme.lines) },
  ].flatMap(({ id, label }): KeyFigure[] => {
    const total = table.rows.get(id)?.total;
    if (total === undefined || total.isZero()) return [];
    return [{ label, words: moneyShort(total), why: explained.of(id, all) }];
  });
  const found = measures(programme, table);
  const wanted = ["net-present-value", "net-saving", "payback"];
  const own = wanted.flatMap((id) => found.filter((measure) => measure.id === id));
  const key = own.map(({ id, label, value, unit, words }): KeyFigure => {
    const row = programme.appraisal.measures.find((measure) => measure.id === id)?.row;
    const last = { first: all.last, last: all.last };
    const why = row === undefined ? undefined : explained.of(row, last);
    const short = value !== undefined && unit === "£" ? moneyShort(value) : words.replace(/: .*/, "");
    return { label, words: short, why };
  });
  return [...totals, ...key];
}

/** Savings of several kinds are summed on the statement, and are named for what they are. */
function savingsLabel(lines: TableSource["programme"]["lines"]): string {
  const kinds = new Set(lines.flatMap(({ cashable }) => cashable ?? []));
  return kinds.size > 1 ? "Savings of all kinds" : "Savings";
}
