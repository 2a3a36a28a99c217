import {
  assumption,
  cost,
  decimal,
  type Formula,
  formula as f,
  level,
  type Programme,
  programme,
  saving,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { type Node, partsOf, type Size, type Value } from "../../src/formula/fast/node.ts";
import { type Packed, unpacked } from "../../src/formula/fast/packed.ts";
import { tapeOf } from "../../src/formula/fast/tape.ts";
import { packedFor, type WantedCell } from "../../src/vary/simulation/machine.ts";

// What is worked out for each draw, line by line. A line too many gives the same results at another cost, so that nothing
// else would notice it.

const pounds = (value: number | string) => f.constant(decimal(value), "£");
const number = (value: number | string) => f.constant(decimal(value), "number");
const [a, b] = [f.assumption("a"), f.assumption("b")];
/** Of a number that is drawn, the number itself. */
const plain = (of: Formula) => f.divide(of, pounds(1));

function linesOf(...formulas: readonly Formula[]): Programme {
  return programme(
    "Lines",
    years("2024/25", "2026/27"),
    { source: "here" },
    assumption("A", { value: 6, unit: "£" }),
    assumption("B", { value: 2, unit: "£" }),
    ...formulas.map((formula, at) =>
      cost(`Line ${at}`, {
        name: "given",
        options: {},
        build: (line) => {
          line.row("uses", { unit: "£", totals: "none", formula: f.add(a, b) });
          return formula;
        },
      }),
    ),
  );
}

const first: WantedCell = { row: "line-0", period: 0 };
const plan = (...formulas: readonly Formula[]) =>
  packedFor(linesOf(...formulas), [{ id: "a" }, { id: "b" }], [first]);

const times = (k: number, of: string) => (k === 1 ? of : `${k} ${of}`);

/** What some cells need, a line for each node, those that are sizes marked. */
function lines(of: Packed): string[] {
  const nodes = new Map<Node, string>();
  const name = (node: Node | undefined) => (node === undefined ? "nothing" : (nodes.get(node) ?? "unknown"));
  const size = (of: Size) => (typeof of === "number" ? `${of}` : name(of));
  const value = ({ node, times: k, plus, weight, size: own }: Value) =>
    `(${times(k, name(node))} + ${plus}, at most ${times(weight, name(node))} or ${own})`;
  const words = ({ form }: Node): string => {
    switch (form.is) {
      case "input":
        return `input ${form.at}`;
      case "constant":
        return `${form.value}`;
      case "sum":
      case "largest":
        return `${form.is} of ${[form.constant, ...form.terms.map((one) => times(one.times, name(one.node)))].join(", ")}`;
      case "product":
        return `${value(form.left)} × ${value(form.right)}`;
      case "quotient":
        return `${value(form.value)} ÷ ${name(form.by)} of size ${size(form.size)}`;
      case "extreme":
        return `${form.least ? "least" : "greatest"} of ${[...form.of.map(name), form.bound ?? "no bound"].join(", ")}`;
      case "test":
        return `${name(form.of)} ${form.comparison} 0 of size ${size(form.size)}`;
      case "choice":
        return `${name(form.then)} if ${name(form.when)}, else ${name(form.otherwise)}`;
      case "rounded":
        return `${name(form.value)} to ${name(form.to)} ${form.how} of size ${size(form.size)}`;
      case "over":
        return `${size(form.size)} over ${name(form.by)}`;
      case "size of days":
        return `${name(form.size)} or ${name(form.of)} days`;
      case "magnitude":
      case "root":
        return `${form.is} of ${name(form.of)}`;
      case "fault":
        return "fault";
    }
  };
  const traits = ({ isSize, dated, flag, mayFault }: Node) =>
    Object.entries({ size: isSize, dated, flag, "may fault": mayFault })
      .filter(([, has]) => has)
      .map(([trait]) => `, ${trait}`)
      .join("");
  const made: string[] = [];
  const visit = (node: Node): void => {
    if (nodes.has(node)) return;
    for (const part of partsOf(node.form)) visit(part);
    nodes.set(node, node.form.is === "input" ? ("ab"[node.form.at] ?? "?") : `n${made.length + 1}`);
    if (node.form.is !== "input") made.push(`${name(node)} = ${words(node)}${traits(node)}`);
  };
  for (const { node } of unpacked(of)) visit(node);
  return made;
}

describe("what is worked out for a draw", () => {
  test.each<[string, Formula, readonly string[]]>([
    ["a sum of what is there twice", f.add(a, b, a, pounds(2), pounds(3)), ["n1 = sum of 5, 2 a, b"]],
    ["a difference of sums", f.subtract(f.add(a, b, pounds(2)), f.add(a, pounds(7))), ["n1 = sum of -5, b"]],
    [
      "a sum within a product",
      f.multiply(f.add(plain(a), number(2)), f.add(b, pounds(3))),
      ["n1 = (a + 2, at most a or 2) × (b + 3, at most b or 3)"],
    ],
    [
      "two products of sums of the same",
      f.add(
        f.multiply(f.add(plain(a), number(2)), f.add(b, pounds(3))),
        f.multiply(f.add(plain(b), number(-2)), f.add(a, pounds(5))),
      ),
      ["n1 = (a + 0, at most a or 0) × (b + 0, at most b or 0)", "n2 = sum of -4, 2 n1, a, 7 b"],
    ],
    [
      "a product with nil times what is drawn",
      f.multiply(f.subtract(plain(a), plain(a)), b),
      ["n1 = sum of 0"],
    ],
    [
      "a quotient by what is drawn",
      f.divide(f.add(a, pounds(1)), f.add(plain(b), number(1))),
      [
        "n1 = sum of 1, b",
        "n2 = magnitude of b, size",
        "n3 = largest of 1, n2, size",
        "n4 = (a + 1, at most a or 1) ÷ n1 of size n3, may fault",
      ],
    ],
    ["a quotient by a number", f.divide(f.add(a, pounds(1)), number(-4)), ["n1 = sum of -0.25, -0.25 a"]],
    [
      "the size of a quotient",
      f.maximum(f.divide(a, plain(b)), f.round(f.divide(b, plain(a)), pounds(10), "down")),
      [
        "n1 = magnitude of b, size",
        "n2 = (a + 0, at most a or 0) ÷ b of size n1, may fault",
        "n3 = magnitude of a, size",
        "n4 = (b + 0, at most b or 0) ÷ a of size n3, may fault",
        "n5 = 10",
        "n6 = n1 over a, size",
        "n7 = n4 to n5 down of size n6, may fault",
        "n8 = greatest of n2, n7, no bound, may fault",
      ],
    ],
    ["the least of what is there twice", f.minimum(a, a, b, pounds(4), pounds(3)), ["n1 = least of a, b, 3"]],
    [
      "the greatest of one",
      f.maximum(f.add(a, pounds(1)), f.add(a, pounds(1))),
      ["n1 = sum of 1, a", "n2 = sum of 1, a", "n3 = greatest of n1, n2, no bound"],
    ],
    ["the greatest with a bound", f.maximum(a, pounds(-4), pounds(3)), ["n1 = greatest of a, 3"]],
    [
      "a test",
      f.multiply(f.compare(f.add(a, pounds(1)), "above", f.subtract(b, pounds(2))), pounds(3)),
      [
        "n1 = sum of 3, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 2, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 0, 3 n5",
      ],
    ],
    [
      "a test of what is known",
      f.multiply(f.compare(f.add(f.subtract(a, a), pounds(1)), "above", pounds(2)), b),
      [
        "n1 = sum of -1",
        "n2 = magnitude of a, size",
        "n3 = largest of 2, n2, size",
        "n4 = n1 above 0 of size n3, flag",
        "n5 = (n4 + 0, at most n4 or 0) × (b + 0, at most b or 0)",
      ],
    ],
    [
      "a choice",
      f.choose(f.compare(a, "below", pounds(9)), f.add(a, b), f.multiply(b, number(2))),
      [
        "n1 = sum of -9, a",
        "n2 = magnitude of a, size",
        "n3 = largest of 9, n2, size",
        "n4 = n1 below 0 of size n3, flag",
        "n5 = sum of 0, a, b",
        "n6 = sum of 0, 2 b",
        "n7 = n5 if n4, else n6",
      ],
    ],
    [
      "a choice by no flag",
      f.choose(plain(a), b, pounds(3)),
      ["n1 = magnitude of a, size", "n2 = a unlike 0 of size n1, flag", "n3 = 3", "n4 = b if n2, else n3"],
    ],
    [
      "a choice by a flag turned round",
      f.choose(f.subtract(number(1), f.compare(a, "below", pounds(9))), a, pounds(3)),
      [
        "n1 = sum of -9, a",
        "n2 = magnitude of a, size",
        "n3 = largest of 9, n2, size",
        "n4 = n1 below 0 of size n3, flag",
        "n5 = 3",
        "n6 = n5 if n4, else a",
      ],
    ],
    [
      "the size of a choice",
      f.round(f.choose(f.compare(a, "below", pounds(9)), a, b), pounds(1), "up"),
      [
        "n1 = sum of -9, a",
        "n2 = magnitude of a, size",
        "n3 = largest of 9, n2, size",
        "n4 = n1 below 0 of size n3, flag",
        "n5 = a if n4, else b",
        "n6 = 1",
        "n7 = magnitude of b, size",
        "n8 = n2 if n4, else n7, size",
        "n9 = n5 to n6 up of size n8, may fault",
      ],
    ],
    [
      "the size of a choice between the same",
      f.round(f.choose(f.compare(a, "below", pounds(9)), pounds(3), pounds(-3)), pounds(1), "up"),
      [
        "n1 = sum of -9, a",
        "n2 = magnitude of a, size",
        "n3 = largest of 9, n2, size",
        "n4 = n1 below 0 of size n3, flag",
        "n5 = 3",
        "n6 = -3",
        "n7 = n5 if n4, else n6",
        "n8 = 1",
        "n9 = n7 to n8 up of size 3, may fault",
      ],
    ],
    [
      "a choice between flags",
      f.multiply(
        f.choose(
          f.compare(a, "below", b),
          f.compare(a, "above", pounds(1)),
          f.compare(b, "above", pounds(1)),
        ),
        pounds(1),
      ),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 below 0 of size n4, flag",
        "n6 = sum of -1, a",
        "n7 = largest of 1, n2, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = sum of -1, b",
        "n10 = largest of 1, n3, size",
        "n11 = n9 above 0 of size n10, flag",
        "n12 = n8 if n5, else n11, flag",
      ],
    ],
    [
      "a rounding to what is drawn",
      f.round(f.add(a, pounds(1)), f.add(b, pounds(1)), "half away from zero"),
      [
        "n1 = sum of 1, a",
        "n2 = sum of 1, b",
        "n3 = magnitude of a, size",
        "n4 = largest of 1, n3, size",
        "n5 = n1 to n2 half away from zero of size n4, may fault",
      ],
    ],
    [
      "a rounding of what is known",
      f.add(a, f.round(pounds("2.5"), pounds(1), "half away from zero")),
      ["n1 = sum of 3, a"],
    ],
    [
      "a root",
      f.multiply(f.root(f.add(plain(a), number(3))), b),
      [
        "n1 = sum of 3, a",
        "n2 = root of n1, may fault",
        "n3 = (n2 + 0, at most n2 or 0) × (b + 0, at most b or 0), may fault",
      ],
    ],
    [
      "the size of a root",
      f.round(f.multiply(f.root(f.add(plain(a), number(3))), b), pounds(1), "up"),
      [
        "n1 = sum of 3, a",
        "n2 = root of n1, may fault",
        "n3 = (n2 + 0, at most n2 or 0) × (b + 0, at most b or 0), may fault",
        "n4 = 1",
        "n5 = magnitude of a, size",
        "n6 = largest of 3, n5, size",
        "n7 = root of n6, size",
        "n8 = magnitude of b, size",
        "n9 = (n7 + 0, at most n7 or 0) × (n8 + 0, at most n8 or 0), size",
        "n10 = n3 to n4 up of size n9, may fault",
      ],
    ],
    [
      "the size of a product",
      f.round(f.multiply(f.add(plain(a), number(3)), f.add(b, pounds(-8))), pounds(1), "up"),
      [
        "n1 = (a + 3, at most a or 3) × (b + -8, at most b or 8)",
        "n2 = 1",
        "n3 = magnitude of a, size",
        "n4 = largest of 3, n3, size",
        "n5 = magnitude of b, size",
        "n6 = largest of 8, n5, size",
        "n7 = (n4 + 0, at most n4 or 0) × (n6 + 0, at most n6 or 0), size",
        "n8 = n1 to n2 up of size n7, may fault",
      ],
    ],
    [
      "the size of a product with a number",
      f.round(f.multiply(f.maximum(plain(a), plain(b)), number(-3), pounds(2)), pounds(1), "up"),
      [
        "n1 = greatest of a, b, no bound",
        "n2 = sum of 0, -6 n1",
        "n3 = 1",
        "n4 = magnitude of a, size",
        "n5 = magnitude of b, size",
        "n6 = largest of 0, 6 n4, 6 n5, size",
        "n7 = n2 to n3 up of size n6, may fault",
      ],
    ],
    [
      "the size of a sum",
      f.round(f.add(f.multiply(a, number(3)), b, pounds(7)), pounds(1), "up"),
      [
        "n1 = sum of 7, 3 a, b",
        "n2 = 1",
        "n3 = magnitude of a, size",
        "n4 = magnitude of b, size",
        "n5 = largest of 7, 3 n3, n4, size",
        "n6 = n1 to n2 up of size n5, may fault",
      ],
    ],
    [
      "the size of what is alone",
      f.round(a, pounds(1), "up"),
      ["n1 = 1", "n2 = magnitude of a, size", "n3 = a to n1 up of size n2, may fault"],
    ],
    [
      "what is nil times what may fault",
      f.multiply(f.subtract(plain(f.divide(b, plain(a))), plain(f.divide(b, plain(a)))), b),
      [
        "n1 = magnitude of a, size",
        "n2 = (b + 0, at most b or 0) ÷ a of size n1, may fault",
        "n3 = (b + 0, at most b or 0) ÷ a of size n1, may fault",
        "n4 = sum of 0, n2, -1 n3, may fault",
        "n5 = (n4 + 0, at most n4 or 0) × (b + 0, at most b or 0), may fault",
      ],
    ],
  ])("%s", (_, formula, expected) => {
    expect(lines(plan(formula))).toEqual(expected);
  });

  const [from, to] = [f.assumption("care.from"), f.assumption("care.to")];
  const week = f.constant(decimal(7), "days");
  const days = f.subtract(to, from);
  const count = (of: Formula) => f.divide(of, f.constant(decimal(1), "days"));
  const per = (of: Formula) => f.multiply(of, pounds(1));

  test.each<[string, Formula, readonly string[]]>([
    ["the days between two of them", per(count(days)), ["n1 = sum of 0, b, -1 a"]],
    [
      "a rounding of days",
      per(count(f.round(days, week, "down"))),
      [
        "n1 = sum of 0, b, -1 a",
        "n2 = 7",
        "n3 = magnitude of n1, size",
        "n4 = n1 to n2 down of size n3, may fault",
      ],
    ],
    [
      "a rounding of days from one that is known",
      per(count(f.round(f.subtract(to, f.fact("first day")), week, "down"))),
      [
        "n1 = sum of -19814, b",
        "n2 = 7",
        "n3 = magnitude of n1, size",
        "n4 = n1 to n2 down of size n3, may fault",
      ],
    ],
    [
      "days beside an amount",
      per(f.round(f.add(plain(a), count(days)), number(7), "down")),
      [
        "n1 = sum of 0, b, -1 a",
        "n2 = sum of 6, n1",
        "n3 = 7",
        "n4 = magnitude of n1, size",
        "n5 = largest of 6, n4, size",
        "n6 = n2 to n3 down of size n5, may fault",
      ],
    ],
    [
      "which is before the other",
      per(f.compare(from, "below", to)),
      ["n1 = sum of 0, a, -1 b, dated", "n2 = n1 below 0 of size 0, flag"],
    ],
    [
      "the later of them",
      per(count(f.subtract(f.maximum(from, to), f.minimum(from, to)))),
      [
        "n1 = greatest of a, b, no bound, dated",
        "n2 = least of a, b, no bound, dated",
        "n3 = sum of 0, n1, -1 n2",
      ],
    ],
    [
      "a choice of them",
      per(count(f.subtract(f.choose(f.compare(from, "above", to), from, to), from))),
      [
        "n1 = sum of 0, a, -1 b, dated",
        "n2 = n1 above 0 of size 0, flag",
        "n3 = a if n2, else b, dated",
        "n4 = sum of 0, n3, -1 a",
      ],
    ],
  ])("of dates: %s", (_, formula, expected) => {
    const lease = programme(
      "Lease",
      years("2024/25", "2026/27"),
      { source: "here" },
      assumption("A", { value: 6, unit: "£" }),
      saving("Care", level({ amount: 365, from: "2024-10-01", to: "2025-06-30" })),
      cost("Line 0", {
        name: "given",
        options: {},
        build: (line) => {
          line.row("uses", { unit: "£", totals: "none", formula: a });
          return formula;
        },
      }),
    );
    const drawn = [{ id: "care.from" }, { id: "care.to" }];
    expect(lines(packedFor(lease, drawn, [first]))).toEqual(expected);
  });
});

