import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { schemaFaults } from "./json-schema.ts";
import { filesIn, root, textOf } from "./repository.ts";
import { inFolderToEnd, invest, investToEnd, within } from "./terminal.ts";

const commands = ["show", "explain", "appraise", "check", "audit", "reconstruct", "export", "schema", "init"];
const built = join(root, "dist/cli.js");

/** The words of a command line, those in straight quotes as one. */
function asTyped(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    return within(folder, () => act(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the help", () => {
  test.each(commands)("of %s has an example that names the command", (command) => {
    const { code, out } = invest(command, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Examples?:\n  invest-to-save ${command}`));
  });

  test("names every command", () => {
    const { out } = invest("--help");
    expect(commands.filter((command) => !out.includes(`\n  ${command} `))).toEqual([]);
  });

  test("has examples that work", async () => {
    const examples = commands.flatMap((command) =>
      [...invest(command, "--help").out.matchAll(/^ {2}invest-to-save (.*)$/gm)].map(
        ([, words]) => words ?? "",
      ),
    );
    expect(examples.length).toBeGreaterThan(6);
    const failed: string[] = [];
    await inFolderToEnd(async () => {
      for (const words of examples)
        if ((await investToEnd(...asTyped(words.replace(/ > .*/, "")))).code !== 0) failed.push(words);
    });
    expect(failed).toEqual([]);
  });
});

describe("init", () => {
  test("writes a model whose appraisal saves as its statement does", () => {
    inFolder(() => {
      invest("init", "hubs");
      const { out } = invest("appraise", "hubs");
      expect(out).toMatch(/^Funding from others +150 +150 /m);
      expect(out).toMatch(/^Payback +in 2029\/30/m);
    });
  });

  test("touches nothing in a folder that is there, with a model in it or not", () => {
    inFolder(() => {
      mkdirSync("models/hubs", { recursive: true });
      expect(invest("init", "hubs").code).toBe(2);
      expect(existsSync("models/hubs/model.yaml")).toBe(false);
      writeFileSync("models/hubs/model.yaml", "mine");
      expect(invest("init", "hubs").code).toBe(2);
      expect(readFileSync("models/hubs/model.yaml", "utf8")).toBe("mine");
    });
  });

  test("says what is in the way where models is a file", () => {
    inFolder(() => {
      writeFileSync("models", "");
      const { code, error } = invest("init", "hubs");
      expect(code).toBe(2);
      expect(error).toMatch(/models/);
      expect(error).not.toMatch(/\n\s+at /);
    });
  });
});

describe("schema", () => {
  const schema = JSON.parse(invest("schema").out);
  const faults = (text: string) => schemaFaults(schema, parse(text, { schema: "core" }));

  test("is JSON Schema", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  test.each(filesIn("models", "/model.yaml"))("holds for %s", (file) => {
    expect(faults(textOf(file))).toEqual([]);
  });

  test("holds for the starter model", () => {
    const starter = inFolder(() => {
      invest("init", "hubs");
      return readFileSync("models/hubs/model.yaml", "utf8");
    });
    expect(faults(starter)).toEqual([]);
  });

  test("holds for a model with drivers, working assumptions and conditions", () => {
    expect(faults(textOf("test/cli/fixtures/hubs.yaml"))).toEqual([]);
  });

  test.each([
    "unknown-key-at-the-top",
    "unknown-key-in-an-assumption",
    "unknown-key-in-a-condition",
    "missing-title",
    "missing-years",
    "missing-unit",
    "list-for-mapping",
    "list-for-line",
    "no-choice",
  ])("does not hold for %s", (name) => {
    expect(faults(textOf(`test/errors/files/${name}.yaml`))).not.toEqual([]);
  });
});

describe("CSV", () => {
  test.each(["pounds", "thousands", "millions"])("in %s has plain numbers only", (unit) => {
    const { out } = invest("show", "leeds-family-valued", "--as", "csv", "--unit", unit);
    const [, ...rows] = out.trimEnd().split("\n");
    const figures = rows.flatMap((row) => row.split(",").slice(1));
    expect(figures.filter((text) => text !== "" && !/^-?\d+(\.\d+)?$/.test(text))).toEqual([]);
    expect(figures.filter((text) => /^-0(\.0+)?$/.test(text))).toEqual([]);
  });
});

describe("the built command", () => {
  test("prints what the source prints", () => {
    const { out } = invest("show", join(root, "models/leeds-family-valued"));
    const text = execFileSync("node", [built, "show", "leeds-family-valued"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(text).toBe(out);
  });

  test("has no colours, also where they are asked for", () => {
    const env = { ...process.env, FORCE_COLOR: "3", COLORTERM: "truecolor" };
    for (const words of [["--help"], ["show", "leeds-family-valued"], ["shwo"], ["show", "nowhere"]]) {
      const { stdout, stderr } = spawnSync("node", [built, ...words], { cwd: root, env, encoding: "utf8" });
      expect(`${stdout}${stderr}`).not.toMatch(/[^\n\P{Cc}]/u);
    }
  });

  test("ends quietly when its reader does not wait for the end", () => {
    const script = `node "${built}" schema | head -n 1; node "${built}" show leeds-family-valued | true`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: root, encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "{\n", stderr: "" });
  });

  test("ends with 2 for a fault and writes it to standard error alone", () => {
    const ran = spawnSync("node", [built, "show", "nowhere"], { cwd: root, encoding: "utf8" });
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toMatch(/^error no-such-file: /);
  });
});
