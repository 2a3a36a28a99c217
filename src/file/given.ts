import { checkKeyed, checkText } from "../issue/given.ts";
import type { Issue } from "../issue/issue.ts";
import { received } from "../issue/received.ts";

/** Refuses options of reading that have no keys, and a name of the file that is no text. */
export function checkReadOptions(options: unknown): void {
  checkKeyed(options, ["options"]);
  const { file } = options as Readonly<Record<string, unknown>>;
  if (file !== undefined) checkText(file, ["options", "file"]);
}

/** Why something cannot be read at all: it is no text. `undefined` where it is one. */
export function noTextAtAll(given: unknown, file: string, name: string): Issue | undefined {
  if (typeof given === "string") return undefined;
  const bytes = ArrayBuffer.isView(given) || given instanceof ArrayBuffer;
  const what = bytes ? "bytes" : received(given);
  return {
    code: "wrong-shape",
    severity: "error",
    path: [],
    place: { file, line: 1, column: 1 },
    message: `${name} is read from text, not from ${what}`,
    expected: "text",
    received: what,
    hint: bytes
      ? 'make text of them first, as readFileSync(path, "utf8") does'
      : "give the text of the file, not its name or what was read from it",
  };
}
