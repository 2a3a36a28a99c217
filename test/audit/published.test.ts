import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { writeAudit } from "../../src/audit/report/write.ts";
import { tablesIn } from "./tables.ts";

/** What the audit finds in the tables that councils published, and what is known of them from their reports. */
describe.each(tablesIn("published"))("$name", ({ name, text }) => {
  const { audit: found, issues } = audit(text, { file: name });

  test("is read and judged", async () => {
    expect(issues).toEqual([]);
    expect(found).toBeDefined();
    if (found) await expect(writeAudit(found)).toMatchFileSnapshot(`said/${name}.txt`);
  });
});

/** The findings in a published table: whether it tells which figure is wrong, and the figures that may be. */
function findingsIn(name: string): string[] {
  const text = tablesIn("published").find((one) => one.name === name)?.text ?? "";
  const [block] = audit(text, { file: name }).audit?.blocks ?? [];
  return (block?.findings ?? []).map(({ located, explanations }) => {
    const ways = explanations.map(({ changes }) =>
      changes.map(({ cell }) => `${block?.block.rows[cell.row]?.label} ${cell.column}`).join(" and "),
    );
    return `${located}: ${ways.join(", ")}`;
  });
}

test("Leeds: every figure comes from rounding, and all of them together", () => {
  expect(findingsIn("leeds-family-valued.csv")).toEqual([]);
});

test("Leicester, short breaks by supplier: one total is wrong for certain, two others do not fit their parts", () => {
  expect(findingsIn("leicester-short-breaks-suppliers.csv")).toEqual([
    "only: Total 0",
    "cannot tell: Flexible Respite 2, Direct Payments 2, TOTALS 2",
    "cannot tell: Flexible Respite 3, Direct Payments 3, TOTALS 3",
  ]);
});

test("Leicester, domestic violence: the total is £5 less than its parts, by one digit of the total or of one part", () => {
  const [found] = findingsIn("leicester-domestic-violence-funding.csv");
  expect(found).toMatch(/^cannot tell: TOTAL 0, IDVA/);
});

test("the other tables hold", () => {
  const others = [
    "leeds-grant-breakdown",
    "leicester-short-breaks-expenditure",
    "leicester-ymca-east-street",
  ];
  for (const name of [...others, "leicester-youth-offending-funding"])
    expect(findingsIn(`${name}.csv`)).toEqual([]);
});
