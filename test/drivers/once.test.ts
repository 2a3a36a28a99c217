import {
  assumption,
  build,
  cost,
  evaluate,
  memorandum,
  months,
  once,
  programme,
  rollUp,
  table,
  years,
} from "invest-to-save";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const source = { source: "list" };
const rent = cost("Rent", 12);

describe("a figure given once", () => {
  test("is the same in every period and never added up", () => {
    const cohort = table(
      "Cohort",
      { column: "Number" },
      memorandum("Families", once(190), { unit: "families" }),
    );
    const { values, total } =
      evaluate(programme("Care", years("2024/25", "2026/27"), source, rent, cohort)).rows.get("families") ??
      {};
    expect(values?.join(" ")).toBe("190 190 190");
    expect(total?.toString()).toBe("190");
    const monthly = evaluate(programme("Care", months("2024/25", "2025/26"), source, rent, cohort));
    expect(rollUp(monthly, "year").rows.get("families")?.values.join(" ")).toBe("190 190");
  });

  test("takes a name, and the unit of its row", () => {
    const share = assumption("Share", { value: "62%", unit: "share" });
    const rows = table(
      "Cohort",
      { column: "Share" },
      memorandum("Engaged", once("Share"), { unit: "share" }),
    );
    const p = programme("Care", years("2024/25", "2024/25"), source, rent, share, rows);
    expect(evaluate(p).rows.get("engaged")?.total?.toString()).toBe("0.62");
    const pounds = table("Cohort", { column: "£" }, memorandum("Engaged", once("Share")));
    expect(build("Care", years("2024/25", "2024/25"), source, [rent, share, pounds]).issues[0]?.code).toBe(
      "wrong-unit",
    );
  });

  test("is read from a file", () => {
    const text =
      "title: T\nyears: 2024/25 to 2025/26\nsource: s\ncosts:\n  A: 1\nmemorandum:\n  Cohort:\n    column: Number\n    lines:\n      Families: { once: 190, unit: families }\n";
    const { programme: model, issues } = read(text, { file: "t.yaml" });
    expect(issues).toEqual([]);
    expect(model && evaluate(model).rows.get("families")?.total?.toString()).toBe("190");
  });

  test("is refused on lines of the statement, and below nil", () => {
    expect(build("Care", years("2024/25", "2024/25"), source, [cost("Rent", once(5))]).issues).toMatchObject([
      { code: "wrong-shape", path: ["Rent"], received: "a cost" },
    ]);
    const below = table("Cohort", {}, memorandum("Families", once(-1), { unit: "families" }));
    expect(build("Care", years("2024/25", "2024/25"), source, [rent, below]).issues).toMatchObject([
      { code: "out-of-range", path: ["Families"] },
    ]);
  });
});
