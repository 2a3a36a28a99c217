import type { RowId } from "../formula/formula.ts";
import { homeOf, sameBody } from "../programme/bodies.ts";
import type { Line } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import type { Programme, Row } from "../programme/programme.ts";

/** A row that counts in a case, with the line it stands for. */
export interface Flow {
  readonly line: Line;
  readonly row: RowId;
}

/**
 * The rows that count in a case: what is paid, what is saved, what comes in from others, and what is repaid or lent to
 * them. All are positive. What is borrowed and repaid is kept from costs, which it has paid for already.
 */
export interface Flows {
  readonly costs: readonly Flow[];
  readonly savings: readonly Flow[];
  readonly income: readonly Flow[];
  readonly repaid: readonly Flow[];
}

/** The bodies of a programme: its own first, then those that pay, give or save, in the order of the model. */
export function bodiesOf(programme: Programme): string[] {
  const home = homeOf(programme);
  const names = new Map([[idOf(home), home]]);
  for (const line of programme.lines) {
    if (line.kind === "memorandum") continue;
    const shares = sharesOf(programme, line).flatMap(({ agency }) => agency ?? []);
    for (const name of shares.length > 0 ? shares : [line.agency])
      if (!names.has(idOf(name))) names.set(idOf(name), name);
  }
  return [...names.values()];
}

/**
 * The cash of one body: its costs and what it repays to others; the cashable savings that fall to it; what others pay in,
 * when it is paid. Its own base budget, reserves and advances only move its money from one year to another, and count for
 * nothing. For a body other than the programme's own, grants that it gives are costs, and what it lends is repaid to it.
 */
export function financialFlows(programme: Programme, body: string): Flows {
  const lines = programme.lines.filter((line) => line.countsIn !== "no case");
  const own = (line: Line) => sameBody(line.agency, body);
  // Money from others comes to the programme's own body; for any other, what it gives goes out and what it is repaid comes in.
  const home = sameBody(body, homeOf(programme));
  const between = (kind: Line["kind"]) => lines.filter((line) => line.kind === kind && own(line) !== home);
  const [given, back] = [between("funding"), between("repayment")];
  const isLent = ({ id }: Line) => back.some(({ madeBy }) => madeBy === id);
  const paid = lines.filter((line) => line.kind === "cost" && own(line));
  const saved = lines.filter((line) => line.kind === "saving" && line.cashable === "cashable");
  const cash = (line: Line): Flow => ({ line, row: cashOf(programme, line) });
  return {
    costs: [...paid, ...(home ? [] : given.filter((line) => !isLent(line)))].map(cash),
    savings: saved.flatMap((line) => partFor(programme, line, body)),
    income: (home ? given : back).map(cash),
    repaid: (home ? back : given.filter(isLent)).map(cash),
  };
}

/**
 * What all bodies together give up and gain: every cost, and every saving after what would have happened anyway,
 * cashable or not. Grants, repayments and what counts in the financial case alone are transfers.
 */
export function economicFlows(programme: Programme): Flows {
  const lines = programme.lines.filter((line) => line.countsIn === undefined);
  const costs = lines.filter(({ kind }) => kind === "cost").map((line) => ({ line, row: line.id }));
  const savings = lines
    .filter(({ kind }) => kind === "saving")
    .map((line) => ({ line, row: stageOf(programme, line, "net") }));
  return { costs, savings, income: [], repaid: [] };
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

/** The row of the money of a line as it is paid: of a grant what is received, which may be before or after it is earned. */
export function cashOf(programme: Programme, line: Line): RowId {
  return workingRows(programme, line).find(({ cash }) => cash === "received")?.id ?? line.id;
}

/** The row of what has been earned of a line and not been paid; none where all is paid as it is earned. */
export function owedOf(programme: Programme, line: Line): RowId | undefined {
  return workingRows(programme, line).find(({ cash }) => cash === "owed")?.id;
}

/** The rows that stand beside each line, by the rows of a programme, which never change. */
const rowsBeside = new WeakMap<Programme["rows"], ReadonlyMap<RowId, readonly Row[]>>();

function workingRows({ rows }: Programme, { id }: Line): readonly Row[] {
  const known = rowsBeside.get(rows) ?? grouped(rows);
  rowsBeside.set(rows, known);
  return known.get(id) ?? [];
}

function grouped(rows: Programme["rows"]): ReadonlyMap<RowId, readonly Row[]> {
  const found = new Map<RowId, Row[]>();
  for (const row of rows.values())
    if (row.line !== undefined) found.set(row.line, [...(found.get(row.line) ?? []), row]);
  return found;
}

function partFor(programme: Programme, line: Line, body: string): Flow[] {
  const shares = sharesOf(programme, line);
  if (shares.length === 0) return sameBody(line.agency, body) ? [{ line, row: line.id }] : [];
  return shares
    .filter(({ agency }) => agency !== undefined && sameBody(agency, body))
    .map(({ id }) => ({ line, row: id }));
}
