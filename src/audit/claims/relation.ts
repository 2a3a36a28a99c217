import { type Decimal, decimal, greatest, least } from "../../quantity/decimal.ts";
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
  const placed = stated.map(
    (amount, i): Placed => ({
      amount,
      before: sentence.slice(stated[i - 1]?.to ?? 0, amount.from),
      after: sentence.slice(amount.to, stated[i + 1]?.from ?? sentence.length),
    }),
  );
  return (
    changeIn(sentence, placed) ?? shareIn(placed) ?? timesIn(stated) ?? madeIn(placed) ?? comparedIn(placed)
  );
}

type Find = Relation | undefined;

/** An amount with the words between it and its neighbours. */
interface Placed {
  readonly amount: Stated;
  readonly before: string;
  readonly after: string;
}

type Two = (a: Decimal, b: Decimal) => Decimal | undefined;

/** A formula of the first two of its amounts. */
function ofTwo(make: Two): Relation["make"] {
  return ([a, b]) => a && b && make(a, b);
}

const over: Two = (a, b) => (b.isZero() ? undefined : a.div(b));
const shareOf: Two = (a, b) => over(a, b)?.times(100);
const quotient = ofTwo(over);
const percent = ofTwo(shareOf);

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
function changeIn(sentence: string, placed: readonly Placed[]): Find {
  const stated = placed.map(({ amount }) => amount);
  const changes = rises.test(sentence) || falls.test(sentence) || multiplies.test(sentence);
  const ends = placed.map(({ before, after }) => endsIn(before, after, changes));
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
  const less = ofTwo((a, b) => signed(a.minus(b)));
  if (claimed.kind === "ratio")
    return { claimed, by, says: `${to.text} ÷ ${from.text}`, make: quotient, mistaken: [] };
  if (claimed.kind !== "percent" || points) {
    return { claimed, by, says: `the ${way} from ${from.text} to ${to.text}`, make: less, mistaken: [] };
  }
  return {
    claimed,
    by,
    says: `the ${way} from ${from.text} to ${to.text}`,
    make: ofTwo((a, b) => signed(shareOf(a.minus(b), b))),
    mistaken: [
      {
        says: `the ${way} as a share of the later figure`,
        make: ofTwo((a, b) => signed(shareOf(a.minus(b), a))),
      },
      { says: "the later figure as a share of the earlier", make: percent },
      { says: "the earlier figure as a share of the later", make: ofTwo((a, b) => shareOf(b, a)) },
      { says: `the ${way} in points and not in per cent`, make: less },
    ],
  };
}

/** The claimed share, the part and the whole: “385 of 438, 88%”, else “385 is 88% of 438”. */
function partAndWhole(placed: readonly Placed[]): (Stated | undefined)[] {
  const stated = placed.map(({ amount }) => amount);
  const pair = placed.findIndex(
    ({ amount: { kind }, after }) =>
      kind !== "percent" && /^ (?:[a-z]+ ){0,3}?(?:out )?of (?:the |all )?$/i.test(after),
  );
  if (pair >= 0 && stated[pair + 1]?.kind !== "percent")
    return [stated.find(({ kind }) => kind === "percent"), stated[pair], stated[pair + 1]];
  const at = placed.findIndex(
    ({ amount: { kind }, after }) => kind === "percent" && /^\)?\s*of\b/i.test(after),
  );
  return [stated[at], stated.find((_, i) => i !== at && i !== at + 1), stated[at + 1]];
}

/** “{Grants} is 62% of {Total}”: a share, the whole after “of”, and the part. */
function shareIn(placed: readonly Placed[]): Find {
  const [claimed, part, whole] = partAndWhole(placed);
  if (claimed === undefined || whole === undefined || part === undefined || placed.length > 3)
    return undefined;
  return {
    claimed,
    by: [part, whole],
    says: `${part.text} ÷ ${whole.text}`,
    make: percent,
    mistaken: [
      {
        says: "what is left of the whole, and not the part",
        make: ofTwo((a, b) => shareOf(b.minus(a), b)),
      },
      { says: "the part as a share of the rest", make: ofTwo((a, b) => shareOf(a, b.minus(a))) },
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

const signs: readonly (readonly [RegExp, string, Two])[] = [
  [/×|\*|\bx\b|\btimes\b|\bmultiplied by\b|\bat\b|@/i, "×", (a, b) => a.times(b)],
  [/\bless\b|\bminus\b|−|(?<=\s)-(?=\s)/i, "−", (a, b) => a.minus(b)],
  [/÷|\bdivided by\b|\bper\b/i, "÷", over],
  [/\+|\bplus\b|\band\b|,/i, "+", (a, b) => a.plus(b)],
];
const equals =
  /=|\b(?:is|are|was|were|mak\w+|giv\w+|com\w+ to|total\w*|sums?|adds? up to|would be|equals?)\b/i;

/** “720 × £25,000 is c£18m”, “A plus B less C make D”: from left to right, the last amount is what they make. */
function madeIn(placed: readonly Placed[]): Find {
  const last = placed.at(-1);
  const by = placed.slice(0, -1).map(({ amount }) => amount);
  if (last === undefined || by.length < 2 || !equals.test(last.before)) return undefined;
  const steps = placed.slice(1, -1).map(({ before }) => signs.find(([form]) => form.test(before)));
  if (steps.some((step) => step === undefined)) return undefined;
  const words = by.map(({ text }, i) => (i === 0 ? text : `${steps[i - 1]?.[1]} ${text}`)).join(" ");
  const make = ([first, ...rest]: readonly Decimal[]) =>
    rest.reduce<Decimal | undefined>((made, value, i) => made && steps[i]?.[2](made, value), first);
  return { claimed: last.amount, by, says: words, make, mistaken: [] };
}

/** “{Total, 2014/15} is over £4m”. */
function comparedIn(placed: readonly Placed[]): Find {
  const [own, claimed] = placed;
  if (own === undefined || claimed === undefined || placed.length > 2 || !equals.test(own.after))
    return undefined;
  const { amount } = own;
  return { claimed: claimed.amount, by: [amount], says: amount.text, make: ([value]) => value, mistaken: [] };
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
