import type { YAMLError } from "yaml";
import type { Issue, Place } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { amountAfter } from "./entry-slips.ts";
import { openedBefore } from "./nesting.ts";

/** What is wrong with the form of a text, and what to do about it. */
interface Words {
  readonly message: string;
  readonly hint: string;
}

/** After the first few, the rest of what a parser says follows from them. */
const mostReported = 5;

/** The faults of a text that is not well-formed, in words of ours. */
export function brokenIssues(
  errors: readonly YAMLError[],
  text: string,
  placeAt: (offset: number) => Place,
): Issue[] {
  return withoutEchoes(errors, text)
    .slice(0, mostReported)
    .map((error) => {
      const unclosed = /closing ["']|end with a [}\]]/.test(error.message);
      const opened = unclosed ? openedBefore(error.pos[0], text) : bracketAfterKey(error, text);
      const at = opened ?? error.pos[0];
      return broken(placeAt(at), [], wordsOf(error, text.charAt(at), lineAt(text, at)), lineAt(text, at));
    });
}

/** A fault of form at a place. */
export function broken(place: Place, path: readonly string[], { message, hint }: Words, line: string): Issue {
  const expected = "well-formed YAML or JSON";
  const got = line === "" ? "the end of the file" : received(line);
  return { code: "broken-file", severity: "error", path, place, message, expected, received: got, hint };
}

/** The line of a text that a place stands on. */
export function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end).trim();
}

function wordsOf({ code, message }: YAMLError, opened: string, line: string): Words {
  const [first = ""] = message.split("\n");
  if (/closing ["']/.test(first)) {
    return { message: "a quote is opened here and never closed", hint: `add the closing ${opened}` };
  }
  if (/end with a [}\]]/.test(first)) {
    const closing = opened === "[" ? "]" : "}";
    return {
      message: `the bracket ${opened} is opened here and not closed in time`,
      hint: `add the closing ${closing} after the last thing in it`,
    };
  }
  if (isWithoutColon({ code, message }) && !/:(\s|$)/.test(line)) return withoutColon(line);
  const [, key, value] = code === "UNEXPECTED_TOKEN" ? (keyAndBracket.exec(line) ?? []) : [];
  if (key !== undefined) return { message: noColon, hint: `write it as “${key}: ${value}”` };
  const own = words[code];
  if (own) return own;
  return {
    message: `this cannot be read: ${first.charAt(0).toLowerCase()}${first.slice(1)}`,
    hint: "check the indentation, the colons and the quotes just before this place",
  };
}

/** Whether a parser tells that a line ends before its colon. */
function isWithoutColon({ code, message }: Pick<YAMLError, "code" | "message">): boolean {
  return code === "MULTILINE_IMPLICIT_KEY" || /followed by map values/.test(message);
}

const noColon = "this line has no colon";

/** A label with what is in brackets after it, and no colon between them. */
const keyAndBracket = /^([^\s:{}[\],"'#-][^:{}[\],"'#]*?)\s+([{[].*)$/;

/** Where the bracket opens that follows a label without a colon: a parser tells the place where it closes. */
function bracketAfterKey({ code, pos }: YAMLError, text: string): number | undefined {
  const [, key, value] = code === "UNEXPECTED_TOKEN" ? (keyAndBracket.exec(lineAt(text, pos[0])) ?? []) : [];
  return key === undefined || value === undefined ? undefined : text.lastIndexOf(value, pos[0]);
}

function withoutColon(line: string): Words {
  const [, key, amount] = amountAfter.exec(line) ?? [];
  const written = key === undefined ? `${line}:` : `${key}: ${amount}`;
  return { message: noColon, hint: `write it as “${written}”` };
}

/**
 * The faults without those that only follow from a line without its colon: a parser takes that line and those after it for one
 * label, and finds fault with each.
 */
function withoutEchoes(errors: readonly YAMLError[], text: string): YAMLError[] {
  const lineOf = ({ pos }: YAMLError) => text.slice(0, pos[0]).split("\n").length;
  let echoing = 0;
  return errors.filter((error) => {
    const line = lineOf(error);
    const isEcho =
      line <= echoing &&
      (isWithoutColon(error) || ["BLOCK_AS_IMPLICIT_KEY", "BAD_INDENT"].includes(error.code));
    if (isEcho || isWithoutColon(error)) echoing = line + 1;
    return !isEcho;
  });
}

const inQuotes = 'put the whole text in quotes, such as "Family hubs: the case"';

const words: Partial<Record<YAMLError["code"], Words>> = {
  TAB_AS_INDENT: {
    message: "a tab stands at the start of this line",
    hint: "indent with spaces, two for each level",
  },
  BAD_INDENT: {
    message: "this line starts in another column than the lines that it belongs with",
    hint: "start all lines of one section in the same column, indented with spaces",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a colon with a space after it stands inside a text that is not in quotes",
    hint: inQuotes,
  },
  BLOCK_IN_FLOW: {
    message: "a line of its own stands inside brackets that are still open",
    hint: "close the bracket before this place",
  },
  BAD_SCALAR_START: {
    message: "a text cannot start with this sign unless it is in quotes",
    hint: "put the text in quotes",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "a label runs over more than one line, or a line has no colon",
    hint: "write each line as “Label: amount”, with a space after the colon",
  },
  MULTIPLE_DOCS: {
    message: "a second model starts here, after ---",
    hint: "keep one model in a file; put the other in a file of its own",
  },
  BAD_DQ_ESCAPE: {
    message: "a backslash in double quotes is followed by something that it cannot stand before",
    hint: "use single quotes around a text with a backslash in it",
  },
  TAG_RESOLVE_FAILED: {
    message: "a word that starts with ! names a kind of value, and models have none of that kind",
    hint: "take the word with the ! out, or put the text in quotes",
  },
  UNEXPECTED_TOKEN: {
    message: "this cannot stand here",
    hint: "check the brackets, commas, colons and quotes just before this place",
  },
};
