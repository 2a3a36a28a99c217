import { expect, test } from "vitest";
import { progressOn } from "../../src/cli/progress.ts";

/** What is told of a thousand draws that take so many milliseconds. */
function told(isWatched: boolean, milliseconds: number): string[] {
  const written: string[] = [];
  let time = 0;
  const terminal = { out: () => {}, error: (text: string) => void written.push(text), isWatched };
  const progress = progressOn(terminal, "draws", () => time);
  for (let done = 100; done <= 1000; done += 100) {
    time = (milliseconds * done) / 1000;
    progress.told(done, 1000);
  }
  progress.end();
  return written;
}

test("progress is told where somebody watches and it takes over a second, and is wiped away in the end", () => {
  expect(told(true, 2000)).toEqual([
    "\r50% of 1,000 draws",
    "\r60% of 1,000 draws",
    "\r70% of 1,000 draws",
    "\r80% of 1,000 draws",
    "\r90% of 1,000 draws",
    "\r100% of 1,000 draws",
    "\r\u001b[K",
  ]);
});

test("nothing is told of what is done within a second, nor where nobody watches", () => {
  expect(told(true, 900)).toEqual([]);
  expect(told(false, 60_000)).toEqual([]);
});
