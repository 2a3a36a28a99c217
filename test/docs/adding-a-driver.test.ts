import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, cost, evaluate, explain, months, programme, rollUp, years } from "invest-to-save";
import { modelSchema, read } from "invest-to-save/file";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DriverKind } from "../../src/drivers/driver-kind.ts";
import { driverKinds } from "../../src/drivers/kinds.ts";
import type { Driver } from "../../src/programme/line.ts";
import { root } from "../house/sources.ts";
import { fencesOfDocument } from "./blocks.ts";

interface RentFree {
  readonly rentFree: (options: object) => Driver;
  readonly rentFreeKind: DriverKind;
}

const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
const source = { source: "lease" };
const options = { amount: 12_000, "free months": 3 };
let made: RentFree;

/** Follows the page: its file is written as it stands, but for where src/ lies, and its line is added to the kinds. */
beforeAll(async () => {
  const page = fencesOfDocument("docs/adding-a-driver.md");
  const code = page.find(({ title }) => title === "src/drivers/rent-free.ts")?.code ?? "";
  const placed = code
    .replaceAll('"../', `"${root}/src/`)
    .replaceAll('"./', `"${root}/src/drivers/`)
    .replace('"zod"', `"${root}/node_modules/zod/index.js"`);
  const file = join(folder, "rent-free.ts");
  writeFileSync(file, placed);
  made = (await import(/* @vite-ignore */ file)) as RentFree;
  (driverKinds as DriverKind[]).push(made.rentFreeKind);
});

afterAll(() => {
  (driverKinds as DriverKind[]).splice(driverKinds.indexOf(made.rentFreeKind), 1);
  rmSync(folder, { recursive: true });
});

const text = (given: string) =>
  `title: Lease\nyears: 2025/26 to 2026/27\nsource: lease\ncosts:\n  Rent: { rent free: ${given} }\n`;

describe("the driver that the page adds", () => {
  test("comes to what was worked by hand, by the year and by the month", () => {
    const rent = cost("Rent", made.rentFree(options));
    const yearly = evaluate(programme("Lease", years("2025/26", "2026/27"), source, rent));
    expect(yearly.rows.get("rent")?.values.join(" ")).toBe("9000 12000");
    const monthly = evaluate(programme("Lease", months("2025/26", "2026/27"), source, rent));
    expect(monthly.rows.get("rent")?.values.slice(0, 4).join(" ")).toBe("0 0 0 1000");
    expect(rollUp(monthly, "year").rows.get("rent")?.values.join(" ")).toBe("9000 12000");
  });

  test("is read from a file, explained, and known to editors", () => {
    const { programme: model, issues } = read(text("{ amount: 12000, free months: 3 }"), {
      file: "lease.yaml",
    });
    expect(issues).toEqual([]);
    expect(model && explain(model, "Rent", "2025/26").words).toBe("amount × months paid ÷ 12");
    expect(JSON.stringify(modelSchema())).toContain("rent free");
  });

  test("refuses what any driver refuses, with the place", () => {
    const slip = read(text("{ amount: 12000, fre months: 3 }"), { file: "lease.yaml" }).issues;
    expect(slip).toMatchObject([
      { code: "unknown-key", hint: "did you mean “free months”?", place: { line: 5 } },
    ]);
    const rent = cost("Rent", made.rentFree({ ...options, "free months": -1 }));
    expect(build("Lease", years("2025/26", "2026/27"), source, [rent]).issues).toMatchObject([
      { code: "out-of-range", path: ["Rent", "free months"] },
    ]);
  });
});
