import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import { assert, present } from "../../assert.ts";
import {
  type Comparison,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  nil,
  type RowId,
  row as ref,
  total,
} from "../../formula/formula.ts";
import type { Issue } from "../../issue/issue.ts";
import { refuseErrors } from "../../issue/refusal.ts";
import { extend } from "../../programme/building/extend.ts";
import type { Condition } from "../../programme/condition.ts";
import type { Programme, Row } from "../../programme/programme.ts";
import { readAt } from "../../programme/read-at.ts";
import { decimal, one } from "../../quantity/decimal.ts";
import { valueWords } from "../../quantity/value-words.ts";
import { findPeriods } from "../../table/explain.ts";
import { endsYear, periodYear } from "../../time/period.ts";
import { formatFinancialYear } from "../../time/year.ts";
import type { CaseOptions } from "../case.ts";
import { type DrawnMeasure, measureOf, nameIn } from "./drawn-measure.ts";
import type { Span } from "./machine.ts";

/** Something that holds or does not, with the row that is 1 in the last period where it does. */
export interface DrawnChance {
  readonly id: string;
  readonly label: string;
  readonly row: RowId;
}

/** A programme with the rows of some chances. */
export interface WithChances {
  readonly programme: Programme;
  readonly chances: readonly DrawnChance[];
}

const compared = /^(.+?)\s+(?:(always|never)\s+)?(?:is\s+)?(at most|below|at least|above|equal to)\s+(.+)$/i;
const paidBack = /^(?:(discounted)\s+)?pay(?:s\s+)?back(?:\s+by\s+(.+))?$/i;

/** The other way round: what does not hold where a comparison does. */
const not: Record<Comparison, Comparison> = {
  "at most": "above",
  below: "at least",
  "at least": "below",
  above: "at most",
  "equal to": "unlike",
  unlike: "equal to",
};

/**
 * Adds the rows of chances to a programme, by their words: the label of a condition; `payback by 2018/19`, or `payback` for
 * each year; `net present value above 0`; `reserve never below 0`, in every period. They are rows like any other, so that
 * they are decided as the exact reading decides. Throws `unknown-name` and the codes of reading an amount or a period.
 */
export function withChances(
  programme: Programme,
  asked: readonly string[],
  options: CaseOptions,
): WithChances {
  const adding = new Chances(programme, options);
  for (const words of asked) adding.add(words.trim());
  return { programme: adding.programme, chances: adding.chances };
}

class Chances {
  programme: Programme;
  readonly chances: DrawnChance[] = [];
  private readonly options: CaseOptions;
  private rows = 0;
  private readonly owed: Partial<Record<"payback" | "discounted-payback", Formula>> = {};
  constructor(programme: Programme, options: CaseOptions) {
    this.programme = programme;
    this.options = options;
  }

  add(words: string): void {
    const own = this.programme.conditions.find(({ label }) => label.toLowerCase() === words.toLowerCase());
    const [isPayback, discounted, by] = paidBack.exec(words) ?? [];
    if (own) this.condition(own);
    else if (isPayback !== undefined) this.payback(discounted !== undefined, by);
    else this.named(words);
  }

  private named(words: string): void {
    const [, name = words, every, is, bound = ""] = compared.exec(words) ?? [];
    const named = nameIn(this.programme, name, this.options);
    this.programme = named.programme;
    const { outcome } = named;
    if (is === undefined && outcome.kind !== "condition") this.saysNothing(words);
    else if (is === undefined)
      this.condition(
        present(
          this.programme.conditions.find(({ id }) => id === outcome.id),
          outcome.id,
        ),
      );
    else
      this.comparison(words, measureOf(named), is.toLowerCase() as Comparison, bound, every?.toLowerCase());
  }

  /** A condition holds where it does in every period that it is judged in. */
  private condition({ id, label, row, first, last }: Condition): void {
    const fails = choose(within({ first, last }), choose(ref(row), nil, flag), nil);
    this.allHold(id, label, fails);
  }

