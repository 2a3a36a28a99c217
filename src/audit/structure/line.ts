import type { Block, Kind, PublishedCell } from "../read/published.ts";
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
  /** The heading that a column shares with its neighbours. */
  readonly group: string;
  readonly samples: readonly (Sample | undefined)[];
}

/** The rows of a block as lines. */
export function rowLines(block: Block): Line[] {
  return block.rows.map((row, at) => ({
    at,
    label: row.label,
    role: row.heading ? "item" : roleOf(row.label),
    depth: row.depth,
    heading: row.heading,
    strong: row.strong,
    apart: row.apart,
    kind: row.kind,
    group: "",
    samples: block.columns.map((_, column) => sampleOf(row.cells[column])),
  }));
}

/** The columns of a block as lines. */
export function columnLines(block: Block): Line[] {
  return block.columns.map((column, at) => ({
    at,
    label: column.label,
    role: roleOf(column.own === "" ? column.label : `${column.own}`),
    depth: 0,
    heading: false,
    strong: false,
    apart: false,
    kind: column.kind,
    group: column.group,
    samples: block.rows.map((row) => sampleOf(row.cells[at])),
  }));
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
