import type { DiscountSchedule } from "../programme/appraisal-options.ts";

export const greenBook: DiscountSchedule = {
  name: "green book 2022",
  edition: "HM Treasury, The Green Book (2022)",
  prices: "real",
  source: "HM Treasury, The Green Book (2022), annex 6",
  bands: [
    { from: 0, rate: "3.5%" },
    { from: 31, rate: "3%" },
    { from: 76, rate: "2.5%" },
  ],
};
export function scheduleOf(name: string): DiscountSchedule {
  if (name === greenBook.name) return greenBook;
  throw new Error(name);
}
export const scheduleNames = [greenBook.name];
