import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { InvestToSaveError } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { kindOfFile, loadOutput, type OutputKind } from "../../src/cli/outputs.ts";
import { writeWhole } from "../../src/cli/whole-file.ts";
import { textOf } from "./repository.ts";
import { inFolderToEnd, investToEnd } from "./terminal.ts";

const draft = `title: Rent
years: 2025/26 to 2026/27
source: the lease
costs:
  Rent: { 2025/26: 1000, then: 1100 }
  Heating: { level: { amount: { value: 300, unit: £ per year, placeholder: the meter is still to be read } } }
`;

describe("export", () => {
  test("writes a workbook that opens with the model in it", async () => {
    await inFolderToEnd(async () => {
      const { code, out, error } = await investToEnd("export", "leeds-family-valued", "--to", "leeds.xlsx");
      expect({ code, out, error }).toEqual({
        code: 0,
        out: "Wrote leeds.xlsx: an Excel workbook with live formulas\n",
        error: "",
      });
      const { sheets } = await readXlsx(readFileSync("leeds.xlsx"));
      const names = sheets.map(({ name }) => name).join(", ");
      expect(names).toBe("About, Assumptions, Workings, Statement, Appraisal, Checks, Charts");
      expect(readdirSync(".")).toEqual(["leeds.xlsx"]);
    });
  });

  test("chooses by the ending, whatever its capitals", async () => {
    await inFolderToEnd(async () => {
      expect((await investToEnd("export", "leeds-family-valued", "--to", "LEEDS.XLSX")).code).toBe(0);
      expect(existsSync("LEEDS.XLSX")).toBe(true);
    });
  });

  test("takes scenarios, settings and units as the other commands do", async () => {
    await inFolderToEnd(async () => {
      const set = ["--set", "cla-placement-budgets.2018/19=5000000", "--unit", "pounds"];
      await investToEnd("export", "leeds-family-valued", ...set, "--to", "set.xlsx");
      const { sheets } = await readXlsx(readFileSync("set.xlsx"));
      const statement = sheets.find(({ name }) => name === "Statement")?.rows ?? [];
      expect(statement[3]?.[0]).toBe("£");
      expect(statement.find(([label]) => label === "CLA Placement Budgets")?.[5]).toBe(-5_000_000);
      const scenario = ["--scenario", "Over 3 years"];
      await investToEnd("export", "leicestershire-community-budget", ...scenario, "--to", "three.xlsx");
      const about = (await readXlsx(readFileSync("three.xlsx"))).sheets[0]?.rows ?? [];
      expect(about.find(([label]) => label === "Scenario")?.[1]).toBe("Over 3 years");
    });
  });

  test("draws costs, funding and savings as a picture", async () => {
    await inFolderToEnd(async () => {
      const { code, out } = await investToEnd(
        "export",
        "leeds-family-valued",
        "--unit",
        "thousands",
        "--to",
        "leeds.svg",
      );
      expect({ code, out }).toEqual({
        code: 0,
        out: "Wrote leeds.svg: a chart of costs, funding and savings by year\n",
      });
      const picture = readFileSync("leeds.svg", "utf8");
      expect(picture).toMatch(/^<svg/);
      expect(picture).toContain("£000s");
      expect(picture).toContain("Savings overtake costs in 2018/19");
    });
  });

  test("draws nothing of a model that has no amount, and leaves what was there", async () => {
    await inFolderToEnd(async () => {
      writeFileSync(
        "plan.yaml",
        "title: Plan\nyears: 2025/26 to 2026/27\nsource: none yet\ncosts:\n  Rent: 0\n",
      );
      writeFileSync("plan.svg", "as it was");
      const { code, error } = await investToEnd("export", "plan.yaml", "--to", "plan.svg");
      expect(code).toBe(2);
      expect(error).toContain(
        "the model has no cost, saving or funding in any year, so there is nothing to draw",
      );
      expect(readFileSync("plan.svg", "utf8")).toBe("as it was");
    });
  });

  test("writes a report page with the model in it", async () => {
    await inFolderToEnd(async () => {
      const set = ["--set", "cla-placement-budgets.2018/19=5000000", "--unit", "pounds"];
      const { code, out } = await investToEnd("export", "leeds-family-valued", ...set, "--to", "report.HTML");
      expect({ code, out }).toEqual({
        code: 0,
        out: "Wrote report.HTML: a report page with charts, every figure explained\n",
      });
      const page = readFileSync("report.HTML", "utf8");
      expect(page).toContain("Set for this run: CLA Placement Budgets: 2018/19 = £5,000,000.");
      expect(page).toContain("(5,000,000)");
    });
  });

  test("rounds so that printed sums hold where that is asked for", async () => {
    await inFolderToEnd(async () => {
      const footed = ["leeds-family-valued", "--unit", "thousands", "--round", "footed", "--to"];
      await investToEnd("export", ...footed, "leeds.html");
      const page = readFileSync("leeds.html", "utf8");
      // On their own: 4,658 from the grant and 133 of other costs.
      expect(page).toContain("(4,657)");
      expect(page).toContain("Rounded together so that printed sums hold: ");
      expect(page).toContain("Rounded together so that printed sums hold, each table for itself: ");
      await investToEnd("export", ...footed, "leeds.docx");
      const text = strFromU8(unzipSync(readFileSync("leeds.docx"))["word/document.xml"] ?? new Uint8Array());
      expect(text).toContain("(4,657)");
      expect(text).not.toContain("(4,658)");
    });
  });

  test("replaces a file that is there", async () => {
    await inFolderToEnd(async () => {
      writeFileSync("leeds.xlsx", "old");
      expect((await investToEnd("export", "leeds-family-valued", "--to", "leeds.xlsx")).code).toBe(0);
      expect(readFileSync("leeds.xlsx").subarray(0, 2).toString()).toBe("PK");
    });
  });

  test("refuses a draft where a final file is asked for, and writes nothing", async () => {
    await inFolderToEnd(async () => {
      writeFileSync("model.yaml", draft);
      const final = await investToEnd("export", "model.yaml", "--final", "--to", "rent.xlsx");
      expect(final.code).toBe(1);
      expect(final.error).toContain("Heating: amount (placeholder: the meter is still to be read)");
      expect(existsSync("rent.xlsx")).toBe(false);
      expect((await investToEnd("export", "model.yaml", "--to", "rent.xlsx")).code).toBe(0);
    });
  });
});

