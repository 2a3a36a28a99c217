import { pricesWords } from "../../quantity/prices.ts";
import { type Draft, report } from "../building/draft.ts";
import type { LinePart } from "../line.ts";
import { checkPrices, pricesAsRead, pricesOf } from "../price-basis.ts";

/** What only lines of one kind can say. */
const onlyOn = [
  { key: "cashable", kind: "saving", what: "a saving is cashable or not", section: "savings" },
  { key: "eligible", kind: "cost", what: "a cost is eligible for a grant or not", section: "costs" },
  { key: "borrowing", kind: "funding", what: "funding is borrowed", section: "funding" },
  { key: "direction", kind: "funding", what: "funding needs a capitalisation direction", section: "funding" },
] as const;

/** What only some lines can say, such as a saving whether it is cashable; and each line its prices. */
export function checkAttributes(draft: Draft, part: LinePart): void {
  const path = part.path ?? [part.label];
  const own = pricesOf(draft);
  const isBasis = checkPrices(draft, part.attributes.prices, path);
  const prices =
    isBasis && part.attributes.prices !== undefined
      ? pricesAsRead(part.attributes.prices, draft.timeline)
      : undefined;
  for (const { key, kind, what, section } of onlyOn) {
    if (part.attributes[key] === undefined || part.kind === kind) continue;
    report(draft, "wrong-shape", [...path, key], `${part.label} is a ${part.kind}, and only ${what}`, {
      expected: kind === "funding" ? "funding" : `a ${kind}`,
      received: `a ${part.kind}`,
      hint: `take “${key}” out, or move the line to ${section}`,
    });
  }
  if (part.attributes.uplift === undefined && prices !== undefined && prices !== own) {
    report(
      draft,
      "wrong-prices",
      [...path, "prices"],
      `${part.label} is ${pricesWords(prices)} in a programme of ${pricesWords(own)}`,
      {
        expected: pricesWords(own),
        received: pricesWords(prices),
        hint: "bring the line to the prices of the programme with a named index series",
      },
    );
  }
}

/** A range on a line must be of its own amounts; where those follow from other numbers it belongs to one of them. */
export function checkRange(draft: Draft, part: LinePart, id: string): void {
  if (part.attributes.range === undefined || draft.assumptions.get(id)?.range !== undefined) return;
  const path = part.path ?? [part.label];
  if (draft.issues.some((issue) => path.every((key, i) => issue.path[i] === key))) return;
  report(
    draft,
    "wrong-shape",
    [...path, "range"],
    `${part.label} has no amounts by period that a range could be of`,
    {
      expected: "amounts by period, or the range with a number",
      received: `${part.driver.name} with a range beside it`,
      hint: "give the range with the number that is uncertain: { value: 18000, low: 15000, high: 24000 }",
    },
  );
}
