import { expect, test } from "vitest";
import { withDrawing } from "../../src/cli/chart-file.ts";
import { invest } from "./terminal.ts";

test.each(["sensitivity", "switch"])("%s without a measure names those of the model", (command) => {
  const { code, out, error } = invest(command, "leeds-family-valued");
  expect([code, out]).toEqual([2, ""]);
  expect(error).toMatch(/^error missing-key: .*--measure/);
  expect(error).toMatch(/Net saving \/ \(cost\), .*Payback.*balance, The grant meets what is left/);
});

test("of a model that cannot be appraised as asked its rows and conditions are named", () => {
  const { code, error } = invest("sensitivity", "leicester-youth-offending", "--case", "economic");
  expect(code).toBe(2);
  expect(error).toMatch(/expected: a measure, row or condition: balance/);
});

test("nothing is worked out for a chart before what draws it is there", async () => {
  const work: (() => Promise<void>)[] = [];
  const done: string[] = [];
  withDrawing(
    "bars.svg",
    (one) => void work.push(one),
    () => void done.push("done"),
  );
  expect([done.length, work.length]).toEqual([0, 1]);
  for (const one of work) await one();
  expect(done).toEqual(["done"]);
});
