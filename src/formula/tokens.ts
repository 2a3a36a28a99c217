/** A piece of a formula as text: a number, a name, a sign or the end, with its column, from 1. */
export interface Token {
  readonly is: "number" | "name" | "sign" | "end";
  /** A number as written, a name without its quotes, or the sign. */
  readonly text: string;
  readonly column: number;
}

/** What is wrong with a formula as text. */
export interface TextFault {
  readonly code: "wrong-shape" | "too-deep" | "not-a-number" | "too-many-digits" | "out-of-range";
  /** Where in the text, in letters from 1. */
  readonly column: number;
  readonly expected: string;
  readonly received: string;
  readonly hint: string;
}

/** Thrown while a text is read; it never leaves the reading of a formula. */
export class Refused extends Error {
  readonly fault: TextFault;
  constructor(fault: TextFault) {
    super(fault.hint);
    this.fault = fault;
  }
}

const space = /\s+/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)%?/uy;
const separated = /\d{1,3}(?:,\d{3})+(?!\d)/uy;
const quoted = /"([^"]*)"|“([^”]*)”/uy;
// Words with single spaces or hyphens between them: a hyphen with a space beside it is a minus.
const letters = "[\\p{L}\\p{M}\\p{N}_.'’&:]";
const name = new RegExp(`[\\p{L}_]${letters}*(?:(?:\\s+|-)${letters}+)*`, "uy");
const sign = /[-+*/(),−×÷]/uy;
const ordinary: Readonly<Record<string, string>> = { "−": "-", "×": "*", "÷": "/" };

/** The pieces of a formula in their order, the end last. Throws {@link Refused} at the first that is none. */
export function tokensOf(text: string, most: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const next = (form: RegExp) => {
    form.lastIndex = at;
    return form.exec(text);
  };
  while (true) {
    at += next(space)?.[0].length ?? 0;
    const column = [...text.slice(0, at)].length + 1;
    if (tokens.length > most) throw tooLong(column, most);
    if (at >= text.length) return [...tokens, { is: "end", text: "", column }];
    const commas = next(separated);
    if (commas) throw withCommas(commas[0], column);
    const found = next(quoted) ?? next(number) ?? next(name) ?? next(sign);
    if (!found) throw noToken(text.slice(at), column);
    tokens.push(tokenOf(found, column));
    at += found[0].length;
  }
}

function tokenOf([whole, straight, curly]: RegExpExecArray, column: number): Token {
  const inside = straight ?? curly;
  if (inside !== undefined) return { is: "name", text: inside, column };
  if (/^[\d.]/.test(whole)) return { is: "number", text: whole, column };
  if (/^[-+*/(),−×÷]$/u.test(whole)) return { is: "sign", text: ordinary[whole] ?? whole, column };
  return { is: "name", text: whole.replace(/\s+/gu, " "), column };
}

function tooLong(column: number, most: number): Refused {
  return new Refused({
    code: "too-deep",
    column,
    expected: `at most ${most} names, numbers and signs`,
    received: "a longer formula",
    hint: "give parts of it rows of their own",
  });
}

function withCommas(text: string, column: number): Refused {
  const hint = `write ${text.replaceAll(",", "")}; between two numbers put a space after the comma`;
  return new Refused({
    code: "not-a-number",
    column,
    expected: "a number without separators",
    received: text,
    hint,
  });
}

function noToken(rest: string, column: number): Refused {
  const [received = ""] = rest;
  const hint =
    received === "£"
      ? "write the number alone; an amount in pounds is an assumption with a name"
      : received === "=" && column === 1
        ? "leave out the =; a formula starts with its first name or number"
        : received === '"' || received === "“"
          ? "close the quotes"
          : "put a name with other signs in double quotes";
  return new Refused({
    code: "wrong-shape",
    column,
    expected: "a name, a number, a bracket or one of + - * /",
    received,
    hint,
  });
}
