import { didYouMean } from "../issue/nearest-name.ts";
import { readAmount } from "../quantity/amount.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { Refused, type Token, tokensOf } from "./tokens.ts";

/** What a formula says as it is written, before anything is known of its names. */
export type Written =
  | { readonly is: "number"; readonly value: Decimal; readonly column: number }
  | { readonly is: "name"; readonly name: string; readonly column: number }
  | {
      readonly is: "call";
      readonly of: Operation;
      readonly parts: readonly Written[];
      readonly column: number;
    }
  | { readonly is: "minus"; readonly part: Written }
  | { readonly is: "+" | "-" | "*" | "/"; readonly left: Written; readonly right: Written };

/** The operations that are written as a name with brackets, each with how many things it is of. */
const operations = {
  previous: { least: 0, most: 1, like: "previous() or previous(name)" },
  total: { least: 1, most: 1, like: "total(name)" },
  min: { least: 1, most: 100, like: "min(a, b)" },
  max: { least: 1, most: 100, like: "max(a, b)" },
  round: { least: 2, most: 2, like: "round(amount, unit)" },
  years: { least: 0, most: 0, like: "years()" },
  months: { least: 0, most: 0, like: "months()" },
  days: { least: 0, most: 0, like: "days()" },
} as const;

/** An operation by its name. */
type Operation = keyof typeof operations;

const mostDepth = 50;
const mostTokens = 500;

/** Reads a text by descent: a sum is of products, a product of parts, a part may be a sum in brackets. */
export function writtenOf(text: string): Written {
  const tokens = tokensOf(text, mostTokens);
  const reader = new Reader(tokens);
  const whole = reader.sum(0);
  reader.end();
  return whole;
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  sum(depth: number): Written {
    let left = this.product(depth);
    for (let is = this.sign("+", "-"); is !== undefined; is = this.sign("+", "-"))
      left = { is: is as "+" | "-", left, right: this.product(depth) };
    return left;
  }

  end(): void {
    const { is, text, column } = this.next();
    if (is === "end") return;
    const hint =
      is === "sign"
        ? text === ")"
          ? "take the bracket out, or open one before it"
          : "a comma stands only between the parts of min, max or round"
        : /^[x×](?:\s|\d|$)/iu.test(text)
          ? "write * for times"
          : "put a sign between the two; a name that starts with a figure stands in double quotes";
    throw refused(column, "one of + - * / or the end", text, hint);
  }

  private product(depth: number): Written {
    let left = this.part(depth);
    for (let is = this.sign("*", "/"); is !== undefined; is = this.sign("*", "/"))
      left = { is: is as "*" | "/", left, right: this.part(depth) };
    return left;
  }

  private part(depth: number): Written {
    const token = this.next();
    if (depth > mostDepth) throw tooDeep(token);
    if (token.is === "number") return numberOf(token);
    if (token.is === "name") return this.sign("(") ? this.call(token, depth) : nameOf(token);
    if (token.is === "sign" && token.text === "-") return { is: "minus", part: this.part(depth + 1) };
    if (token.is === "sign" && token.text === "(") {
      const inside = this.sum(depth + 1);
      this.close();
      return inside;
    }
    const received = token.is === "end" ? "the end" : token.text;
    throw refused(token.column, "a name, a number or a bracket", received, "say what comes here");
  }

  private call({ text, column }: Token, depth: number): Written {
    if (!Object.hasOwn(operations, text)) {
      const known = Object.keys(operations);
      const hint = didYouMean(text, known) ?? "put a name with brackets in it in double quotes";
      throw refused(column, known.join(", "), `${text}(`, hint);
    }
    const of = text as Operation;
    const parts: Written[] = [];
    if (!this.sign(")")) {
      do parts.push(this.sum(depth + 1));
      while (this.sign(","));
      this.close();
    }
    checkParts(of, parts, column);
    return { is: "call", of, parts, column };
  }

  private close(): void {
    const { is, text, column } = this.next();
    if (is === "sign" && text === ")") return;
    const received = is === "end" ? "the end" : text;
    throw refused(column, "a closing bracket", received, "close each bracket that is opened");
  }

  /** The next token where it is one of some signs, which it goes past. */
  private sign(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.is !== "sign" || !signs.includes(token.text)) return undefined;
    this.at++;
    return token.text;
  }

  private next(): Token {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
    this.at++;
    return token;
  }
}

function numberOf({ text, column }: Token): Written {
  const read = readAmount(text);
  if (read.ok) return { is: "number", value: read.value, column };
  const { code, expected, hint } = read;
  throw new Refused({ code: code as "too-many-digits", column, expected, received: text, hint });
}

function nameOf({ text, column }: Token): Written {
  if (text.trim() !== "") return { is: "name", name: text, column };
  throw refused(column, "a name between the quotes", "nothing", "write the name, or take the quotes out");
}

function checkParts(of: Operation, parts: readonly Written[], column: number): void {
  const { least, most, like } = operations[of];
  if (parts.length < least || parts.length > most)
    throw refused(column, like, `${of} of ${parts.length}`, `write it like ${like}`);
  const [part] = parts;
  const rows = of === "total" ? part?.is === "name" : part === undefined || isRow(part);
  if ((of === "total" || of === "previous") && !rows)
    throw refused(column, like, `${of} of a sum`, "give the sum a row of its own, and name that");
}

function isRow(part: Written): boolean {
  return part.is === "name" || (part.is === "call" && part.of === "previous");
}

function tooDeep({ text, column }: Token): Refused {
  return new Refused({
    code: "too-deep",
    column,
    expected: `at most ${mostDepth} brackets one in another`,
    received: text || "the end",
    hint: "give parts of it rows of their own",
  });
}

function refused(column: number, expected: string, received: string, hint: string): Refused {
  return new Refused({ code: "wrong-shape", column, expected, received, hint });
}
