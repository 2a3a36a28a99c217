import type { Issue, IssueCode, Place } from "../issue/issue.ts";
import { separated } from "../quantity/decimal.ts";

/** The largest model file that is read: many times what a large programme needs. */
const mostCharacters = 250_000;

/** What a text is to be, in the words of messages about it. */
export interface TextKind {
  /** A model, or what else it is to be. */
  readonly name: string;
  /** What of a longer text belongs in it. */
  readonly rest: string;
  /** What is expected in it. */
  readonly expected: string;
  /** How to make one. */
  readonly hint: string;
}

/** A text that is to be a model. */
export const modelText: TextKind = {
  name: "a model",
  rest: "the lines of the model",
  expected: "a model: title, years and lines",
  hint: "start from “invest-to-save init NAME”",
};

/** Why a text cannot be a model at all, before anything in it is read; `undefined` where it may be one. */
export function unreadableText(text: string, file: string, kind: TextKind): Issue | undefined {
  const start: Place = { file, line: 1, column: 1 };
  if (text.length > mostCharacters) {
    return refused(start, "file-too-large", `the file is too large to be ${kind.name}`, {
      expected: `at most ${separated(String(mostCharacters))} characters`,
      received: `${separated(String(text.length))} characters or more`,
      hint: `keep everything but ${kind.rest} out of the file`,
    });
  }
  if (withoutComments(text) === "") {
    return refused(start, "empty-file", `the file has no ${kind.name.replace(/^an? /, "")} in it`, {
      expected: kind.expected,
      received: text.trim() === "" ? "nothing" : "only comments",
      hint: kind.hint,
    });
  }
  return unreadableBytes(text, file, "YAML or JSON");
}

/** Why bytes are no text that can be read; `undefined` where they are. */
export function unreadableBytes(text: string, file: string, form: "YAML or JSON" | "CSV"): Issue | undefined {
  const nul = text.indexOf("\u0000");
  const unknown = text.indexOf("\ufffd");
  if (nul < 0 && unknown < 0) return undefined;
  const at = (offset: number): Place => {
    const before = text.slice(0, offset).split("\n");
    return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  };
  const expected = `${form} as plain text in UTF-8`;
  if (text.startsWith("PK\u0003\u0004")) {
    return refused(at(0), "binary-file", "the file is a workbook or another archive, not text", {
      expected,
      received: "a zip archive, as workbooks and documents are",
      hint:
        form === "CSV"
          ? "save the worksheet as CSV, with UTF-8 as the encoding"
          : "write the model as plain text; “invest-to-save init NAME” makes one to start from",
    });
  }
  if (nul >= 0) {
    return refused(at(0), "binary-file", "the file is not plain text", {
      expected,
      received: "bytes that are no text, or text in UTF-16",
      hint: "save it again as plain text, with UTF-8 as the encoding",
    });
  }
  return refused(at(unknown), "binary-file", "a character here is not in UTF-8", {
    expected,
    received: "a byte of another encoding, often of a £, a dash or a curly quote",
    hint: "save the file again with UTF-8 as the encoding",
  });
}

function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gm, "").trim();
}

function refused(
  place: Place,
  code: IssueCode,
  message: string,
  more: Required<Pick<Issue, "expected" | "received" | "hint">>,
): Issue {
  return { code, severity: "error", path: [], place, message, ...more };
}
