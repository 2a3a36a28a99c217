import ts from "typescript";
import { expect, test } from "vitest";
import { entryPoints, programOf } from "../house/compiler.ts";
import { root } from "../house/sources.ts";
import { docstringsOf, examplesIn } from "./blocks.ts";

interface Exported {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly docstrings: readonly ts.JSDoc[];
  readonly isFunction: boolean;
}

// Only names and docstrings are looked at: the library of the language is not needed, and takes long to read.
const program = programOf([...entryPoints().values()], new Map(), { noLib: true, types: [] });
const checker = program.getTypeChecker();
const exported = [...entryPoints()].flatMap(([entry, file]) =>
  exportsOf(file).map((one) => named(entry, one)),
);
const members = exported.flatMap(membersOf);

function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(`${root}/${file}`);
  const module = source && checker.getSymbolAtLocation(source);
  return module ? checker.getExportsOfModule(module) : [];
}

/** A namespace (`export * as formula`) is documented where it is exported, or at the head of its module. */
function named(entry: string, outer: ts.Symbol): Exported {
  const symbol = outer.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(outer) : outer;
  const isNamespace = (symbol.flags & ts.SymbolFlags.ValueModule) !== 0;
  const places = isNamespace
    ? (outer.declarations ?? []).map((place) => place.parent)
    : (symbol.declarations ?? []).map((place) =>
        ts.isVariableDeclaration(place) ? place.parent.parent : place,
      );
  return {
    name: `${entry} ${outer.name}`,
    symbol,
    docstrings: places.flatMap(docstringsOf),
    isFunction: isCalled(symbol) || isNamespace,
  };
}

/** What a namespace holds: it needs docstrings too, and the examples are those of the namespace. */
function membersOf({ name, symbol }: Exported): Exported[] {
  if (!(symbol.flags & ts.SymbolFlags.ValueModule)) return [];
  return checker.getExportsOfModule(symbol).map((member) => named(name, member));
}

function isCalled(symbol: ts.Symbol): boolean {
  if (symbol.flags & ts.SymbolFlags.Function) return true;
  if (!(symbol.flags & ts.SymbolFlags.Variable)) return false;
  return checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
}

/** Whether a docstring says something, beside its tags. */
function says(docstring: ts.JSDoc): boolean {
  return (ts.getTextOfJSDocComment(docstring.comment) ?? "").trim() !== "";
}

test("the entry points export something", () => {
  expect(exported.length).toBeGreaterThan(0);
});

test("every export has a docstring", () => {
  const all = [...exported, ...members];
  expect(all.filter(({ docstrings }) => !docstrings.some(says)).map(({ name }) => name)).toEqual([]);
});

test("every function has an example in its docstring", () => {
  const silent = exported.filter(
    ({ isFunction, docstrings }) =>
      isFunction && !docstrings.some((one) => examplesIn(one.getText()).length > 0),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

const functions = [...exported, ...members].flatMap((one) =>
  (one.symbol.declarations ?? [])
    .filter((place) => ts.isFunctionDeclaration(place))
    .map((place) => ({ ...one, place, text: one.docstrings.map((own) => own.getText()).join("\n") })),
);

/** What can be said of the unit of a number: money, a share, a time, a count, or that it has none. */
const unitWords =
  /pound|£|\bunit|share|rate\b|factor|ratio|index|\bday|week|month|quarter|year|period|place|digit|step|draw|\bnumber of|how many|count|size|1 where|decimal/i;

test("every function that gives a number says in which unit", () => {
  const silent = functions.filter(
    ({ place, text }) => /\b(Decimal|number)\b/.test(place.type?.getText() ?? "") && !unitWords.test(text),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

/** That it throws nothing; or by which codes, or whose faults they are. */
const throwsWords =
  /[Tt]hrows nothing|(?:[Tt]hr(?:ows|own)|Issue codes?).*?`[a-z]+(?:-[a-z]+)+`|[Tt]hrows .*?what .* throws?|codes of|as of \w+/;

/** What a docstring says before its example, on one line. */
function sentences(text: string): string {
  const lines = text.replace(/@example[\s\S]*?\*\//g, "").replace(/\{@link (\w+)\}/g, "$1");
  return lines.replace(/\s+\* ?/g, " ");
}

test("every function says what it throws and by which codes, or that it throws nothing", () => {
  const silent = functions.filter(({ text }) => !throwsWords.test(sentences(text))).map(({ name }) => name);
  expect([...new Set(silent)]).toEqual([]);
});
