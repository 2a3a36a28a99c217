import { add, type Formula, maximum, nil, type RowId, row as ref, subtract } from "../../formula/formula.ts";
import { type Draft, report } from "../building/draft.ts";
import { addMoneyRow } from "../building/money-row.ts";
import type { Kind, Line, LinePart, Unspent } from "../line.ts";
import { idOf } from "../names.ts";
import { balances } from "./left-to-meet.ts";
import type { Carry } from "./turns.ts";

const rowNames = {
  given: "funding that does not wait for what is left",
  met: "funding that meets what is left",
  needed: "needed",
} as const satisfies Record<keyof Unspent, string>;

/** Notes that a line takes in what funding exceeds need; the rows that it is worked out from are added in the end. */
export function takeInUnspent(
  draft: Draft,
  { label }: LinePart,
  carry: Pick<Carry, "as" | "planned" | "path">,
): Unspent {
  const line = idOf(label);
  const [other] = draft.carries;
  if (other !== undefined) {
    const message = `${label} and ${other.label} would both take in what is not spent`;
    report(draft, "wrong-shape", carry.path, message, {
      expected: "one line that takes in the underspend",
      received: `${other.label}, ${label}`,
      hint: "take “underspend” out of one of the two",
    });
    return { given: nil, met: nil, needed: nil };
  }
  draft.carries.push({ line, label, ...carry });
  return {
    given: ref(rowOf(line, "given")),
    met: ref(rowOf(line, "met")),
    needed: ref(rowOf(line, "needed")),
  };
}

function rowOf(line: RowId, name: keyof Unspent): RowId {
  return `${line}.${idOf(rowNames[name])}`;
}

/** Adds the rows of funding and need beside each line that takes in what is not spent. */
export function addUnspent(draft: Draft): void {
  for (const { line, label, as, planned } of draft.carries) {
    const linesOf = (kind: Kind) => draft.lines.filter((one) => one.kind === kind && one.id !== as);
    const funding = linesOf("funding");
    const sum = (lines: readonly Line[]) => lines.map(({ id }) => ref(id));
    const costs = [
      ...sum(linesOf("cost")),
      ...(planned === nil ? [] : [planned]),
      ...sum(linesOf("repayment")),
    ];
    const savings = sum(linesOf("saving"));
    const needed = savings.length === 0 ? add(...costs) : subtract(add(...costs), add(...savings));
    const formulas: Record<keyof Unspent, Formula> = {
      given: add(...sum(funding.filter((one) => one.id !== line && !balances(draft, one)))),
      met: add(...sum(funding.filter((one) => balances(draft, one)))),
      needed: maximum(nil, needed),
    };
    for (const name of ["given", "met", "needed"] as const)
      addMoneyRow(draft, rowOf(line, name), `${label}: ${rowNames[name]}`, formulas[name]);
  }
}
