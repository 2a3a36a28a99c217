// Places in a model as the keys that lead to them.
type Path = readonly string[];

/** Whether a path leads to a place or to something in it. */
export function isUnder(path: Path, place: Path): boolean {
  return place.every((key, i) => key === path[i]);
}

/** Whether two paths lead to one place. */
export function isSamePath(one: Path, other: Path): boolean {
  return one.length === other.length && isUnder(one, other);
}

/** Whether one of two paths leads on to the other, or to the same place. */
export function isOnOneWay(one: Path, other: Path): boolean {
  return isUnder(one, other) || isUnder(other, one);
}
