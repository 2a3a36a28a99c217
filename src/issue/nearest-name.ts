/**
 * The nearest of some names to a mistyped one, as a hint; `undefined` when none is near.
 * Near is: at most a third of the letters differ, upper and lower case alike.
 */
export function didYouMean(given: unknown, names: readonly string[]): string | undefined {
  if (typeof given !== "string") return undefined;
  const wanted = given.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const moves = editDistance(wanted, name.toLowerCase(), least);
    if (moves < least) {
      best = name;
      least = moves;
    }
  }
  return best === undefined ? undefined : `did you mean “${best}”?`;
}

/** The first of some names that starts as given, or has it in it, as a hint: many names are shortened by their readers. */
export function begun(given: string, names: readonly string[]): string | undefined {
  const wanted = given.trim().toLowerCase();
  if (wanted.length < 4) return undefined;
  const within = names.filter((name) => name.toLowerCase().includes(wanted));
  const best = within.find((name) => name.toLowerCase().startsWith(wanted)) ?? within[0];
  return best === undefined ? undefined : `did you mean “${best}”?`;
}

/** Some of many names, those first that are most like a mistyped one; of a long one its start is looked at. */
export function mostAlike(given: string, names: readonly string[], count: number): string[] {
  const wanted = given.slice(0, longest).toLowerCase();
  const far = (name: string) =>
    editDistance(wanted, name.toLowerCase(), Math.max(wanted.length, name.length) + 1);
  const ranked = names.map((name) => ({ name, distance: far(name) }));
  return ranked
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ name }) => name);
}

const longest = 40;

/** Letters to add, drop, replace or swap with their neighbour to turn one word into another; gives up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] as number[];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? (rows[i - 2]?.[j - 2] as number) + 1 : limit;
      row.push(Math.min(replaced, swapped, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? limit;
}
