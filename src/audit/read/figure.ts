import { type Decimal, decimal, one } from "../../quantity/decimal.ts";
import type { Interpretation, Kind, Standing } from "./published.ts";
import { isBareYear, isNil, isPeriod, isUnitAlone, isUnknown } from "./words.ts";

/** Something that was decided on while a cell was read; where it stands is added later. */
export type Remark = Pick<Interpretation, "about" | "says" | "because" | "otherwise">;

/** What a cell says on its own, before the unit of its table is known. */
export interface ReadCell {
  readonly standing: Standing;
  /** In the printed unit: 4.85 for £4.85m. */
  readonly value?: Decimal;
  /** The ends of a range such as 100–120, or of “fewer than 5”. */
  readonly range?: readonly [Decimal, Decimal];
  readonly decimals: number;
  /** What the cell itself says that one unit is worth: a million for £4.85m. */
  readonly scale?: Decimal;
  readonly kind?: Kind;
  readonly marks: readonly string[];
  readonly remarks: readonly Remark[];
}

/** The longest text that is looked at for a figure. */
const longest = 60;

/**
 * Reads the text of one cell: separators between thousands, brackets or a minus for negatives, before or after, £ and k, m, bn,
 * per cent, footnote marks. Whatever had to be decided is in the remarks.
 */
export function readCell(text: string, given: readonly string[] = []): ReadCell {
  const plain = text.trim();
  if (plain === "") return bare("blank", given);
  if (isNil(plain)) return { ...bare("nil", given), value: decimal(0) };
  if (isUnknown(plain)) return bare("unknown", given);
  const noFigure =
    plain.length > longest ||
    isUnitAlone(plain) ||
    !/\d/.test(plain) ||
    (isPeriod(plain) && !isBareYear(plain));
  if (noFigure) return bare("text", given);
  return figure(plain, given) ?? withAside(plain, given) ?? range(plain, given) ?? bare("text", given);
}

const likeFigure = /^[£$€(+\-–−\s]*\p{Nd}[\p{Nd},.'’ ]*(?:e[+-]?\p{Nd}+)?[)%\s]*$/iu;
const noNumber = /^[+-]?inf(?:inity)?$/i;

/** Whether a cell is meant for a figure and is none that can be read: 1,2,3, a number beyond all numbers, or other digits than 0 to 9. */
export function isUnread(text: string): boolean {
  const plain = text.trim();
  if (!(likeFigure.test(plain) || noNumber.test(plain)) || isPeriod(plain)) return false;
  return plain.length <= longest && readCell(plain).standing === "text";
}

function bare(standing: Standing, marks: readonly string[]): ReadCell {
  return { standing, decimals: 0, marks, remarks: [] };
}

const scales: Readonly<Record<string, string>> = {
  k: "1000",
  "000": "1000",
  "000s": "1000",
  thousand: "1000",
  m: "1e6",
  mn: "1e6",
  mill: "1e6",
  million: "1e6",
  bn: "1e9",
  b: "1e9",
  billion: "1e9",
};

/** The parts of a figure, as they were taken off its text one after the other. */
interface Parts {
  rest: string;
  negative: boolean;
  scale?: Decimal;
  kind?: Kind;
  readonly marks: string[];
  readonly remarks: Remark[];
}

function figure(text: string, given: readonly string[]): ReadCell | undefined {
  const parts: Parts = { rest: text, negative: false, marks: [...given], remarks: [] };
  takeMarks(parts);
  takeWords(parts);
  takeUnit(parts);
  takeSign(parts);
  takeUnit(parts);
  takeSign(parts);
  const digits = digitsOf(parts);
  if (digits === undefined) return undefined;
  const value = decimal(digits);
  const point = digits.indexOf(".");
  return {
    standing: "figure",
    value: parts.negative ? value.neg() : value,
    decimals: point < 0 ? 0 : digits.length - point - 1,
    ...(parts.scale === undefined ? {} : { scale: parts.scale }),
    ...(parts.kind === undefined ? {} : { kind: parts.kind }),
    marks: parts.marks,
    remarks: parts.remarks,
  };
}

const markForms = [
  /(?<=[\d)%a-z])\s*[¹²³⁰⁴-⁹ⁱᵃᵇᶜ]+$/iu,
  /(?<=[\d)%])\s*[*†‡§#^~]+$/u,
  /(?<=[\d)%])\s*\[\^?[a-z\d]{1,3}\]$/i,
  /(?<=[\d)%])\s*\^[a-z\d]{1,2}$/i,
  /(?<=\d[)%]?)\s*\([a-z]{1,3}\)$/i,
  /(?<=\d[)%]?)\s+\(\d{1,2}\)$/,
  /(?<=^\([\d,.]+\))\d{1,2}$/,
  /(?<=\d)[aeprz]$/i,
];

