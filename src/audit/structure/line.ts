import type { Block, Kind, PublishedCell } from "../read/published.ts";
import { isWithinYear, startsWithPeriod } from "../read/words.ts";
import { type LineRole, roleOf } from "./roles.ts";

/** One figure of a line, as a plain number: for finding out what belongs together, never for a verdict. */
export interface Sample {
  readonly value: number;
  /** Half of one step of its last digit. */
  readonly half: number;
  readonly blank: boolean;
}

/** A row or a column as a line of figures, one for each column or row that it crosses. */
export interface Line {
  /** Its place among the rows or columns of its block. */
  readonly at: number;
  readonly label: string;
  readonly role: LineRole;
  readonly depth: number;
  readonly heading: boolean;
  readonly strong: boolean;
  readonly apart: boolean;
  readonly kind: Kind;
  /** Whether it is a column: a table prints few of them, and many are made of others. */
  readonly across: boolean;
  /** The heading that a column shares with its neighbours. */
  readonly group: string;
  readonly samples: readonly (Sample | undefined)[];
}

/** The rows of a block as lines. */
export function rowLines(block: Block): Line[] {
  const whole = wholeOf(block);
  const labels = block.rows.map(({ label }) => label);
  return block.rows.map((row, at) => ({
    at,
    label: row.label,
    role: row.heading ? "item" : roleAmong(labels, at, row.label, at === whole),
    depth: row.depth,
    heading: row.heading,
    strong: row.strong,
    apart: row.apart,
    kind: row.kind,
    across: false,
    group: "",
    samples: block.columns.map((_, column) => sampleOf(row.cells[column])),
  }));
}

/** The role that a label says, or that its place does: a whole, or a year after its own quarters or months. */
function roleAmong(labels: readonly string[], at: number, label: string, isWhole = false): LineRole {
  const role = roleOf(label);
  if (role !== "item") return role;
  const before = labels.slice(Math.max(0, at - 3), at);
  const year = startsWithPeriod(label) && !isWithinYear(label);
  return isWhole || (year && before.length === 3 && before.every(isWithinYear)) ? "total" : "item";
}

/** The row that is the whole of which a column of percentages tells the shares: the only one near 100, and the others below it. */
function wholeOf({ columns, rows }: Block): number | undefined {
  const wholes = columns.flatMap(({ at, kind }) => {
    if (kind !== "percent") return [];
    const shares = rows.flatMap(({ cells }, row) => {
      const value = cells[at]?.figure?.value.toNumber();
      return value === undefined ? [] : [{ row, value }];
    });
    const full = shares.filter(({ value }) => value > 95 && value < 105);
    const rest = shares.filter(({ value }) => value > 0 && value <= 95);
    const sum = rest.reduce((all, { value }) => all + value, 0);
    return full.length === 1 && rest.length > 1 && Math.abs(sum - 100) < 3 ? full.map(({ row }) => row) : [];
  });
  return wholes[0];
}

/** The columns of a block as lines. */
export function columnLines(block: Block): Line[] {
  const labels = block.columns.map(({ label, own }) => headingAlone(own === "" ? label : own));
  return block.columns.map((column, at) => ({
    at,
    label: column.label,
    role: roleAmong(labels, at, labels[at] ?? ""),
    depth: 0,
    heading: false,
    strong: false,
    apart: false,
    kind: column.kind,
    across: true,
    group: column.group,
    samples: block.rows.map((row) => sampleOf(row.cells[at])),
  }));
}

/** A heading without “to date”: what was budgeted to date less what was spent to date is left, and nothing is added up twice. */
function headingAlone(label: string): string {
  const rest = label.replace(/\b(?:ytd|(?:year[- ])?to[- ]date)\b/i, "").trim();
  return rest === "" ? "Total" : rest;
}

function sampleOf(cell: PublishedCell | undefined): Sample | undefined {
  if (cell?.figure === undefined) return undefined;
  const { value, low, high } = cell.figure;
  return {
    value: value.toNumber(),
    half: high.minus(low).div(2).toNumber(),
    blank: cell.standing === "blank",
  };
}

/** A line whose figures are there at all. */
export function hasFigures({ samples }: Line): boolean {
  return samples.some((sample) => sample !== undefined && !sample.blank);
}

/** Only the samples at some places, the others as if nothing were there. */
export function onlyAt(line: Line, places: readonly number[]): Line {
  return { ...line, samples: line.samples.map((sample, at) => (places.includes(at) ? sample : undefined)) };
}
