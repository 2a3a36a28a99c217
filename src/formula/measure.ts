import type { Issue } from "../issue/issue.ts";
import { type Prices, pricesWords } from "../quantity/prices.ts";
import {
  combine,
  type Dimension,
  dimensionOf,
  dimensionWords,
  isMoney,
  sameDimension,
  type Unit,
} from "../quantity/unit.ts";
import {
  type AssumptionId,
  type Formula,
  fold,
  type PeriodFact,
  type Reading,
  type RowId,
} from "./formula.ts";

/** What a value measures: its dimension, or `any` for nil; and, for money, the prices it is in where they are known. */
export interface Measure {
  readonly dimension: Dimension | "any";
  readonly prices?: Prices | undefined;
}

/** Says what an assumption or a row measures; `undefined` where there is none of that id. */
export interface Measures {
  assumption(id: AssumptionId): Measure | undefined;
  row(id: RowId): Measure | undefined;
}

/** A fault of units without its place, which only the caller knows. */
export type UnitFault = Pick<Issue, "code" | "message" | "expected" | "received" | "hint">;

const number: Measure = { dimension: new Map() };
const anything: Measure = { dimension: "any" };

/** The units of what the timeline says of a period. */
export const factUnits: Record<PeriodFact, Unit> = {
  index: "number",
  "year index": "number",
  "first day": "date",
  "last day": "date",
  days: "days",
  "year days": "days per year",
  "first month": "month number",
  months: "months",
  years: "years",
};

/** The measure of a unit at some prices. */
export function measureOf(unit: Unit, prices?: Prices): Measure {
  const dimension = dimensionOf(unit) ?? new Map();
  return isMoney(dimension) && prices !== undefined ? { dimension, prices } : { dimension };
}

/**
 * Reads what a formula measures, and collects each place where unlike things are added or compared.
 * It runs once a row, when the programme is built.
 */
export function measure(formula: Formula, measures: Measures): { measure: Measure; faults: UnitFault[] } {
  const faults: UnitFault[] = [];
  return { measure: fold(formula, new MeasureReading(measures, faults)), faults };
}

class MeasureReading implements Reading<Measure> {
  private readonly measures: Measures;
  private readonly faults: UnitFault[];
  constructor(measures: Measures, faults: UnitFault[]) {
    this.measures = measures;
    this.faults = faults;
  }

  constant(_: unknown, unit: Unit | "any"): Measure {
    return unit === "any" ? anything : measureOf(unit);
  }
  assumption(id: AssumptionId): Measure {
    return this.measures.assumption(id) ?? anything;
  }
  series(id: AssumptionId): Measure {
    return this.assumption(id);
  }
  fact(fact: PeriodFact): Measure {
    return measureOf(factUnits[fact]);
  }
  row(id: RowId): Measure {
    return this.measures.row(id) ?? anything;
  }
  total(id: RowId): Measure {
    return this.row(id);
  }
  opening(first: Measure, then: Measure): Measure {
    return this.alike([first, then], "add");
  }
  add(terms: readonly Measure[]): Measure {
    return this.alike(terms, "add");
  }
  subtract(from: Measure, less: Measure): Measure {
    return this.alike([from, less], "subtract");
  }
  multiply(factors: readonly Measure[]): Measure {
    return factors.reduce((a, b) => product(a, b, 1), number);
  }
  divide(value: Measure, by: Measure): Measure {
    if (moneyBoth(value, by)) this.samePrices(value, by, "divide");
    return product(value, by, -1);
  }
  root(of: Measure): Measure {
    return this.alike([number, of], "take the root of");
  }
  minimum(of: readonly Measure[]): Measure {
    return this.alike(of, "compare");
  }
  maximum(of: readonly Measure[]): Measure {
    return this.alike(of, "compare");
  }
  compare(left: Measure, _: unknown, right: Measure): Measure {
    this.alike([left, right], "compare");
    return number;
  }
  choose(when: Measure, then: Measure, otherwise: Measure): Measure {
    this.alike([number, when], "compare");
    return this.alike([then, otherwise], "choose between");
  }
  round(value: Measure, to: Measure): Measure {
    return this.alike([value, to], "round");
  }

  private alike(measures: readonly Measure[], verb: string): Measure {
    return measures.reduce((a, b) => this.both(a, b, verb), anything);
  }

  private both(a: Measure, b: Measure, verb: string): Measure {
    if (a.dimension === "any") return b;
    if (b.dimension === "any") return a;
    if (!sameDimension(a.dimension, b.dimension)) {
      const words = [dimensionWords(a.dimension), dimensionWords(b.dimension)];
      this.faults.push({
        code: "wrong-unit",
        message: `it would ${verb} ${words[0]} and ${words[1]}`,
        expected: words[0] as string,
        received: words[1] as string,
        hint: "check the units of the assumptions it uses; multiply or divide to bring them to one unit",
      });
    } else this.samePrices(a, b, verb);
    return a.prices === undefined ? { ...a, prices: b.prices } : a;
  }

  private samePrices(a: Measure, b: Measure, verb: string): void {
    if (a.prices === undefined || b.prices === undefined || a.prices === b.prices) return;
    this.faults.push({
      code: "wrong-prices",
      message: `it would ${verb} ${pricesWords(a.prices)} and ${pricesWords(b.prices)}`,
      expected: pricesWords(a.prices),
      received: pricesWords(b.prices),
      hint: "bring one to the prices of the other with a named index series first",
    });
  }
}

function moneyBoth(a: Measure, b: Measure): boolean {
  return a.dimension !== "any" && b.dimension !== "any" && isMoney(a.dimension) && isMoney(b.dimension);
}

function product(a: Measure, b: Measure, by: 1 | -1): Measure {
  if (a.dimension === "any" || b.dimension === "any") return anything;
  const dimension = combine(a.dimension, b.dimension, by);
  const prices = a.prices ?? b.prices;
  return isMoney(dimension) && prices !== undefined ? { dimension, prices } : { dimension };
}
