/** A value as it stands in a message: text in quotes, cut short where it is long, everything else by its kind. */
export function received(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return isNumeric(value) ? numberWords(value) : "keys with values";
  if (typeof value === "function") return "a function";
  if (typeof value !== "string") return String(value);
  const letters = [...value];
  return letters.length > 60 ? `“${letters.slice(0, 57).join("")}…”` : `“${value}”`;
}

/** A name or text as it stands beside “received”: as it is, or in quotes where nothing of it would be seen. */
export function seen(name: unknown): string {
  return typeof name === "string" && /[^\s\p{Cc}\p{Cf}]/u.test(name) ? name : received(name);
}

/** Decimals are told by their tag: this room is above that of numbers, and knows none of theirs. */
function isNumeric(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Decimal]";
}

function numberWords(value: object): string {
  return Number.isFinite(Number(value)) ? String(value) : "an amount without end";
}
