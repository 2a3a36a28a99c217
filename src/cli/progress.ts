import { separated } from "../quantity/decimal.ts";
import type { Terminal } from "./terminal.ts";

/** How far something is, told on one line that is wiped away in the end. */
export interface Progress {
  told(done: number, of: number): void;
  end(): void;
}

/** What takes less than this, in milliseconds, needs no telling. */
const patience = 1000;
/** How often it is told, in milliseconds. */
const often = 100;

/**
 * Tells how far something is, where somebody watches the errors of the terminal and it takes over a second. Nothing else is
 * written meanwhile, so that breaking off leaves at most this line.
 */
export function progressOn(
  terminal: Terminal,
  what: string,
  now: () => number = () => performance.now(),
): Progress {
  if (terminal.isWatched !== true) return { told: () => {}, end: () => {} };
  const start = now();
  let last = start + patience - often;
  let isShown = false;
  return {
    told: (done, of) => {
      if (now() - last < often) return;
      last = now();
      isShown = true;
      terminal.error(`\r${Math.floor((100 * done) / of)}% of ${separated(String(of))} ${what}`);
    },
    end: () => {
      if (isShown) terminal.error("\r\u001b[K");
    },
  };
}

/** Does some work that tells how far it is. The line that tells it is wiped away however the work ends. */
export function watched<T>(terminal: Terminal, what: string, work: (told: Progress["told"]) => T): T {
  const progress = progressOn(terminal, what);
  try {
    return work(progress.told);
  } finally {
    progress.end();
  }
}
