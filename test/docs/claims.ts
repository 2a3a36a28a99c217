import ts from "typescript";
import { nodesOf } from "../house/sources.ts";

/** A block of code made ready to run: every statement that claims a value hands it to `shows`. */
export interface Claims {
  readonly code: string;
  readonly count: number;
}

interface Claim {
  readonly node: ts.Expression | ts.VariableStatement;
  readonly text: string;
}

const arrow = "// =>";

/**
 * Finds what a block claims. A statement followed by `// => value`, on its last line or on the line after it, becomes
 * `shows(expression, "value", line)`; lines stay where they are. Throws where a claim belongs to no statement.
 */
export function claimsIn(code: string): Claims {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const claims = [...nodesOf(source)].flatMap((node) => claimOf(node, source));
  const written = code.split(arrow).length - 1;
  if (written !== claims.length) {
    throw new Error(
      `${written} claims are written with "${arrow}" but ${claims.length} follow a statement with a value`,
    );
  }
  const edits = claims.flatMap((claim) => editsOf(claim, source)).sort((a, b) => b.at - a.at);
  const edited = edits.reduce((text, { at, insert }) => text.slice(0, at) + insert + text.slice(at), code);
  return { code: edited, count: claims.length };
}

function claimOf(node: ts.Node, source: ts.SourceFile): Claim[] {
  if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return [];
  const text = claimAfter(node, source);
  if (text === undefined) return [];
  return [{ node: ts.isExpressionStatement(node) ? node.expression : node, text }];
}

function claimAfter(statement: ts.Statement, source: ts.SourceFile): string | undefined {
  const { text } = source;
  const sameLine = ts.getTrailingCommentRanges(text, statement.end) ?? [];
  const [below] = ts.getLeadingCommentRanges(text, statement.end) ?? [];
  const nextLine =
    below && !text.slice(statement.end, below.pos).trim() && onlyLineBreak(text, statement.end, below.pos);
  const comments = [...sameLine, ...(below && nextLine ? [below] : [])].map(({ pos, end }) =>
    text.slice(pos, end),
  );
  return comments
    .find((comment) => comment.startsWith(arrow))
    ?.slice(arrow.length)
    .trim();
}

function onlyLineBreak(text: string, from: number, to: number): boolean {
  return text.slice(from, to).split("\n").length === 2;
}

function editsOf({ node, text }: Claim, source: ts.SourceFile): { at: number; insert: string }[] {
  const line = source.getLineAndCharacterOfPosition(node.getEnd()).line;
  const rest = `, ${JSON.stringify(text)}, ${line});`;
  if (!ts.isVariableStatement(node)) {
    return [
      { at: node.getStart(), insert: ";shows((" },
      { at: node.getEnd(), insert: `)${rest}` },
    ];
  }
  const name = node.declarationList.declarations[0]?.name.getText() ?? "undefined";
  return [{ at: node.getEnd(), insert: ` shows(${name}${rest}` }];
}
