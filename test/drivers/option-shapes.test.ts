import {
  amountsFrom,
  assumption,
  balances,
  build,
  condition,
  cost,
  type Driver,
  funding,
  index,
  level,
  memorandum,
  type Part,
  programme,
  saving,
  table,
  years,
} from "invest-to-save";
import * as drivers from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { driverKinds } from "../../src/drivers/kinds.ts";
import type { OptionShape } from "../../src/programme/option-shape.ts";

const two = years("2024/25", "2025/26");
const source = { source: "worked by hand" };
const eligible = cost("Staff", 100, { eligible: true });

/** A value of some kind where the types would not let it stand. */
const unchecked = (value: unknown) => value as never;

const faults = (...parts: readonly Part[]) =>
  build("Checked", two, source, [eligible, ...parts]).issues.map(({ code, path, hint }) => [
    code,
    path.join(" > "),
    hint,
  ]);

/** A driver as code makes it, whatever its options; a row of a file has been read by whoever gives it. */
function made(kind: (typeof driverKinds)[number], options: unknown): Driver {
  if (kind.name === "balances") return balances(unchecked(options));
  if (kind.name === "amounts from") return amountsFrom(unchecked(options), {});
  return (kind.from as (options: unknown, beside: unknown) => Driver)(options, () => undefined);
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/** The keys and words of a schema that is written for files, in the form in which a driver has them for code. */
function shapeOf(schema: Schema): unknown {
  const { properties, additionalProperties: each, items } = schema;
  if (schema.enum ?? schema.const) return schema.enum ?? [schema.const];
  if (properties !== undefined)
    return Object.fromEntries(
      Object.entries(properties).map(([key, own]) => [
        schema.required?.includes(key) ? key : `${key}?`,
        shapeOf(own),
      ]),
    );
  const inner = typeof each === "object" ? { "*": shapeOf(each) } : items && [shapeOf(items)];
  return inner === undefined || Object.values(inner)[0] === "any" ? "any" : inner;
}

/** A shape without what a schema for files says otherwise: that something is text, or an amount by period. */
function keysOf(shape: OptionShape | undefined): unknown {
  if (typeof shape !== "object") return "any";
  if (Array.isArray(shape) && typeof shape[0] === "string") return shape;
  if (Array.isArray(shape)) return shape.map(keysOf);
  return Object.fromEntries(Object.entries(shape).map(([key, own]) => [key, keysOf(own)]));
}

describe("the options of a driver", () => {
  test.each(driverKinds.map((kind) => ({ name: kind.name, kind })))(
    "are the same in code as in a file: $name",
    ({ kind }) => {
      expect(keysOf(made(kind, null).shape)).toEqual(
        shapeOf(z.toJSONSchema(kind.schema(), { io: "input" }) as Schema),
      );
    },
  );

  test.each<[string, Driver, string[]]>([
    [
      "a key with a slip in it",
      drivers.staffing(unchecked({ posts: 1, salary: 1_000, "on-cots": "30%" })),
      ["unknown-key", "Line > on-cots", "did you mean “on-cost”?"],
    ],
    [
      "a key that must be there, with a slip in it",
      drivers.contribution(unchecked({ of: "Staff", shar: "30%" })),
      ["unknown-key", "Line > shar", "did you mean “share”?"],
    ],
    [
      "a word that it cannot be",
      drivers.grant(unchecked({ claims: "in arears" })),
      ["wrong-shape", "Line > claims", "did you mean “in arrears”?"],
    ],
    [
      "a word in keys below it",
      drivers.grant(unchecked({ match: { of: "sceme", share: 0.5 } })),
      ["wrong-shape", "Line > match > of", "did you mean “scheme”?"],
    ],
    [
      "a way of repaying that there is not",
      drivers.advance(unchecked({ draws: 5, repay: "annual", over: 2 })),
      ["wrong-shape", "Line > repay", "choose one of those above"],
    ],
    [
      "a key of one of a list",
      drivers.grant(unchecked({ clawback: [{ until: "2025/26", iff: "sold" }] })),
      ["unknown-key", "Line > clawback > 0 > iff", "did you mean “if”?"],
    ],
    ["a key left out", level(unchecked({})), ["missing-key", "Line > amount", "add “amount” and its value"]],
    ["a list of words for one", level(unchecked([])), ["wrong-shape", "Line", "write it like { amount: … }"]],
  ])("are refused for %s", (_, driver, expected) => {
    expect(faults(funding("Line", driver))).toEqual([expected]);
  });

  test("of any driver are refused with an issue, and no other error, where there are none", () => {
    for (const kind of driverKinds) {
      for (const nothing of [null, undefined, 5, [], {}]) {
        for (const line of [cost, funding])
          expect(() => faults(line("Line", made(kind, nothing)))).not.toThrow();
      }
    }
    expect(faults(cost("Line", drivers.staffing(unchecked(null))))).toEqual([
      ["wrong-shape", "Line", "write it like { posts: … }"],
    ]);
  });
});

describe("a key that has no meaning is refused in code as in a file", () => {
  const detail = { value: 5, sorce: "pay scales" };
  const unknown = (key: string, hint: string) => [["unknown-key", key, hint]];
  const source = "did you mean “source”?";

  test.each<[string, Part, ReturnType<typeof unknown>]>([
    [
      "in a number with its detail",
      cost("Line", level({ amount: unchecked(detail) })),
      unknown("Line > amount > sorce", source),
    ],
    [
      "in one that may be by period",
      funding("Line", drivers.grant({ rate: unchecked({ value: 0.5, hihg: 1 }) })),
      unknown("Line > rate > hihg", "did you mean “high”?"),
    ],
    [
      "in the range of a number",
      cost("Line", level({ amount: { value: 5, range: unchecked({ shape: "PERT", lo: 1, high: 9 }) } })),
      unknown("Line > amount > range > lo", "did you mean “low”?"),
    ],
    [
      "beside the amounts of a line",
      cost("Line", 5, unchecked({ agncy: "Health" })),
      unknown("Line > agncy", "did you mean “agency”?"),
    ],
    [
      "in a condition",
      condition("Met", unchecked({ row: "balance", "at most": 900, form: "2024/25" })),
      unknown("Met > form", "did you mean “from”?"),
    ],
    [
      "in an index",
      index("Pay", unchecked({ edition: "May 2025", growth: "3%", bas: "2024/25" })),
      unknown("Pay > bas", "did you mean “base”?"),
    ],
    [
      "in a table",
      table("Uses", unchecked({ colum: "£" }), memorandum("Training", 5)),
      unknown("Uses > colum", "did you mean “column”?"),
    ],
    [
      "in a line of a table",
      table("Uses", {}, memorandum("Training", 5, unchecked({ unti: "£" }))),
      unknown("Training > unti", "did you mean “unit”?"),
    ],
  ])("%s", (_, part, expected) => {
    expect(faults(part).filter(([code]) => code === "unknown-key")).toEqual(expected);
  });

  test("in a declared number", () => {
    const given = { value: 5, unit: "£ per year", revew: "2026" };
    const named = [assumption("Rent", unchecked(given)), cost("Line", level({ amount: "Rent" }))];
    expect(faults(...named)).toEqual(unknown("Rent > revew", "take it out, or use one of the keys above"));
  });

  test("in the options of the programme", () => {
    const { issues } = build("Checked", two, unchecked({ source: "plan", bodi: "Council" }), [eligible]);
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ["unknown-key", "the model has no use for “bodi”"],
    ]);
  });
});

