import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { assumption, cost, funding, level, type Part, programme, withValues, years } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/programme/stamp/fingerprint.ts";
import { madeWith } from "../../src/programme/stamp/made-with.ts";
import { sha256 } from "../../src/programme/stamp/sha256.ts";
import { root } from "../cli/repository.ts";

describe("SHA-256", () => {
  test("is that of the standard", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("is that of Node for any text of any length", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string({ unit: "binary" })),
        (text) => {
          expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
        },
      ),
    );
  });
});

describe("the fingerprint of a programme", () => {
  const span = years("2024/25", "2025/26");
  const rent = (amount: number | string, ...more: Part[]) =>
    programme("Rent", span, { source: "lease" }, cost("Rent", amount), ...more);

  test("is the same for the same inputs, however they are written", () => {
    expect(fingerprint(rent(1_000))).toBe(fingerprint(rent("1000")));
    const text =
      "title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\ncosts:\n  Rent: { level: { amount: 1000 } }\n";
    const apart = text.replace("costs:", "# the lease\n\ncosts:");
    expect(fingerprint(readProgramme(apart))).toBe(fingerprint(readProgramme(text)));
  });

  test("is the same whether code or a file holds the programme, and whichever kind of part comes first", () => {
    const budget = funding("Base budget", 1_000);
    const share = assumption("Rate", { value: 1, unit: "share" });
    const mixed = programme("Rent", span, { source: "lease" }, budget, cost("Rent", 1_000), share);
    const text =
      "title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\nassumptions:\n  Rate: { value: 1, unit: share }\n" +
      "costs:\n  Rent: 1000\nfunding:\n  Base budget: 1000\n";
    expect(fingerprint(mixed)).toBe(fingerprint(readProgramme(text)));
    expect(fingerprint(mixed)).toBe(fingerprint(rent(1_000, share, budget)));
    expect(fingerprint(mixed)).not.toBe(fingerprint(rent(1_000, share, budget, cost("Rates", 1_000))));
    const [rents, rates] = [cost("Rent", 1_000), cost("Rates", 1_000)];
    const inOrder = (...parts: Part[]) => fingerprint(programme("Rent", span, { source: "lease" }, ...parts));
    expect(inOrder(rents, rates)).not.toBe(inOrder(rates, rents));
  });

  test("changes with a value, a label, a source, an option or a part", () => {
    const from = (day: "2024-06-01" | "2024-07-01") =>
      programme("Rent", span, { source: "lease" }, cost("Rent", level({ amount: 1_000, from: day })));
    const all = [
      rent(1_000),
      rent(1_001),
      withValues(rent(1_000), { "rent@2025/26": 1_001 }),
      programme("Rent", span, { source: "lease" }, cost("Rents", 1_000)),
      programme("Rent", span, { source: "offer" }, cost("Rent", 1_000)),
      programme("Rent", span, { source: "lease", "print in": "thousands" }, cost("Rent", 1_000)),
      rent(1_000, assumption("Rate", { value: 1, unit: "share" })),
      from("2024-06-01"),
      from("2024-07-01"),
    ];
    expect(new Set(all.map(fingerprint)).size).toBe(all.length);
  });

  test("is that of the options given, and not of those that a driver would take", () => {
    const { driver } = cost("Rent", level({ amount: 1_000 }));
    const wider = { ...driver, shape: { amount: "any", "more?": "any" } } as const;
    const of = (one: typeof driver) => programme("Rent", span, { source: "lease" }, cost("Rent", one));
    expect(fingerprint(of(wider))).toBe(fingerprint(of(driver)));
  });

  test("stays when an assumption is set to the value that it has", () => {
    expect(fingerprint(withValues(rent(1_000), { "rent@2025/26": 1_000 }))).toBe(fingerprint(rent(1_000)));
  });
});

test("outputs name the version that the package has", () => {
  const { name, version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  expect(madeWith).toBe(`${name} ${version}`);
});
