import fc from "fast-check";
import {
  type Decimal,
  decimal,
  roundTo,
  type Scale,
  type Sheet,
  type SheetRow,
  type SheetSum,
} from "invest-to-save";

/** What a random sheet is drawn from. */
export interface SheetShape {
  readonly rows: number;
  readonly periods: number;
  /** Exact amounts in pounds. */
  readonly amounts: fc.Arbitrary<Decimal>;
  readonly scales?: readonly Scale[];
}

/** A group of a random sheet: lines, or groups with a subtotal each. */
type Group = number | readonly Group[];

const nil = decimal(0);

/** Pence, whole pounds and thousands, halves of them, nil and a third of a pound: of both signs. */
export const amounts: fc.Arbitrary<Decimal> = fc
  .oneof(
    fc.integer({ min: 0, max: 99_999_999 }).map((pence) => decimal(pence).div(100)),
    fc.integer({ min: 0, max: 999 }).map((thousands) => decimal(thousands).times(1000)),
    fc.integer({ min: 0, max: 999 }).map((halves) => decimal(halves).times(500)),
    fc.integer({ min: 0, max: 99 }).map((thirds) => decimal(thirds).times(1000).div(3)),
    fc.constantFrom(nil, decimal(100), decimal(400), decimal(152_600)),
  )
  .chain((amount) => fc.boolean().map((back) => (back && !amount.isZero() ? amount.negated() : amount)));

const places: Record<Scale, { by: number; decimals: number }> = {
  pounds: { by: 1, decimals: 0 },
  thousands: { by: 1000, decimals: 0 },
  millions: { by: 1_000_000, decimals: 2 },
};

/** A statement laid out with each figure rounded on its own: up to three levels of subtotal, totals and a balance. */
export function sheets(shape: SheetShape): fc.Arbitrary<Sheet> {
  const line = fc.constant<Group>(0);
  const level = (inner: fc.Arbitrary<Group>) =>
    fc.oneof(
      { weight: 3, arbitrary: line },
      { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 4 }) },
    );
  const section = fc.array(level(level(level(line))), {
    minLength: 1,
    maxLength: Math.max(1, shape.rows >> 1),
  });
  return fc
    .record({
      sections: fc.tuple(section, section),
      periods: fc.integer({ min: 1, max: shape.periods }),
      scale: fc.constantFrom(...(shape.scales ?? (["pounds", "thousands", "millions"] as const))),
      constant: fc.boolean(),
    })
    .chain(({ sections, periods, scale, constant }) => {
      const lines = Math.min(shape.rows, sections.flat(5).length);
      const row = constant
        ? fc.oneof(
            shape.amounts.map((amount) => Array.from({ length: periods }, () => amount)),
            series(shape, periods),
          )
        : series(shape, periods);
      return fc
        .array(row, { minLength: lines, maxLength: lines })
        .map((values) => sheetOf(sections, values, periods, scale));
    });
}

function series({ amounts: each }: SheetShape, periods: number): fc.Arbitrary<Decimal[]> {
  return fc.array(each, { minLength: periods, maxLength: periods });
}

/** Sums are built as the statement has them: each after its parts, the balance last. */
function sheetOf(
  sections: readonly (readonly Group[])[],
  lines: Decimal[][],
  periods: number,
  scale: Scale,
): Sheet {
  const rows: { role: SheetRow["role"]; depth: number; values: readonly Decimal[] }[] = [];
  const sums: SheetSum[] = [];
  const left = [...lines];
  const put = (role: SheetRow["role"], depth: number, values: readonly Decimal[]) =>
    rows.push({ role, depth, values }) - 1;
  const total = (role: SheetRow["role"], depth: number, of: readonly number[]) => {
    const values = Array.from({ length: periods }, (_, i) =>
      added(of.map((row) => rows[row]?.values[i] ?? nil)),
    );
    const at = put(role, depth, values);
    sums.push({ total: at, of });
    return at;
  };
  const add = (group: Group, depth: number): number[] => {
    if (typeof group === "number") {
      const values = left.pop();
      return values === undefined ? [] : [put("line", depth, values)];
    }
    const parts = group.flatMap((inner) => add(inner, depth + 1));
    return parts.length === 0 ? [] : [total("subtotal", depth, parts)];
  };
  const totals = sections.map((groups) =>
    total(
      "total",
      0,
      groups.flatMap((group) => add(group, 1)),
    ),
  );
  total("balance", 0, totals);
  return laidOut(
    rows.map((row) => ({ ...row, totals: "sum" })),
    sums,
    periods,
    scale,
  );
}

/** A sheet of rows as they are given, each with its total where it totals as a sum. */
export function laidOut(
  rows: readonly {
    role: SheetRow["role"];
    depth: number;
    values: readonly Decimal[];
    totals: "sum" | "closing";
  }[],
  sums: readonly SheetSum[],
  periods: number,
  scale: Scale,
): Sheet {
  const { by, decimals } = places[scale];
  const cell = (value: Decimal) => {
    const step = decimal(10).pow(-decimals);
    return { value, printed: roundTo(value.div(by), step), decimals };
  };
  const column = (label: string, role: "period" | "total") => ({ label, role, decimals });
  return {
    title: "Any sheet",
    draft: false,
    scale,
    unit: "£",
    columns: [
      ...Array.from({ length: periods }, (_, i) => column(`Year ${i + 1}`, "period")),
      column("Total", "total"),
    ],
    rows: rows.map(({ role, depth, values, totals }, i) => ({
      role,
      label: `Row ${i + 1}`,
      depth,
      id: `row-${i + 1}`,
      unit: "£",
      totals,
      cells: [...values, totals === "sum" ? added(values) : (values.at(-1) ?? nil)].map(cell),
    })),
    sums,
    derived: [],
    rounding: "independent",
    notes: [],
  };
}

export function added(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), nil);
}

/** The sheet with every amount of the other sign. */
export function negated(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map(
      (cell) => cell && { ...cell, value: cell.value.negated(), printed: cell.printed.negated() },
    ),
  }));
  return { ...sheet, rows };
}
