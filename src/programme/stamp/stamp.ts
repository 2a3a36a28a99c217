import { checkKeyed, checkText, isKeyed, refuseGiven } from "../../issue/given.ts";
import { checkProgramme } from "../given.ts";
import type { Programme } from "../programme.ts";
import { fingerprint } from "./fingerprint.ts";
import { madeWith } from "./made-with.ts";

/** A dated series that entered an output, and which edition of it. */
export interface SeriesEdition {
  readonly name: string;
  readonly edition: string;
}

/** What made an output, from what: with it, one that was kept can be traced and made again. */
export interface Stamp {
  /** The library and its version. */
  readonly madeWith: string;
  /** The SHA-256 of the inputs, 64 hexadecimal digits. In print its first twelve stand for it. */
  readonly inputs: string;
  /** The index series of the model, and the discount rates of its appraisal. */
  readonly series: readonly SeriesEdition[];
}

/** As many digits of the SHA-256 as stand for it in print. */
const printedDigits = 12;

/** By programme: several tables of one have the same stamp. */
const stamps = new WeakMap<Programme, Stamp>();

/**
 * The stamp of what is made of a programme with the values that it has: the library and its version, the SHA-256 of the inputs, and
 * the editions of the series that entered. The same inputs give the same stamp, whichever output carries it. Sheets, documents,
 * reports and explanations have it already; take it to stamp an output of your own. Throws {@link InvestToSaveError} with
 * `wrong-shape` for what is no programme.
 *
 * Amounts count as amounts: `"5%"` and `0.05` are the same input, and so is what holds unless told, said or not. Titles, labels,
 * sources, notes and the text of formulas count as they are written. A driver of your own counts by its name, its options and
 * the formulas that it gives; one that says the `shape` of its options counts by its name and options alone, as the library's
 * do, so give it another name when it works out other figures. Series are those of the programme as it is: the rates of
 * discounting are among them once it was appraised.
 *
 * @example
 * ```ts
 * import { cost, index, programme, stampOf, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500),
 *   index("Prices", { edition: "March 2024", base: "2024/25", growth: "2%", source: "forecast" }));
 * stampOf(p).series; // => [{ name: "Prices", edition: "March 2024" }]
 * ```
 */
export function stampOf(programme: Programme): Stamp {
  checkProgramme(programme, "stampOf");
  const before = stamps.get(programme);
  if (before !== undefined) return before;
  const stamp = { madeWith, inputs: fingerprint(programme), series: seriesOf(programme) };
  stamps.set(programme, stamp);
  return stamp;
}

function seriesOf({ parts, appraisedOn }: Programme): SeriesEdition[] {
  const { schedule } = appraisedOn ?? {};
  const own = parts.flatMap((part) =>
    part.part === "index" ? [{ name: part.label, edition: part.options.edition }] : [],
  );
  return [...own, ...(schedule === undefined ? [] : [{ name: schedule.name, edition: schedule.edition }])];
}

/**
 * A stamp in a sentence, as it stands at the end of an output; the first twelve digits stand for the SHA-256. There is no comma in
 * it unless there are several series. Throws {@link InvestToSaveError} with `wrong-shape` for what is no stamp.
 *
 * @example
 * ```ts
 * import { stampWords } from "invest-to-save";
 * const inputs = "3f2a9c1b04de".padEnd(64, "0");
 * stampWords({ madeWith: "invest-to-save 0.1.0", inputs, series: [] });
 * // => "Made with invest-to-save 0.1.0 from inputs 3f2a9c1b04de."
 * ```
 */
export function stampWords(stamp: Stamp): string {
  checkStamp(stamp);
  const { madeWith: maker, inputs, series } = stamp;
  const editions = series.map(({ name, edition }) => `${name} (${edition})`).join(", ");
  return `Made with ${maker} from inputs ${inputs.slice(0, printedDigits)}${editions === "" ? "" : `; series: ${editions}`}.`;
}

function checkStamp(given: unknown): void {
  const expected = "a stamp, as stampOf gives it";
  checkKeyed(given, ["stamp"], expected);
  const { madeWith: maker, inputs, series } = given as Partial<Stamp>;
  checkText(maker, ["stamp", "madeWith"]);
  checkText(inputs, ["stamp", "inputs"], "the SHA-256 of the inputs");
  // A hole in a list is nothing too.
  if (!Array.isArray(series) || !Array.from(series).every(isKeyed))
    refuseGiven(["stamp", "series"], "a list of series with a name and an edition each", series);
}
