import { expect, test } from "vitest";
import { machineIssue } from "../../src/cli/machine-fault.ts";
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

const told = `error cannot-write: what was asked for cannot be written in full
  expected: a place with room that may be written to
  received: ENOSPC: no space left on device, write
  hint: make room on the disk, or write to another

1 fault to mend
`;

test.each([
  ["EACCES", "open", "no-such-file", "read"],
  ["EISDIR", "read", "no-such-file", "read"],
  ["EMFILE", "scandir", "no-such-file", "read"],
  ["ENOSPC", "write", "cannot-write", "written in full"],
  ["EROFS", "mkdir", "cannot-write", "written in full"],
])("%s of a file is a fault of that file", (code, syscall, found, done) => {
  const error = Object.assign(new Error(`${code}: refused, ${syscall} 'a.yaml'`), {
    code,
    syscall,
    path: "a.yaml",
  });
  const issue = machineIssue(error);
  expect(issue).toMatchObject({ code: found, path: ["a.yaml"], received: error.message });
  expect(issue?.message).toBe(`“a.yaml” cannot be ${done}`);
  expect(issue?.hint).toMatch(/\w/);
});

test("what the machine refuses is a fault with a code and a hint, without a stack", async () => {
  const one = full(noSpace);
  expect(run(["show", "leeds-family-valued"], one.terminal, "0.0.0")).toBe(2);
  expect(one.said.at(-1)).toBe(told);
  const later = full(noSpace);
  expect(await runToEnd(["audit", "test/cli/fixtures/suppliers.csv"], later.terminal, "0.0.0")).toBe(2);
  expect(later.said.at(-1)).toBe(told);
});

test("what is a fault of ours is thrown on, whatever it is", () => {
  for (const error of [new Error("no code"), "no error", Object.assign(new Error("a number"), { code: 5 })])
    expect(() => run(["show", "leeds-family-valued"], full(error).terminal, "0.0.0")).toThrow();
});
