import type { Comparison, RowId } from "../formula/formula.ts";
import type { Basis } from "../programme/assumption.ts";
import type { Stamp } from "../programme/stamp/stamp.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Rounding } from "../quantity/rounding.ts";
import { differenceUnit, type Unit } from "../quantity/unit.ts";

/** What a step of an explanation is: something with a name, or an operation on its parts. */
export type Step =
  | {
      readonly is: "row";
      readonly id: RowId;
      readonly label: string;
      readonly period: string;
      readonly unit: Unit;
    }
  | {
      readonly is: "assumption";
      readonly id: string;
      readonly label: string;
      readonly period?: string;
      readonly unit: Unit;
      readonly basis: Basis;
    }
  | { readonly is: "constant"; readonly label: string }
  | { readonly is: "fact"; readonly label: string; readonly period: string; readonly unit: Unit }
  | {
      readonly is: "operation";
      readonly label:
        | "add"
        | "subtract"
        | "multiply"
        | "divide"
        | "root"
        | "minimum"
        | "maximum"
        | "choose"
        | "total"
        | "closing"
        | "average"
        | "throughout";
    }
  | { readonly is: "comparison"; readonly label: Comparison }
  | { readonly is: "rounding"; readonly label: Rounding };

/**
 * How a value came about: what it is, its value, and the parts it was worked out from, down to assumptions and their
 * sources. `binds` is the part that a minimum, a maximum or a choice took. A row that several others read is explained once
 * a period: it is the same object wherever it comes up.
 */
export interface Explanation {
  readonly step: Step;
  readonly value: Decimal;
  /** The formula of a row in words. */
  readonly words?: string;
  readonly binds?: number;
  readonly parts: readonly Explanation[];
  /** On the outermost step only: that a number of the model only holds the place of the real one. */
  readonly draft?: true;
  /** On the outermost step only: what made it from which inputs. */
  readonly stamp?: Stamp;
}

/** The unit of a step where its parts tell it: a date less a date is days, whatever the row is in. */
export function unitOf({ step, parts }: Explanation): Unit | undefined {
  if (step.is === "row" || step.is === "assumption" || step.is === "fact") return step.unit;
  if (step.is !== "operation") return step.is === "comparison" ? "flag" : undefined;
  const units = parts.map(unitOf);
  switch (step.label) {
    case "multiply":
    case "divide":
    case "root":
      return undefined;
    case "subtract":
      return units[0] !== undefined && units[0] === units[1] ? differenceUnit(units[0]) : units[0];
    case "choose":
      return units[1] ?? units[2];
    default:
      return units.find((unit) => unit !== undefined);
  }
}
