import { present } from "../../assert.ts";
import type { Programme } from "../../programme/programme.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import { differenceWords, gapWords, percentWords } from "../../vary/amount-words.ts";
import type { Outcome, OutcomeReading } from "../../vary/outcome.ts";
import type { Bar, Sensitivity } from "../../vary/sensitivity.ts";
import type { TwoWayGrid } from "../../vary/two-way-grid.ts";
import { isDraft } from "../money.ts";
import { assumptionCell, assumptionLabel, outcomeCell } from "./assumption-words.ts";
import type { BarSpan, Block, Document, Grid } from "./document.ts";

/** How far an outcome moves with each assumption, as a document: the tornado, all of them together, what was not moved. */
export function sensitivityDocument(programme: Programme, found: Sensitivity): Document {
  const { outcome, central, by } = found;
  const moved =
    by === undefined ? "to its own low and high" : `${percentWords(by)} down and ${percentWords(by)} up`;
  const start = `${outcome.label} as the model stands: ${central.words}. Each assumption is moved ${moved}, all others stay.`;
  const grids = found.bars.length === 0 ? [] : [tornado(found), togetherGrid(found)];
  const none = "None of the assumptions that can be moved makes a difference.";
  return {
    ...headOf(programme, `what moves ${outcome.label}`),
    blocks: [
      { block: "words", text: start },
      ...grids.map((grid): Block => ({ block: "grid", grid })),
      ...(found.bars.length === 0 ? [{ block: "words", text: none } as const] : []),
    ],
    notes: [
      ...(central.value === undefined || found.bars.length === 0 ? [] : [legend(found)]),
      ...listNote("Makes no difference", found.unmoved),
      ...listNote(by === undefined ? "Without a low and a high" : "Not moved by a share", found.without),
    ],
  };
}

function headOf(programme: Programme, about: string): Pick<Document, "title" | "body" | "draft" | "stamps"> {
  const { body } = programme.options;
  return {
    title: `${programme.title}: ${about}`,
    ...(body === undefined ? {} : { body }),
    draft: isDraft(programme),
    stamps: [stampOf(programme)],
  };
}

/** A note that lists labels; none where there are none. */
export function listNote(what: string, labels: readonly string[]): string[] {
  return labels.length === 0 ? [] : [`${what}: ${labels.join("; ")}.`];
}

function tornado({ outcome, central, bars, by }: Sensitivity): Grid {
  const rows = bars.map((bar) => {
    const { assumption, low, high, swing } = bar;
    return {
      id: assumption.id,
      label: assumptionLabel(assumption),
      cells: [
        assumptionCell(assumption, low.at),
        outcomeCell(outcome, low.reading),
        assumptionCell(assumption, high.at),
        outcomeCell(outcome, high.reading),
        swing === undefined ? "" : gapWords(swing, outcome.unit),
      ],
      figures: [low.at, low.reading.value, high.at, high.reading.value, swing],
      ...(central.value === undefined ? {} : { bar: spanBetween(bar, outcome) }),
    };
  });
  const [low, high] = by === undefined ? ["Low", "High"] : ["Down", "Up"];
  return {
    title: "One at a time",
    columns: [low, "Outcome", high, "Outcome", "Swing"],
    rows,
    amounts: true,
    ...(central.value === undefined ? {} : { centre: central.value }),
  };
}

function legend({ bars, outcome }: Sensitivity): string {
  const readings = bars.flatMap(({ low, high }) => [low.reading, high.reading]);
  const beyond = outcome.endless && readings.some(({ value }) => value === undefined) ? ", ▶ never" : "";
  return `░ where the assumption is low, █ where it is high, │ as the model stands${beyond}.`;
}

/** The unit of a difference: between two days, days. */
function spanBetween({ low, high }: Bar, { endless }: Outcome): BarSpan {
  const end = ({ value }: OutcomeReading): BarSpan["low"] => value ?? (endless ? "beyond" : undefined);
  return { low: end(low.reading), high: end(high.reading) };
}

function togetherGrid({ outcome, central, together, by }: Sensitivity): Grid {
  const [low, high] = by === undefined ? ["at their low", "at their high"] : ["down", "up"];
  const against = outcome.better === "higher" ? "against us" : "for us";
  const forUs = outcome.better === "higher" ? "for us" : "against us";
  const told = (words: string) => (outcome.better === undefined ? "" : `, all ${words}`);
  const rows = [
    [`All ${low}`, together.low] as const,
    [`All ${high}`, together.high] as const,
    [`Each where it makes the outcome least${told(against)}`, together.least] as const,
    [`Each where it makes the outcome most${told(forUs)}`, together.most] as const,
  ].map(([label, reading]) => {
    const difference = differenceOf(reading.value, central.value);
    return {
      label,
      cells: [reading.words, difference === undefined ? "" : differenceWords(difference, outcome.unit)],
      figures: [reading.value, difference],
    };
  });
  return { title: "All together", columns: ["", "Against the model"], rows };
}

function differenceOf(value: Decimal | undefined, central: Decimal | undefined): Decimal | undefined {
  return central === undefined ? undefined : value?.minus(central);
}

/** An outcome under every pair of values of two assumptions, as a document. */
export function gridDocument(
  programme: Programme,
  { outcome, across, down, readings }: TwoWayGrid,
): Document {
  const rows = readings.map((row, i) => ({
    label: present(down.words[i], "a row for every value down"),
    cells: row.map((reading) => outcomeCell(outcome, reading)),
    figures: row.map(({ value }) => value),
  }));
  const stands =
    across.central === undefined || down.central === undefined
      ? []
      : [
          `As the model stands: ${across.words[across.central]} across, ${down.words[down.central]} down: ${readings[down.central]?.[across.central]?.words}.`,
        ];
  const title = `${assumptionLabel(across.assumption)} across, ${down.assumption.label} down`;
  return {
    ...headOf(programme, outcome.label),
    blocks: [
      {
        block: "grid",
        grid: {
          title,
          columns: across.values.map((value) => assumptionCell(across.assumption, value)),
          rows,
          amounts: true,
        },
      },
    ],
    notes: stands,
  };
}
