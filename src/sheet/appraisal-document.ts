import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import type { AppraisedOption } from "../appraisal/compare-options.ts";
import { homeOf, sameBody } from "../appraisal/flows.ts";
import { type Measure, measures } from "../appraisal/measures.ts";
import { present } from "../assert.ts";
import { type Decimal, sum, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { valueWords } from "../quantity/value-words.ts";
import { evaluate } from "../table/evaluate.ts";
import { rollUp } from "../table/roll-up.ts";
import type { Table } from "../table/table.ts";
import { appraisalNotes } from "./appraisal-notes.ts";
import type { Block, Document, Grid } from "./document.ts";
import { type LayOutOptions, layOut } from "./lay-out.ts";
import { isDraft, moneyCell, moneyScale } from "./money.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** How an appraisal is laid out. */
export interface AppraisalLayOut extends Pick<LayOutOptions, "unit" | "decimals"> {
  /** Options to stand side by side with it. */
  readonly options?: readonly AppraisedOption[];
}

/**
 * An appraised programme as a document: the case by year, its measures in words, what each body gives and gets, in the
 * financial case the budget view, and the options side by side where there are some. Costs and other money that goes out
 * are negative in the case by year, in brackets. Notes say on what terms it was appraised.
 */
export function appraisalDocument(programme: AppraisedProgramme, options: AppraisalLayOut = {}): Document {
  const exact = evaluate(programme);
  const table = exact.timeline.grain === "year" ? exact : rollUp(exact);
  const { terms } = programme.appraisal;
  const own = tablesOf(programme).map((label): Sheet => {
    const { body: _, ...sheet } = layOut(table, { ...options, table: label });
    return { ...sheet, title: label, notes: [] };
  });
  const [first, ...others] = own;
  const compared = options.options ?? [];
  const blocks: Block[] = [
    { block: "sheet", sheet: present(first, "an appraisal has the table of its case") },
    { block: "grid", grid: measuresGrid(measures(programme, exact)) },
    { block: "sheet", sheet: bodiesSheet(programme, exact, options) },
    ...others.map((sheet): Block => ({ block: "sheet", sheet })),
    ...(compared.length === 0 ? [] : [{ block: "grid", grid: optionsGrid(compared) } as const]),
  ];
  return {
    title: `${programme.title}: the ${terms.case} case`,
    ...bodyOf(programme),
    draft: isDraft(programme),
    blocks,
    notes: appraisalNotes(programme, exact),
  };
}

/** Whose the case is: the financial case is that of one body, which may be another than the programme's own. */
function bodyOf({ appraisal, options }: AppraisedProgramme): { body?: string } {
  const { terms } = appraisal;
  const own = terms.case === "financial" && !sameBody(terms.body, homeOf({ options }));
  const body = own ? terms.body : options.body;
  return body === undefined ? {} : { body };
}

/** The tables that the appraisal added, the case first. */
function tablesOf(programme: AppraisedProgramme): string[] {
  const added = programme.tables.filter(({ items }) =>
    items.some((item) => item.item === "row" && item.row.startsWith("appraisal.")),
  );
  return added.map(({ label }) => label);
}

function measuresGrid(found: readonly Measure[]): Grid {
  const rows = found.map(({ id, label, words, says, value, unit }) => {
    return { id, label, cells: [words], says, unit, ...(value === undefined ? {} : { value }) };
  });
  return { title: "Measures", columns: [""], rows };
}

/** The columns of the bodies: what is in each, and whether it goes out. */
const bodyColumns = [
  { key: "cost", label: "Costs", out: true },
  { key: "given", label: "Given to others", out: true },
  { key: "received", label: "From others", out: false },
  { key: "saving", label: "Savings", out: false },
  { key: "net", label: "Net saving / (cost)", out: false },
  { key: "apart", label: "Apart: not cashable", out: false },
] as const;

/** What each body has of the case over the whole of the model; the last row sums them. */
function bodiesSheet(programme: AppraisedProgramme, table: Table, options: AppraisalLayOut): Sheet {
  const { agencies, terms } = programme.appraisal;
  const scale = moneyScale(programme, options);
  const columns = bodyColumns.filter(({ key }) => agencies.some((agency) => agency[key] !== undefined));
  const figure = (id: string | undefined, out: boolean) => {
    const total = (id === undefined ? undefined : table.rows.get(id)?.total) ?? zero;
    return out ? total.neg() : total;
  };
  const figures = agencies.map((agency) => columns.map(({ key, out }) => figure(agency[key], out)));
  const all = columns.map((_, i) => sum(figures.map((row) => row[i] ?? zero)));
  const cells = (values: readonly Decimal[]) => values.map((value) => moneyCell(value, scale));
  const rows = agencies.map(({ name, net }, i): SheetRow => {
    return { role: "line", label: name, depth: 0, id: net, cells: cells(figures[i] ?? []) };
  });
  const total: SheetRow = { role: "total", label: "All bodies", depth: 0, cells: cells(all) };
  const benefits = terms.case === "economic" ? "Benefits" : "Cashable savings";
  const decimals = scale.decimals;
  return {
    title: `By body, over all years, in ${terms.prices === "nominal" ? "cash" : `money of ${terms.prices}`}`,
    draft: isDraft(programme),
    scale: scale.name,
    unit: scale.unit,
    columns: columns.map(({ key, label }) => {
      return { label: key === "saving" ? benefits : label, role: "total", decimals };
    }),
    rows: [...rows, total],
    sums: [{ total: rows.length, of: rows.map((_, i) => i) }],
    derived: [],
    rounding: "independent",
    notes: [],
  };
}

/** The measures of each option in words, and the difference from the first under those that have one. */
function optionsGrid(options: readonly AppraisedOption[]): Grid {
  const [first] = options;
  const rows = (first?.measures ?? []).flatMap(({ id, label }) => {
    const own = options.map(({ measures: found }) => found.find((one) => one.id === id));
    const differs = options.map(({ differences }) => differences.get(id));
    const unit = own[0]?.unit;
    const against = differs.map((value) => (value === undefined ? "" : differenceWords(value, unit)));
    const row = { label, cells: own.map((one) => one?.words ?? "") };
    return against.some((text) => text !== "")
      ? [row, { label: `against ${first?.label}`, cells: against }]
      : [row];
  });
  return { title: "Options side by side", columns: options.map(({ label }) => label), rows };
}

function differenceWords(value: Decimal, unit: Measure["unit"] | undefined): string {
  const money = unit?.startsWith("£") ?? false;
  const text = valueWords(roundPlaces(value, money ? 0 : 2), unit);
  return value.gt(0) ? `+${text}` : text;
}
