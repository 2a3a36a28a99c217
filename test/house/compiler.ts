import ts from "typescript";
import { root } from "./sources.ts";

/** The compiler options of the repository. */
function repositoryOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

/** What the package is imported by, and the source file that stands behind each name, from the root. */
export function entryPoints(): ReadonlyMap<string, string> {
  const paths = Object.entries(repositoryOptions().paths ?? {});
  const found = paths.map(([name, [path = ""]]): [string, string] => [name, path.replace(/^\.\//, "")]);
  return new Map(found.filter(([, path]) => ts.sys.fileExists(`${root}/${path}`)));
}

/** A program of some files (from the root), of which some may exist only in `texts`. */
export function programOf(
  files: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
  otherwise: ts.CompilerOptions = {},
): ts.Program {
  const options = { ...repositoryOptions(), ...otherwise };
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile } = host;
  const own = (path: string) => texts.get(path.replace(`${root}/`, ""));
  host.fileExists = (path) => own(path) !== undefined || fileExists(path);
  host.readFile = (path) => own(path) ?? readFile(path);
  return ts.createProgram(
    files.map((file) => `${root}/${file}`),
    options,
    host,
  );
}

/** What the compiler has against one file of a program, as `line: message`. */
export function complaints(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(`${root}/${file}`);
  if (source === undefined) return [`${file} is not in the program`];
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) =>
      `${source.getLineAndCharacterOfPosition(start).line + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n  ")}`,
  );
}
