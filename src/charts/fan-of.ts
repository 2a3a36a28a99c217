import { checkHandedOn } from "../issue/handed-on.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { decimal } from "../quantity/decimal.ts";
import { isDraft } from "../sheet/money.ts";
import type { Fan } from "../vary/simulation/simulation.ts";
import { nameOf } from "./by-year.ts";
import type { ChartOptions, ChartSpec } from "./chart.ts";
import { type BandToDraw, drawFan } from "./fan.ts";
import { checkChartOptions } from "./given.ts";

/**
 * A row of a simulation as a fan: the band that eight draws in ten lie in and the middle one, year by year, and the model as it
 * stands as a broken line. Amounts of every kind are positive, as in the simulation. Gives `undefined` where no draw
 * differs from another. Throws `InvestToSaveError` with `wrong-shape` for what is no programme and no fan, and for options with
 * a value that they cannot have.
 *
 * @example
 * ```ts
 * import { assumption, cost, level, programme, saving, years } from "invest-to-save";
 * import { fanOf } from "invest-to-save/charts";
 * import { simulate } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", level({ amount: "Saved a year" })));
 * const { fans } = simulate(p, { fans: ["Contracts"] });
 * const chart = fans[0] && fanOf(p, fans[0]);
 * chart?.title.text.join(" "); // => "Contracts in 2026/27: eight runs in ten lie between £410 and £637"
 * ```
 */
export function fanOf(programme: Programme, fan: Fan, options: ChartOptions = {}): ChartSpec | undefined {
  checkProgramme(programme, "fanOf");
  checkHandedOn(fan, { name: "fan", by: "simulate(…).fans", lists: ["years"] });
  checkChartOptions(options);
  const bands = fan.years.map(({ year, central, P10, P50, P90 }): BandToDraw => {
    return {
      period: year,
      p10: decimal(P10),
      p50: decimal(P50),
      p90: decimal(P90),
      central: decimal(central),
    };
  });
  if (bands.every(({ p10, p90 }) => p10.eq(p90))) return undefined;
  return drawFan(bands, {
    ...options,
    measure: fan.label,
    in: fan.unit,
    of: nameOf({ programme }),
    draft: isDraft(programme),
    stamp: stampOf(programme),
  });
}
