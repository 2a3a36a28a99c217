import { openXlsx, saveXlsx } from "hucre/xlsx";
import {
  type Amount,
  type Assumption,
  type Decimal,
  decimal,
  type NewValues,
  type Programme,
  periodLabel,
} from "invest-to-save";
import { isDecimal } from "../../src/quantity/decimal.ts";
import { firstDayOfSpreadsheets } from "../../src/workbook/spelling/number-format.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";

/** Another value that an input can have: later, one more, a little more, or a little less of a share. */
function another({ unit }: Assumption, value: Decimal): Decimal {
  if (unit === "date") return value.plus(45);
  if (["month number", "months", "years", "number"].includes(unit)) return value.plus(1);
  if (unit === "share") return value.isZero() ? decimal("0.05") : value.times("0.9");
  return value.isZero() ? decimal(1000) : value.times("1.07");
}

/** A value as somebody types it: not with forty digits. */
function typed(value: Decimal): string {
  return value.toDecimalPlaces(6).toFixed();
}

/** New values for some inputs of a programme, as `withValues` takes them. */
export function changesOf({ timeline }: Programme, inputs: readonly Assumption[]): NewValues {
  const entries = inputs.flatMap((input): [string, Amount][] => {
    const { id, value, edge } = input;
    // A worksheet counts days and months; as text they would have to be written out.
    if (edge !== undefined && isDecimal(value)) return [[id, another(input, value)]];
    if (isDecimal(value)) return [[id, typed(another(input, value))]];
    return value.map((one, i) => [`${id}@${periodLabel(timeline, i)}`, typed(another(input, one))]);
  });
  return Object.fromEntries(entries);
}

/** A programme with the values of another, and with what it says itself of where they come from. */
export function withValuesOf(programme: Programme, { assumptions }: Programme): Programme {
  const own = [...programme.assumptions].map(([id, input]): [string, Assumption] => {
    return [id, { ...input, value: assumptions.get(id)?.value ?? input.value }];
  });
  return { ...programme, assumptions: new Map(own) };
}

/** The inputs of a programme that a reader may change. */
export function openInputs({ assumptions }: Programme): Assumption[] {
  return [...assumptions.values()].filter(({ basis }) => basis.kind !== "structure");
}

/**
 * A workbook file in which somebody has typed over some inputs: those with one value found by their defined names, those by
 * period by their labels. All else is left as it was, old values beside the formulas included.
 */
export async function typedOver(
  file: Uint8Array,
  workbook: Workbook,
  before: Programme,
  after: Programme,
): Promise<Uint8Array> {
  const opened = await openXlsx(file);
  const sheet = opened.sheets.find(({ name }) => name === "Assumptions");
  if (sheet === undefined) throw new Error("there is no worksheet of assumptions");
  const places = inputCells(workbook, before);
  for (const [id, input] of after.assumptions) {
    const values = isDecimal(input.value) ? [input.value] : input.value;
    const offset = input.unit === "date" ? firstDayOfSpreadsheets : 0;
    for (const [i, { row, column }] of (places.get(id) ?? []).entries()) {
      const cells = sheet.rows[row - 1];
      const value = values[i];
      if (cells === undefined || value === undefined) throw new Error(`${id} has no cell ${i}`);
      cells[column - 1] = Number(value) + offset;
    }
  }
  return saveXlsx(opened);
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The open cells of each input, found as a reader finds them: by the look of an input in the row of its label. */
function inputCells({ worksheets }: Workbook, { assumptions }: Programme): Map<string, Cell[]> {
  const cells = worksheets.find(({ name }) => name === "Assumptions")?.cells ?? [];
  const open = cells.filter(({ look }) => look === "input" || look === "placeholder input");
  const rows = [...new Set(open.map(({ row }) => row))];
  const inputs = [...assumptions.values()].filter(({ basis }) => basis.kind !== "structure");
  const inOrder = [
    ...inputs.filter(({ value }) => isDecimal(value)),
    ...inputs.filter(({ value }) => !isDecimal(value)),
  ];
  if (rows.length !== inOrder.length) throw new Error(`${rows.length} rows of inputs for ${inOrder.length}`);
  return new Map(
    inOrder.map(({ id }, i) => [
      id,
      open.filter(({ row }) => row === rows[i]).map(({ row, column }) => ({ row, column })),
    ]),
  );
}
