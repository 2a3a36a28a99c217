import { type Assumption, detailWords, type StatedAssumption, statedIn } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, isDecimal } from "../quantity/decimal.ts";
import { inputWords, rangeWords } from "../sheet/document/assumptions-grid.ts";
import { periodLabel } from "../time/period.ts";
import { escaped } from "../write/html.ts";
import { listRow, listTable, scrolled, textElement } from "./markup.ts";

/** How a basis is marked, in words, so that the mark does not go by its colour alone. */
const marks = { assumed: "Assumed", placeholder: "Placeholder" } as const;

/** Every number that enters the model, what it is, its range and where it comes from; what the model's structure sets is left out. */
export function assumptionLines(programme: Programme): string[] {
  const inputs = statedIn(programme.assumptions);
  if (inputs.length === 0) return [];
  const assumed = inputs.filter(({ basis }) => basis.kind === "assumed").length;
  const open = inputs.filter(({ basis }) => basis.kind === "placeholder").length;
  const count = [
    `${inputs.length} ${inputs.length === 1 ? "number enters" : "numbers enter"} the model.`,
    ...(assumed > 0
      ? [
          `${assumed} of them ${assumed === 1 ? "has" : "have"} no source and ${assumed === 1 ? "is" : "are"} assumed.`,
        ]
      : []),
    ...(open > 0 ? [`${open} only ${open === 1 ? "holds" : "hold"} the place of real ones.`] : []),
  ];
  const title = "Every number and its source";
  const heads = ["Assumption", "Value", "Range", "Where it comes from"];
  const table = listTable(
    title,
    heads,
    inputs.map((input) => rowOf(programme, input)),
  );
  return [textElement("p", count.join(" ")), ...scrolled(title, table)];
}

function rowOf(programme: Programme, input: StatedAssumption): string {
  const { label, basis } = input;
  const kind = basis.kind === "source" ? undefined : basis.kind;
  const mark = kind === undefined ? "" : `${textElement("strong", marks[kind], { class: "mark" })} `;
  const cells = [
    { inside: escaped(amountWords(programme, input)) },
    { inside: escaped(rangeWords(input)), "data-label": "Range:" },
    { inside: `${mark}${textElement("span", sourceOf(input))}` },
  ];
  return listRow(label, cells, kind);
}

/** One value, or those by period with equal neighbours told once. */
function amountWords({ timeline }: Programme, { value, unit }: Assumption): string {
  if (isDecimal(value)) return inputWords(value, unit);
  const runs: { first: number; last: number; value: Decimal }[] = [];
  for (const [period, own] of value.entries()) {
    const before = runs.at(-1);
    if (before?.value.eq(own)) before.last = period;
    else runs.push({ first: period, last: period, value: own });
  }
  const each = runs.map(({ first, last, value: own }) => {
    const from = periodLabel(timeline, first);
    const when = first === last ? from : `${from} to ${periodLabel(timeline, last)}`;
    return `${when}: ${inputWords(own, unit)}${first === last ? "" : ` in each ${timeline.grain}`}`;
  });
  return each.join("; ");
}

/** Its basis in words, then who owns it, how old it is, when it is looked at again, and what else is said of it. */
function sourceOf(input: StatedAssumption): string {
  const { basis, set } = input;
  return [basis.words, ...(set === undefined ? [] : ["set for this run"]), ...detailWords(input)].join("; ");
}
