import { Decimal } from "decimal.js";

/** The Leeds table as somebody would write it by hand with decimal.js: straight loops, nothing general. */
export function leedsByHand(): Decimal[][] {
  const row = (...amounts: number[]) => amounts.map((amount) => new Decimal(amount));
  const setUp = row(59_600, 130_000, 0, 0, 0);
  const oneOff = row(132_600, 2_182_600, 0, 0, 0);
  const workforce = row(23_600, 152_600, 152_600, 152_600, 152_600);
  const conferencing = row(204_000, 2_755_000, 2_755_000, 2_755_000, 2_755_000);
  const targeted = row(303_000, 2_619_000, 2_619_000, 2_619_000, 2_619_000);
  const base = row(532_000, 3_181_600, 3_181_600, 3_181_600, 3_181_600);
  const [first, last] = [new Decimal(2_638_000), new Decimal(6_051_200)];
  const rows: Decimal[][] = [setUp, oneOff, workforce, conferencing, targeted, base, [], [], [], [], [], []];
  const [, , , , , , grant = [], saving = [], ongoing = [], cost = [], funding = [], balance = []] = rows;
  for (let year = 0; year < 5; year++) {
    const at = (of: Decimal[]) => of[year] as Decimal;
    saving[year] =
      year < 2
        ? new Decimal(0)
        : first.plus(
            last
              .minus(first)
              .times(year - 2)
              .div(2),
          );
    ongoing[year] = at(workforce).plus(at(conferencing)).plus(at(targeted));
    cost[year] = at(setUp).plus(at(oneOff)).plus(at(ongoing));
    grant[year] = year < 2 ? Decimal.max(0, at(cost).minus(at(saving)).minus(at(base))) : new Decimal(0);
    funding[year] = at(grant).plus(at(base)).plus(at(saving));
    balance[year] = at(cost).minus(at(funding));
  }
  for (const one of rows) one.push(one.reduce((total, value) => total.plus(value)));
  return rows;
}