/** Takes footnote marks off the end, as long as there are any. */
function takeMarks(parts: Parts): void {
  for (let form: RegExp | undefined; ; ) {
    form = markForms.find((one) => one.test(parts.rest));
    const found = form?.exec(parts.rest)?.[0];
    if (form === undefined || found === undefined) return;
    parts.rest = parts.rest.slice(0, parts.rest.length - found.length).trim();
    parts.marks.push(found.trim());
    parts.remarks.push({
      about: "mark",
      says: `“${found.trim()}” is a footnote mark`,
      because: "it stands after a figure and is no part of one",
      otherwise: "cells",
    });
  }
}

/** A word before a figure that says that it is not exact, and one after it that says what it counts. */
function takeWords(parts: Parts): void {
  const before =
    /^(?:c\.?|ca\.?|circa|about|around|approx(?:imately|\.)?|est(?:imated|\.)?|~|≈)\s*(?=[£(\d-])/i.exec(
      parts.rest,
    );
  if (before) {
    parts.rest = parts.rest.slice(before[0].length);
    parts.remarks.push({
      about: "figure",
      says: `“${before[0].trim()}” is passed over`,
      because: "a printed figure stands for all values that are rounded to it, with that word or without",
    });
  }
  const minus = /^minus\s+(?=[£(\d])/i.exec(parts.rest);
  if (minus) {
    parts.rest = parts.rest.slice(minus[0].length);
    parts.negative = true;
  }
  const after =
    /(?<=\d)\s+(fte|wte|families|children|people|households|cases|staff|posts|places|users|clients|pupils|beds|referrals|hours|days|weeks|months|years)$/i.exec(
      parts.rest,
    );
  if (after) {
    parts.rest = parts.rest.slice(0, after.index).trim();
    parts.kind = "number";
  }
}

const credit = /(?<=\d\)?)\s*(cr|dr)\.?$|^(cr|dr)\.?\s*(?=[£\d])/i;

/** Takes a minus, brackets or CR off. A bracket without its partner counts as brackets, and is remarked on. */
function takeSign(parts: Parts): void {
  const word = credit.exec(parts.rest);
  if (word) {
    parts.rest = parts.rest.replace(credit, "");
    const negative = /c/i.test(word[0]);
    if (negative) parts.negative = true;
    parts.remarks.push({
      about: "sign",
      says: `“${word[0].trim()}” makes the figure ${negative ? "negative" : "positive"}`,
      because: "CR stands for a credit and DR for a debit",
      otherwise: "cells",
    });
  }
  const opens = parts.rest.startsWith("(");
  const closes = parts.rest.endsWith(")");
  if (opens || closes) {
    parts.rest = parts.rest.replace(/^\(\s*/, "").replace(/\s*\)$/, "");
    parts.negative = true;
    if (opens !== closes) {
      parts.remarks.push({
        about: "sign",
        says: "a bracket without its partner makes the figure negative",
        because: opens
          ? "the bracket is opened and never closed"
          : "the bracket is closed and was never opened",
        otherwise: "cells",
      });
    }
  }
  if (/^[-–—−]\s?(?=[£\d.(])/.test(parts.rest) || /(?<=[\d%])\s?[-–—−]$/.test(parts.rest)) {
    parts.rest = parts.rest.replace(/^[-–—−]\s?/, "").replace(/\s?[-–—−]$/, "");
    parts.negative = true;
  }
  parts.rest = parts.rest.replace(/^\+\s?/, "");
}

/** Takes £, k, m, bn, per cent and the like off. */
function takeUnit(parts: Parts): void {
  const pounds = /^£\s?/.exec(parts.rest);
  if (pounds) {
    parts.rest = parts.rest.slice(pounds[0].length);
    parts.kind = "money";
  }
  const unit =
    /(?<=\d\)?)\s?(%|per ?cent|percent|pp|k|['’]000s?|thousands?|m|mn|mill|millions?|bn?|billions?|x|times|:\s?1)\.?$/i.exec(
      parts.rest,
    );
  if (!unit) return;
  parts.rest = parts.rest.slice(0, unit.index);
  const word = (unit[1] ?? "").toLowerCase().replace(/^['’]/, "");
  if (/^(?:%|p)/.test(word)) parts.kind = "percent";
  else if (/^(?:x|times|:)/.test(word)) parts.kind = "ratio";
  else parts.scale = decimal(scales[word] ?? scales[word.replace(/s$/, "")] ?? "1");
}

const plainDigits = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const spaced = /^\d{1,3}(?:[ ']\d{3})+(?:\.\d+)?$/;
const fused = /^(\d{1,3}(?:,\d{3})+)(\d{1,2})$/;

/** The digits of a figure without its separators; `undefined` where it is none. */
function digitsOf(parts: Parts): string | undefined {
  const text = parts.rest.trim();
  if (plainDigits.test(text)) return text.startsWith(".") ? `0${text}` : text;
  if (grouped.test(text)) return text.replaceAll(",", "");
  if (spaced.test(text)) return text.replace(/[ ']/g, "");
  const found = fused.exec(text);
  if (!found) return undefined;
  const [, digits = "", mark = ""] = found;
  parts.marks.push(mark);
  parts.remarks.push({
    about: "mark",
    says: `“${mark}” after ${digits} is a footnote mark`,
    because: "the digits after the last separator are three and then more",
    otherwise: "cells",
  });
  return digits.replaceAll(",", "");
}

/** A figure with another in brackets after it, as in 385 (7.3%): the first is read, the second is a remark of its own. */
function withAside(text: string, given: readonly string[]): ReadCell | undefined {
  const [, first = "", aside = ""] = /^(.*\d)\s*\(([\d.,]+\s?%)\)$/.exec(text) ?? [];
  const read = aside === "" ? undefined : figure(first, given);
  if (read === undefined) return undefined;
  const remark: Remark = {
    about: "figure",
    says: `“(${aside})” is left out`,
    because: "a cell is read as one figure, and it is a share of something beside that figure",
    otherwise: "cells",
  };
  return { ...read, remarks: [...read.remarks, remark] };
}

/** A range such as 100–120 or £3m to £5m, or “<5” and “up to 5”: everything between its ends, both included. */
function range(text: string, given: readonly string[]): ReadCell | undefined {
  const below = /^(?:<|≤|up to|fewer than|less than|under|at most)\s*(.+)$/i.exec(text);
  const [, first, last] = /^(.+?)\s?(?:[-–—]|\bto\b)\s?(.+)$/i.exec(text) ?? [];
  const from = below ? bareZero : figure(first ?? "", []);
  const to = figure(below?.[1] ?? last ?? "", []);
  if (from?.value === undefined || to?.value === undefined) return undefined;
  const scale = to.scale ?? from.scale;
  const low = from.value.times(from.scale === undefined || scale === undefined ? one : from.scale.div(scale));
  if (low.gt(to.value) || to.remarks.length > 0) return undefined;
  const kind = to.kind ?? from.kind;
  return {
    ...bare("figure", given),
    value: low.plus(to.value).div(2),
    range: [low, to.value],
    decimals: Math.max(from.decimals, to.decimals),
    ...(scale === undefined ? {} : { scale }),
    ...(kind === undefined ? {} : { kind }),
    remarks: [
      {
        about: "figure",
        says: below
          ? "any value from nil up to the one printed is allowed"
          : "any value of the range is allowed",
        because: "the cell prints a range and no single figure",
        otherwise: "cells",
      },
    ],
  };
}

const bareZero: ReadCell = { standing: "figure", value: decimal(0), decimals: 0, marks: [], remarks: [] };
