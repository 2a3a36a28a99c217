import fc from "fast-check";
import { type Decimal, decimal } from "invest-to-save";
import {
  fv,
  ipmt,
  nper,
  npv,
  type PaymentsAt,
  pmt,
  ppmt,
  pv,
  rate as rateOf,
} from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";
import { expectSame } from "./closeness.ts";

const nil = decimal(0);
const pounds = fc.integer({ min: 1, max: 900_000_000_00 }).map((amount) => decimal(amount).div(100));
const at = fc.constantFrom<PaymentsAt>("end", "beginning");
const loans = fc.record({
  rate: fc.integer({ min: 0, max: 30_000 }).map((points) => `${points / 1000}%`),
  periods: fc.integer({ min: 1, max: 60 }),
  "present value": pounds,
  "future value": fc.oneof(
    fc.constant(nil),
    pounds.map((amount) => amount.negated()),
  ),
  "payments at": at,
});

const growthOf = (rate: string) => decimal(rate.replace("%", "")).div(100).plus(1);
const added = (list: readonly Decimal[]) => list.reduce((total, value) => total.plus(value), nil);

describe("a loan in level payments", () => {
  test("has interest and principal that make the payment, to the last digit", () => {
    fc.assert(
      fc.property(loans, fc.nat(), (loan, any) => {
        const period = (any % loan.periods) + 1;
        const payment = pmt(loan);
        expect(
          ipmt({ ...loan, period })
            .plus(ppmt({ ...loan, period }))
            .toString(),
        ).toBe(payment.toString());
      }),
    );
  });

  test("ends at nil, or at what is left to pay", () => {
    fc.assert(
      fc.property(loans, (loan) => {
        const growth = growthOf(loan.rate);
        const payment = pmt(loan);
        const early = loan["payments at"] === "beginning";
        let [owed, largest] = [loan["present value"], loan["present value"]];
        for (let period = 1; period <= loan.periods; period++) {
          owed = early ? owed.plus(payment).times(growth) : owed.times(growth).plus(payment);
          if (owed.abs().gt(largest)) largest = owed.abs();
        }
        // What the payment was rounded by grows with the debt.
        expectSame(owed, loan["future value"].negated(), largest.times(growth.pow(loan.periods)));
      }),
    );
  });

  test("repays by its principal exactly what was borrowed", () => {
    fc.assert(
      fc.property(loans, (whole) => {
        const loan = { ...whole, "future value": nil };
        const periods = Array.from({ length: loan.periods }, (_, place) => place + 1);
        const principal = added(periods.map((period) => ppmt({ ...loan, period })));
        expectSame(
          principal.negated(),
          loan["present value"],
          loan["present value"].times(growthOf(loan.rate).pow(loan.periods)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("is worth nothing at its own rate, written out as flows", () => {
    fc.assert(
      fc.property(loans, ({ rate, periods, ...loan }) => {
        const payment = pmt({ rate, periods, ...loan });
        const flows = Array<Decimal>(periods + 1).fill(payment);
        const early = loan["payments at"] === "beginning";
        flows[0] = early ? loan["present value"].plus(payment) : loan["present value"];
        flows[periods] = early ? loan["future value"] : payment.plus(loan["future value"]);
        const gross = added(flows.map((flow) => flow.abs()));
        expectSame(npv({ flows, rate }), nil, gross.plus(loan["present value"]));
      }),
    );
  });

  test("is found again from its payment: what was lent, what is left, how long, at which rate", () => {
    fc.assert(
      fc.property(loans, ({ rate, periods, ...whole }) => {
        const loan = { ...whole, "future value": nil };
        const payment = pmt({ rate, periods, ...loan });
        const { "present value": lent, "payments at": paid } = loan;
        const scale = lent.times(growthOf(rate).pow(periods));
        expectSame(pv({ rate, periods, payment, "payments at": paid }), lent, scale);
        expectSame(fv({ rate, periods, payment, "present value": lent, "payments at": paid }), nil, scale);
        expect(
          nper({ rate, payment, ...loan })
            .minus(periods)
            .abs()
            .lt("1e-20"),
        ).toBe(true);
        const found = rateOf({ periods, payment, ...loan });
        // A single payment at the beginning is the loan itself, and lasts for no time.
        if (periods === 1 && paid === "beginning") expect(found.answer).toBe("no root");
        else
          expect(found.roots.some((root) => root.rate.plus(1).minus(growthOf(rate)).abs().lt("1e-20"))).toBe(
            true,
          );
      }),
      { numRuns: 60 },
    );
  });
});
