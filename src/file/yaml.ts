import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  stringify,
} from "yaml";
import { type Issue, type IssueCode, type Place, received } from "../issue.ts";

/** Plain data with the place of everything in it. */
export interface Located {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** The place of a path, or of the nearest thing around it. */
  place(path: readonly string[]): Place;
}

/** The largest model file that is read: a thousand times what a large programme needs. */
const mostCharacters = 1_000_000;
/** The deepest nesting that is read; groups in groups come to about ten. */
const deepest = 40;

/**
 * Reads YAML, or JSON, which is YAML too. Numbers keep their digits: one that a float cannot hold comes as text. Keys
 * come as text. Aliases are refused, since no model needs them.
 */
export function readYaml(text: string, file: string): Located {
  const lines = new LineCounter();
  const offsets = new Map<string, number>();
  const issues: Issue[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const place = (path: readonly string[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const offset = offsets.get(path.slice(0, length).join("\u0000"));
      if (offset !== undefined) return placeAt(offset);
    }
    return { file, line: 1, column: 1 };
  };
  const unreadable = unreadableText(text, file);
  if (unreadable) return { value: undefined, issues: [unreadable], place };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: "1.2",
      schema: "core",
    });
    for (const error of document.errors) {
      issues.push(broken(placeAt(error.pos[0]), brokenWords(error.code, error.message)));
    }
    if (issues.length > 0) return { value: undefined, issues, place };
    const walk: Walk = { offsets, placeAt, issues };
    return { value: plain(walk, document.contents, [], 0), issues, place };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, issues: [tooDeep({ file, line: 1, column: 1 }, [])], place };
  }
}

/** Plain data as YAML text, in the order given. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 110, version: "1.2", schema: "core" });
}

interface Walk {
  readonly offsets: Map<string, number>;
  readonly placeAt: (offset: number) => Place;
  readonly issues: Issue[];
}

function plain(walk: Walk, node: unknown, path: readonly string[], depth: number): unknown {
  const offset = (node as Node | null)?.range?.[0] ?? 0;
  const key = path.join("\u0000");
  if (!walk.offsets.has(key)) walk.offsets.set(key, offset);
  if (depth > deepest) {
    if (!walk.issues.some(({ code }) => code === "too-deep"))
      walk.issues.push(tooDeep(walk.placeAt(offset), path));
    return undefined;
  }
  if (isAlias(node)) {
    walk.issues.push(
      broken(walk.placeAt(offset), `*${node.source} is a YAML alias; write the value out in its place`),
    );
    return undefined;
  }
  if (isScalar(node)) return scalar(node);
  if (isSeq(node)) return node.items.map((item, i) => plain(walk, item, [...path, String(i)], depth + 1));
  if (!isMap(node)) return null;
  const value: Record<string, unknown> = {};
  for (const pair of node.items) {
    const at = (pair.key as Node | null)?.range?.[0] ?? offset;
    const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value ?? "") : undefined;
    if (name === undefined || name === "__proto__") {
      walk.issues.push(badKey(walk.placeAt(at), path, name));
      continue;
    }
    const inner = [...path, name];
    walk.offsets.set(inner.join("\u0000"), at);
    value[name] = plain(walk, pair.value, inner, depth + 1);
  }
  return value;
}

/** A number as a float where the float is exactly what was written, else as written. */
function scalar(node: Scalar): unknown {
  const { value, source } = node;
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "number" || source === undefined) return value;
  return Number.isFinite(value) && value.toString() === source.replace(/^\+/, "") ? value : source;
}

function unreadableText(text: string, file: string): Issue | undefined {
  const at = { file, line: 1, column: 1 };
  const refuse = (code: IssueCode, message: string, expected: string, got: string, hint: string): Issue => ({
    code,
    severity: "error",
    path: [],
    place: at,
    message,
    expected,
    received: got,
    hint,
  });
  if (text.trim() === "") {
    return refuse(
      "empty-file",
      "the file is empty",
      "a model: title, years and lines",
      "nothing",
      "start from “invest-to-save init NAME”",
    );
  }
  if (text.includes("\u0000") || text.includes("\ufffd")) {
    return refuse(
      "binary-file",
      "the file is not text",
      "YAML or JSON in UTF-8",
      "other bytes",
      "save the model as plain text in UTF-8; workbooks are not read",
    );
  }
  if (text.length > mostCharacters) {
    const got = `${text.length} characters`;
    return refuse(
      "file-too-large",
      "the file is too large to be a model",
      `at most ${mostCharacters} characters`,
      got,
      "keep long tables of amounts out of the model",
    );
  }
  return undefined;
}

function broken(place: Place, message: string): Issue {
  return {
    code: "broken-file",
    severity: "error",
    path: [],
    place,
    message,
    expected: "well-formed YAML or JSON",
    hint: "check the indentation, the colons and the quotes just before this place",
  };
}

function brokenWords(code: string, message: string): string {
  if (code === "DUPLICATE_KEY") return "this key stands twice in one place; each may stand once";
  return message.split("\n")[0] ?? "the file is not well-formed";
}

function badKey(place: Place, path: readonly string[], name: string | undefined): Issue {
  return {
    code: "forbidden-key",
    severity: "error",
    path,
    place,
    message:
      name === undefined ? "a key must be a plain word" : `the key ${received(name)} is not allowed anywhere`,
    expected: "a label or an option",
    received: name ?? "a list or a mapping as a key",
    hint: "take the key out",
  };
}

function tooDeep(place: Place, path: readonly string[]): Issue {
  return {
    code: "too-deep",
    severity: "error",
    path: path.slice(0, 3),
    place,
    message: "the file is nested too deeply to be a model",
    expected: `at most ${deepest} levels`,
    hint: "look for brackets that are opened and never closed",
  };
}
