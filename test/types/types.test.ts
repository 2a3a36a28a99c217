import { describe, expect, test } from "vitest";
import { complaints, programOf } from "../house/compiler.ts";
import { filesIn, textOf } from "../house/sources.ts";

const files = filesIn("test/types", ".ts").filter((file) => !file.endsWith(".test.ts"));

describe("what may and may not be written", () => {
  test("compiles, but for the errors that are expected", { timeout: 120_000 }, () => {
    const program = programOf(files);
    expect(files.flatMap((file) => complaints(program, file).map((text) => `${file}:${text}`))).toEqual([]);
  });

  test("is shown by errors in every file", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !textOf(file).includes("@ts-expect-error"))).toEqual([]);
  });
});
