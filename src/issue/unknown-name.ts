import type { Issue, IssueCode } from "./issue.ts";
import { begun, didYouMean } from "./nearest-name.ts";
import { received, seen } from "./received.ts";

/** What was looked for by a name that nothing has, and what there is. */
export interface NotFound {
  /** The kind of thing, such as `line`. */
  readonly what: string;
  /** Where it was looked for, such as `in the model`. */
  readonly where?: string;
  readonly name: unknown;
  /** The names that there are, in the order in which they are listed. */
  readonly known: readonly string[];
  /** Other names that it would have answered to, such as ids: a hint may offer one of them. */
  readonly alike?: readonly string[];
  /** What may stand in its place beside one of those names. */
  readonly or?: string;
  /** The keys that lead to the name in a file; without them it was asked for from outside. */
  readonly path?: readonly string[];
  /** What to do where no name is near. */
  readonly otherwise?: string | undefined;
  /** False where comparing all names would take too long. */
  readonly compared?: boolean;
  readonly code?: IssueCode;
}

/** A name that something is asked for by; what is no text is the name of nothing. */
export function textOf(name: unknown): string {
  return typeof name === "string" ? name : "";
}

/** The most names that are listed; the nearest is looked for among all of them. */
const mostListed = 20;

/** The fault of a name that nothing has, in one form wherever names are looked up: what there is, and the nearest. */
export function unknownName(found: NotFound): Issue {
  const { what, where = "in the model", known, alike = [], path, code = "unknown-name" } = found;
  // Whoever calls without types may ask for what is no name at all.
  const name = textOf(found.name);
  const at = path === undefined || path.length === 0 ? "" : `${path.join(" > ")}: `;
  const near =
    found.compared === false ? undefined : (didYouMean(name, [...known, ...alike]) ?? begun(name, known));
  const others = known.length === 0 ? "leave it out" : "choose one of those above";
  return {
    code,
    severity: "error",
    path: path ?? [name],
    message: `${at}there is no ${what} ${received(found.name)}${where === "" ? "" : ` ${where}`}`,
    expected: listed(what, known, found.or),
    received: seen(found.name),
    hint: near ?? found.otherwise ?? others,
  };
}

/** Names as a list, cut short where they are many; what may stand in their place comes first. */
function listed(what: string, names: readonly string[], or?: string): string {
  if (names.length === 0) return or ?? `no ${what}: there is none`;
  const more = names.length - mostListed;
  const list = `${names.slice(0, mostListed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return or === undefined ? list : `${or}, or one of ${list}`;
}
