import { type Decimal, decimal, greatest, least, one } from "../../quantity/decimal.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { Stated } from "./stated.ts";

/** What a sentence says: that an amount is what some others make, by a formula that rises or falls in each of them. */
export interface Relation {
  readonly claimed: Stated;
  readonly by: readonly Stated[];
  /** What the amounts make, in words. */
  readonly says: string;
  readonly make: (values: readonly Decimal[]) => Decimal | undefined;
  /** Other formulas that are easily taken for this one, each with what it is in words. */
  readonly mistaken: readonly { readonly says: string; readonly make: Relation["make"] }[];
}

const rises = /\b(?:rise|rises|rose|risen|increas\w*|grew|grow\w*|up|gain\w*|higher|climb\w*)\b/i;
const falls = /\b(?:fall|falls|fell|fallen|drop\w*|decreas\w*|reduc\w*|cut|down|declin\w*|lower|saving)\b/i;

/** The relation that a sentence states between its amounts; `undefined` where it states none that is understood. */
export function relationIn(sentence: string, stated: readonly Stated[]): Relation | undefined {
  const gaps = stated.map(({ to }, i) => sentence.slice(to, stated[i + 1]?.from ?? sentence.length));
  const before = stated.map(({ from }, i) => sentence.slice(stated[i - 1]?.to ?? 0, from));
  return (
    changeIn(sentence, stated, before, gaps) ??
    shareIn(stated, gaps) ??
    timesIn(stated) ??
    madeIn(stated, gaps) ??
    comparedIn(stated, gaps)
  );
}

type Find = Relation | undefined;

const minus = ([a, b]: readonly Decimal[]) => a && b && a.minus(b);
const quotient = ([a, b]: readonly Decimal[]) =>
  a === undefined || b === undefined || b.isZero() ? undefined : a.div(b);
const percent = (value: Decimal | undefined) => value?.times(100);

const multiplies = /\b(?:doubled|trebled|tripled|quadrupled|halved)\b/i;

/** Which way a change goes between an amount and the next: on, as “from … to …”, or back, as “893 against 653”. */
function endsIn(before: string, gap: string, changes: boolean): "on" | "back" | undefined {
  if (/\bfrom\b[^.;]{0,60}$/i.test(before) && /^[^.;]{0,60}\bto\b/i.test(gap)) return "on";
  if (!changes) return undefined;
  if (/\bbetween\b[^.;]{0,60}$/i.test(before) && /^[^.;]{0,60}\band\b/i.test(gap)) return "on";
  if (/\bto\b[^.;]{0,20}$/i.test(before) && /^[^.;]{0,40}\bfrom\b/i.test(gap)) return "back";
  return /^[^.;]{0,40}\b(?:against|compared (?:with|to)|versus|vs)\b/i.test(gap) ? "back" : undefined;
}

/** “A rise of 25% from 653 to 893”, in any order: from and to stand beside each other, the change elsewhere. */
function changeIn(
  sentence: string,
  stated: readonly Stated[],
  before: readonly string[],
  gaps: readonly string[],
): Find {
  const changes = rises.test(sentence) || falls.test(sentence) || multiplies.test(sentence);
  const ends = stated.map((_, i) => endsIn(before[i] ?? "", gaps[i] ?? "", changes));
  const at = ends.findIndex((way) => way !== undefined);
  const pair = [stated[at], stated[at + 1]];
  const [from, to] = ends[at] === "back" ? [pair[1], pair[0]] : pair;
  const claimed = stated.find((_, i) => i !== at && i !== at + 1);
  if (from === undefined || to === undefined || claimed === undefined) return undefined;
  const sign = falls.test(sentence) && !rises.test(sentence) ? -1 : 1;
  const signed = (value: Decimal | undefined) => value?.times(sign);
  const points = /points?\b|\bpp\b/i.test(claimed.text) || /^\s*points?\b/i.test(sentence.slice(claimed.to));
  const way = sign < 0 ? "fall" : "rise";
  const by = [to, from];
  const less = (values: readonly Decimal[]) => signed(minus(values));
  if (claimed.kind === "ratio")
    return { claimed, by, says: `${to.text} ÷ ${from.text}`, make: quotient, mistaken: [] };
  if (claimed.kind !== "percent" || points) {
    return { claimed, by, says: `the ${way} from ${from.text} to ${to.text}`, make: less, mistaken: [] };
  }
  return {
    claimed,
    by,
    says: `the ${way} from ${from.text} to ${to.text}`,
    make: ([a, b]) => signed(percent(quotient([minus([a ?? one, b ?? one]) ?? one, b ?? one]))),
    mistaken: [
      {
        says: `the ${way} as a share of the later figure`,
        make: ([a, b]) => signed(percent(quotient([minus([a ?? one, b ?? one]) ?? one, a ?? one]))),
      },
      { says: "the later figure as a share of the earlier", make: (values) => percent(quotient(values)) },
      {
        says: "the earlier figure as a share of the later",
        make: ([a, b]) => percent(quotient([b ?? one, a ?? one])),
      },
      { says: `the ${way} in points and not in per cent`, make: less },
    ],
  };
}

