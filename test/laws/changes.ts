/** The plain data of a model file. */
export type Data = { readonly [key: string]: unknown };

/** Every way to change one thing in some data: a value for another of its kind, or a key left out. */
export function changes(
  data: unknown,
  path: readonly string[] = [],
): { at: string; path: readonly string[]; make: (whole: Data) => unknown }[] {
  if (typeof data === "object" && data !== null)
    return Object.entries(data).flatMap(([key, own]) => [
      {
        at: `without ${[...path, key].join(" > ")}`,
        path: [...path, key],
        make: (whole) => withAt(whole, [...path, key], undefined),
      },
      ...changes(own, [...path, key]),
    ]);
  const others =
    typeof data === "number"
      ? [data + 1]
      : typeof data === "boolean"
        ? [!data]
        : [`${data}x`, `other ${data}`, 7];
  return others.map((other) => ({
    at: `${path.join(" > ")}: ${other}`,
    path,
    make: (whole) => withAt(whole, path, other),
  }));
}

/** Some data with another value at a place in it. */
export function withAt(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((own, at) => (String(at) === key ? withAt(own, rest, value) : own));
  const own = data as Data;
  return { ...own, [key]: withAt(own[key], rest, value) };
}
