import type { Chance } from "./chance.ts";
import { nastyTexts } from "./nasty.ts";

/** Changes a text somewhere, as slips of the hand, broken tools and people with bad intent do. */
export function changedText(chance: Chance, text: string, others: readonly string[]): string {
  let changed = text;
  for (let times = 1 + chance.below(4); times > 0; times--) changed = changedOnce(chance, changed, others);
  return changed;
}

function changedOnce(chance: Chance, text: string, others: readonly string[]): string {
  const from = chance.below(text.length + 1);
  const to = Math.min(text.length, from + chance.below(12));
  const cut = (put: string) => text.slice(0, from) + put + text.slice(to);
  switch (chance.below(12)) {
    case 0:
      return cut("");
    case 1:
      return cut(chance.of(nastyTexts));
    case 2:
      return cut(String.fromCharCode(chance.below(chance.happens(0.8) ? 128 : 0x10000)));
    case 3:
      return text.slice(0, from);
    case 4:
      return cut(text.slice(from, to).repeat(2 + chance.below(chance.happens(0.02) ? 20_000 : 6)));
    case 5: {
      const other = chance.of(others);
      const start = chance.below(other.length + 1);
      return cut(other.slice(start, start + chance.below(400)));
    }
    case 6:
      return text.replaceAll(/\n/g, chance.of(["\r\n", "\r", "\n\n", "\u2028", " "]));
    case 7:
      return `${chance.of(["\ufeff", "\n", "---\n", "%YAML 1.1\n", " "])}${text}`;
    default:
      return changedLines(chance, text);
  }
}

function changedLines(chance: Chance, text: string): string {
  const lines = text.split("\n");
  const at = chance.below(lines.length);
  const line = lines[at] ?? "";
  const put = (...own: string[]) => [...lines.slice(0, at), ...own, ...lines.slice(at + 1)].join("\n");
  switch (chance.below(7)) {
    case 0:
      return put();
    case 1:
      return put(line, line);
    case 2:
      return put(" ".repeat(chance.below(6)) + line);
    case 3:
      return put(line.trimStart());
    case 4:
      return put(chance.of(lines));
    case 5: {
      const words = [...line.matchAll(/[^\s,:|{}[\]<>"]+/g)];
      if (words.length === 0) return put(chance.of(nastyTexts));
      const word = chance.of(words);
      const end = word.index + word[0].length;
      return put(line.slice(0, word.index) + chance.of(nastyTexts) + line.slice(end));
    }
    default: {
      const split = chance.below(line.length + 1);
      return put(line.slice(0, split), line.slice(split));
    }
  }
}

/** Changes bytes anywhere. */
export function changedBytes(chance: Chance, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let times = 1 + chance.below(8); times > 0 && changed.length > 0; times--)
    changed[chance.below(changed.length)] = chance.below(256);
  return chance.happens(0.2) ? changed.subarray(0, chance.below(changed.length + 1)) : changed;
}

/** Bytes of any value, of any length up to this. */
export function anyBytes(chance: Chance, most: number): Uint8Array {
  return Uint8Array.from({ length: chance.below(most) }, () => chance.below(256));
}

/** Plain data with some of its values and keys changed: others of its own, or any of those given. */
export function changedData(chance: Chance, data: unknown, nasty: readonly unknown[]): unknown {
  let changed = data;
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const paths = pathsIn(changed);
    const path = chance.of(paths);
    const other = valueAt(data, chance.of(pathsIn(data)));
    const put = chance.happens(0.7) ? chance.of(nasty) : other;
    changed = chance.happens(0.75)
      ? withValue(changed, path, put)
      : withKey(changed, path, chance.happens(0.5) ? undefined : chance.of(nastyTexts), put);
  }
  return changed;
}

type Path = readonly string[];

/** The paths to everything in plain data; those in a circle, or too deep to matter, end. */
function pathsIn(data: unknown, path: Path = []): Path[] {
  if (!isPlain(data) || path.length > 8) return [path];
  return [path, ...Object.keys(data).flatMap((key) => pathsIn((data as never)[key], [...path, key]))];
}

function isPlain(data: unknown): data is object {
  if (typeof data !== "object" || data === null) return false;
  const own = Object.getPrototypeOf(data);
  return own === Object.prototype || own === Array.prototype;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce((at: unknown, key) => (at as never)?.[key], data);
}

function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isPlain(data)) return value;
  const inner = withValue((data as never)[key], rest, value);
  if (Array.isArray(data)) return data.map((own, at) => (String(at) === key ? inner : own));
  return Object.fromEntries(Object.entries(data).map(([own, old]) => [own, own === key ? inner : old]));
}

/** Another key in the place of the last of a path, or none. */
function withKey(data: unknown, path: Path, put: string | undefined, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isPlain(data)) return put === undefined ? data : { [put]: value };
  if (rest.length > 0) return withValue(data, [key], withKey((data as never)[key], rest, put, value));
  if (Array.isArray(data)) return data.filter((_, at) => String(at) !== key);
  return Object.fromEntries(
    Object.entries(data).flatMap(([own, old]): [string, unknown][] =>
      own !== key ? [[own, old]] : put === undefined ? [] : [[put, old]],
    ),
  );
}
