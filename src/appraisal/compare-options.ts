import type { AppraisalOptions, OptionTerms } from "../programme/appraisal-options.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { appraise } from "./appraise.ts";
import { checkOptions } from "./asked.ts";
import { type Measure, measures } from "./measures.ts";
import { asOption } from "./with-option.ts";

/** One option appraised, and how its measures differ from those of the first. */
export interface AppraisedOption {
  readonly label: string;
  readonly says?: string;
  readonly measures: readonly Measure[];
  /** By the id of the measure; only where both have a value. None for the first option. */
  readonly differences: ReadonlyMap<string, Decimal>;
}

/**
 * The options of a programme side by side, on one set of assumptions and terms: the measures of each, and how they differ
 * from the first option's, in the unit of the measure. Options are those of the model unless some are given. Throws
 * `InvestToSaveError` with `unknown-name` for a line that there is none of, and what `appraise` throws.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { compareOptions } from "invest-to-save/appraisal";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const [, crew] = compareOptions(p, { "Do nothing": { without: "all" }, "A crew": {} });
 * crew?.differences.get("net-saving")?.toString(); // => "200"
 * ```
 */
export function compareOptions(
  programme: Programme,
  given?: Readonly<Record<string, OptionTerms>>,
  appraisal: AppraisalOptions = {},
): AppraisedOption[] {
  checkProgramme(programme, "compareOptions");
  const options = given ?? programme.options.appraisal?.options ?? {};
  checkOptions(options);
  const { benefits } = { ...programme.options.appraisal, ...appraisal };
  const found = Object.entries(options).map(([label, terms]) => ({
    label,
    ...(terms.says === undefined ? {} : { says: terms.says }),
    measures: measures(appraise(asOption(programme, terms, benefits), appraisal)),
  }));
  const first = new Map(found[0]?.measures.map(({ id, value }) => [id, value]));
  return found.map((option, i) => ({
    ...option,
    differences: i === 0 ? new Map() : against(first, option.measures),
  }));
}

function against(
  first: ReadonlyMap<string, Decimal | undefined>,
  own: readonly Measure[],
): ReadonlyMap<string, Decimal> {
  const differences = new Map<string, Decimal>();
  for (const { id, value } of own) {
    const base = first.get(id);
    if (value !== undefined && base !== undefined) differences.set(id, value.minus(base));
  }
  return differences;
}
