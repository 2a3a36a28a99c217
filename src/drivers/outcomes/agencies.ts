import { add, compare, constant, type Formula, multiply } from "../../formula/formula.ts";
import { didYouMean } from "../../issue/nearest-name.ts";
import type { Given } from "../../programme/assumption.ts";
import { sameBody } from "../../programme/bodies.ts";
import type { LineContext } from "../../programme/line.ts";
import { one } from "../../quantity/decimal.ts";
import { nameFaults, noFaults } from "../name-faults.ts";

/** Adds the part of each agency as a row, and the condition that their shares sum to 1; the parts by the names given. */
export function partsOfAgencies(
  line: LineContext,
  agencies: Readonly<Record<string, Given>>,
  whole: Formula,
): ReadonlyMap<string, Formula> {
  const names = Object.keys(agencies);
  const parts = new Map<string, Formula>();
  if (names.length === 0 || !noFaults(line, nameFaults(["agencies"], names))) return parts;
  const shares = Object.entries(agencies).map(([name, given]) => {
    const share = line.value(["agencies", name], given, "share", { least: 0, most: 1 });
    const formula = multiply(whole, share);
    parts.set(name, line.row(`part of ${name}`, { unit: "£", totals: "sum", formula, agency: name }));
    return share;
  });
  line.relation("agencies", {
    label: `${line.label}: the shares of its agencies sum to 1`,
    formula: compare(add(...shares), "equal to", constant(one, "share")),
    code: "out-of-range",
    message: `the shares of the agencies of ${line.label} sum to {left}, which is {difference}`,
    expected: "shares that sum to 1",
    received: "{left}",
    hint: "mend the share that is wrong, or add the agency that is missing",
    listed: true,
  });
  return parts;
}

/** The part of the line's own agency; `undefined` after reporting that it has none. */
export function ownPart(line: LineContext, parts: ReadonlyMap<string, Formula>): Formula | undefined {
  const names = [...parts.keys()];
  const own = names.find((name) => sameBody(name, line.agency));
  if (own !== undefined) return parts.get(own);
  line.fault("count", {
    code: "unknown-name",
    message: `${line.label} counts the part of its own agency, and ${line.agency} is none of its agencies`,
    expected: names.join(", ") || "agencies with their shares",
    received: line.agency,
    hint: didYouMean(line.agency, names) ?? "name the agency on the line, as one of its agencies",
  });
  return undefined;
}
