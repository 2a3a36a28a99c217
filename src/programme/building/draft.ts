import type { AssumptionId, RowId } from "../../formula/formula.ts";
import type { Issue, IssueCode } from "../../issue/issue.ts";
import { received } from "../../issue/received.ts";
import type { Unit } from "../../quantity/unit.ts";
import type { Timeline } from "../../time/timeline.ts";
import type { Assumption } from "../assumption.ts";
import type { Balancing, Carry, Claim, MatchFound, Taking, Turn } from "../between-lines/turns.ts";
import type { Condition } from "../condition.ts";
import { withoutId } from "../faults/without-id.ts";
import type { Limits } from "../limits.ts";
import type { Kind, Line } from "../line.ts";
import { idOf, isNoLabel } from "../names.ts";
import type { Part, ProgrammeOptions, Row } from "../programme.ts";
import type { PlacedRelation } from "../relation.ts";

/** A row that is named where an input has limits. */
interface NamedRow {
  readonly row: RowId;
  readonly limits: Limits;
  readonly unit: Unit;
  readonly path: readonly string[];
}

/** A programme while it is being built: the only thing here that changes. */
export interface Draft {
  readonly timeline: Timeline;
  readonly options: ProgrammeOptions;
  readonly assumptions: Map<AssumptionId, Assumption>;
  readonly rows: Map<RowId, Row>;
  readonly lines: Line[];
  readonly conditions: Condition[];
  readonly relations: PlacedRelation[];
  /** Rows that stand where an input has limits, with these. */
  readonly namedRows: NamedRow[];
  readonly balancing: Balancing[];
  readonly turns: Turn[];
  readonly carries: Carry[];
  /** What lines take out of other rows, in the order of the model. */
  readonly takings: Taking[];
  /** Rows of what the programme's own body saves, by id, each with the label of the line that asked for it. */
  readonly ownSavings: Map<RowId, string>;
  /** What lines of funding are paid for, in the order of the model. */
  readonly claims: Claim[];
  /** Who is said to find money beside lines of funding. */
  readonly matches: MatchFound[];
  readonly companions: { readonly kind: Kind; readonly id: RowId }[];
  /** What the programme is made of, for lines that look at others. */
  readonly parts: readonly Part[];
  readonly issues: Issue[];
  /** Ids that are taken by the label of an assumption or line, with the label; those of totals are reserved. */
  readonly taken: Map<string, { label: string; is: "assumption" | "row"; reserved?: true }>;
  /** Labels that gave no id; what they head is not there for anything else to find. */
  readonly unnamed: string[];
  /** Where each row stands in what was given, for faults. */
  readonly places: Map<RowId, readonly string[]>;
}

export function newDraft(timeline: Timeline, options: ProgrammeOptions, parts: readonly Part[]): Draft {
  return {
    timeline,
    options,
    assumptions: new Map(),
    rows: new Map(),
    lines: [],
    conditions: [],
    relations: [],
    namedRows: [],
    balancing: [],
    turns: [],
    carries: [],
    takings: [],
    ownSavings: new Map(),
    claims: [],
    matches: [],
    companions: [],
    parts,
    issues: [],
    taken: new Map(),
    unnamed: [],
    places: new Map(),
  };
}

/** Adds an error to a draft. */
export function report(
  draft: Draft,
  code: IssueCode,
  path: readonly string[],
  message: string,
  more: Pick<Issue, "expected" | "received" | "hint">,
): void {
  draft.issues.push({ code, severity: "error", path, message, ...more });
}

/** Takes an id for a label, and reports a label that gives no id or one that is taken. */
export function take(
  draft: Draft,
  label: string,
  is: "assumption" | "row",
  path: readonly string[],
): string | undefined {
  const id = idOf(label);
  const other = draft.taken.get(id);
  if (isNoLabel(label) || id === "") draft.unnamed.push(label);
  if (isNoLabel(label)) {
    report(draft, "wrong-shape", path, `${received(label)} cannot be a label`, {
      expected: "a label with a letter in it, other than “lines” and “__proto__”",
      received: received(label),
      hint: "add a word: files keep neither the order of labels that are numbers nor labels that are keys of their own",
    });
    return undefined;
  }
  if (id !== "" && other === undefined) {
    draft.taken.set(id, { label, is });
    return id;
  }
  if (id === "") {
    report(draft, "wrong-shape", path, ...withoutId(label));
    return undefined;
  }
  const clash = `“${label}” has the id “${id}”, which “${other?.label}” has already`;
  report(draft, "duplicate-id", path, clash, {
    expected: "a label of its own for each line, total and assumption",
    received: received(label),
    hint: "change one of the labels",
  });
  return undefined;
}
