import { received } from "../../issue/received.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, isDecimal, zero } from "../../quantity/decimal.ts";
import { type OptionReader, readOptions } from "../functions/options.ts";

/** A table of adjustments by grade of evidence, of your own, and the grade in question. */
export interface GradedBiasOptions<Grade extends string = string> {
  /** For each grade what is added to (or, negative, taken off) the estimate, as a share. */
  readonly grades: Readonly<Record<Grade, Amount>>;
  readonly grade: Grade;
  /** Where the table is from; it must be said. */
  readonly source: string;
  /** Of when the table is. */
  readonly date?: string;
}

/** The adjustment of a grade, with where it is from. */
export interface GradedBias {
  readonly grade: string;
  /** A share of the estimate: −0.25 takes a quarter off. */
  readonly adjustment: Decimal;
  readonly source: string;
  readonly date?: string;
}

/**
 * The adjustment for optimism of a grade, from a table of one's own: what evidence of that grade is worth, as a share of the
 * estimate. The library has no such table; whose it is must be said.
 *
 * Issue codes (thrown): `no-source` without a source, `unknown-name` for a grade that the table lacks, `missing-key`,
 * `wrong-shape` for a table without grades, `out-of-range` for an adjustment below −100%, and those of reading a number.
 *
 * @example
 * ```ts
 * import { gradedBias } from "invest-to-save/appraisal";
 * const grades = { trial: 0, "own pilot": "-15%", "expert view": "-40%" };
 * const found = gradedBias({ grades, grade: "own pilot", source: "corporate programme office, table of May 2025" });
 * found.adjustment.toString(); // => "-0.15"
 * ```
 */
export function gradedBias<Grade extends string>(options: GradedBiasOptions<Grade>): GradedBias {
  return readOptions("gradedBias", options, ["grades", "grade", "source", "date"], (reader) => {
    const source = readText(reader, "source");
    if (source === undefined) {
      reader.refuse("no-source", ["source"], {
        says: "is not said",
        expected: "the document that the table is from",
        received: received(reader.given("source")),
        hint: "add “source:” with the document, its date and its page",
      });
    }
    const date = readText(reader, "date");
    const { grade, adjustment } = readGrade(reader);
    return Object.freeze({
      grade,
      adjustment,
      source: source ?? "",
      ...(date === undefined ? {} : { date }),
    });
  });
}

function readText(reader: OptionReader, key: string): string | undefined {
  const given = reader.given(key);
  return typeof given === "string" && given.trim() !== "" ? given : undefined;
}

function readGrade(reader: OptionReader): { grade: string; adjustment: Decimal } {
  const table = reader.given("grades");
  const grade = reader.given("grade");
  for (const key of ["grades", "grade"])
    if (!reader.has(key)) reader.missing(key, "a table of grades, and a grade");
  const isTable = typeof table === "object" && table !== null && !Array.isArray(table) && !isDecimal(table);
  const grades = new Map(isTable ? Object.entries(table) : []);
  if (reader.has("grades") && grades.size === 0) {
    reader.refuse("wrong-shape", ["grades"], {
      says: `cannot be ${received(table)}`,
      expected: "an adjustment for each grade",
      received: received(table),
      hint: "write it like { A: 0, B: “-10%” }",
    });
  }
  const read = new Map([...grades].map(([name, given]) => [name, readAdjustment(reader, given, name)]));
  const adjustment = read.get(String(grade));
  if (adjustment === undefined && grades.size > 0 && reader.has("grade")) {
    reader.report(["grade"], (path) =>
      unknownName({
        what: "grade",
        where: "in the table",
        name: grade,
        known: [...grades.keys()],
        path,
        otherwise: "choose one of those above, or add the grade to the table",
      }),
    );
  }
  return { grade: String(grade), adjustment: adjustment ?? zero };
}

/** Every adjustment of the table is read, that of another grade too, so that a table is right as a whole. */
function readAdjustment(reader: OptionReader, given: unknown, grade: string): Decimal {
  const adjustment = reader.amountAt(given, ["grades", grade]);
  if (adjustment === undefined || adjustment.gte(-1)) return adjustment ?? zero;
  reader.refuse("out-of-range", ["grades", grade], {
    says: `cannot be ${adjustment.times(100)}%`,
    expected: "−100% or more",
    received: received(given),
    hint: "an adjustment of −100% leaves nothing of the estimate",
  });
  return zero;
}
