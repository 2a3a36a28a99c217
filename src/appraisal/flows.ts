import type { RowId } from "../formula/formula.ts";
import type { Line } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import type { Programme, Row } from "../programme/programme.ts";

/** A row that counts in a case, with the line it stands for. */
export interface Flow {
  readonly line: Line;
  readonly row: RowId;
}

/** The rows that count in a case: what is paid, what is saved, and what comes in from others. All are positive. */
export interface Flows {
  readonly costs: readonly Flow[];
  readonly savings: readonly Flow[];
  readonly income: readonly Flow[];
}

/** The body whose budget the programme is. */
export function homeOf({ options }: Programme): string {
  return options.body ?? "this body";
}

/** Whether two names are of one body. */
export function sameBody(a: string, b: string): boolean {
  return idOf(a) === idOf(b);
}

/**
 * The cash of one body: its costs and what it repays to others; the cashable savings that fall to it; what others pay
 * in. Its own base budget, reserves and advances only move its money from one year to another, and count for nothing.
 * For a body other than the programme's own, what it gives goes out and what is repaid to it comes in.
 */
export function financialFlows(programme: Programme, body: string): Flows {
  const lines = programme.lines.filter((line) => line.countsIn !== "no case");
  const own = (line: Line) => sameBody(line.agency, body);
  // Money from others comes to the programme's own body; for any other, what it gives goes out and what it is repaid comes in.
  const home = sameBody(body, homeOf(programme));
  const [out, back] = home ? (["repayment", "funding"] as const) : (["funding", "repayment"] as const);
  const between = (line: Line, kind: Line["kind"]) => line.kind === kind && own(line) !== home;
  const paid = lines.filter((line) => (line.kind === "cost" && own(line)) || between(line, out));
  const saved = lines.filter((line) => line.kind === "saving" && line.cashable === "cashable");
  const income = lines.filter((line) => between(line, back));
  return {
    costs: paid.map(itself),
    savings: saved.flatMap((line) => partFor(programme, line, body)),
    income: income.map(itself),
  };
}

/**
 * What all bodies together give up and gain: every cost, and every saving after what would have happened anyway,
 * cashable or not. Grants, repayments and what counts in the financial case alone are transfers.
 */
export function economicFlows(programme: Programme): Flows {
  const lines = programme.lines.filter((line) => line.countsIn === undefined);
  const costs = lines.filter(({ kind }) => kind === "cost").map(itself);
  const savings = lines
    .filter(({ kind }) => kind === "saving")
    .map((line) => ({ line, row: stageOf(programme, line, "net") }));
  return { costs, savings, income: [] };
}

/** The row of a saving at a stage: gross, or net of what would have happened anyway; the line itself where it has none. */
export function stageOf(programme: Programme, line: Line, stage: "gross" | "net"): RowId {
  const rows = workingRows(programme, line);
  const at = (wanted: "gross" | "net") => rows.find((row) => row.stage === wanted)?.id;
  return at(stage) ?? at("gross") ?? line.id;
}

/** What each body has of a saving that several share; empty where it falls to the line's own agency alone. */
export function sharesOf(programme: Programme, line: Line): readonly Row[] {
  return workingRows(programme, line).filter(({ agency }) => agency !== undefined);
}

function workingRows(programme: Programme, line: Line): Row[] {
  return [...programme.rows.values()].filter((row) => row.line === line.id);
}

function partFor(programme: Programme, line: Line, body: string): Flow[] {
  const shares = sharesOf(programme, line);
  if (shares.length === 0) return sameBody(line.agency, body) ? [itself(line)] : [];
  return shares
    .filter(({ agency }) => agency !== undefined && sameBody(agency, body))
    .map(({ id }) => ({ line, row: id }));
}

function itself(line: Line): Flow {
  return { line, row: line.id };
}
