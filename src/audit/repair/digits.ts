/** Whole numbers of last digits between which a figure must lie to be right as it is printed. */
export interface Right {
  readonly low: bigint;
  readonly high: bigint;
}

/** A slip of the pen that would turn the right figure into the printed one. */
export interface Slip {
  readonly slip: "sign" | "swapped" | "mistyped" | "doubled" | "added" | "dropped" | "noughts";
  /** The figure that was meant, in whole numbers of the last printed digit. */
  readonly meant: bigint;
  /** How hard it is for this to fit by chance, in doublings. */
  readonly bits: number;
}

interface Try {
  readonly slip: Slip["slip"];
  readonly meant: readonly bigint[];
}

/** Slips that fit by chance more often than one time in so many doublings are not worth naming. */
const leastBits = 3;

/** Every kind of slip that turns a right figure into the printed one, the most telling first. */
export function slipsOf(printed: bigint, right: Right): Slip[] {
  const digits = (printed < 0n ? -printed : printed).toString();
  const negative = printed < 0n;
  const whole = (text: string) => (text === "" ? 0n : negative ? -BigInt(text) : BigInt(text));
  const tries: Try[] = [
    { slip: "sign", meant: [-printed] },
    { slip: "swapped", meant: swaps(digits).map(whole) },
    { slip: "doubled", meant: withoutOne(digits, true).map(whole) },
    { slip: "added", meant: withoutOne(digits, false).map(whole) },
    { slip: "dropped", meant: withOneMore(digits).map(whole) },
    { slip: "mistyped", meant: withOneOther(digits).map(whole) },
    { slip: "noughts", meant: noughts(printed) },
  ];
  const span = Number(right.high - right.low) + 1;
  const found = tries.flatMap(({ slip, meant }): Slip[] => {
    const fits = [...new Set(meant)].filter(
      (one) => one !== printed && one >= right.low && one <= right.high,
    );
    const [first] = fits.sort((a, b) => distance(a, right) - distance(b, right));
    if (first === undefined || printed === 0n) return [];
    const chance = (new Set(meant).size * span) / 10 ** digits.length;
    return [{ slip, meant: first, bits: -Math.log2(Math.min(1, chance)) }];
  });
  return found.filter(({ bits }) => bits >= leastBits).sort((a, b) => b.bits - a.bits);
}

/** How far a figure is from the middle of where it must lie. */
function distance(value: bigint, { low, high }: Right): number {
  return Math.abs(Number(2n * value - low - high));
}

function swaps(digits: string): string[] {
  return [...digits].flatMap((digit, i) => {
    const next = digits[i + 1];
    if (next === undefined || next === digit) return [];
    return [`${digits.slice(0, i)}${next}${digit}${digits.slice(i + 2)}`];
  });
}

/** The digits without one of them: one that stands beside its like, or one that does not. */
function withoutOne(digits: string, doubled: boolean): string[] {
  return [...digits].flatMap((digit, i) => {
    const twin = digits[i - 1] === digit || digits[i + 1] === digit;
    return twin === doubled && digits.length > 1 ? [`${digits.slice(0, i)}${digits.slice(i + 1)}`] : [];
  });
}

function withOneMore(digits: string): string[] {
  return Array.from({ length: digits.length + 1 }, (_, i) =>
    Array.from({ length: 10 }, (__, digit) => `${digits.slice(0, i)}${digit}${digits.slice(i)}`),
  ).flat();
}

function withOneOther(digits: string): string[] {
  return [...digits].flatMap((_, i) =>
    Array.from({ length: 10 }, (__, digit) => `${digits.slice(0, i)}${digit}${digits.slice(i + 1)}`),
  );
}

/** A figure with its point in another place, or in another unit. */
function noughts(printed: bigint): bigint[] {
  const more = [10n, 100n, 1000n].map((by) => printed * by);
  const fewer = [10n, 100n, 1000n].filter((by) => printed % by === 0n).map((by) => printed / by);
  return [...more, ...fewer];
}
