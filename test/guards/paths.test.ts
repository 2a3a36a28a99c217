import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { besideModel } from "../../src/cli/files.ts";
import { read } from "../../src/file/read.ts";
import { inFolderToEnd, invest, investToEnd } from "../cli/terminal.ts";

const secret = "SECRET 7391";
const table = `Row,2025/26\n${secret},5\n`;

/** A folder with a model in a folder of its own and a file beside that folder which is none of its business. */
async function withModel<T>(file: string, act: (outer: string) => T | Promise<T>): Promise<T> {
  return inFolderToEnd(async (outer) => {
    mkdirSync(join(outer, "model"));
    writeFileSync(join(outer, "secret.csv"), table);
    symlinkSync(join(outer, "secret.csv"), join(outer, "model", "linked.csv"));
    symlinkSync(outer, join(outer, "model", "up"));
    const line = `Rent: { amounts from: { file: ${JSON.stringify(file)}, row: Rent } }`;
    const text = `title: A\nyears: 2025/26 to 2026/27\nsource: ledger\ncosts:\n  ${line}\n`;
    writeFileSync(join(outer, "model", "model.yaml"), text);
    return act(outer);
  });
}

describe("a model reads no file out of its folder", () => {
  const outside = [
    "../secret.csv",
    "..\\secret.csv",
    "/etc/passwd",
    "C:\\secret.csv",
    "c:secret.csv",
    "~/secret.csv",
    "a/../../secret.csv",
    "\\\\server\\share\\a.csv",
  ];
  test.each(outside)("by the name %s", async (file) => {
    await withModel(file, () => {
      const { code, error } = invest("show", "model");
      expect([code, error.includes(secret)]).toEqual([2, false]);
      expect(error).toContain("error forbidden-path");
    });
  });

  test("by a name with a sign in it that ends names elsewhere", () => {
    const text =
      'title: A\nyears: 2025/26 to 2026/27\nsource: a\ncosts:\n  Rent: { amounts from: { file: "a\\0.csv", row: Rent } }\n';
    let asked = 0;
    const { issues } = read(text, {
      beside: () => {
        asked++;
        return table;
      },
    });
    expect([issues[0]?.code, asked]).toEqual(["forbidden-path", 0]);
  });

  test.each(["linked.csv", "up/secret.csv"])("by a link, %s", async (file) => {
    await withModel(file, (outer) => {
      const { code, error } = invest("show", "model");
      expect([code, error.includes(secret)]).toEqual([2, false]);
      expect(() => besideModel(join(outer, "model", "model.yaml"))(file)).toThrow("outside the folder");
    });
  });
});

describe("init", () => {
  test.each([
    "../escape",
    "a/b",
    "a\\b",
    "/abs",
    "C:",
    "..",
    ".",
    ".hidden",
    "a\u0000b",
    "-f",
    "UP",
    "a".repeat(65),
  ])("makes no folder by the name %j", async (name) => {
    await inFolderToEnd((folder) => {
      mkdirSync(join(folder, "models"));
      const { code, error } = invest("init", "--", name);
      expect([code, error.trim() === ""]).toEqual([2, false]);
      expect([readdirSync(folder), readdirSync(join(folder, "models"))]).toEqual([["models"], []]);
      return Promise.resolve();
    });
  });
});

describe("export", () => {
  test("writes to the place that is named and to no other, and leaves what a link leads to", async () => {
    await withModel("x.csv", async (outer) => {
      writeFileSync(
        join(outer, "model", "model.yaml"),
        "title: A\nyears: 2025/26 to 2026/27\nsource: a\ncosts:\n  Rent: 5\n",
      );
      symlinkSync(join(outer, "secret.csv"), join(outer, "out.docx"));
      const before = readdirSync(outer).sort();
      expect((await investToEnd("export", "model", "--to", "out.docx")).code).toBe(0);
      expect(readdirSync(outer).sort()).toEqual(before);
      expect(readFileSync(join(outer, "secret.csv"), "utf8")).toBe(table);
      expect(readFileSync(join(outer, "out.docx")).subarray(0, 2).toString()).toBe("PK");
    });
  });

  test("makes no folders on its way", async () => {
    await inFolderToEnd(async (folder) => {
      expect((await investToEnd("export", "leeds-family-valued", "--to", "../no/such/a.docx")).code).toBe(2);
      expect(existsSync(join(folder, "..", "no"))).toBe(false);
    });
  });
});

describe("what a terminal would obey", () => {
  const signs = "\u001b[31mred\u001b]0;title\u0007\u009b2J";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys.
  const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

  test.each<[string, readonly string[]]>([
    ["a command", [signs]],
    ["an option", ["show", `--${signs}`]],
    ["a choice", ["show", "model", "--as", signs]],
    ["a model", ["show", signs]],
    ["a value", ["show", "leeds-family-valued", "--set", `${signs}=5`]],
    ["a line", ["explain", "leeds-family-valued", signs]],
    ["a table", ["audit", signs]],
    ["a file", ["export", "leeds-family-valued", "--to", `${signs}.docx/a.docx`]],
  ])("is taken out of what is said of %s", (_, args) => {
    const { code, out, error } = invest(...args);
    expect([code, obeyed.test(error), obeyed.test(out)]).toEqual([2, false, false]);
    expect(error).toContain("red");
  });

  test("is taken out of the labels of a model and of a table", async () => {
    await inFolderToEnd((folder) => {
      const label = JSON.stringify(signs);
      writeFileSync(
        join(folder, "a.yaml"),
        `title: ${label}\nyears: 2025/26 to 2026/27\nsource: ${label}\ncosts:\n  ${label}: 5\n`,
      );
      writeFileSync(join(folder, "a.csv"), `£,2025/26,2026/27\n"${signs}",5,6\nTotal,5,7\n`);
      for (const args of [
        ["show", "a.yaml"],
        ["explain", "a.yaml", "total cost"],
        ["check", "a.yaml"],
        ["audit", "a.csv"],
        ["show", "a.yaml", "--as", "markdown"],
      ]) {
        const { out, error } = invest(...args);
        expect([
          args[0],
          obeyed.test(out),
          obeyed.test(error),
          (out + error).includes("red") || args[0] === "check",
        ]).toEqual([args[0], false, false, true]);
      }
      return Promise.resolve();
    });
  });
});