describe("export that cannot be done", () => {
  const refused = async (...words: readonly string[]) => {
    const { code, out, error } = await investToEnd("export", "leeds-family-valued", "--to", ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    return error;
  };

  test.each([
    ["leeds.pdf", "a model cannot be written as “.pdf”"],
    ["leeds", "“leeds” has no ending that says what to write"],
    [".xlsx", "“.xlsx” has no ending that says what to write"],
    ["leeds.constructor", "a model cannot be written as “.constructor”"],
  ])("says of %s which endings there are", async (file, message) => {
    await inFolderToEnd(async () => {
      const error = await refused(file);
      expect(error).toContain(`error wrong-option: ${message}`);
      expect(error).toContain("expected: a file that ends in .xlsx, .docx, .html");
      expect(readdirSync(".")).toEqual([]);
    });
  });

  test("says why a workbook cannot be footed, and writes nothing", async () => {
    await inFolderToEnd(async () => {
      const error = await refused("leeds.xlsx", "--round", "footed");
      expect(error).toContain("error wrong-option: a workbook holds exact amounts");
      expect(readdirSync(".")).toEqual([]);
      expect(
        (await investToEnd("export", "leeds-family-valued", "--to", "a.xlsx", "--round", "independent")).code,
      ).toBe(0);
    });
  });

  test("says which folder is not there", async () => {
    await inFolderToEnd(async () => {
      expect(await refused("plans/leeds.xlsx")).toContain(
        "error no-such-file: there is no folder “plans” to write leeds.xlsx to",
      );
    });
  });

  test("never writes over the model, however it is named", async () => {
    await inFolderToEnd(async () => {
      writeFileSync("plan.html", draft);
      symlinkSync("plan.html", "link.html");
      mkdirSync("sub");
      writeFileSync("c.svg", draft);
      const tried = [
        ["export", "plan.html", "--to", "plan.html"],
        ["export", "plan.html", "--to", "./sub/../plan.html"],
        ["export", "link.html", "--to", "plan.html"],
        ["export", "plan.html", "--to", "link.html"],
        ["sensitivity", "c.svg", "--measure", "balance", "--chart", "c.svg"],
        ["simulate", "c.svg", "--chart", "c.svg"],
      ];
      for (const words of tried) {
        const { code, error } = await investToEnd(...words);
        expect([words.join(" "), code, error]).toEqual([
          words.join(" "),
          2,
          expect.stringMatching(/error cannot-write: “.*” is the model, which is never written over/),
        ]);
      }
      expect([readFileSync("plan.html", "utf8"), readFileSync("c.svg", "utf8")]).toEqual([draft, draft]);
    });
  });

  test("writes a file whose name is as long as names can be", async () => {
    await inFolderToEnd(async () => {
      const name = `${"a".repeat(250)}.html`;
      expect((await investToEnd("export", "leeds-family-valued", "--to", name)).error).toBe("");
      expect(readdirSync(".")).toEqual([name]);
      const longer = await investToEnd("export", "leeds-family-valued", "--to", `a${name}`);
      expect(longer.error).toMatch(/error cannot-write: “a+\.html” cannot be written/);
    });
  });

  test("makes no model where models is a file", async () => {
    await inFolderToEnd(async () => {
      writeFileSync("models", "mine");
      const { code, error } = await investToEnd("init", "hubs");
      expect([code, error]).toEqual([
        2,
        expect.stringContaining("error cannot-write: “models/hubs/model.yaml” cannot be made"),
      ]);
      expect(readFileSync("models", "utf8")).toBe("mine");
    });
  });

  test("does not wait for what others write beside a model", async () => {
    await inFolderToEnd(async () => {
      spawnSync("mkfifo", ["pipe.csv"]);
      writeFileSync(
        "plan.yaml",
        "title: T\nyears: 2025/26\nsource: s\ncosts:\n  Rent: { amounts from: { file: pipe.csv, row: Rent } }\n",
      );
      const { code, error } = await investToEnd("show", "plan.yaml");
      expect([code, error]).toEqual([2, expect.stringContaining("pipe.csv")]);
    });
  });

  test("says that a file is no folder, and that a folder is no file", async () => {
    await inFolderToEnd(async () => {
      writeFileSync("notes.txt", "mine");
      mkdirSync("leeds.xlsx");
      expect(await refused("notes.txt/leeds.xlsx")).toContain(
        "error cannot-write: “notes.txt” is a file, and nothing can be written into it",
      );
      expect(await refused("leeds.xlsx")).toContain(
        "error cannot-write: “leeds.xlsx” is a folder, and no file can take its place",
      );
      expect(readdirSync(".").sort()).toEqual(["leeds.xlsx", "notes.txt"]);
    });
  });

  test("tells the faults of a model, and leaves what was there", async () => {
    await inFolderToEnd(async () => {
      writeFileSync("broken.yaml", textOf("test/cli/fixtures/broken.yaml"));
      writeFileSync("plan.xlsx", "old");
      const { code, error } = await investToEnd("export", "broken.yaml", "--to", "plan.xlsx");
      expect(code).toBe(2);
      expect(error).toContain("broken.yaml:");
      expect(readFileSync("plan.xlsx", "utf8")).toBe("old");
    });
  });

  test("asks for the file where none is named", async () => {
    const { code, error } = await investToEnd("export", "leeds-family-valued");
    expect(code).toBe(2);
    expect(error).toContain("--to <file>");
  });
});

describe("a file that is written whole", () => {
  test("leaves nothing half-written where its place cannot be taken", async () => {
    await inFolderToEnd(async () => {
      mkdirSync("plan.xlsx/inside", { recursive: true });
      expect(() => writeWhole("plan.xlsx", "contents")).toThrow("“plan.xlsx” cannot be written");
      expect(() => writeWhole("nowhere/plan.xlsx", "contents")).toThrow("cannot be written");
      expect(readdirSync(".")).toEqual(["plan.xlsx"]);
    });
  });
});

describe("a kind of file that needs a package", () => {
  const missing: OutputKind = {
    is: "a chart",
    needs: "a-package-that-is-not-there",
    load: async () => (await import(/* @vite-ignore */ ["a-package-that-is", "not-there"].join("-"))).write,
  };

  test("says what to install where it is not there", async () => {
    const failure = await loadOutput(missing).catch((error: unknown) => error);
    if (!(failure instanceof InvestToSaveError)) throw failure;
    expect(failure.issues.map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
      "a chart needs the package a-package-that-is-not-there, which is not installed; install it with: npm install a-package-that-is-not-there",
    ]);
  });

  test("lets every other failure through as it is", async () => {
    const broken = { ...missing, load: () => Promise.reject(new Error("of its own")) };
    await expect(loadOutput(broken)).rejects.toThrow("of its own");
  });

  test("is found by its ending like any other", () => {
    expect(kindOfFile("plan.SVG", { ".svg": missing })).toBe(missing);
  });
});
