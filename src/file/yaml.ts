import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from "yaml";
import type { Issue, Place } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { lostLetters } from "../programme/faults/plain-data.ts";
import { slipAt, slipIssue } from "./entry-slips.ts";
import { broken, brokenIssues, lineAt } from "./form-faults.ts";
import { noTextAtAll } from "./given.ts";
import { deeperThan } from "./nesting.ts";
import { modelText, type TextKind, unreadableText } from "./unreadable.ts";

/** Plain data with the place of everything in it. */
export interface Located {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** The paths whose values were refused, for an issue or for one like it. */
  readonly refused: readonly (readonly string[])[];
  /** The place of a path, or of the nearest thing around it. */
  place(path: readonly string[]): Place;
}

/** The deepest nesting that is read; groups in groups come to about ten. */
const deepest = 40;

/**
 * Reads YAML, or JSON, which is YAML too. Numbers keep their digits: one that a float cannot hold comes as text. Keys
 * come as text. Aliases are refused, since no model needs them. Where the form of the text is broken there is no value.
 */
export function readYaml(given: string, file: string, kind: TextKind = modelText): Located {
  const text = typeof given === "string" ? given.replace(/^\ufeff/, "") : "";
  const lines = new LineCounter();
  const offsets = new Map<string, number>();
  const issues: Issue[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const place = (path: readonly string[]): Place => {
    const offset = offsets.get(path.join("\u0000"));
    return offset === undefined && path.length > 0 ? place(path.slice(0, -1)) : placeAt(offset ?? 0);
  };
  const unreadable =
    noTextAtAll(given, file, kind.name) ?? unreadableText(text, file, kind) ?? tooDeepText(text, file);
  if (unreadable) return { value: undefined, issues: [unreadable], refused: [], place };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    version: "1.2",
    schema: "core",
  });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    return { value: undefined, issues: brokenIssues(errors, text, placeAt), refused: [], place };
  }
  const walk: Walk = { text, offsets, placeAt, issues, refused: [], aliases: new Set() };
  const value = plain(walk, document.contents, [], 0);
  return { value, issues, refused: walk.refused, place };
}

/** Plain data as YAML text, in the order given. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 110, version: "1.2", schema: "core" });
}

interface Walk {
  readonly text: string;
  readonly offsets: Map<string, number>;
  readonly placeAt: (offset: number) => Place;
  readonly issues: Issue[];
  readonly refused: (readonly string[])[];
  /** The aliases that were refused already: each is reported once. */
  readonly aliases: Set<string>;
}

function plain(walk: Walk, node: ParsedNode | null, path: readonly string[], depth: number): unknown {
  const offset = node?.range[0] ?? 0;
  const key = path.join("\u0000");
  if (!walk.offsets.has(key)) walk.offsets.set(key, offset);
  if (depth > deepest) {
    walk.refused.push(path);
    if (!walk.issues.some(({ code }) => code === "too-deep"))
      walk.issues.push(tooDeep(walk.placeAt(offset), path));
    return undefined;
  }
  if (isAlias(node)) {
    if (!walk.aliases.has(node.source))
      walk.issues.push(aliasIssue(walk.placeAt(offset), path, node.source, lineAt(walk.text, offset)));
    walk.aliases.add(node.source);
    walk.refused.push(path);
    return undefined;
  }
  if (isScalar(node)) return whole(walk, scalar(node), path, offset);
  if (isSeq(node)) return node.items.map((item, i) => plain(walk, item, [...path, String(i)], depth + 1));
  return isMap(node) ? mapping(walk, node, path, depth) : null;
}

function mapping(walk: Walk, node: YAMLMap.Parsed, path: readonly string[], depth: number): unknown {
  const value: Record<string, unknown> = {};
  const first = new Map<string, number>();
  let taken = 0;
  for (const [i, pair] of node.items.entries()) {
    // What belongs to a slip before it is no entry of its own.
    if (i < taken) continue;
    const at = pair.key.range[0];
    const slip = slipAt(node, i);
    taken = i + 1 + (slip?.takes ?? 0);
    const name = slip?.key ?? (isScalar(pair.key) ? pair.key.source : undefined);
    if (name === undefined || name === "__proto__") {
      walk.issues.push(badKey(walk.placeAt(at), path, name));
      continue;
    }
    const inner = [...path, name];
    const before = first.get(name);
    if (before !== undefined) {
      walk.issues.push(keyTwice(walk.placeAt(at), inner, name, walk.placeAt(before).line));
      continue;
    }
    first.set(name, at);
    if (slip !== undefined) {
      walk.issues.push(slipIssue(slip, walk.placeAt(slip.at), inner));
      walk.refused.push(inner);
    }
    const lost = lostLetters(name, inner);
    if (lost.length > 0) {
      walk.issues.push(...lost.map((issue) => ({ ...issue, place: walk.placeAt(at) })));
      continue;
    }
    walk.offsets.set(inner.join("\u0000"), at);
    value[name] = plain(walk, pair.value, inner, depth + 1);
  }
  return value;
}

/** A text with a letter that some program lost is refused where it stands, and read on with a sign in place of that letter. */
function whole(walk: Walk, value: unknown, path: readonly string[], offset: number): unknown {
  const lost = typeof value === "string" ? lostLetters(value, path) : [];
  if (typeof value !== "string" || lost.length === 0) return value;
  walk.issues.push(...lost.map((issue) => ({ ...issue, place: walk.placeAt(offset) })));
  walk.refused.push(path);
  return value.replace(/[\ufffd\p{Surrogate}]/gu, "?");
}

/** A number as a float where the float is exactly what was written, else as written. */
function scalar({ value, source }: Scalar.Parsed): unknown {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) && value.toString() === source.replace(/^\+/, "") ? value : source;
}

function aliasIssue(place: Place, path: readonly string[], name: string, line: string): Issue {
  const message = `*${name} points at a value somewhere else in the file, which models do not do`;
  return broken(place, path, { message, hint: `write the value out in place of *${name}` }, line);
}

function keyTwice(place: Place, path: readonly string[], name: string, line: number): Issue {
  return {
    code: "broken-file",
    severity: "error",
    path,
    place,
    message: `${received(name)} stands twice in one place, the first time on line ${line}`,
    expected: "each label and each option once",
    received: name,
    hint: "take one of the two out, or change its label",
  };
}

function badKey(place: Place, path: readonly string[], name: string | undefined): Issue {
  return {
    code: "forbidden-key",
    severity: "error",
    path: name === undefined ? path : [...path, name],
    place,
    message:
      name === undefined
        ? "what stands before the colon must be a plain label"
        : `${received(name)} cannot be used as a label or an option`,
    expected: "a label or an option",
    received: name ?? "a list or a mapping before the colon",
    hint:
      name === undefined ? "put the label in quotes, or take it out" : "choose another label, or take it out",
  };
}

function tooDeepText(text: string, file: string): Issue | undefined {
  const offset = deeperThan(2 * deepest, text);
  if (offset === undefined) return undefined;
  const before = text.slice(0, offset).split("\n");
  return tooDeep({ file, line: before.length, column: (before.at(-1) ?? "").length + 1 }, []);
}

function tooDeep(place: Place, path: readonly string[]): Issue {
  return {
    code: "too-deep",
    severity: "error",
    path: path.slice(0, 3),
    place,
    message: "the file is nested too deeply to be a model",
    expected: `at most ${deepest} levels, one inside the other`,
    received: "more levels than that",
    hint: "look for brackets that are opened and never closed",
  };
}
