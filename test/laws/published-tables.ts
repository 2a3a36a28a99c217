import fc from "fast-check";

/** A table as a body might publish it, made by chance: its text as CSV, and how its figures were rounded. */
export interface MadeTable {
  readonly text: string;
  readonly rounding: "footed" | "independent";
}

interface Section {
  readonly items: readonly (readonly number[])[];
  readonly negative: boolean;
}

interface Recipe {
  readonly sections: readonly Section[];
  readonly columns: number;
  readonly total: boolean;
  readonly footed: boolean;
  readonly decimals: number;
}

/** Amounts in thousandths of the last printed digit: some nil, most of three or four digits. */
const amount = () =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: 20_000, max: 9_000_000 }) },
  );

const recipe = (): fc.Arbitrary<Recipe> =>
  fc.integer({ min: 2, max: 6 }).chain((columns) =>
    fc.record({
      sections: fc.array(
        fc.record({
          items: fc.array(fc.array(amount(), { minLength: columns, maxLength: columns }), {
            minLength: 2,
            maxLength: 5,
          }),
          negative: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      columns: fc.constant(columns),
      total: fc.boolean(),
      footed: fc.boolean(),
      decimals: fc.integer({ min: 0, max: 2 }),
    }),
  );

/** Tables with sections, their totals and a grand total; footed ones add up as printed, the others were rounded cell by cell. */
export const publishedTables = (): fc.Arbitrary<MadeTable> =>
  recipe().map((made) => ({ text: textOf(made), rounding: made.footed ? "footed" : "independent" }));

const added = (rows: readonly (readonly number[])[], columns: number) =>
  Array.from({ length: columns }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));

function textOf({ sections, columns, total, footed, decimals }: Recipe): string {
  const years = Array.from({ length: columns }, (_, i) => `20${20 + i}/${21 + i}`);
  const lines = [["£000s", ...years, ...(total ? ["Total"] : [])]];
  const row = (label: string, values: readonly number[]) => {
    const all = total ? [...values, values.reduce((sum, value) => sum + value, 0)] : values;
    lines.push([label, ...all.map((value) => printed(value, decimals))]);
  };
  const totals = sections.map(({ items, negative }, at) => {
    const signed = items.map((values) =>
      values.map((value) => (negative ? -1 : 1) * (footed ? 1000 * Math.trunc(value / 1000) : value)),
    );
    lines.push([`Section ${at + 1}`]);
    for (const [i, values] of signed.entries()) row(`Item ${at + 1}.${i + 1}`, values);
    const sum = added(signed, columns);
    row(`Total section ${at + 1}`, sum);
    return sum;
  });
  if (sections.length > 1) row("Grand total", added(totals, columns));
  return `${lines.map((line) => line.join(",")).join("\n")}\n`;
}

/** Thousandths of the last digit rounded half away from zero and spelled, negatives in brackets. */
function printed(value: number, decimals: number): string {
  const steps = Math.trunc((Math.abs(value) + 500) / 1000);
  const digits = String(steps).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return value < 0 && steps > 0 ? `(${text})` : text;
}
