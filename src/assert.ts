/**
 * Says what must be true for the code itself to be right. A failure is a fault of the library,
 * never of the model, and asks for a report.
 */
export function assert(truth: unknown, words: string): asserts truth {
  if (!truth) throw new Error(`invest-to-save is at fault, please report it: ${words}`);
}

/** A value that must be there for the code to be right. */
export function present<T>(value: T | undefined, words: string): T {
  assert(value !== undefined, words);
  return value;
}
