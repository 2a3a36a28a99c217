type Library = typeof import("invest-to-save");

/** A statement of so many cost lines and years, in groups of groups, with amounts to the penny that are the same each run. */
export function statement({ cost, group, programme, years }: Library, lines: number, count: number) {
  const last = 2024 + count;
  const timeline = years("2024/25", `${last - 1}/${String(last % 100).padStart(2, "0")}` as "2043/44");
  const labels = Array.from(
    { length: count },
    (_, i) => `${2024 + i}/${String((25 + i) % 100).padStart(2, "0")}`,
  );
  let seed = 1;
  const pence = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return `${seed % 5_000_000}.${String(seed % 100).padStart(2, "0")}`;
  };
  const some = <T>(of: number, make: (i: number) => T) => Array.from({ length: of }, (_, i) => make(i));
  const line = (name: string) =>
    cost(`Line ${name}`, Object.fromEntries(labels.map((label) => [label, pence()])));
  const groups = some(lines / 20, (a) =>
    group(
      `Service ${a}`,
      { subtotal: `Total of service ${a}` },
      ...some(4, (b) =>
        group(
          `Team ${a} ${b}`,
          { subtotal: `Total of team ${a} ${b}` },
          ...some(5, (c) => line(`${a} ${b} ${c}`)),
        ),
      ),
    ),
  );
  return programme(`${lines} lines`, timeline, { source: "made up", "print in": "thousands" }, ...groups);
}
