import { checkHandedOn } from "../issue/handed-on.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { isPointInTime } from "../quantity/unit.ts";
import { assumptionCell } from "../sheet/document/assumption-words.ts";
import { isDraft } from "../sheet/money.ts";
import type { Bar, Sensitivity } from "../vary/sensitivity.ts";
import { nameOf } from "./by-year.ts";
import type { ChartOptions, ChartSpec } from "./chart.ts";
import { checkChartOptions } from "./given.ts";
import { drawTornado } from "./tornado.ts";

/** How a sensitivity is drawn. */
export interface TornadoOfOptions extends ChartOptions {
  /** The most bars that are drawn, the longest first; 12 unless told. */
  readonly most?: number | undefined;
}

/**
 * A sensitivity as a tornado: a bar for each assumption that moves the outcome, with the values that it is moved between. A
 * payback that never comes is drawn beyond all that do. Bars with an end that is no number for another reason are left out, and
 * the line under the title names them. Gives `undefined` where nothing moves the outcome, and where the outcome as the model
 * stands is no number, or a day. Throws `InvestToSaveError` with `wrong-shape` for what is no programme and no sensitivity, and for
 * options with a value that they cannot have.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { tornadoOf } from "invest-to-save/charts";
 * import { sensitivity } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const chart = tornadoOf(p, sensitivity(p, { outcome: "net saving", by: "10%" }));
 * chart?.title.text.join(" "); // => "Contracts moves net saving / (cost) most: from £80 to £320"
 * ```
 */
export function tornadoOf(
  programme: Programme,
  given: Sensitivity,
  options: TornadoOfOptions = {},
): ChartSpec | undefined {
  checkProgramme(programme, "tornadoOf");
  const lists = ["bars"];
  checkHandedOn(given, { name: "sensitivity", by: "sensitivity", keyed: ["outcome", "central"], lists });
  checkChartOptions(options);
  const { outcome, central, bars } = given;
  const { value } = central;
  const { label, unit, endless, kind } = outcome;
  if (value === undefined || isPointInTime(unit)) return undefined;
  const isNumber = ({ low, high }: Bar) =>
    [low, high].every(({ reading }) => reading.value !== undefined || (endless && !reading.refused));
  const drawn = bars.filter(isNumber);
  const not = bars.filter((bar) => !isNumber(bar));
  if (drawn.length === 0) return undefined;
  const read = drawn.map(({ assumption, low, high }) => ({
    label: assumption.label,
    range: `${assumptionCell(assumption, low.at)} to ${high.words}`,
    ...(low.reading.value === undefined ? {} : { low: low.reading.value }),
    ...(high.reading.value === undefined ? {} : { high: high.reading.value }),
    central: value,
  }));
  return drawTornado(read, {
    ...options,
    measure: label,
    // A row is called by its own name; a measure is a common noun.
    said: kind === "measure" ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label,
    in: unit,
    of: nameOf({ programme }),
    draft: isDraft(programme),
    stamp: stampOf(programme),
    left:
      not.length === 0
        ? undefined
        : `not drawn, since it is no number at an end: ${not.map(({ assumption }) => assumption.label).join(", ")}`,
  });
}
