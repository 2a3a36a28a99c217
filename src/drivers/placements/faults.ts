import { received } from "../../issue/received.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import { idOf } from "../../programme/names.ts";
import { nameFaults, type OptionFault } from "../name-faults.ts";
import type { PlacementMove, PlacementsOptions } from "./options.ts";

/** What is wrong with the types and moves as a whole: every fault, in the order of the options. */
export function placementFaults(label: string, options: PlacementsOptions): OptionFault[] {
  const { types, moves = [], count, "weeks per year": weeks } = options;
  const names = Object.keys(types);
  const byWeek = Object.values(types).some((type) => (type.count ?? count) === "child weeks");
  return [
    ...(names.length === 0 ? [noTypes(label)] : []),
    ...nameFaults(["types"], names),
    ...moves.flatMap((move, at) => moveFaults(label, names, moves, move, at)),
    ...(byWeek && weeks === undefined ? [noWeeks(label)] : []),
  ];
}

function moveFaults(
  label: string,
  names: readonly string[],
  moves: readonly PlacementMove[],
  { from, to }: PlacementMove,
  at: number,
): OptionFault[] {
  const path = ["moves", String(at)];
  const ends = [
    { end: "from", name: from },
    { end: "to", name: to },
  ];
  const known = (name: string) => names.some((other) => idOf(other) === idOf(name));
  const ways = moves.map((move) => `${idOf(move.from)} ${idOf(move.to)}`);
  return [
    ...ends
      .filter(({ name }) => !known(name))
      .map(({ end, name }) => unknownType(label, [...path, end], name, names)),
    ...(idOf(from) === idOf(to) ? [toItself(label, path, from)] : []),
    ...(ways.indexOf(ways[at] as string) < at ? [twice(path, `${from} to ${to}`)] : []),
  ];
}

function noTypes(label: string): OptionFault {
  return {
    at: ["types"],
    code: "missing-key",
    message: `${label} has no type of placement`,
    expected: "at least one type, such as Foster care",
    received: "none",
    hint: "write it like types: { Foster care: { opening: 100, unit cost: 700 } }",
  };
}

function noWeeks(label: string): OptionFault {
  return {
    at: ["weeks per year"],
    code: "missing-key",
    message: `${label} counts child weeks and does not say how many weeks a year has`,
    expected: "a number of weeks such as 52, or 365/7, or actual",
    received: "nothing",
    hint: "add “weeks per year:”; £2,995 a week is 155,740 a year by 52 and 156,168 by 365/7",
  };
}

function unknownType(
  label: string,
  at: readonly string[],
  name: string,
  names: readonly string[],
): OptionFault {
  const where = `to move children ${at.at(-1)}`;
  const otherwise = "add it under types, or mend the name";
  const { path, severity, ...fault } = unknownName({
    what: "type of placement",
    where,
    name,
    known: names,
    path: [label],
    otherwise,
  });
  return { at, ...fault };
}

function toItself(label: string, at: readonly string[], name: string): OptionFault {
  return {
    at,
    code: "wrong-shape",
    message: `${label} moves children from ${name} to itself`,
    expected: "two types of placement",
    received: name,
    hint: "take the move out, or mend one of its ends",
  };
}

function twice(at: readonly string[], name: string): OptionFault {
  return {
    at,
    code: "duplicate-id",
    message: `“${name}” is there twice`,
    expected: "each way from one type to another once",
    received: received(name),
    hint: "add the two together",
  };
}
