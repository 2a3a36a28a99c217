import * as z from "zod";
import { add, compare, constant, divide, type Formula, multiply, subtract } from "../../formula/formula.ts";
import type { Given } from "../../programme/assumption.ts";
import { sameBody } from "../../programme/bodies.ts";
import type { LineContext } from "../../programme/line.ts";
import { givenSchema } from "../../programme/schema.ts";
import { one } from "../../quantity/decimal.ts";
import { ownTotal } from "../rows.ts";
import { eligibleCosts, eligibleLines } from "./spend.ts";

/** What must be found beside a grant, of what that is a share, and who finds it. */
export interface GrantMatch {
  /** Of the scheme, which is all eligible spend; or of the grant. */
  readonly of: "scheme" | "grant";
  readonly share: Given;
  /** In cash unless told. What is given in kind stands among the eligible costs at its value. */
  readonly kind?: "cash" | "in kind";
  /** The body that finds it, as its lines name it. A condition holds what it gives to the match. */
  readonly "found by"?: string;
}

/** The share of the scheme or of the grant that must be found. */
export function matchShare(line: LineContext, { share, of }: GrantMatch): Formula {
  const limits = of === "scheme" ? { least: 0, below: 1 } : { least: 0 };
  return line.value(["match", "share"], share, "share", limits);
}

/** What a grant pays of eligible spend where the match is a share of the scheme, or of the grant. */
export function besideMatch({ of }: GrantMatch, share: Formula, spend: Formula): Formula {
  const whole = constant(one, "share");
  return of === "scheme" ? multiply(spend, subtract(whole, share)) : divide(spend, add(whole, share));
}

/** Adds the row of what must be found beside the grant that is claimed, and the condition that who finds it does. */
export function addMatch(line: LineContext, match: GrantMatch, share: Formula, claim: Formula): void {
  const { of, kind = "cash", "found by": who } = match;
  const beside = of === "scheme" ? divide(share, subtract(constant(one, "share"), share)) : share;
  const name = `match in ${kind === "cash" ? "cash" : "kind"}`;
  const label = who === undefined ? name : `${name}, found by ${who}`;
  line.row(name, { label, unit: "£", totals: "sum", formula: multiply(claim, beside) });
  if (who === undefined) return;
  const needed = ownTotal(line, name);
  if (kind === "cash") line.foundBy(["match", "found by"], who, needed);
  else holdInKind(line, who, needed);
}

/** What is given in kind stands among the eligible costs, as costs of who gives it. */
function holdInKind(line: LineContext, who: string, needed: Formula): void {
  const costs = eligibleLines(line).filter(({ agency }) => sameBody(agency, who));
  if (costs.length === 0) {
    line.fault(["match", "found by"], {
      code: "unknown-name",
      severity: "warning",
      message: `${who} finds the match of ${line.label} in kind, and no eligible cost is its own`,
      expected: `a cost with “agency: ${who}” that is eligible, at the value of what is given`,
      received: "none",
      hint: "add the staff time or rooms among the costs, with their agency, or mend the name",
    });
    return;
  }
  const formula = eligibleCosts(line, costs);
  line.row("given in kind", { label: `given in kind by ${who}`, unit: "£", totals: "sum", formula });
  line.condition(`${line.label}: ${who} finds the match in kind`, {
    formula: compare(needed, "at most", ownTotal(line, "given in kind")),
    once: true,
    says: `What ${who} gives in kind: ${costs.map(({ label }) => label).join(", ")}.`,
  });
}

export const matchSchema = () =>
  z.strictObject({
    of: z.enum(["scheme", "grant"]),
    share: givenSchema(),
    kind: z.enum(["cash", "in kind"]).optional(),
    "found by": z.string().min(1).optional(),
  });

/** What the options of a match look like, for those given in code. */
export const matchShape = {
  of: ["scheme", "grant"],
  share: "any",
  "kind?": ["cash", "in kind"],
  "found by?": "words",
} as const;
