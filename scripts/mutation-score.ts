/** What reports of mutation testing say: a line of the table in docs/quality.md, and the mutants that nothing noticed. */

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** A report as Stryker writes it, as far as it is read here. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

export const scoreTitle = [
  "| Folder | Mutants | Tried | Killed | Timed out | Survived | Not reached | Score |",
  "|---|--:|--:|--:|--:|--:|--:|--:|",
].join("\n");

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** The interval that holds the share of all with 95% confidence, after Wilson, where `n` were drawn. */
function interval(share: number, n: number): [number, number] {
  const z = 1.96;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return [middle - half, middle + half];
}

/**
 * The score of a folder: noticed mutants over all that count. Where only some were drawn, those that no test reaches are
 * known all the same, and the drawn ones stand for the rest.
 */
export function scoreLine(folder: string, { files }: Report): string {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const number = (...which: string[]) => mutants.filter(({ status }) => which.includes(status)).length;
  const [killed, timedOut, survived] = [number("Killed"), number("Timeout"), number("Survived")];
  const [unreached, undrawn] = [number("NoCoverage"), number("CompileError")];
  const tried = killed + timedOut + survived;
  const all = tried + unreached + undrawn;
  const reached = (all - unreached) / all;
  const share = (killed + timedOut) / tried;
  const range = interval(share, tried).map((one) => percent(one * reached));
  const score = `${percent(share * reached)}${undrawn ? ` (${range.join(" to ")})` : ""}`;
  return `| ${[folder, all, tried, killed, timedOut, survived, unreached, score].join(" | ")} |`;
}

/** Every mutant that survived, in its place: what stood there, and what stood there instead. */
export function survivors({ files }: Report): string {
  return Object.entries(files)
    .flatMap(([name, { source, mutants }]) =>
      mutants
        .filter(({ status }) => status === "Survived" || status === "NoCoverage")
        .map(({ location: { start, end }, mutatorName, replacement = "", status }) => {
          const line = source.split("\n")[start.line - 1] ?? "";
          const was = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
          const how = status === "NoCoverage" ? " (no test reaches it)" : "";
          return `${name}:${start.line}:${start.column} ${mutatorName}${how}\n  ${was}\n  ${replacement.replace(/\s+/g, " ")}`;
        }),
    )
    .join("\n");
}
