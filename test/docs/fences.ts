/** A fenced block of code in a text. */
export interface Fence {
  readonly language: string;
  /** What stands after the language: the name of the file that the block shows. */
  readonly title: string;
  readonly code: string;
  /** The line of the code's first line in the text, counted from 1. */
  readonly line: number;
  /** What the last label before the block says: its heading, or its tag. */
  readonly under: string;
  /** The block that follows with nothing but blank lines between. */
  readonly next?: Fence;
}

const fence = /^(\s*)(`{3,}|~{3,})\s*([\w-]*)\s*(.*)$/;

/** The fenced blocks of a text. A line outside them that matches `label` names, by its first group, what follows. */
export function fencesIn(text: string, label: RegExp): Fence[] {
  const found: Fence[] = [];
  const lines = text.split(/\r?\n/);
  let under = "";
  let blankSince: number | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const open = fence.exec(line);
    if (open === null) {
      under = label.exec(line)?.[1] ?? under;
      if (line.trim() !== "") blankSince = undefined;
      continue;
    }
    const end = closing(lines, at, open[2] ?? "```");
    const code = unindented(lines.slice(at + 1, end), (open[1] ?? "").length);
    const block: Fence = {
      language: open[3] ?? "",
      title: (open[4] ?? "").trim(),
      code,
      line: at + 2,
      under,
    };
    if (blankSince !== undefined) found.push({ ...(found.pop() as Fence), next: block });
    found.push(block);
    at = end;
    blankSince = end;
  }
  return found;
}

function closing(lines: readonly string[], open: number, mark: string): number {
  const end = lines.findIndex(
    (line, at) => at > open && line.trim().startsWith(mark) && /^[`~]+$/.test(line.trim()),
  );
  return end === -1 ? lines.length : end;
}

function unindented(lines: readonly string[], indent: number): string {
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join("\n");
}
