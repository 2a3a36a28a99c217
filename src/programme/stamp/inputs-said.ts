import { isOfAppraisal } from "../appraisal-ids.ts";
import { type StatedAssumption, statedIn } from "../assumption.ts";
import { type Bounds, boundIn } from "../condition.ts";
import type { LinePart } from "../line.ts";
import { linesIn } from "../lines-in.ts";
import { idOf } from "../names.ts";
import type { IndexPart, Programme } from "../programme.ts";
import { periodAsRead } from "./as-read.ts";
import type { Thing } from "./sayings.ts";

/** Where a stated number of a programme is said: the thing that it is of, and the words that lead to it. */
export interface InputSaid {
  readonly own: StatedAssumption;
  readonly of?: Thing;
  readonly path: readonly string[];
  /** That it is what its line is worked out from, so that the line's own source, range and unit are its. */
  readonly isOfLine?: true;
  /** For the bound of a condition: which way it bounds. */
  readonly bounds?: keyof Bounds;
  /** That nothing which is said leads to it: it is made by a driver of somebody's own. */
  readonly isMade?: true;
}

/** Every stated number of a programme with the place where it is said, in the order of the model. */
export function inputsSaid(programme: Programme): InputSaid[] {
  const { parts, assumptions, timeline } = programme;
  const inLines = linesIn(parts).map((part) => ({ part, id: idOf(part.label) }));
  const byLine = new Map(inLines.map((one) => [one.id, one.part]));
  const byIndex = new Map(
    parts.flatMap((part) => (part.part === "index" ? [[idOf(part.label), part] as const] : [])),
  );
  const bounds = boundsIn(programme);
  return statedIn(assumptions).map((own): InputSaid => {
    if (isOfAppraisal(own.id)) return { own, path: termPath(own, byLine) };
    const [head = ""] = own.id.split(".");
    const [line, index, bound] = [byLine.get(head), byIndex.get(head), bounds.get(own.id)];
    if (bound !== undefined) return { own, ...bound };
    if (line !== undefined) return inLine(own, line, timeline.yearStart);
    if (index !== undefined) return inIndex(own, index, timeline.yearStart);
    const of: Thing = { kind: "assumption", label: own.label, at: 1 };
    return { own, of, path: ["assumptions", own.label] };
  });
}

function boundsIn({ parts }: Programme): ReadonlyMap<string, Omit<InputSaid, "own">> {
  return new Map(
    parts.flatMap((part) => {
      const is = part.part === "condition" ? boundIn(part) : undefined;
      if (part.part !== "condition" || is === undefined) return [];
      const of: Thing = { kind: "condition", label: part.label, at: 1 };
      const path = ["conditions", part.label, "must be"];
      return [[`${idOf(part.label)}.${idOf(is)}`, { of, path, bounds: is }]];
    }),
  );
}

/** The place of an input in the options of its line, which stand under the name of the driver. */
function inLine(own: StatedAssumption, part: LinePart, yearStart: number): InputSaid {
  const of: Thing = { kind: "line", label: part.label, at: 0 };
  const base = part.optionsPath ?? [part.label];
  const path = [part.label, part.driver.name, ...keysOf(own, base, yearStart)];
  return {
    own,
    of,
    path,
    ...(own.id === idOf(part.label) ? { isOfLine: true } : {}),
    ...(part.driver.shape === undefined ? { isMade: true } : {}),
  };
}

function inIndex(own: StatedAssumption, { label, path = [label] }: IndexPart, yearStart: number): InputSaid {
  const of: Thing = { kind: "index", label, at: 1 };
  return { own, of, path: ["indices", label, ...keysOf(own, path, yearStart)] };
}

/** The keys that lead from the options of a part to a number in them. */
function keysOf({ path }: StatedAssumption, base: readonly string[], yearStart: number): string[] {
  return path.slice(base.length).map((key) => periodAsRead(key, yearStart));
}

/** A rate of the appraisal stands under its term; those of a schedule follow from the schedule, and are said nowhere. */
function termPath({ id }: StatedAssumption, lines: ReadonlyMap<string, LinePart>): readonly string[] {
  const [, name = ""] = id.split(".");
  const line = name.startsWith("bias-of-") ? lines.get(name.slice("bias-of-".length)) : undefined;
  return line === undefined ? ["appraisal", name] : ["appraisal", "optimism bias", line.label];
}
