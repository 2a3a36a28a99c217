import { type Formula, nil, row as rowRef } from "../../formula/formula.ts";
import { type Draft, take } from "../building/draft.ts";
import type { Kind, LineAttributes, LinePart } from "../line.ts";
import { lineOf } from "../line-of.ts";
import { idOf } from "../names.ts";
import { pricesIn } from "../price-basis.ts";

/** Adds a line that comes with another, such as the repayment of an advance; it is printed at the end of its section. */
export function addCompanion(
  draft: Draft,
  maker: LinePart,
  kind: Kind,
  label: string,
  formula: Formula,
  attributes: LineAttributes = {},
): Formula {
  const path = maker.path ?? [maker.label];
  const id = take(draft, label, "row", path);
  if (id === undefined) return nil;
  draft.rows.set(id, { id, label, role: "line", unit: "£", ...pricesIn(draft, "£"), totals: "sum", formula });
  draft.places.set(id, path);
  draft.lines.push(
    lineOf(
      draft,
      { ...maker, kind, label, attributes: { ...maker.attributes, ...attributes } },
      id,
      idOf(maker.label),
    ),
  );
  draft.companions.push({ kind, id });
  return rowRef(id);
}
