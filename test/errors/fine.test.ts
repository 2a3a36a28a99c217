import { describe, expect, test } from "vitest";
import { printModel, read } from "../../src/file/read.ts";
import { textOf } from "../cli/repository.ts";

const model = "title: Hubs\nyears: 2025/26 to 2026/27\nsource: bid\ncosts:\n  Staff: 5\n";

describe("what looks odd and is fine", () => {
  test.each([
    ["line ends of Windows", model.replaceAll("\n", "\r\n")],
    ["a mark at the start of the file", `\ufeff${model}`],
    ["JSON", '{ "title": "Hubs", "years": "2025/26 to 2026/27", "source": "bid", "costs": { "Staff": 5 } }'],
    ["comments and blank lines", `# hubs\n\n${model}\n# end`],
  ])("%s", (_, text) => {
    expect(printModel(text)).toBe(printModel(model));
  });

  test("34 digits are held", () => {
    const text = printModel(textOf("test/errors/fine/many-digits-held.yaml"), { as: "json" });
    expect(JSON.parse(text).rows[1].values[0]).toBe("123456789012345678901234567890.1234");
  });

  test("labels that JavaScript has a meaning for are labels like any other", () => {
    const text = printModel(textOf("test/errors/fine/names-of-javascript.yaml"), { as: "csv", total: false });
    expect(text.split("\n").slice(1, 7)).toEqual([
      "Costs,,,",
      "constructor,1,1,1",
      "prototype,2,2,2",
      "toString,5,5,5",
      "valueOf,4,4,4",
      "Total Cost,12,12,12",
    ]);
  });
});

test("nothing that is read changes what all objects have", () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  for (const file of ["files/proto-at-the-top", "files/proto-in-costs", "fine/names-of-javascript"]) {
    read(textOf(`test/errors/${file}.yaml`));
  }
  read('{ "costs": { "__proto__": { "polluted": 1 } }, "constructor": { "prototype": { "polluted": 1 } } }');
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