describe("what is no part of a programme", () => {
  test("is refused with its place", () => {
    expect(faults(cost("Line", unchecked(null)))[0]?.slice(0, 2)).toEqual(["wrong-shape", "Line"]);
    expect(faults(cost(unchecked(undefined), 3))[0]?.slice(0, 2)).toEqual([
      "wrong-shape",
      "parts > 1 > label",
    ]);
    expect(faults(unchecked(null))[0]?.slice(0, 2)).toEqual(["wrong-shape", "parts > 1"]);
    expect(faults(cost("Line", 3, unchecked(null)))[0]?.slice(0, 2)).toEqual([
      "wrong-shape",
      "Line > attributes",
    ]);
    expect(() => programme("Checked", unchecked(null), source, eligible)).toThrow("years has no value");
  });
});

describe("a number below nil", () => {
  test("is answered by what it is a number of", () => {
    const types = { Homes: { opening: -4, "unit cost": 700 } };
    const care = drivers.placements({ types, count: "average in year" });
    expect(faults(saving("Care", care))).toEqual([
      [
        "out-of-range",
        "Care > types > Homes > opening",
        "give nil or more; there is no such number below nil",
      ],
    ]);
    expect(faults(saving("Care", -4))[0]?.[2]).toContain("their kind gives the sign");
  });
});