describe("what several cells share", () => {
  const five = [a, b, f.maximum(a, b), f.minimum(a, b), f.minimum(a, pounds(3))];
  const row = (at: number) => f.row(`line-${at}`);
  test.each<[string, readonly Formula[], readonly string[]]>([
    [
      "a product of sums of the same two",
      [
        f.multiply(
          f.add(f.multiply(plain(a), number(3)), number(2)),
          f.add(f.multiply(b, number(4)), pounds(5)),
        ),
        f.multiply(f.add(plain(a), number(7)), b),
      ],
      [
        "n1 = (a + 0, at most a or 0) × (b + 0, at most b or 0)",
        "n2 = sum of 10, 12 n1, 15 a, 8 b",
        "n3 = sum of 0, n1, 7 b",
      ],
    ],
    [
      "a product that no other is like",
      [f.multiply(f.add(plain(a), number(2)), b), f.add(a, b)],
      ["n1 = (a + 2, at most a or 2) × (b + 0, at most b or 0)", "n2 = sum of 0, a, b"],
    ],
    [
      "a sum of two, beside more",
      [f.add(row(2), a), f.add(row(2), pounds(1)), f.add(a, b)],
      ["n1 = sum of 0, 2 a, b", "n2 = sum of 0, a, b", "n3 = sum of 1, n2"],
    ],
    [
      "a sum of two, beside what is in neither",
      [f.add(row(2), f.maximum(a, b)), f.add(row(2), f.minimum(a, b)), f.add(a, b)],
      [
        "n1 = greatest of a, b, no bound",
        "n2 = sum of 0, a, b",
        "n3 = sum of 0, n1, n2",
        "n4 = least of a, b, no bound",
        "n5 = sum of 0, n4, n2",
      ],
    ],
    [
      "a sum of four that are all there already",
      [f.add(row(2), ...five.slice(0, 4)), row(2), f.add(...five.slice(0, 4))],
      [
        "n1 = greatest of a, b, no bound",
        "n2 = least of a, b, no bound",
        "n3 = greatest of a, b, no bound",
        "n4 = least of a, b, no bound",
        "n5 = sum of 0, a, b, n3, n4",
        "n6 = sum of 0, a, b, n1, n2, n5",
      ],
    ],
    [
      "a sum of four of which one is new",
      [f.add(row(2), ...five.slice(0, 3)), row(2), f.add(...five.slice(0, 4))],
      [
        "n1 = greatest of a, b, no bound",
        "n2 = greatest of a, b, no bound",
        "n3 = least of a, b, no bound",
        "n4 = sum of 0, a, b, n2, n3",
        "n5 = sum of 0, a, b, n1, n4",
      ],
    ],
    [
      "a sum of five that are all there already",
      [f.add(row(2), ...five), row(2), f.add(...five)],
      [
        "n1 = greatest of a, b, no bound",
        "n2 = least of a, b, no bound",
        "n3 = least of a, 3",
        "n4 = greatest of a, b, no bound",
        "n5 = least of a, b, no bound",
        "n6 = least of a, 3",
        "n7 = sum of 0, a, b, n4, n5, n6",
        "n8 = sum of 0, a, b, n1, n2, n3, n7",
      ],
    ],
    [
      "so many times another",
      [f.add(row(2), b), f.add(row(2), a), f.multiply(f.maximum(a, b), number(2))],
      ["n1 = greatest of a, b, no bound", "n2 = sum of 0, 2 n1, b", "n3 = sum of 0, 2 n1, a"],
    ],
    [
      "a size that is the largest of several",
      [
        f.round(row(2), pounds(1), "up"),
        f.round(f.add(row(2), pounds(50)), pounds(5), "down"),
        f.add(a, b, pounds(4)),
      ],
      [
        "n1 = sum of 0, a, b",
        "n2 = sum of 4, n1",
        "n3 = 1",
        "n4 = magnitude of a, size",
        "n5 = magnitude of b, size",
        "n6 = largest of 0, n4, n5, size",
        "n7 = largest of 4, n6, size",
        "n8 = n2 to n3 up of size n7, may fault",
        "n9 = sum of 54, n1",
        "n10 = 5",
        "n11 = largest of 50, n6, size",
        "n12 = n9 to n10 down of size n11, may fault",
      ],
    ],
  ])("%s", (_, formulas, expected) => {
    const wanted = [0, 1].map((at) => ({ row: `line-${at}`, period: 0 }));
    expect(lines(packedFor(linesOf(...formulas), [{ id: "a" }, { id: "b" }], wanted))).toEqual(expected);
  });
});

