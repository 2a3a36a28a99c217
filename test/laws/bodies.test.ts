import fc from "fast-check";
import {
  cost,
  type Decimal,
  decimal,
  evaluate,
  funding,
  index,
  memorandum,
  type Part,
  type Programme,
  programme,
  repayment,
  saving,
  type Table,
  table,
  timelineOf,
} from "invest-to-save";
import { type AppraisalOptions, appraise, measures } from "invest-to-save/appraisal";
import { advance, grant, outcomes } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";

const nil = decimal(0);
const bodies = ["Council", "Health", "Police", "Department"] as const;
const body = fc.constantFrom(...bodies);
const amount = fc.integer({ min: 0, max: 5_000 });
const share = fc.constantFrom("0%", "30%", "100%");

/** A line of any kind that an appraisal has to place: whose it is, and whether it leaves a budget. */
const part = (n: number): fc.Arbitrary<Part> =>
  fc.oneof(
    fc.tuple(amount, body).map(([of, agency]) => cost(`Cost ${n}`, of, { agency, eligible: true })),
    fc
      .tuple(amount, body, fc.constantFrom("cashable", "non-cashable", "avoided cost"))
      .map(([of, agency, cashable]) => saving(`Saving ${n}`, of, { agency, cashable })),
    fc.tuple(amount, body).map(([of, agency]) => funding(`Funding ${n}`, of, { agency })),
    fc.tuple(amount, body).map(([of, agency]) => repayment(`Repayment ${n}`, of, { agency })),
    fc
      .tuple(amount, body)
      .map(([of, agency]) => cost(`Interest ${n}`, of, { agency, "counts in": "financial case" })),
    fc.tuple(amount, body, fc.constantFrom("0%", "4%")).map(([of, agency, interest]) =>
      funding(`Loan ${n}`, advance({ draws: { "2025/26": of }, repay: "equal", over: 2, interest }), {
        agency,
      }),
    ),
    fc
      .tuple(fc.constantFrom("as spent", "in arrears", "in advance"), body)
      .map(([claims, agency]) =>
        funding(`Grant ${n}`, grant({ rate: "50%", cap: 3_000, claims }), { agency }),
      ),
    fc.tuple(amount, share, share).map(([of, cashable, deadweight]) =>
      saving(
        `Outcomes ${n}`,
        outcomes({
          target: { "2025/26": 10, then: 10 },
          impact: "50%",
          deadweight: { share: deadweight },
          "unit cost": of,
          duration: 1,
          cashable,
          agencies: { Council: "60%", Health: "25%", Police: "15%" },
        }),
      ),
    ),
  );

const programmes = fc
  .record({
    grain: fc.constantFrom("year", "quarter"),
    prices: fc.constantFrom("nominal", "2024/25", "2025/26"),
    parts: fc
      .array(fc.nat(), { minLength: 1, maxLength: 6 })
      .chain((all) => fc.tuple(...all.map((_, n) => part(n)))),
  })
  .map(({ grain, prices, parts }) =>
    programme(
      "Shared",
      timelineOf("2025/26 to 2028/29", grain),
      { source: "a law", body: "Council", prices },
      cost("Club", 100, { eligible: true }),
      ...parts,
      index("GDP", {
        edition: "a law",
        levels: { "2024/25": 98, "2025/26": 100, then: 107 },
      }),
      table("Wider", {}, memorandum("Well-being", 70)),
    ),
  );

const prices = fc.constantFrom<AppraisalOptions>({ inflation: "3%" }, { deflator: "GDP" });
const few = { numRuns: 60 };

function total(table: Table, id: string | undefined): Decimal {
  return (id === undefined ? undefined : table.rows.get(id)?.total) ?? nil;
}

function appraised(of: Programme, options: AppraisalOptions) {
  const made = appraise(of, options);
  const table = evaluate(made);
  const summed = (key: "cost" | "given" | "received" | "saving" | "net" | "apart") =>
    made.appraisal.agencies.reduce((sum, agency) => sum.plus(total(table, agency[key])), nil);
  const value = (id: string) => total(table, `appraisal.${id}`);
  return { made, table, summed, value, largest: largestIn(table) };
}

