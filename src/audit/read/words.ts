import type { Kind } from "./published.ts";

/** Words and signs that say that a figure is nil, kept apart from a figure of 0. */
const nilWords = /^(?:[-–—−‒]{1,3}|£\s?[-–—−]|nil|none|zero)$/i;

/** A unit of money without an amount, as headings and titles have it: £000 is no figure of 0. */
const unitAlone = /^\(?£?\s?['’‘]?000['’]?s?\)?$/i;

/** Words and signs for a figure that is not given. */
const unknownWords =
  /^(?:tb[cda]|nan|n\/?a\.?|n\.a\.|\.{2,3}|…|\*{1,3}|x|c|#|\?|\[[a-z*#]\]|unknown|pending|awaited|(?:to be|not yet) (?:confirmed|determined|agreed|announced|decided|known|available)|not (?:known|available|applicable|given|stated|yet known)|see (?:note|below|above).*|#(?:n\/a|ref!|div\/0!|value!|name\?|null!|num!))$/i;

/** Whether a text stands for nil. */
export function isNil(text: string): boolean {
  return nilWords.test(text);
}

/** Whether a text is a unit of money and no figure. */
export function isUnitAlone(text: string): boolean {
  return unitAlone.test(text);
}

/** Whether a text stands for a figure that is not given. */
export function isUnknown(text: string): boolean {
  return unknownWords.test(text);
}

const year = "(?:19|20)\\d\\d";
const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";

/** Years, quarters, months and dates, with a word such as “forecast” after them. */
const periodForms = [
  `${year}\\s?[-–/]\\s?(?:\\d\\d|${year})`,
  `fy\\s?\\d\\d[-–/]\\d\\d`,
  `fy\\s?(?:${year}|\\d\\d)`,
  `${year}`,
  `(?:year|yr|month|quarter|qtr|period|week)\\s?\\d{1,2}`,
  `q[1-4](?:\\s?${year}(?:\\s?[-–/]\\s?\\d\\d)?)?`,
  `(?:\\d{1,2}\\s)?${month}(?:[-–\\s]?(?:${year}|'?\\d\\d))?`,
  `\\d{1,2}[/.-]\\d{1,2}[/.-](?:${year}|\\d\\d)`,
  `${year}-\\d\\d-\\d\\d`,
];
const periodText = new RegExp(`^(?:${periodForms.join("|")})$`, "i");
const periodStart = new RegExp(`^(?:${periodForms.join("|")})(?![\\d,.])(?:\\s|[(*†‡])`, "i");

/** A year and the next, as in 14/15: two digits that do not follow each other are no year. */
function isShortYear(text: string): boolean {
  const [, first, second] = /^(\d\d)\s?[-–/]\s?(\d\d)(?!\d)/.exec(text) ?? [];
  return first !== undefined && (Number(first) + 1) % 100 === Number(second);
}

/** Whether a text is a period or a date, and nothing else. */
export function isPeriod(text: string): boolean {
  const plain = text.trim();
  return periodText.test(plain) || (plain.length < 8 && isShortYear(plain));
}

/** Whether a text starts with a period, as in `2009/10 (forecast)`. */
export function startsWithPeriod(text: string): boolean {
  const plain = text.trim();
  return isPeriod(plain) || periodStart.test(plain) || (isShortYear(plain) && /^\S+[\s(*]/.test(plain));
}

const withinYear =
  /^(?:q[1-4]|quarter|qtr|month|week|period|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether a text is a part of a year, such as a quarter or a month. */
export function isWithinYear(text: string): boolean {
  return withinYear.test(text.trim());
}

/** Whether a text is a bare year such as 2015, which could be taken for a figure. */
export function isBareYear(text: string): boolean {
  return new RegExp(`^${year}$`).test(text.trim());
}

/** The unit of money that a text names, as the number of pounds that one printed unit is worth, and its sign. */
export interface MoneyUnit {
  readonly by: string;
  readonly sign: string;
}

const moneyUnits: readonly (readonly [RegExp, MoneyUnit])[] = [
  [
    /(?:£|\bGBP\b)\s?['’]?(?:bn|billions?)\b|\bin billions\b|\b£?billions?\b(?=\)|$)/i,
    { by: "1e9", sign: "£bn" },
  ],
  [
    /(?:£|\bGBP\b)\s?['’]?(?:m|mn|mill|millions?)\b|£\s?['’]?000,?000s?\b|\b(?:in|of) millions\b|^\(?millions?\)?$/i,
    { by: "1e6", sign: "£m" },
  ],
  [
    /(?:£|\bGBP\b)\s?['’‘`]?(?:000['’]?s?|k|thousands?)(?![,\d])|['’‘]000s?\b|\bin (?:£\s?)?thousands\b|^\(?(?:000s?|thousands?)\)?$/i,
    { by: "1000", sign: "£000s" },
  ],
  [/£(?!\s?[\d.])|\bGBP\b|\bpounds\b/i, { by: "1", sign: "£" }],
];

/** The unit of money that a heading, a title or a label names; `undefined` where it names none. */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  return moneyUnits.find(([form]) => form.test(text))?.[1];
}

const percentWords =
  /(?<![\d.])\s?%(?!\d)|^%|\bpercentages?\b|(?<!\d )(?<!\d)\bper ?cent(?:age)?\b|\bproportion\b/i;
const perUnit =
  "per (?:£|head|capita|week|day|hour|month|annum|year|child|family|person|place|case|user|client|household|unit|fte|placement|pupil|resident|dwelling|property|session|visit|1,?000|10,?000|100,?000)";
const rateWords =
  "(?:growth|interest|inflation|discount|occupancy|vacancy|success|unit|hourly|daily|weekly|tax|cost) rates?";
const ratioWords = new RegExp(
  `\\bratio\\b|^rates?$|\\brate (?:per|of)\\b|\\brate$|\\b${rateWords}\\b|\\bfactor\\b|\\bindex\\b|\\b${perUnit}\\b|\\baverage\\b|\\bmean\\b|\\bunit cost\\b|\\bcost per\\b|\\bband d\\b(?! equiv)|\\bweighting\\b|\\bmultiplier\\b`,
  "i",
);
/** An average of posts or staff is a head count, and no rate. */
const averageStaff = /^average (?:number of )?(?:staff|employees|posts|headcount)\b(?!.* per )/i;
const countWords =
  /^(?:no\.?|nos\.?|number|#)$|\bnumbers?\b(?: of)?|\bno\. of\b|\bnos\. of\b|\bfte\b|\bwte\b|\bhead ?counts?\b|\bcount\b|\btax ?base\b|\bband d equivalents?\b/i;
const countedNouns =
  /^(?:users|clients|families|children|people|households|cases|posts|places|pupils|beds|referrals|residents|population)\b(?! (?:services?|centres?|costs?|budgets?|grants?|and|social|care|fund|support))/i;

/** What a label or heading says that its figures count in; `undefined` where it says nothing of it. */
export function kindIn(text: string): Kind | undefined {
  if (percentWords.test(text)) return "percent";
  if (averageStaff.test(text)) return "number";
  if (ratioWords.test(text)) return "ratio";
  return countWords.test(text) && moneyUnitIn(text) === undefined ? "number" : undefined;
}

/** What the heading of a column says that its figures count in: “Users 2008/09” counts users, where a row so called may cost. */
export function kindInHeading(text: string): Kind | undefined {
  return kindIn(text) ?? (countedNouns.test(text) && moneyUnitIn(text) === undefined ? "number" : undefined);
}
