import { balances, cost, funding, group, print, programme, ramp, saving, years } from "invest-to-save";

const source = "Leeds City Council, report of 23 December 2014, para 3.15, unrounded";

export const familyValued = programme(
  "Family Valued",
  years("2014/15", "2018/19"),
  { body: "Leeds City Council", source, labels: { savings: "Savings:" } },
  cost("Set up costs", { "2014/15": 59_600, "2015/16": 130_000 }, { term: "one-off" }),
  cost("Other One off costs", { "2014/15": 132_600, "2015/16": 2_182_600 }, { term: "one-off" }),
  group(
    "On going costs:",
    { subtotal: "Sub-Total Ongoing Costs" },
    cost("Workforce Development", { "2014/15": 23_600, then: 152_600 }),
    cost("Family Group Conferencing", { "2014/15": 204_000, then: 2_755_000 }),
    cost("Targeted Services", { "2014/15": 303_000, then: 2_619_000 }),
  ),
  funding("Department for Education", balances("2014/15", "2015/16")),
  funding("Leeds Base Budget", { "2014/15": 532_000, then: 3_181_600 }),
  saving("CLA Placement Budgets", ramp({ "2016/17": 2_638_000, "2018/19": 6_051_200 })),
);

console.log(print(familyValued, { unit: "thousands" }));