describe("whichever bodies a programme has", () => {
  test("what they have of the economic case sums to its costs, benefits and net, bias and society included", () => {
    fc.assert(
      fc.property(programmes, prices, share, (of, by, bias) => {
        const biased = Object.fromEntries(
          of.lines
            .filter(({ kind, countsIn }) => (kind === "cost" || kind === "saving") && countsIn === undefined)
            .map(({ label }) => [label, { value: bias, source: "a law" }]),
        );
        const options = {
          ...by,
          case: "economic",
          benefits: ["Well-being"],
          "optimism bias": biased,
        } as const;
        const { summed, value, largest } = appraised(of, options);
        for (const key of ["cost", "saving", "net"] as const) expectSame(summed(key), value(key), largest);
      }),
      few,
    );
  });

  test("the row of each is the cash of the financial case for it", () => {
    fc.assert(
      fc.property(programmes, prices, (of, by) => {
        const { made, table, largest } = appraised(of, by);
        for (const agency of made.appraisal.agencies) {
          const own = appraised(of, { ...by, for: agency.name });
          expectSame(total(table, agency.net), own.value("net"), largest);
          expectSame(total(table, agency.saving), own.value("saving"), largest);
        }
      }),
      few,
    );
  });

  test("what they give each other cancels out, so that their cash sums to cashable savings less costs", () => {
    fc.assert(
      fc.property(programmes, prices, (of, by) => {
        const { summed, largest } = appraised(of, by);
        expectSame(summed("given"), summed("received"), largest);
        expectSame(summed("net"), summed("saving").minus(summed("cost")), largest);
      }),
      few,
    );
  });

  test("cashable savings and those apart sum to all benefits net of what would have happened anyway", () => {
    fc.assert(
      fc.property(programmes, prices, (of, by) => {
        const { made, summed, value, largest } = appraised(of, by);
        fc.pre(made.rows.has("appraisal.net-benefits"));
        expectSame(summed("saving"), value("cashable-savings"), largest);
        expectSame(summed("saving").plus(summed("apart")), value("net-benefits"), largest);
      }),
      few,
    );
  });

  test("every figure of the financial case is in cash: its budget to find is its net with the sign turned", () => {
    fc.assert(
      fc.property(programmes, prices, (of, by) => {
        const { made, value, largest } = appraised(of, by);
        expectSame(value("budget-to-find").negated(), value("net"), largest);
        for (const [id, row] of made.rows)
          if (id.startsWith("appraisal.budget-") || id.startsWith("appraisal.body-"))
            if (row.prices !== "nominal") throw new Error(`${id} is in money of ${row.prices}`);
      }),
      few,
    );
  });

  test("the net at the prices shown times the discount factor shown is the present value shown", () => {
    fc.assert(
      fc.property(programmes, prices, (of, by) => {
        const { made, table, largest } = appraised(of, by);
        const shown = made.tables.flatMap(({ items }) =>
          items.map((item) => (item.item === "row" ? item.row : "")),
        );
        for (const id of ["price-level", "real-net", "discount-factor", "present-net"])
          if (!shown.includes(`appraisal.${id}`)) throw new Error(`${id} is not shown`);
        const values = (id: string) => table.rows.get(`appraisal.${id}`)?.values ?? [];
        for (const [period, present] of values("present-net").entries()) {
          const [net, level, factor] = ["net", "price-level", "discount-factor"].map(
            (id) => values(id)[period],
          );
          const real = values("real-net")[period];
          expectSame(real?.times(level ?? nil), net, largest);
          expectSame(real?.times(factor ?? nil), present, largest);
        }
      }),
      few,
    );
  });

  test("a loan from another body is in no ratio: costs, savings and the return are those of paying oneself", () => {
    fc.assert(
      fc.property(programmes, amount, (of, drawn) => {
        const loan = funding(
          "Bridge",
          advance({ draws: { "2025/26": drawn }, repay: "equal", over: 2, interest: "4%" }),
          { agency: "Lender" },
        );
        const lent = programme("Shared", of.timeline, of.options, ...of.parts, loan);
        const ratios = (one: Programme) =>
          measures(appraise(one, { inflation: "2%" })).filter(({ id }) =>
            ["present-value-of-costs", "financial-return", "equivalent-annual-cost"].includes(id),
          );
        for (const [i, { value }] of ratios(lent).entries())
          expectSame(value, ratios(of)[i]?.value, decimal(1_000_000));
      }),
      few,
    );
  });
});
