import { cost, evaluate, formula, InvestToSaveError, programme, years } from "invest-to-save";

const perPlace = {
  name: "per place",
  options: {},
  build: () => formula.divide(formula.row("rent"), formula.nil),
};
const club = programme(
  "Club",
  years("2025/26", "2026/27"),
  { source: "bid of May 2025" },
  cost("Rent", 9_000),
  cost("Rent per place", perPlace),
);
try {
  evaluate(club);
} catch (error) {
  if (error instanceof InvestToSaveError) console.log(error.message);
}
