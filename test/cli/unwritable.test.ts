import { expect, test } from "vitest";
import { run, runToEnd } from "../../src/cli/run.ts";

/** A terminal that takes no more, as where a disk is full. */
function full(error: unknown) {
  const said: string[] = [];
  const out = () => {
    throw error;
  };
  return { said, terminal: { out, error: (text: string) => void said.push(text) } };
}

const noSpace = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

test("what the machine refuses is told in a line, without a stack", async () => {
  const one = full(noSpace);
  expect(run(["show", "leeds-family-valued"], one.terminal, "0.0.0")).toBe(2);
  expect(one.said).toEqual(["ENOSPC: no space left on device, write\n"]);
  const later = full(noSpace);
  expect(await runToEnd(["audit", "test/cli/fixtures/suppliers.csv"], later.terminal, "0.0.0")).toBe(2);
  expect(later.said.at(-1)).toBe("ENOSPC: no space left on device, write\n");
});

test("what is a fault of ours is thrown on, whatever it is", () => {
  for (const error of [new Error("no code"), "no error", Object.assign(new Error("a number"), { code: 5 })])
    expect(() => run(["show", "leeds-family-valued"], full(error).terminal, "0.0.0")).toThrow();
});
