import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./repository.ts";
import { inFolderToEnd, invest, investToEnd, within } from "./terminal.ts";

const table = `| £000 | 2024/25 | 2025/26 | Total |
|---|---|---|---|
| Rent | 10 | 20 | 30 |
| Fuel | 1 | 2 | 3 |
| Total | 11 | 22 | 33 |
`;

/** Runs something in a folder of its own. */
function inFolder<T>(act: () => T): T {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    return within(folder, act);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(["audit", "reconstruct"])("%s", (command) => {
  test("reads a table as the form that is said, whatever its name", () => {
    inFolder(() => {
      writeFileSync("table.txt", table);
      const { code, error } = invest(command, "table.txt", "--form", "markdown");
      expect([code, error]).toEqual([0, ""]);
      const csv = invest(command, "table.txt", "--form", "csv");
      expect(csv.out).not.toBe(invest(command, "table.txt", "--form", "markdown").out);
    });
  });

  test("reads a workbook, by what is in it or as it is said to be", async () => {
    await inFolderToEnd(async (folder) => {
      expect(
        (await investToEnd("export", join(root, "models/leeds-family-valued"), "--to", "leeds.xlsx")).code,
      ).toBe(0);
      copyFileSync(join(folder, "leeds.xlsx"), join(folder, "leeds.bin"));
      const [known, found, said] = [
        await investToEnd(command, "leeds.xlsx", "--table", "Statement"),
        await investToEnd(command, "leeds.bin", "--table", "Statement"),
        await investToEnd(command, "leeds.bin", "--table", "Statement", "--form", "xlsx"),
      ];
      expect([known.error, found.error, said.error]).toEqual(["", "", ""]);
      expect(found.out).toBe(said.out);
    });
  });

  test("says what is wrong with a table of which nothing can be made", () => {
    inFolder(() => {
      writeFileSync("notes.txt", "No figure in here.\n");
      const { code, out, error } = invest(command, "notes.txt");
      expect([code, out]).toEqual([2, ""]);
      expect(error).toMatch(/^notes\.txt:?.* error /);
    });
  });
});

test.each([
  ["audit", "not added: [Rnet]\n", "Rnet"],
  ["reconstruct", "assume: [{ zero: Rent, from: 2031/32 }]\n", "2031/32"],
])("%s says what its structure file names that the table has not", (command, structure, name) => {
  inFolder(() => {
    writeFileSync("table.md", table);
    writeFileSync("structure.yaml", structure);
    const { code, out, error } = invest(command, "table.md", "--structure", "structure.yaml");
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(/error unknown-name/);
    expect(error).toContain(`received: ${name}\n`);
  });
});

test("compare says how one model differs from another, each by its own name", () => {
  inFolder(() => {
    const model = (rent: number) =>
      `title: Rent\nyears: 2025/26 to 2026/27\nsource: lease\ncosts: { Rent: ${rent} }\n`;
    writeFileSync("may.yaml", model(100));
    writeFileSync("june.yaml", model(120));
    const { code, out } = invest("compare", "may.yaml", "june.yaml");
    expect(code).toBe(0);
    expect(out).toMatch(/^may\.yaml and june\.yaml compared\n/);
    expect(out).toMatch(/\nTotal Cost +£200 +£240 +\+£40 /);
  });
});
