import { present } from "../../assert.ts";
import type { Programme } from "../../programme/programme.ts";
import { stampOf } from "../../programme/stamp/stamp.ts";
import { amountWords, percentWords } from "../../vary/amount-words.ts";
import type { SwitchingTurn, SwitchingValue } from "../../vary/switching/switching.ts";
import { isDraft } from "../money.ts";
import { assumptionCell, assumptionLabel } from "./assumption-words.ts";
import type { Block, Document, Grid, GridRow } from "./document.ts";
import { listNote } from "./sensitivity-document.ts";

/** The values at which an outcome turns, as a document: a table of them, a sentence for each, and what does not turn it. */
export function switchingDocument(programme: Programme, found: readonly SwitchingValue[]): Document {
  const first = present(found[0], "a switching value is asked for");
  const turning = found.filter(({ answer }) => answer === "turns");
  const still = found.filter(({ answer }) => answer === "no value in its range does");
  const labels = (answer: SwitchingValue["answer"]) =>
    found.filter((one) => one.answer === answer).map(({ assumption }) => assumption.label);
  const blocks: Block[] = [
    { block: "words", text: standing(first) },
    ...(turning.length === 0 ? [] : [{ block: "grid", grid: turningGrid(turning) } as const]),
    ...turning.map(({ sentence }): Block => ({ block: "words", text: sentence })),
    ...(still.length === 0 ? [] : [{ block: "grid", grid: stillGrid(still) } as const]),
  ];
  const { body } = programme.options;
  return {
    title: `${programme.title}: what turns ${first.outcome.label}`,
    ...(body === undefined ? {} : { body }),
    draft: isDraft(programme),
    stamps: [stampOf(programme)],
    blocks,
    notes: [
      ...listNote("Makes no difference", labels("makes no difference")),
      ...listNote("Not searched, being nil without a range", labels("not searched")),
      ...(turning.some(({ assumption }) => assumption.unit === "share") ? [shareNote] : []),
      ...(turning.length + still.length === 0 ? [] : [resolutionNote]),
    ],
  };
}

const resolutionNote =
  "One assumption moves, all others stay. Each range is tried at even steps and the kinks between; turns closer together than a step may be missed.";

/** Both are printed as percentages, and are of two things. */
const shareNote =
  "Headroom is a part of the central value and no percentage points (from 90% to 80% it is −11.11%), to the exact turn; sentences round the turn to the safe side first.";

function standing({ outcome, bound, central, met }: SwitchingValue): string {
  const asked =
    bound === undefined
      ? outcome.kind === "condition"
        ? "asked to hold"
        : "asked to come within the model"
      : `asked to be ${bound.is} ${amountWords(bound.than, outcome.unit)}`;
  const does = outcome.kind === "condition" || bound === undefined ? "does" : "is";
  return `${outcome.label} as the model stands: ${central.words}; ${asked}, which it ${does}${met ? "" : " not"}.`;
}

function turningGrid(turning: readonly SwitchingValue[]): Grid {
  const rows = turning.flatMap((one) =>
    one.turns.map((turn, i): GridRow => {
      const { assumption } = one;
      const central = assumptionCell(one.assumption, assumption.central);
      return {
        id: assumption.id,
        label: i === 0 ? assumptionLabel(assumption) : "",
        cells: [i === 0 ? central : "", turnWords(one, turn), headroom(turn), i === 0 ? rangeWords(one) : ""],
        figures: [assumption.central, turn.value, turn.headroom, undefined],
      };
    }),
  );
  return { title: "Where it turns", columns: ["Central", "Turns at", "Headroom", "Searched"], rows };
}

function stillGrid(still: readonly SwitchingValue[]): Grid {
  const rows = still.map((one): GridRow => {
    const { assumption } = one;
    return {
      id: assumption.id,
      label: assumptionLabel(assumption),
      cells: [assumptionCell(one.assumption, assumption.central), rangeWords(one)],
      figures: [assumption.central, undefined],
    };
  });
  return { title: "No value in its range turns it", columns: ["Central", "Searched"], rows };
}

function turnWords(one: SwitchingValue, { kind, value, lower, upper, jump }: SwitchingTurn): string {
  const at = (tried: typeof lower) => assumptionCell(one.assumption, tried.at);
  switch (kind) {
    case "crossing":
      return assumptionCell(one.assumption, value);
    case "flat":
      return `${at(lower)} to ${at(upper)}`;
    case "between whole values":
      return `between ${at(lower)} and ${at(upper)}`;
    case "jump":
      return `${assumptionCell(one.assumption, value)}${jump === undefined ? "" : ", by a jump"}`;
  }
}

function headroom({ headroom: share }: SwitchingTurn): string {
  if (share === undefined) return "";
  return share.gt(0) ? `+${percentWords(share)}` : percentWords(share);
}

function rangeWords({ assumption, range }: SwitchingValue): string {
  const { from, to } = present(range, "what was searched has a range");
  return `${assumptionCell(assumption, from)} to ${assumptionCell(assumption, to)}`;
}
