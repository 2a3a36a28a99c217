import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { read } from "../../src/file/read.ts";
import { type Issue, type IssueCode, issueCodes } from "../../src/issue/issue.ts";
import { filesIn, root, textOf } from "../cli/repository.ts";
import { invest, within } from "../cli/terminal.ts";
import { expected } from "./expected.ts";
import { made } from "./made.ts";

const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
afterAll(() => rmSync(folder, { recursive: true }));

const kept = filesIn("test/errors/files", ".yaml", ".json");
const files = new Map<string, Uint8Array>([
  ...kept.map((path): [string, Uint8Array] => [path.split("/").at(-1) ?? "", readFileSync(join(root, path))]),
  ...Object.entries(made),
]);
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
const tables = filesIn("test/errors/files", ".csv").map((path) => path.split("/").at(-1) ?? "");
for (const name of tables) writeFileSync(join(folder, name), textOf(`test/errors/files/${name}`));

/** What the command says of a file in the folder of faults. */
const shown = (name: string) => within(folder, () => invest("show", name));

/** Codes that no file can lead to, and where they are provoked instead. */
const elsewhere: readonly IssueCode[] = [
  "file-exists", // test/cli
  "cannot-write",
  "wrong-option",
  "file-too-large", // test/errors/huge.test.ts
  "too-deep",
  "division-by-nil", // docs/errors.md
  "no-table", // test/audit
  "table-too-large",
];

test("every file of faults has its expectation, and every code its file", () => {
  expect([...files.keys()].sort()).toEqual(Object.keys(expected).sort());
  const provoked = new Set(
    Object.values(expected).flatMap((issues) => issues.map((one) => one.split(" ")[1])),
  );
  const codes = Object.keys(issueCodes).filter((code) => !elsewhere.includes(code as IssueCode));
  expect([...provoked].sort()).toEqual(codes.sort());
});

describe.each([...files].map(([name, bytes]) => ({ name, bytes })))("$name", ({ name, bytes }) => {
  const beside = (table: string) => readFileSync(join(folder, table), "utf8");
  const { issues } = read(Buffer.from(bytes).toString("utf8"), { file: name, beside });
  const own = [name, ...tables];

  test("is refused with every fault, each in its place", () => {
    expect(issues.map(inShort)).toEqual(expected[name]);
    expect(issues.every(({ place }) => own.includes(place?.file ?? ""))).toBe(true);
  });

  test("says of each fault what was expected, what was received and what to do", () => {
    const silent = issues.filter(
      (issue) => !(issue.message && issue.expected && issue.received && issue.hint),
    );
    expect(silent).toEqual([]);
  });

  test("is reported by the command in one go, in words", async () => {
    const { code, out, error } = shown(name);
    const unusable = issues.some(({ severity }) => severity === "error");
    expect(code).toBe(unusable ? 2 : 0);
    expect(out === "").toBe(unusable);
    const placed = error.split("\n").filter((line) => own.some((file) => line.startsWith(`${file}:`)));
    expect(placed).toHaveLength(issues.length);
    expect(error).not.toMatch(/undefined|\[object|\bat .+:\d+:\d+\)|[^\n\P{Cc}]/u);
    expect(error.replaceAll("NaN and Infinity cannot be added up", "")).not.toContain("NaN");
    await expect(error).toMatchFileSnapshot(`said/${name}.txt`);
  });
});

test("no text is kept of a file of faults that is not there any more", () => {
  const said = readdirSync(join(root, "test/errors/said")).map((name) => name.replace(/\.txt$/, ""));
  expect(said.sort()).toEqual([...files.keys()].sort());
});

/** An issue as `line:column code path`, with the name of the file before it where that is a table. */
function inShort({ place, code, path }: Issue): string {
  const file = tables.includes(place?.file ?? "") ? `${place?.file}:` : "";
  return `${file}${place?.line}:${place?.column} ${code} ${path.join(" > ")}`.trimEnd();
}
