/**
 * The roundest whole number from one to another: the one with the most noughts at its end, and of those the nearest to the
 * middle. `undefined` where there is no whole number between them.
 */
export function roundest(low: bigint, high: bigint): bigint | undefined {
  if (low > high) return undefined;
  if (low <= 0n && high >= 0n) return 0n;
  let unit = 1n;
  while (firstMultiple(low, unit * 10n) <= high) unit *= 10n;
  // A multiple of five is next in roundness to one of ten.
  const half = unit * 5n;
  const by = firstMultiple(low, half) <= high ? half : unit;
  const first = firstMultiple(low, by);
  const middle = (low + high) / 2n;
  // What is nearest to the middle of two ends lies between them, since a multiple does.
  return middle <= first ? first : first + ((middle - first + by / 2n) / by) * by;
}

/** The smallest multiple of a unit that is no less than a number. */
function firstMultiple(low: bigint, unit: bigint): bigint {
  const down = low / unit;
  const whole = down * unit;
  return whole >= low ? whole : whole + unit;
}
