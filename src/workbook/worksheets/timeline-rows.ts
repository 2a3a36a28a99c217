import { factUnits } from "../../formula/measure.ts";
import { factWords } from "../../formula/words.ts";
import type { Programme } from "../../programme/programme.ts";
import { type Decimal, decimal } from "../../quantity/decimal.ts";
import type { Unit } from "../../quantity/unit.ts";
import { factOf } from "../../table/fact.ts";
import { endsYear, periodYear } from "../../time/period.ts";
import type { Layout } from "../cells.ts";
import { eachPeriod } from "../frame.ts";

/** A row that says something of each period; it follows from the timeline, which is part of the model's structure. */
export interface PeriodRow {
  readonly at: number;
  readonly label: string;
  readonly unit: Unit;
  readonly values: readonly Decimal[];
}

/** The rows of the timeline, as they stand at the head of the workings. */
export function periodRows({ timeline }: Programme, { facts, years, frame }: Layout): PeriodRow[] {
  const yearOf = (period: number) => periodYear(timeline, period);
  const read = [...facts].map(([fact, at]): PeriodRow => {
    const values = eachPeriod(frame, (period) => factOf(timeline, fact, period));
    return { at, label: capital(factWords[fact]), unit: factUnits[fact], values };
  });
  if (years === undefined) return read;
  const { year, last } = years;
  return [
    ...read,
    {
      at: year,
      label: "The calendar year in which its financial year starts",
      unit: "number",
      values: eachPeriod(frame, (period) => decimal(yearOf(period))),
    },
    {
      at: last,
      label: "Whether it is the last period of its financial year",
      unit: "flag",
      values: eachPeriod(frame, (period) => decimal(endsYear(timeline, period) ? 1 : 0)),
    },
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
