import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { filesIn, root, textOf } from "../cli/repository.ts";

const examples = filesIn("examples", ".ts");
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text: unknown) => void printed.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

test("there is an example for each reader", () => {
  expect(examples.map((path) => path.split("/").at(-1))).toEqual([
    "application.ts",
    "bid-writer.ts",
    "finance-officer.ts",
    "leeds.ts",
  ]);
});

describe.each(examples)("%s", (path) => {
  test("prints what stands beside it", async () => {
    await import(/* @vite-ignore */ join(root, path));
    const ending = path.includes("bid-writer") ? ".md" : ".txt";
    await expect(`${printed.join("\n")}\n`).toMatchFileSnapshot(join(root, path.replace(/\.ts$/, ending)));
  });

  test("is under 40 lines", () => {
    expect(textOf(path).split("\n").length).toBeLessThan(41);
  });
});