describe("what is 0 or 1", () => {
  const flag = f.compare(a, "above", b);
  const other = f.compare(b, "above", pounds(1));
  const chosen = (by: Formula) => f.choose(by, a, pounds(3));
  const asPounds = (of: Formula) => f.multiply(of, pounds(1));
  test.each<[string, Formula, readonly string[]]>([
    [
      "a flag",
      chosen(flag),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = 3",
        "n7 = a if n5, else n6",
      ],
    ],
    [
      "twice a flag",
      chosen(f.multiply(flag, number(2))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 0, 2 n5",
        "n7 = n6 unlike 0 of size 2, flag",
        "n8 = 3",
        "n9 = a if n7, else n8",
      ],
    ],
    [
      "a flag and one",
      chosen(f.add(flag, number(1))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 1, n5",
        "n7 = n6 unlike 0 of size 1, flag",
        "n8 = 3",
        "n9 = a if n7, else n8",
      ],
    ],
    [
      "less a flag",
      chosen(f.multiply(flag, number(-1))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 0, -1 n5",
        "n7 = n6 unlike 0 of size 1, flag",
        "n8 = 3",
        "n9 = a if n7, else n8",
      ],
    ],
    [
      "two less a flag",
      chosen(f.subtract(number(2), flag)),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 2, -1 n5",
        "n7 = n6 unlike 0 of size 2, flag",
        "n8 = 3",
        "n9 = a if n7, else n8",
      ],
    ],
    [
      "one less twice a flag",
      chosen(f.subtract(number(1), f.multiply(flag, number(2)))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 1, -2 n5",
        "n7 = n6 unlike 0 of size 2, flag",
        "n8 = 3",
        "n9 = a if n7, else n8",
      ],
    ],
    [
      "a product of flags",
      chosen(f.multiply(flag, other)),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = (n5 + 0, at most n5 or 0) × (n8 + 0, at most n8 or 0), flag",
        "n10 = 3",
        "n11 = a if n9, else n10",
      ],
    ],
    [
      "a product with a flag turned round",
      chosen(f.multiply(flag, f.subtract(number(1), other))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = (n5 + 0, at most n5 or 0) × (-1 n8 + 1, at most n8 or 1)",
        "n10 = n9 unlike 0 of size 1, flag",
        "n11 = 3",
        "n12 = a if n10, else n11",
      ],
    ],
    [
      "the least of a flag and one",
      chosen(f.minimum(flag, number(1))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = least of n5, 1, flag",
        "n7 = 3",
        "n8 = a if n6, else n7",
      ],
    ],
    [
      "the greatest of a flag and nil",
      chosen(f.maximum(flag, number(0))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = greatest of n5, 0, flag",
        "n7 = 3",
        "n8 = a if n6, else n7",
      ],
    ],
    [
      "the greatest of a flag and two",
      chosen(f.maximum(flag, number(2))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = greatest of n5, 2",
        "n7 = n6 unlike 0 of size 2, flag",
        "n8 = 3",
        "n9 = a if n7, else n8",
      ],
    ],
    [
      "the least of flags",
      chosen(f.minimum(flag, other)),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = least of n5, n8, no bound, flag",
        "n10 = 3",
        "n11 = a if n9, else n10",
      ],
    ],
    [
      "a choice between a flag and nil",
      chosen(f.choose(flag, other, number(0))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = 0",
        "n10 = n8 if n5, else n9, flag",
        "n11 = 3",
        "n12 = a if n10, else n11",
      ],
    ],
    [
      "a choice between a flag and two",
      chosen(f.choose(flag, other, number(2))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = 2",
        "n10 = n8 if n5, else n9",
        "n11 = 1, size",
        "n12 = 2, size",
        "n13 = n11 if n5, else n12, size",
        "n14 = n10 unlike 0 of size n13, flag",
        "n15 = 3",
        "n16 = a if n14, else n15",
      ],
    ],
    [
      "a choice between a flag and one turned round",
      chosen(f.choose(flag, other, f.subtract(number(1), other))),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = sum of -1, b",
        "n10 = largest of 1, n3, size",
        "n11 = n9 above 0 of size n10, flag",
        "n12 = sum of 1, -1 n11",
        "n13 = n8 if n5, else n12",
        "n14 = n13 unlike 0 of size 1, flag",
        "n15 = 3",
        "n16 = a if n14, else n15",
      ],
    ],
    [
      "the size of what a flag is times",
      f.round(f.multiply(a, flag), pounds(1), "up"),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = (a + 0, at most a or 0) × (n5 + 0, at most n5 or 0)",
        "n7 = 1",
        "n8 = n6 to n7 up of size n2, may fault",
      ],
    ],
    [
      "the size of a product with a flag",
      f.round(asPounds(f.multiply(f.add(flag, number(-3)), f.add(other, number(4)))), pounds(1), "up"),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of -1, b",
        "n7 = largest of 1, n3, size",
        "n8 = n6 above 0 of size n7, flag",
        "n9 = (n5 + -3, at most n5 or 3) × (n8 + 4, at most n8 or 4)",
        "n10 = 1",
        "n11 = n9 to n10 up of size 12, may fault",
      ],
    ],
    [
      "the size of the root of a flag",
      f.round(asPounds(f.root(f.add(flag, number(3)))), pounds(1), "up"),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 3, n5",
        "n7 = root of n6, may fault",
        "n8 = 1",
        "n9 = n7 to n8 up of size 1.7320508075688772, may fault",
      ],
    ],
    [
      "the size of several times a flag and an amount",
      f.round(f.add(f.multiply(flag, pounds(5)), a), pounds(1), "up"),
      [
        "n1 = sum of 0, a, -1 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, n2, n3, size",
        "n5 = n1 above 0 of size n4, flag",
        "n6 = sum of 0, 5 n5, a",
        "n7 = 1",
        "n8 = largest of 5, n2, size",
        "n9 = n6 to n7 up of size n8, may fault",
      ],
    ],
    [
      "the size of a sum with nil times an amount",
      f.round(f.add(f.multiply(f.add(a, b), number(0)), f.maximum(a, pounds(2))), pounds(1), "up"),
      [
        "n1 = greatest of a, 2",
        "n2 = 1",
        "n3 = magnitude of a, size",
        "n4 = largest of 2, n3, size",
        "n5 = n1 to n2 up of size n4, may fault",
      ],
    ],
    [
      "the size of less than an amount",
      f.round(f.add(f.multiply(a, number("0.25")), pounds(1)), pounds(1), "up"),
      [
        "n1 = sum of 1, 0.25 a",
        "n2 = 1",
        "n3 = magnitude of a, size",
        "n4 = largest of 1, 0.25 n3, size",
        "n5 = n1 to n2 up of size n4, may fault",
      ],
    ],
    [
      "a test against half an amount",
      chosen(f.compare(f.multiply(a, number("0.5")), "at least", f.multiply(b, number("-2")))),
      [
        "n1 = sum of 0, 0.5 a, 2 b",
        "n2 = magnitude of a, size",
        "n3 = magnitude of b, size",
        "n4 = largest of 0, 0.5 n2, 2 n3, size",
        "n5 = n1 at least 0 of size n4, flag",
        "n6 = 3",
        "n7 = a if n5, else n6",
      ],
    ],
  ])("%s", (_, formula, expected) => {
    expect(lines(plan(formula))).toEqual(expected);
  });
});

