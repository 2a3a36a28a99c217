import { type Decimal, numeral } from "../../../quantity/decimal.ts";
import { figure as spelled } from "../../../write/figure.ts";

/** A cell shows no more digits than this where its format does not say how many. */
const generalDigits = 11;

/** One part of a number format: what stands around the figure, and how the figure is written. */
interface Section {
  readonly before: string;
  readonly after: string;
  /** The places for digits, such as `#,##0.00`; empty where the part is a word or a sign alone. */
  readonly digits: string;
  readonly percent: boolean;
}

/** A number as a worksheet shows it under a number format; a format that is not understood shows all its digits. */
export function shownNumber(value: Decimal, format: string | undefined): string {
  const parts = (format ?? "General").split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [positive = "General", negative, nil] = parts;
  if (parts.some((part) => /\[[<>=]|general|[eE][+-]/i.test(part) || part.includes("/")))
    return general(value);
  if (value.isZero()) return inSection(value, sectionOf(nil ?? positive));
  if (!value.isNegative()) return inSection(value, sectionOf(positive));
  if (negative !== undefined) return inSection(value.neg(), sectionOf(negative));
  const text = inSection(value.neg(), sectionOf(positive));
  return /[1-9]/.test(text) ? `-${text}` : text;
}

function general(value: Decimal): string {
  return numeral(value.toSignificantDigits(generalDigits));
}

/** A part of a format without its colours, its padding and its quotes. */
function sectionOf(format: string): Section {
  const plain = format
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, "")
    .replace(/[_*]./g, "")
    .replace(/\\(.)/g, '"$1"');
  const found = /[#0?][#0?,.]*/.exec(plain.replace(/"[^"]*"/g, (quoted) => " ".repeat(quoted.length)));
  const literal = (text: string) => text.replaceAll('"', "");
  if (found === null) return { before: literal(plain), after: "", digits: "", percent: false };
  const [before, after] = [plain.slice(0, found.index), plain.slice(found.index + found[0].length)];
  return {
    before: literal(before),
    after: literal(after),
    digits: found[0],
    percent: plain.includes("%"),
  };
}

function inSection(value: Decimal, { before, after, digits, percent }: Section): string {
  if (digits === "") return before.trim();
  const [whole = "", places = ""] = digits.split(".");
  // A comma at the end of the places for digits shows thousands, two show millions.
  const commas = /,*$/.exec(places === "" ? whole : places)?.[0].length ?? 0;
  const scaled = value.times(percent ? 100 : 1).div(10 ** (3 * commas));
  const most = places.replace(/[^#0?]/g, "").length;
  const least = places.replace(/[^0]/g, "").length;
  const rounded = scaled.toDecimalPlaces(most);
  const decimals = Math.max(least, rounded.decimalPlaces());
  const grouped = /[#0?],[#0?]/.test(whole);
  // Only a nought in the format shows a nought; the other signs leave the place empty.
  if (rounded.isZero() && !digits.includes("0")) return `${before}${after}`.trim();
  const text = spelled(rounded, decimals);
  return `${before}${grouped ? text : text.replaceAll(",", "")}${after}`.trim();
}
