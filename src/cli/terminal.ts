/** Where a command writes, and how it ends: the process itself, or a test's stand-in. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** That somebody watches what goes to `error`, so that a line there may be written over. */
  readonly isWatched?: boolean;
}

/** Says with which code the command will end. */
export type Exit = (code: number) => void;

/** Takes work that ends later than the command line is read, such as making a file. */
export type Later = (work: () => Promise<void>) => void;

/** Exit codes: fine, findings (a check that fails), unusable input. */
export const exits = { fine: 0, findings: 1, unusable: 2 } as const;

/** A text without the signs that a terminal would obey: all but the ends of lines and tabs, which tables may need. */
export function unobeyed(text: string): string {
  return text.replace(/[^\t\n\r\P{Cc}]/gu, " ");
}