test("a comparison of what is known is known, below, on and above its bound", () => {
  const bounds = {
    below: [1, 0, 0],
    "at most": [1, 1, 0],
    "equal to": [0, 1, 0],
    unlike: [1, 0, 1],
    "at least": [0, 1, 1],
    above: [0, 0, 1],
  };
  for (const [is, values] of Object.entries(bounds)) {
    const compared = f.compare(f.fact("index"), is as keyof typeof bounds, number(1));
    const cells = [0, 1, 2].map((period) => ({ row: "line-0", period }));
    const packed = packedFor(linesOf(f.add(a, f.multiply(compared, pounds(1)))), [{ id: "a" }], cells);
    expect(lines(packed), is).toEqual(
      values.filter((value) => value === 1).map((_, at) => `n${at + 1} = sum of 1, a`),
    );
  }
});

describe("the numbers that are kept for a draw", () => {
  const kept = (...formulas: readonly Formula[]) => {
    const packed = plan(...formulas);
    const nodes = unpacked(packed).map(({ node }) => node);
    return [
      { careful: false, reuse: true },
      { careful: true, reuse: true },
      { careful: true, reuse: false },
    ].map((how) => tapeOf(nodes, 2, { block: 1, ...how }).heap.length);
  };
  const many = [a, b, f.maximum(a, b), f.minimum(a, b), f.minimum(a, pounds(3)), f.maximum(b, pounds(7))];

  test.each<[string, Formula, number[]]>([
    ["what is drawn", a, [2, 2, 2]],
    [
      "one place for what is read once and is done with",
      f.maximum(f.minimum(f.maximum(a, b), pounds(9)), pounds(1)),
      [3, 3, 5],
    ],
    [
      "a place more while it is read",
      f.maximum(f.minimum(a, pounds(9)), f.minimum(b, pounds(8)), f.minimum(a, b)),
      [6, 6, 6],
    ],
    ["none for what is done in several passes", f.add(...many), [7, 7, 7]],
    ["that of a part for a sum of four", f.add(...many.slice(2)), [6, 6, 7]],
    ["that of a part for a sum of five", f.add(a, ...many.slice(2)), [7, 7, 7]],
    ["none for the greatest of three", f.maximum(...many.slice(2, 5)), [6, 6, 6]],
    ["sizes only where each draw has its own", f.round(f.maximum(a, b), pounds(1), "up"), [4, 6, 8]],
    [
      "what is read by two until the second",
      f.minimum(f.round(f.maximum(a, b), pounds(1), "up"), f.maximum(a, b)),
      [5, 6, 10],
    ],
    [
      "bounds of a choice between sizes without its flag",
      f.round(f.choose(f.compare(a, "below", pounds(9)), a, b), pounds(1), "up"),
      [4, 6, 11],
    ],
  ])("are those of %s", (_, formula, numbers) => {
    expect(kept(formula)).toEqual(numbers);
  });
});
