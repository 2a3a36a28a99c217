import {
  add,
  compare,
  constant,
  divide,
  type Formula,
  nil,
  opening,
  row,
  subtract,
} from "../../formula/formula.ts";
import type { LineContext, Totals } from "../../programme/line.ts";
import { idOf } from "../../programme/names.ts";
import { decimal } from "../../quantity/decimal.ts";
import { byPeriod } from "../over-time/by-period.ts";
import type { PlacementMove, PlacementType } from "./options.ts";

/** What would be without the programme, and what is with it. */
export const trajectories = ["baseline", "programme"] as const;
export type Trajectory = (typeof trajectories)[number];

/** A move, and the row that counts it on each trajectory. */
export type MoveRows = readonly { readonly move: PlacementMove; readonly on: Record<Trajectory, Formula> }[];

/** The rows of a type on one trajectory. */
export type Corkscrew = Readonly<
  Record<"opening" | "entries" | "moves in" | "moves out" | "exits" | "closing" | "average", Formula>
>;

/** Adds a row in children. */
export function childrenRow(line: LineContext, name: string, totals: Totals, formula: Formula): Formula {
  return line.row(name, { unit: "children", totals, formula });
}

/** Adds the rows of the moves, each counted once for both of its ends. */
export function moveRows(line: LineContext, moves: readonly PlacementMove[]): MoveRows {
  return moves.map((move, at) => {
    const count = (trajectory: Trajectory) => {
      const given = move[trajectory];
      const name = {
        at: ["moves", String(at), trajectory],
        called: `move from ${move.from} to ${move.to}, ${trajectory}`,
      };
      const formula = given === undefined ? nil : byPeriod(line, name, given, "children");
      return childrenRow(line, `${move.from} to ${move.to} ${trajectory} moves`, "sum", formula);
    };
    return { move, on: { baseline: count("baseline"), programme: count("programme") } };
  });
}

/**
 * Adds the rows of a type on a trajectory: opening + entries + moves in − moves out − exits = closing, and the average of
 * opening and closing. Flows are summed over periods, a closing is the last, an average is averaged; an opening is
 * the closing before it and does not roll up. `before` is the baseline, which the programme follows
 * where it states no flow of its own.
 */
export function corkscrew(
  line: LineContext,
  type: string,
  trajectory: Trajectory,
  {
    flows,
    start,
    moves,
    before,
  }: { flows: PlacementType; start: Formula; moves: MoveRows; before?: Corkscrew },
): Corkscrew {
  const named = (what: string) => `${type} ${trajectory} ${what}`;
  const own = flows[trajectory] ?? {};
  const flow = (what: "entries" | "exits") => {
    const given = own[what];
    const name = ["types", type, trajectory, what];
    const formula = given === undefined ? (before?.[what] ?? nil) : byPeriod(line, name, given, "children");
    return childrenRow(line, named(what), "sum", formula);
  };
  const moved = (end: "from" | "to") =>
    add(...moves.filter(({ move }) => idOf(move[end]) === idOf(type)).map(({ on }) => on[trajectory]));
  const last = row(`${line.id}.${idOf(named("closing"))}`, 1);
  const first = childrenRow(line, named("opening"), "none", opening(start, last));
  const entries = flow("entries");
  const movesIn = childrenRow(line, named("moves in"), "sum", moved("to"));
  const movesOut = childrenRow(line, named("moves out"), "sum", moved("from"));
  const exits = flow("exits");
  const end = subtract(add(first, entries, movesIn), add(movesOut, exits));
  const closing = childrenRow(line, named("closing"), "closing", end);
  const middle = divide(add(first, closing), constant(decimal(2), "number"));
  const average = childrenRow(line, named("average"), "average", middle);
  neverBelowNil(line, type, trajectory, closing);
  return { opening: first, entries, "moves in": movesIn, "moves out": movesOut, exits, closing, average };
}

/** No more children can leave than are there. */
function neverBelowNil(line: LineContext, type: string, trajectory: Trajectory, closing: Formula): void {
  line.condition(`${line.label}: ${type} never below nil (${trajectory})`, {
    formula: compare(closing, "at least", nil),
    says: `more children leave ${type} than are there (${trajectory})`,
  });
}

/** Adds the rows of all types together: a move between two types is neither an entry nor an exit. */
export function allTogether(line: LineContext, trajectory: Trajectory, types: readonly Corkscrew[]): void {
  const rows: readonly [keyof Corkscrew, string, Totals][] = [
    ["opening", "opening", "none"],
    ["entries", "entries", "sum"],
    ["moves in", "moves", "sum"],
    ["exits", "exits", "sum"],
    ["closing", "closing", "closing"],
    ["average", "average", "average"],
  ];
  for (const [of, name, totals] of rows)
    childrenRow(line, `${trajectory} ${name}`, totals, add(...types.map((type) => type[of])));
}
