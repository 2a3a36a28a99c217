import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/write/width.ts";

describe("the width of a text in columns", () => {
  test.each([
    ["", 0],
    ["Set up costs", 12],
    ["£4.85m – “as awarded”…", 22],
    ["naïve café", 10],
    ["nai\u0308ve cafe\u0301", 10], // the same, with marks of their own
    ["Łódź Ωμέγα Жители", 17],
    ["東京", 4],
    ["ひらがな カタカナ", 17],
    ["ｶﾀｶﾅ", 4], // half as wide
    ["ＡＢＣ　１２３", 14], // twice as wide, and so is the blank between
    ["（東京）", 8],
    ["한국어", 6],
    ["\u1112\u1161\u11ab", 2], // one syllable of three parts
    ["ไทย", 3],
    ["ที่", 1],
    ["שָׁלוֹם", 4],
    ["👍", 2],
    ["👍🏽", 2],
    ["👩‍👧", 2],
    ["👩‍👩‍👧‍👦 family", 9],
    ["🇬🇧🇫🇷", 4],
    ["☎", 1],
    ["☎️", 2],
    ["1️⃣ first", 8],
    ["❤️‍🔥", 2],
    ["𠀀", 2],
    ["a\u200bb\u00adc\ufeff", 3], // signs that are never seen
    ["∑ ≤ ½ ¼ °C ²", 12],
  ])("%j takes %i", (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});
