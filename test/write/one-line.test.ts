import { expect, test } from "vitest";
import { oneLine } from "../../src/write/text.ts";

test("a text is one line, without what no terminal or markup could hold", () => {
  expect(oneLine(" a\tb\r\n c ")).toBe("a b c");
  expect(oneLine("a\u0000\u001b\u0085\u2028b")).toBe("a b");
  expect(oneLine("a\ud800b")).toBe("a b");
  expect(oneLine("a\ufffe\uffff\ufdd0b")).toBe("a b");
  expect(oneLine("café – 😀 ﷼")).toBe("café – 😀 ﷼");
});
