import { assert, present } from "../assert.ts";
import { type Formula, multiply, nil, row as ref } from "../formula/formula.ts";
import type { Line } from "../programme/line.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { sharesOf, stageOf } from "./flows.ts";

/** What a body has of a saving, at the prices of the programme. */
export interface Portion {
  readonly agency: string;
  /** What leaves its budget. */
  readonly cashable: Formula;
  /** All of it, net of what would have happened anyway, cashable or not. */
  readonly net: Formula;
  /** The same part of another row of the line, such as of its optimism bias. */
  readonly of: (row: Formula) => Formula;
}

/** A saving by the bodies that it falls to: whole where it is of one agency, else as the agencies share it. */
export function portionsOf(programme: Programme, line: Line): Portion[] {
  const net = ref(stageOf(programme, line, "net"));
  const isCashable = line.cashable === "cashable";
  const portion = (agency: string, own: string, of: Portion["of"]): Portion => {
    return { agency, cashable: isCashable ? ref(own) : nil, net: of(net), of };
  };
  const shares = sharesOf(programme, line);
  if (shares.length === 0) return [portion(line.agency, line.id, (row) => row)];
  return shares.map((row) => {
    const share = shareOf(row);
    return portion(present(row.agency, row.id), row.id, (whole) => multiply(whole, share));
  });
}

/** The share of a body: its part is the whole times it. */
function shareOf({ id, formula }: Row): Formula {
  assert(formula.node === "multiply", `${id} is a share of a whole`);
  return present(formula.factors.at(-1), id);
}
