import { isPlain } from "../faults/plain-data.ts";

/**
 * Plain data as it is now, for good: a copy that nobody can change, so that a programme stays what its stamp says it is. What is
 * no plain data, such as a function or a driver that is made by a class, is kept itself.
 */
export function kept<T>(data: T): T {
  if (Array.isArray(data)) return Object.freeze(data.map(kept)) as T;
  if (!isPlain(data)) return data;
  const entries = Object.entries(data).map(([key, own]) => [key, kept(own)]);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
