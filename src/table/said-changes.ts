import type { Programme } from "../programme/programme.ts";
import { type InputSaid, inputsSaid } from "../programme/stamp/inputs-said.ts";
import { type Saying, sayingKey, sayingsOf, type Thing, thingKey } from "../programme/stamp/sayings.ts";
import {
  type InputChange,
  inputChange,
  inputDifferences,
  paired,
  type SaidChange,
  sameNumbers,
} from "./input-changes.ts";
import { aspectOf, inputAt, inputKey, inputPlaces } from "./input-places.ts";
import { isName, type Renaming, renamedSayings, renamings, underNewNames } from "./renamed.ts";

/** Everything that two models do not say alike, each thing once. */
export interface SaidChanges {
  readonly inputs: readonly InputChange[];
  readonly terms: readonly SaidChange[];
  readonly said: readonly SaidChange[];
  readonly renamed: readonly Renaming[];
}

/** One thing said that is not the same on both sides. */
interface Difference {
  readonly either: Saying;
  readonly was: Saying | undefined;
  readonly is: Saying | undefined;
}

/** A difference that is told by itself. */
interface Alone {
  readonly of: Thing | undefined;
  readonly change: SaidChange;
}

/** What one input has to tell, and what is left to be told beside it. */
interface Told {
  readonly input?: InputChange;
  readonly beside: readonly Alone[];
}

/** What both models say, under the names of the second. */
interface Sides {
  readonly models: readonly [before: Programme, after: Programme];
  readonly old: ReadonlyMap<string, Saying>;
  readonly now: ReadonlyMap<string, Saying>;
}

/**
 * What two models do not say alike. It is read from one list of the single things that each of them says: what is said of an input is
 * told with it, in one row whatever of it differs; the rest is told thing by thing, and a line, assumption or condition that
 * one side alone has is told there alone. Values that were set for a run are told as values, and said nowhere.
 */
export function saidChanges(before: Programme, after: Programme): SaidChanges {
  const [first, now] = [sayingsOf(before), sayingsOf(after)];
  const renamed = renamings(first, now);
  const sides: Sides = { models: [before, after], old: renamedSayings(first, renamed), now };
  const inputs = { old: inputsSaid(before).map(underNewNames(renamed)), now: inputsSaid(after) };
  const { told, rest } = withInputs(inputs, differencesOf(sides), sides);
  const alone = [...rest.map(aloneOf), ...told.flatMap(({ beside }) => beside)];
  const changes = wholeThings(alone, sides);
  const all = told.flatMap(({ input }) => (input === undefined ? [] : [input]));
  return {
    inputs: withoutSeriesOfLevels(all),
    terms: changes.filter(isTerm).map(({ change }) => change),
    said: changes.filter((one) => !isTerm(one)).map(({ change }) => change),
    renamed,
  };
}

/** All that the sides do not say alike, but names that are spelt otherwise, which are told as such. */
function differencesOf({ old, now }: Sides): Difference[] {
  return paired(old, now).flatMap(({ either, old: was, now: is }) => {
    const isRenamed = was !== undefined && is !== undefined && isName(either);
    return was?.alike === is?.alike || isRenamed ? [] : [{ either, was, is }];
  });
}

/** Gives each thing said to the input that it is of; `rest` is what is of none. */
function withInputs(
  inputs: { readonly old: readonly InputSaid[]; readonly now: readonly InputSaid[] },
  differences: readonly Difference[],
  sides: Sides,
): { told: Told[]; rest: Difference[] } {
  const places = inputPlaces([...inputs.old, ...inputs.now]);
  const of = new Map<string, Difference[]>();
  const rest: Difference[] = [];
  for (const one of differences) {
    const key = inputAt(one.either, places);
    if (key === undefined) rest.push(one);
    else of.set(key, [...(of.get(key) ?? []), one]);
  }
  const changed = new Set(differences.flatMap(({ either }) => (either.of ? [thingKey(either.of)] : [])));
  const keyed = (all: readonly InputSaid[]) => new Map(all.map((one) => [inputKey(one), one]));
  const told = paired(keyed(inputs.old), keyed(inputs.now)).map(({ id, either, old, now }) => {
    const own = of.get(id) ?? [];
    if (old === undefined || now === undefined) return toldOfOne(either, old === undefined, own, sides);
    const isMade = either.isMade === true && either.of !== undefined && !changed.has(thingKey(either.of));
    return toldOfBoth([old, now], own, sides, isMade);
  });
  return { told, rest };
}

/** A rate of the appraisal that one side alone says, with all that it says of it. */
function termOf({ path }: InputSaid, differences: readonly Difference[]): Alone[] {
  const side = (of: "was" | "is") =>
    differences.flatMap(({ either, [of]: said }) => {
      const key = either.path.slice(path.length).join(" ");
      return said === undefined ? [] : [key === "" ? said.text : `${key}: ${said.text}`];
    });
  const [before, after] = [side("was").join("; "), side("is").join("; ")];
  if (before === "" && after === "") return [];
  return [
    { of: undefined, change: { path, ...(before !== "" && { before }), ...(after !== "" && { after }) } },
  ];
}

