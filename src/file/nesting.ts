import { Lexer } from "yaml";

/** Signs of the lexer that stand for no character of the text. */
const marks = new Set(["\u0002", "\u0018", "\u001f"]);
const scalarMark = "\u001f";
const flowEndMark = "\u0018";

/** A sign or word of a text, where it starts, and whether it is the text of a value. */
interface Token {
  readonly source: string;
  readonly offset: number;
  readonly scalar: boolean;
}

function* tokensOf(text: string): Generator<Token> {
  let offset = 0;
  let scalar = false;
  for (const source of new Lexer().lex(text)) {
    if (!marks.has(source)) {
      yield { source, offset, scalar };
      offset += source.length;
    } else if (source === flowEndMark) yield { source, offset, scalar: false };
    scalar = source === scalarMark;
  }
}

/**
 * Where a text is first nested deeper than so many levels, in brackets or by indentation; `undefined` where it is not.
 * A parser works its way down level by level, so that this has to be known before it starts.
 */
export function deeperThan(levels: number, text: string): number | undefined {
  const columns: number[] = [];
  let brackets = 0;
  // A value may be a key in its turn, {a: b: c}, and is then a level deeper: in brackets until a comma, else until the line
  // ends. It is so in no sound text, but whoever reads one finds that out level by level too.
  let keys = 0;
  let lineStart = 0;
  let starts = true;
  for (const { source, offset, scalar } of tokensOf(text)) {
    if (source.includes("\n")) {
      lineStart = offset + source.lastIndexOf("\n") + 1;
      starts = true;
      if (brackets === 0) keys = 0;
    } else if (source.trim() !== "" && brackets === 0 && starts) {
      const column = offset - lineStart;
      while ((columns.at(-1) ?? -1) > column) columns.pop();
      if (columns.at(-1) !== column) columns.push(column);
      starts = !scalar && (source === "-" || source === "?" || source === ":");
    }
    if (!scalar) {
      const before = brackets;
      brackets = bracketsAfter(source, before);
      // What stands in brackets of its own is counted by them.
      const more = source === ":" ? 1 : before - brackets;
      keys = source === "," && brackets > 0 ? 0 : Math.max(0, keys + more);
    }
    if (brackets + Math.max(0, keys - 1) + columns.length > levels) return offset;
  }
  return undefined;
}

function bracketsAfter(source: string, open: number): number {
  if (source === "[" || source === "{") return open + 1;
  if (source === "]" || source === "}") return Math.max(0, open - 1);
  return source === flowEndMark ? 0 : open;
}

/** Where the bracket or quote was opened that is still open at a place; `undefined` where none is. */
export function openedBefore(end: number, text: string): number | undefined {
  const open: number[] = [];
  for (const { source, offset, scalar } of tokensOf(text)) {
    if (offset >= end || source === flowEndMark) break;
    if (scalar) continue;
    if (source === "[" || source === "{") open.push(offset);
    else if (source === "]" || source === "}") open.pop();
    else if (/^["']/.test(source) && offset + source.length >= end) return offset;
  }
  return open.at(-1);
}
