/**
 * How many columns of a terminal or a plain text file a text takes up, which is not how many characters it has: most
 * letters take one column, those of Chinese, Japanese and Korean and most emoji take two, marks on the letter before
 * them take none. Letters whose width depends on the reader, such as Greek, count as one.
 */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const [sign] of text.matchAll(signs)) width += widthOfSign(sign);
  return width;
}

/** Letters, figures and signs of Western European languages, all one column wide. */
const plain = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u2212]*$/;

/** An emoji with all that belongs to it (a flag, a skin tone, a family joined together), or else one character. */
const signs =
  /\p{RI}\p{RI}|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?)?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f)?)+|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?)|./gsu;

/** Marks on the letter before them, signs that are never seen, and the later parts of a Korean syllable. */
const none = /^[\p{Mn}\p{Me}\p{Cc}\p{DI}\u1160-\u11ff\ud7b0-\ud7fb]$/u;

/**
 * Letters that are as wide as two: the ranges that Unicode's East Asian Width (TR 11, version 16) calls wide or fullwidth,
 * with the unassigned places between them, as TR 11 asks. Emoji are told by their own property.
 */
const wide = new RegExp(
  `^[${[
    "\\u1100-\\u115f\\u2329\\u232a\\u2630-\\u2637\\u268a-\\u268f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f",
    "\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6",
    "\\u{16fe0}-\\u{18cff}\\u{18d00}-\\u{18d08}\\u{1aff0}-\\u{1b2fb}\\u{1d300}-\\u{1d376}",
    "\\u{1f200}-\\u{1f265}\\u{20000}-\\u{2fffd}\\u{30000}-\\u{3fffd}\\p{Emoji_Presentation}",
  ].join("")}]`,
  "u",
);

function widthOfSign(sign: string): number {
  if (none.test(sign)) return 0;
  const isSequence = [...sign].length > 1;
  return isSequence || wide.test(sign) ? 2 : 1;
}
