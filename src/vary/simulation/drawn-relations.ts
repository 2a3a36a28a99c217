import { Machine } from "../../formula/fast/machine.ts";
import type { Packed } from "../../formula/fast/packed.ts";
import type { AssumptionId, RowId } from "../../formula/formula.ts";
import { references } from "../../formula/order.ts";
import { extend } from "../../programme/building/extend.ts";
import type { Programme, Row } from "../../programme/programme.ts";
import type { PlacedRelation } from "../../programme/relation.ts";
import { drawsInBlock } from "../draw/bits.ts";

/** The draws that break what must hold between inputs, and what was drawn in the first of them. */
export interface BrokenRelation {
  /** Which relation of the job it is, from 0. */
  readonly relation: number;
  readonly draws: readonly number[];
  /** The values of the inputs in the first of these draws, in their order. */
  readonly example: readonly number[];
}

/** The relations that draws could break, and a programme with a row for each, which is 1 where it holds. */
export interface DrawnRelations {
  readonly programme: Programme;
  readonly relations: readonly PlacedRelation[];
  readonly rows: readonly RowId[];
}

/**
 * What must hold between inputs, where any of them is drawn. What is only warned of may be drawn; what is of amounts by
 * period is a condition of the programme, and so a chance.
 */
export function drawnRelations(programme: Programme, drawn: readonly AssumptionId[]): DrawnRelations {
  const isDrawn = (id: AssumptionId) => drawn.includes(id);
  const relations = programme.relations.filter(
    ({ severity, formula }) => severity !== "warning" && references(formula).assumptions.some(isDrawn),
  );
  if (relations.length === 0) return { programme, relations, rows: [] };
  const rows = relations.map(({ label, formula }, at): Row => {
    return { id: `relation.${at}`, label, role: "working", unit: "flag", totals: "none", formula };
  });
  const added = new Map(rows.map((row) => [row.id, row]));
  return { programme: extend(programme, { rows: added }), relations, rows: [...added.keys()] };
}

/** Judges blocks of draws by what must hold between them. */
export class RelationJudge {
  private readonly machine: Machine;
  private readonly verdicts: readonly Float64Array[];
  private readonly found: { draws: number[]; example: number[] }[];

  constructor(cells: Packed) {
    this.machine = new Machine(cells);
    this.verdicts = cells.outputs.map(() => new Float64Array(drawsInBlock));
    this.found = cells.outputs.map(() => ({ draws: [], example: [] }));
  }

  /** Judges so many draws of a block, the first of which has that number; the places in the block of those that break any. */
  judge(inputs: readonly Float64Array[], count: number, first: number): ReadonlySet<number> {
    const out = new Set<number>();
    this.machine.run(inputs, 0, count, this.verdicts);
    for (const [at, verdict] of this.verdicts.entries()) {
      const { draws, example } = this.found[at] as { draws: number[]; example: number[] };
      for (let i = 0; i < count; i++) {
        // What is no number does not hold either.
        if (verdict[i] === 1) continue;
        if (draws.length === 0) example.push(...inputs.map((of) => of[i] as number));
        draws.push(first + i);
        out.add(i);
      }
    }
    return out;
  }

  /** The relations that were broken. */
  get broken(): BrokenRelation[] {
    return this.found.flatMap((found, relation) => (found.draws.length > 0 ? [{ relation, ...found }] : []));
  }
}