/** The claimed share, the part and the whole: “385 of 438, 88%”, else “385 is 88% of 438”. */
function shareOf(stated: readonly Stated[], gaps: readonly string[]): (Stated | undefined)[] {
  const pair = stated.findIndex(
    ({ kind }, i) =>
      kind !== "percent" && /^ (?:[a-z]+ ){0,3}?(?:out )?of (?:the |all )?$/i.test(gaps[i] ?? ""),
  );
  if (pair >= 0 && stated[pair + 1]?.kind !== "percent")
    return [stated.find(({ kind }) => kind === "percent"), stated[pair], stated[pair + 1]];
  const at = stated.findIndex(({ kind }, i) => kind === "percent" && /^\)?\s*of\b/i.test(gaps[i] ?? ""));
  return [stated[at], stated.find((_, i) => i !== at && i !== at + 1), stated[at + 1]];
}

/** “{Grants} is 62% of {Total}”: a share, the whole after “of”, and the part. */
function shareIn(stated: readonly Stated[], gaps: readonly string[]): Find {
  const [claimed, part, whole] = shareOf(stated, gaps);
  if (claimed === undefined || whole === undefined || part === undefined || stated.length > 3)
    return undefined;
  return {
    claimed,
    by: [part, whole],
    says: `${part.text} ÷ ${whole.text}`,
    make: (values) => percent(quotient(values)),
    mistaken: [
      {
        says: "what is left of the whole, and not the part",
        make: (values) => percent(quotient(values))?.neg().plus(100),
      },
      {
        says: "the part as a share of the rest",
        make: ([a, b]) => percent(quotient([a ?? one, minus([b ?? one, a ?? one]) ?? one])),
      },
    ],
  };
}

/** “893 is 1.4 times 653”, or “1.4 times 653 is 893”. */
function timesIn(stated: readonly Stated[]): Find {
  const at = stated.findIndex(({ kind }) => kind === "ratio");
  const [claimed, other, own] = [stated[at], stated[at + 1], stated[at === 0 ? 2 : at - 1]];
  if (claimed === undefined || other === undefined || own === undefined || stated.length > 3)
    return undefined;
  return {
    claimed,
    by: [own, other],
    says: `${own.text} ÷ ${other.text}`,
    make: quotient,
    mistaken: [
      {
        says: "how many times more it is, and not how many times as much",
        make: (values) => quotient(values)?.minus(1),
      },
    ],
  };
}

const signs: readonly (readonly [RegExp, string, (a: Decimal, b: Decimal) => Decimal])[] = [
  [/×|\*|\bx\b|\btimes\b|\bmultiplied by\b|\bat\b|@/i, "×", (a, b) => a.times(b)],
  [/\bless\b|\bminus\b|−|(?<=\s)-(?=\s)/i, "−", (a, b) => a.minus(b)],
  [/÷|\bdivided by\b|\bper\b/i, "÷", (a, b) => (b.isZero() ? a : a.div(b))],
  [/\+|\bplus\b|\band\b|,/i, "+", (a, b) => a.plus(b)],
];
const equals =
  /=|\b(?:is|are|was|were|mak\w+|giv\w+|com\w+ to|total\w*|sums?|adds? up to|would be|equals?)\b/i;

/** “720 × £25,000 is c£18m”, “A plus B less C make D”: from left to right, the last amount is what they make. */
function madeIn(stated: readonly Stated[], gaps: readonly string[]): Find {
  const claimed = stated.at(-1);
  const by = stated.slice(0, -1);
  if (claimed === undefined || by.length < 2 || !equals.test(gaps[by.length - 1] ?? "")) return undefined;
  const steps = gaps.slice(0, by.length - 1).map((gap) => signs.find(([form]) => form.test(gap)));
  if (steps.some((step) => step === undefined)) return undefined;
  const words = by.map(({ text }, i) => (i === 0 ? text : `${steps[i - 1]?.[1]} ${text}`)).join(" ");
  const make = ([first, ...rest]: readonly Decimal[]) =>
    rest.reduce<Decimal | undefined>((made, value, i) => made && steps[i]?.[2](made, value), first);
  return { claimed, by, says: words, make, mistaken: [] };
}

/** “{Total, 2014/15} is over £4m”. */
function comparedIn(stated: readonly Stated[], gaps: readonly string[]): Find {
  const [own, claimed] = stated;
  if (own === undefined || claimed === undefined || stated.length > 2 || !equals.test(gaps[0] ?? ""))
    return undefined;
  return { claimed, by: [own], says: own.text, make: ([value]) => value, mistaken: [] };
}

/** From where to where a formula reaches over the values that its amounts may stand for; it rises or falls in each of them. */
export function reachOf({ by, make }: Pick<Relation, "by" | "make">): Interval | undefined {
  let corners: Decimal[][] = [[]];
  for (const { low, high } of by) {
    if (low === undefined || high === undefined) return undefined;
    corners = corners.flatMap((corner) => [
      [...corner, low],
      [...corner, high],
    ]);
    if (corners.length > 4096) return undefined;
  }
  const made = corners.map(make).filter((value) => value !== undefined);
  return made.length < corners.length ? undefined : { low: least(made), high: greatest(made) };
}

/** A difference of one in the last place of forty digits is no difference. */
export const noDifference = decimal("1e-30");