  /** Paid back by a year, and not short again afterwards: at the end of every later period nothing is owed. */
  private payback(discounted: boolean, by: string | undefined): void {
    const id = discounted ? "discounted-payback" : "payback";
    this.programme = nameIn(this.programme, id, this.options).programme;
    const { rows } = (this.programme as AppraisedProgramme).appraisal;
    const cumulative = discounted ? rows.present?.cumulative : rows.cumulative;
    assert(cumulative !== undefined, "a payback has a sum so far");
    const { timeline } = this.programme;
    // One row for all years, so that each period is judged once.
    this.owed[id] ??= ref(this.row(`${id}: owed`, compare(cumulative, "below", nil)));
    const owed = this.owed[id];
    for (const at of by === undefined ? yearEnds(this.programme) : [findPeriods(timeline, by).last]) {
      const when = by ?? formatFinancialYear(periodYear(timeline, at), timeline.yearStart);
      const fails = choose(within({ first: at, last: timeline.count - 1 }), owed, nil);
      this.allHold(
        `${id} by ${when}`,
        `${discounted ? "Discounted payback" : "Payback"} by the end of ${when}`,
        fails,
      );
    }
  }

  private comparison(
    id: string,
    measure: DrawnMeasure,
    is: Comparison,
    bound: string,
    every: string | undefined,
  ): void {
    const issues: Issue[] = [];
    const value = readAt(bound, [id], issues, {}, measure.unit);
    refuseErrors(issues);
    const than = constant(value ?? decimal(0), measure.unit);
    const words = `${every === undefined ? "" : `${every} `}${is} ${valueWords(value ?? decimal(0), measure.unit)}`;
    if (every !== undefined) {
      const { timeline } = this.programme;
      const all = measure.id.includes("@") ? measure.span : { first: 0, last: timeline.count - 1 };
      const label = `${this.programme.rows.get(measure.row)?.label ?? measure.label} ${words}`;
      const breaks = compare(ref(measure.row), every === "never" ? is : not[is], than);
      this.allHold(id, label, choose(within(all), breaks, nil));
      return;
    }
    const holds = compare(this.figureOf(measure), is, than);
    const { by } = measure;
    const formula = by === undefined ? holds : choose(compare(ref(by), "above", nil), holds, nil);
    this.chances.push({ id, label: `${measure.label} ${words}`, row: this.row(id, formula) });
  }

  /** A measure as a formula of the last period. */
  private figureOf({ row, span }: DrawnMeasure): Formula {
    const { rows, timeline } = this.programme;
    const { totals, unit, prices } = present(rows.get(row), row);
    const last = timeline.count - 1;
    const closing = span.first === span.last || totals === "closing";
    if (closing && span.last === last) return ref(row);
    const some = choose(within(closing ? { first: span.last, last: span.last } : span), ref(row), nil);
    const sum = total(this.row(`${row} in some periods`, some, { unit, ...(prices && { prices }) }));
    if (closing || totals === "sum") return sum;
    return divide(sum, constant(decimal(span.last - span.first + 1), "number"));
  }

  /** A chance that fails where a flag is set in any period. */
  private allHold(id: string, label: string, fails: Formula): void {
    const broken = this.row(`${id}: fails`, fails);
    this.chances.push({ id, label, row: this.row(id, compare(total(broken), "equal to", nil)) });
  }

  private row(label: string, formula: Formula, says: Partial<Row> = {}): RowId {
    const id = `chance.${this.rows++}`;
    const row: Row = { id, label, role: "working", unit: "flag", totals: "closing", formula, ...says };
    this.programme = extend(this.programme, { rows: new Map([[id, row]]) });
    return id;
  }

  private saysNothing(words: string): void {
    refuseErrors([
      {
        code: "wrong-option",
        severity: "error",
        path: [words],
        message: `${words} is no condition: it says nothing that could hold or not`,
        expected: "a condition of the model, payback by a year, or a row or measure with a bound",
        received: words,
        hint: `write it like “${words} above 0”`,
      },
    ]);
  }
}

const flag = constant(one, "flag");

/** Whether a period lies between two others, both included. */
function within({ first, last }: Span): Formula {
  const number = (value: number) => constant(decimal(value), "number");
  const ends = compare(fact("index"), "at most", number(last));
  return choose(compare(fact("index"), "at least", number(first)), ends, nil);
}

/** The last period of each financial year. */
function yearEnds({ timeline }: Programme): number[] {
  const all = Array.from({ length: timeline.count }, (_, period) => period);
  return all.filter((period) => endsYear(timeline, period));
}
