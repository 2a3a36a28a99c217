import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inFolderToEnd, invest, investToEnd } from "./terminal.ts";

const asked = ["sensitivity", "leicestershire-community-budget", "--measure", "payback"];

describe("--chart", () => {
  test("draws the bars of a sensitivity, and prints what is printed without it", async () => {
    await inFolderToEnd(async () => {
      const { code, out, error } = await investToEnd(...asked, "--chart", "bars.SVG");
      expect(code).toBe(0);
      expect(out).toBe(invest(...asked).out);
      expect(error).toBe(
        "Wrote bars.SVG: DRAFT: Cashable part of the County Council's share moves payback most: from 3.4 years to 5.1 years\n",
      );
      expect(readFileSync("bars.SVG", "utf8")).toMatch(/^<svg [^>]*>\n<title>DRAFT: Cashable part/);
      expect(readdirSync(".")).toEqual(["bars.SVG"]);
    });
  });

  test("draws the first row that a simulation follows", async () => {
    await inFolderToEnd(async () => {
      const fan = [
        "--draws",
        "512",
        "--fan",
        "appraisal.cumulative-net",
        "--as",
        "json",
        "--chart",
        "fan.svg",
      ];
      const { code, out } = await investToEnd("simulate", "leeds-family-valued", ...fan);
      expect(code).toBe(0);
      expect(JSON.parse(out).fans[0].id).toBe("appraisal.cumulative-net");
      expect(readFileSync("fan.svg", "utf8")).toContain(
        "<title>Cumulative net saving / (cost) in 2018/19: eight",
      );
    });
  });

  test.each([
    [["--chart", "bars.png"], "a chart is drawn as an SVG picture only"],
    [["--chart", "bars"], "a chart is drawn as an SVG picture only"],
    [["--chart", "plans/bars.svg"], "there is no folder “plans”"],
    [["--chart", "folder.svg"], "“folder.svg” is a folder"],
    [["--chart", "bars.svg", "--grid", "a,b"], "--chart and --grid cannot be asked for together"],
  ])("refuses %j before anything is printed", async (options, message) => {
    await inFolderToEnd(async () => {
      mkdirSync("folder.svg");
      const { code, out, error } = await investToEnd(...asked, ...options);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(error).toContain(message);
      expect(readdirSync(".")).toEqual(["folder.svg"]);
    });
  });

  test("says why there is nothing to draw", async () => {
    await inFolderToEnd(async () => {
      const never = ["sensitivity", "leeds-family-valued", "--measure", "payback", "--chart", "bars.svg"];
      const { code, error } = await investToEnd(...never);
      expect(code).toBe(2);
      expect(error).toContain("error wrong-option: there is no bar to draw");
      expect(readdirSync(".")).toEqual([]);
    });
  });
});
