import { readdirSync } from "node:fs";
import ts from "typescript";
import { filesIn, lineAt, nodesOf, parsed, root, textOf } from "../house/sources.ts";
import { type Fence, fencesIn } from "./fences.ts";

/** A block of TypeScript that a reader is shown, and what it must print where the document says so. */
export interface Block {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly prints?: string;
  /** Whether it must assert something: docstrings do, documents need only run. */
  readonly mustAssert: boolean;
}

const heading = /^#+\s+(.*)$/;
const tag = /^@(\w+)/;

/** The pages at the root, README.md among them, and the documents in docs/; the listings of declarations that a tool writes are not for running. */
export function documents(): string[] {
  const pages = filesIn("docs", ".md").filter((file) => !file.endsWith(".api.md"));
  const atRoot = readdirSync(root).filter((file) => file.endsWith(".md"));
  return [...atRoot.sort(), ...pages];
}

/** The fenced blocks of a document, each under its heading. */
export function fencesOfDocument(file: string): Fence[] {
  return fencesIn(textOf(file), heading);
}

/** The `@example` blocks of a docstring, with lines counted in it. */
export function examplesIn(comment: string): Fence[] {
  const text = comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .replace(/^[^\S\n]*\* ?/gm, "");
  return fencesIn(text, tag).filter(({ under, language }) => under === "example" && language === "ts");
}

/** The docstrings that stand before a declaration. */
export function docstringsOf(node: ts.Node): ts.JSDoc[] {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
}

/** Every block of TypeScript in the documents, and every `@example` in src/. */
export function allBlocks(): Block[] {
  const blocks = [...documents().flatMap(blocksOfDocument), ...filesIn("src", ".ts").flatMap(blocksOfSource)];
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const times = (seen.get(block.name) ?? 0) + 1;
    seen.set(block.name, times);
    return times === 1 ? block : { ...block, name: `${block.name} (${times})` };
  });
}

function blocksOfDocument(file: string): Block[] {
  const fences = fencesOfDocument(file).filter(({ language }) => language === "ts");
  return fences.map(({ under, line, code, next }) => ({
    name: `${file} ${under}`.trim(),
    file,
    line,
    code,
    ...(next?.language === "text" ? { prints: next.code } : {}),
    mustAssert: false,
  }));
}

function blocksOfSource(file: string): Block[] {
  const source = parsed(file);
  const blocks: Block[] = [];
  const seen = new Set<ts.JSDoc>();
  for (const node of nodesOf(source)) {
    for (const comment of docstringsOf(node)) {
      if (seen.has(comment)) continue;
      seen.add(comment);
      const name = `${file} ${nameOf(comment.parent)}`;
      const before = lineAt(source, comment.getStart()) - 1;
      for (const { line, code } of examplesIn(comment.getText())) {
        blocks.push({ name, file, line: before + line, code, mustAssert: true });
      }
    }
  }
  return blocks;
}

/** What a docstring belongs to: `parseDay`, `Issue.path`, or the module where it heads a file. */
function nameOf(node: ts.Node): string {
  const names: string[] = [];
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const own = ts.isVariableStatement(at)
      ? at.declarationList.declarations[0]?.name
      : ts.getNameOfDeclaration(at as ts.Declaration);
    if (own !== undefined) names.unshift(own.getText());
  }
  return names.join(".") || "module";
}
