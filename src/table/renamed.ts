import { idOf } from "../programme/names.ts";
import type { Programme } from "../programme/programme.ts";
import { type Saying, sayingKey, type Thing, thingKey } from "../programme/stamp/sayings.ts";
import { paired } from "./input-changes.ts";

/** A thing that is called otherwise in the second model, and is the same in all else that is said of it. */
export interface Renaming {
  readonly kind: "line" | "assumption" | "condition" | "index" | "scenario" | "correlation" | "option";
  /** Its name in each model. */
  readonly before: string;
  readonly after: string;
}

type Sayings = ReadonlyMap<string, Saying>;

/**
 * What has another name: things of both models whose name is spelt in another way, and those of one model alone of which just the
 * same is said as of one thing that the other model has alone. Where several could be meant, none is.
 */
export function renamings(before: Sayings, after: Sayings): Renaming[] {
  const [old, now] = [thingsIn(before), thingsIn(after)];
  const both = paired(old, now).flatMap(({ old: was, now: is }) =>
    was === undefined || is === undefined || was.label === is.label ? [] : [renaming(was, is)],
  );
  const [gone, come] = [bySaid(before, now), bySaid(after, old)];
  const moved = [...come].flatMap(([said, [is, ...others]]) => {
    const [was, ...more] = gone.get(said) ?? [];
    if (was === undefined || is === undefined || others.length > 0 || more.length > 0) return [];
    return [renaming(was, is)];
  });
  return [...both, ...moved];
}

function renaming({ kind, label }: Thing, { label: after }: Thing): Renaming {
  return { kind, before: label, after };
}

function thingsIn(all: Sayings): ReadonlyMap<string, Thing> {
  return new Map([...all.values()].flatMap(({ of }) => (of === undefined ? [] : [[thingKey(of), of]])));
}

/** The things that the other model has not, by all that is said of them but their name. */
function bySaid(all: Sayings, others: ReadonlyMap<string, Thing>): ReadonlyMap<string, Thing[]> {
  const said = new Map<string, { of: Thing; lines: string[] }>();
  for (const { of, path, alike } of all.values()) {
    // A correlation is called by what it is between.
    if (of === undefined || of.kind === "correlation" || others.has(thingKey(of))) continue;
    const own = said.get(thingKey(of)) ?? { of, lines: [] };
    said.set(thingKey(of), own);
    if (isName({ of, path })) continue;
    own.lines.push(JSON.stringify([...path.map((key, i) => (i === of.at ? "" : idOf(key))), alike]));
  }
  const found = new Map<string, Thing[]>();
  for (const { of, lines } of said.values()) {
    const key = [of.kind, ...lines.sort()].join("\n");
    found.set(key, [...(found.get(key) ?? []), of]);
  }
  return found;
}

/** Whether something said is the name of its thing. */
export function isName({ of, path }: Placed): boolean {
  return of !== undefined && path.length === of.at + 2 && path.at(-1) === "name";
}

/** A place of the first model under the names of the second. */
export function underNewNames(all: readonly Renaming[]): <T extends Placed>(one: T) => T {
  const names = new Map(all.map(({ kind, before, after }) => [`${kind} ${idOf(before)}`, after]));
  return (one) => {
    const { of, path } = one;
    const label = of && names.get(thingKey(of));
    if (of === undefined || label === undefined) return one;
    return { ...one, of: { ...of, label }, path: path.map((key, i) => (i === of.at ? label : key)) };
  };
}

interface Placed {
  readonly of?: Thing;
  readonly path: readonly string[];
}

/** What is said of a model, under the names of another. */
export function renamedSayings(all: Sayings, names: readonly Renaming[]): Sayings {
  const under = underNewNames(names);
  return new Map([...all.values()].map(under).map((one) => [sayingKey(one), one]));
}

/** The ids of the lines of the first model that have another id in the second, with those of the lines that come with them. */
export function renamedLines(
  before: Programme,
  after: Programme,
  names: readonly Renaming[],
): ReadonlyMap<string, string> {
  const made = ({ lines }: Programme, by: string) => lines.filter(({ madeBy }) => madeBy === by);
  return new Map(
    names.flatMap(({ kind, before: was, after: is }) => {
      if (kind !== "line") return [];
      const [old, now] = [made(before, idOf(was)), made(after, idOf(is))];
      const beside = old.flatMap(({ id }, i) => (now[i] === undefined ? [] : [[id, now[i].id] as const]));
      return [[idOf(was), idOf(is)] as const, ...(old.length === now.length ? beside : [])];
    }),
  );
}
