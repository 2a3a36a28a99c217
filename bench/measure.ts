/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The time that passes while some work is done, in milliseconds. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The time that the processor spends on some work of this process, in milliseconds, whoever else it serves meanwhile. */
export function worked(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What came of timing one piece of work against another, in turn: medians in milliseconds, and of the ratios pair by pair. */
export interface Paired {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/** Times two pieces of work in turn, so that a machine that slows down slows both. */
export function paired(rounds: number, ours: () => void, theirs: () => void, time = timed): Paired {
  const pairs = Array.from({ length: rounds }, () => [time(ours), time(theirs)] as const);
  return {
    ours: median(pairs.map(([a]) => a)),
    theirs: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

/** A line of a report: what was measured, both times, the ratio and the most that it should be. */
export function reportLine(label: string, { ours, theirs, ratio }: Paired, most: number): string {
  const verdict = ratio <= most ? "within" : "OVER";
  return `${label}\n  ${ours.toFixed(3)} ms against ${theirs.toFixed(3)} ms: ${ratio.toFixed(2)} times, ${verdict} the ${most} allowed`;
}
