import { posix } from "node:path";
import ts from "typescript";
import { lineAt, nodesOf } from "./sources.ts";

/** One import, export from, `import()` or `require()` of a file. */
export interface Import {
  readonly name: string;
  /** Whether it is gone once the types are taken away. */
  readonly typesOnly: boolean;
}

/** Everything that a file imports. */
export function importsOf(source: ts.SourceFile): Import[] {
  return [...nodesOf(source)].flatMap((node): Import[] => {
    if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isOfTypes(node.importClause));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      return named(node.moduleSpecifier, isOfTypes(node));
    if (ts.isCallExpression(node) && isLoading(node.expression)) return named(node.arguments[0], false);
    return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
      ? named(node.argument.literal, true)
      : [];
  });
}

function named(name: ts.Node | undefined, typesOnly: boolean): Import[] {
  return name !== undefined && ts.isStringLiteralLike(name) ? [{ name: name.text, typesOnly }] : [];
}

function isOfTypes(clause: ts.ImportClause | ts.ExportDeclaration | undefined): boolean {
  if (clause === undefined) return false;
  if (ts.isExportDeclaration(clause)) return clause.isTypeOnly || areTypes(clause.exportClause);
  return clause.isTypeOnly || (clause.name === undefined && areTypes(clause.namedBindings));
}

function areTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (names === undefined || (!ts.isNamedImports(names) && !ts.isNamedExports(names))) return false;
  return names.elements.length > 0 && [...names.elements].every((one) => one.isTypeOnly);
}

function isLoading(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}

/** The package that an import names: `date-fns/constants` is of `date-fns`; `undefined` for a file of our own. */
export function packageOf(name: string): string | undefined {
  if (name.startsWith(".") || name.startsWith("/")) return undefined;
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

/**
 * Every package that loading a file brings in, with one chain of files that leads to it. `read` gives the source of a
 * file. Imports of types alone load nothing.
 */
export function loadedBy(entry: string, read: (file: string) => ts.SourceFile): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  const chains = new Map([[entry, entry]]);
  for (const [file, chain] of chains) {
    for (const { name, typesOnly } of importsOf(read(file))) {
      if (typesOnly) continue;
      const outside = packageOf(name);
      const inside = posix.join(posix.dirname(file), name);
      if (outside === undefined) chains.set(inside, chains.get(inside) ?? `${chain} → ${inside}`);
      else if (!packages.has(outside)) packages.set(outside, `${chain} → ${outside}`);
    }
  }
  return packages;
}

/** A function and how long it is. */
export interface Measured {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** The functions of a file, with the lines that have code on them: blank lines and comments are not counted. */
export function functionsOf(source: ts.SourceFile): Measured[] {
  return [...nodesOf(source)]
    .filter((node) => ts.isFunctionLike(node) && "body" in node && node.body !== undefined)
    .map((node) => ({
      name: nameOf(node),
      line: lineAt(source, node.getStart()),
      lines: linesOfCode(source, node).size,
    }));
}

function nameOf(node: ts.Node): string {
  const own =
    ts.getNameOfDeclaration(node as ts.Declaration) ?? ts.getNameOfDeclaration(node.parent as ts.Declaration);
  return own?.getText() ?? "a function without a name";
}

function linesOfCode(source: ts.SourceFile, node: ts.Node, lines: Set<number> = new Set()): Set<number> {
  const parts = node.getChildren(source).filter((part) => !ts.isJSDoc(part));
  for (const part of parts) linesOfCode(source, part, lines);
  if (parts.length === 0 && node.end > node.getStart(source)) {
    for (let line = lineAt(source, node.getStart(source)); line <= lineAt(source, node.end); line++)
      lines.add(line);
  }
  return lines;
}

const roundings = new Set(["toFixed", "toPrecision", "parseFloat"]);

/** Where a file rounds or reads numbers as floats, as `line: name`. */
export function floatsOf(source: ts.SourceFile): string[] {
  return [...nodesOf(source)]
    .filter((node) => ts.isIdentifier(node) && (roundings.has(node.text) || isMathRound(node)))
    .map((node) => `${lineAt(source, node.getStart())}: ${node.getText()}`);
}

function isMathRound(node: ts.Identifier): boolean {
  const whole = node.parent;
  return (
    node.text === "round" && ts.isPropertyAccessExpression(whole) && whole.expression.getText() === "Math"
  );
}

/** The words of the names in a path: `src/time-helpers/day.ts` is src, time, helpers, day, ts. */
export function wordsOf(path: string): string[] {
  return path.toLowerCase().split(/[^a-z]+/);
}

/** The tests of a file that are passed over, alone, or still to be written, as `line: text`. */
export function passedOver(text: string): string[] {
  const form =
    /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:skip|only|todo)\s*[.(]|\bx(?:it|test|describe)\(/;
  return text.split("\n").flatMap((line, at) => (form.test(line) ? [`${at + 1}: ${line.trim()}`] : []));
}

/** The forms of text that would tie the repository to one machine: its folders, somebody's home, a registry. */
export function tiesTo(root: string, home: string): RegExp[] {
  const above = root.slice(0, root.lastIndexOf("/"));
  const folders = [root, above, home].filter((folder) => folder.length > 1);
  const escaped = folders.map((folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return [
    ...escaped.map((folder) => new RegExp(`(?<![\\w.)}*~-])${folder}(?![\\w-])`)),
    /(?<![\w.])\/(?:home|Users)\/\w+/,
    /\b[A-Z]:\\+Users\\/,
    /\.\.\/shared\b/,
    /\bregistry\.[a-z][\w-]*\.[a-z]/i,
    /^(?:@[\w-]+:)?registry\s*=/m,
    /"resolved":\s*"http/,
  ];
}