/** An input that one side alone has; what stands in its place on the other. */
function toldOfOne(own: InputSaid, isNew: boolean, differences: readonly Difference[], sides: Sides): Told {
  // A rate that one model leaves to what holds unless told is a term of it, and what nothing says follows from something else.
  if (own.of === undefined) return { beside: termOf(own, differences) };
  if (differences.length === 0 && !own.isMade) return { beside: [] };
  const instead = (isNew ? sides.old : sides.now).get(sayingKey(own))?.text;
  const input = inputChange({
    ...(isNew ? { now: own } : { old: own }),
    differs: [],
    written: differences.map(changeOf),
    ...(instead === undefined ? {} : { instead }),
  });
  return { input, beside: [] };
}

function toldOfBoth(
  [old, now]: readonly [InputSaid, InputSaid],
  differences: readonly Difference[],
  { models: [before, after] }: Sides,
  isMade: boolean,
): Told {
  const isSame = sameNumbers([old.own, before.timeline], [now.own, after.timeline]);
  const isSet = old.own.set !== undefined || now.own.set !== undefined;
  const said = new Set(differences.map(({ either }) => aspectOf(either)));
  const differs = inputDifferences.filter((one) =>
    one === "value" ? !isSame && (said.has(one) || isSet || isMade) : said.has(one),
  );
  // Numbers that are only written in another way are no change of the input.
  const isTold = ({ either }: Difference) => !isSame || aspectOf(either) !== "value";
  const written = differences.filter(isTold).map(changeOf);
  return {
    ...(differs.length > 0 && { input: inputChange({ old, now, differs, written }) }),
    beside: sameNumbersSaid(differences.filter((one) => !isTold(one))),
  };
}

/** The same amounts by other periods are told once. */
function sameNumbersSaid(differences: readonly Difference[]): Alone[] {
  const [first] = differences;
  if (first === undefined) return [];
  const { of, path } = first.either;
  if (differences.length === 1 && first.was !== undefined && first.is !== undefined) return [aloneOf(first)];
  const change = {
    path: path.slice(0, -1),
    before: "amounts by period",
    after: "the same amounts, by other periods",
  };
  return [{ of, change }];
}

/** Of what one side alone has, only what has no list of its own is told: a scenario, say, and in one row. */
function wholeThings(all: readonly Alone[], { old, now }: Sides): Alone[] {
  const things = (said: Sides["old"]) =>
    new Set([...said.values()].map(({ of }) => (of === undefined ? "" : thingKey(of))));
  const [had, has] = [things(old), things(now)];
  const isWhole = ({ of }: Alone) => of !== undefined && !(had.has(thingKey(of)) && has.has(thingKey(of)));
  const whole = new Map<string, Alone[]>();
  for (const one of all.filter(isWhole)) {
    const key = one.of === undefined ? "" : thingKey(one.of);
    whole.set(key, [...(whole.get(key) ?? []), one]);
  }
  return [...all.filter((one) => !isWhole(one)), ...[...whole.values()].flatMap(together)];
}

/** All that is said of one thing as one text. */
function together(all: readonly Alone[]): Alone[] {
  const of = all[0]?.of;
  if (of === undefined || listed.has(of.kind)) return [];
  const words = (side: "before" | "after") =>
    all.flatMap(({ change }) => {
      const text = change[side];
      const isOnlyName = change.path.at(-1) === "name" && all.length > 1;
      return text === undefined || isOnlyName ? [] : [[...change.path.slice(of.at + 1), text].join(" ")];
    });
  const [before, after] = [words("before").join("; "), words("after").join("; ")];
  const path = all[0]?.change.path.slice(0, of.at + 1) ?? [];
  return [{ of, change: { path, ...(before !== "" && { before }), ...(after !== "" && { after }) } }];
}

const listed: ReadonlySet<Thing["kind"]> = new Set(["line", "assumption", "condition", "index"]);

/** Terms are of the model and its appraisal, whatever a line is called. */
function isTerm({
  of,
  change: {
    path: [first = ""],
  },
}: Alone): boolean {
  return of === undefined && ["appraisal", "years", "prices"].includes(first);
}

function aloneOf(one: Difference): Alone {
  return { of: one.either.of, change: changeOf(one) };
}

function changeOf({ either: { path }, was, is }: Difference): SaidChange {
  return { path, ...(was && { before: was.text }), ...(is && { after: is.text }) };
}

/** The levels of an index are told one by one, where they were given so. */
function withoutSeriesOfLevels(all: readonly InputChange[]): InputChange[] {
  const idOf = ({ before, after }: InputChange) => (after ?? before)?.id ?? "";
  const told = all.map(idOf);
  return all.filter((one) => {
    const isSeries = (one.after ?? one.before)?.unit === "index";
    return !isSeries || !told.some((id) => id.startsWith(`${idOf(one)}.`));
  });
}
