// A bid writer's funding table, ready to paste into an application form or a report on GitHub.
import {
  balances,
  check,
  condition,
  cost,
  evaluate,
  funding,
  print,
  programme,
  saving,
  years,
} from "invest-to-save";

const head = {
  body: "Your council",
  assumed: "an example to show the form of a bid",
  labels: { "total cost": "Total cost of the project", balance: "Still to be found" },
};
const bid = programme(
  "Family group conferences for every family on a plan",
  years("2025/26", "2027/28"),
  head,
  cost("Recruitment and training", { "2025/26": 64_500 }, { term: "one-off" }),
  cost("Co-ordinators", { "2025/26": 186_000, then: 248_000 }),
  cost("Venues, travel and interpreters", { "2025/26": 21_750, then: 29_000 }),
  funding("Grant applied for", balances("2025/26", "2026/27"), { term: "one-off", agency: "DfE" }),
  funding("Health partner", { "2025/26": 40_000, then: 40_000 }, { agency: "NHS" }),
  funding("Council", { "2025/26": 60_000, then: 90_000 }),
  saving("Placements that are not needed", { "2026/27": 45_000, "2027/28": 160_000 }),
  condition("The fund's limit of £300,000", { "total of": "Grant applied for", "at most": 300_000 }),
  condition("Nothing to find once the grant ends", { row: "balance", "at most": 0, from: "2027/28" }),
);

console.log(print(bid, { as: "markdown" }));
for (const { kind, label, holds } of check(evaluate(bid)).findings) {
  if (kind === "condition") console.log(`- ${holds ? "Met" : "NOT MET"}: ${label}`);
}
