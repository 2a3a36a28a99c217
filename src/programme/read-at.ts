import type { Issue } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { readAmount } from "../quantity/amount.ts";
import { type Decimal, numeral } from "../quantity/decimal.ts";
import { dimensionOf, type Unit } from "../quantity/unit.ts";
import { isWithin, type Limits, limitsHint, limitsWords } from "./limits.ts";

/** Reads an amount in a unit at a path; a fault goes to `faults` and gives `undefined`. */
export function readAt(
  given: unknown,
  path: readonly string[],
  faults: Issue[],
  limits: Limits = {},
  unit: Unit = "share",
): Decimal | undefined {
  const at = path.join(" > ");
  const share = dimensionOf(unit)?.size === 0;
  if (typeof given === "string" && given.trim().endsWith("%") && !share) {
    faults.push(percentage(given, path, unit));
    return undefined;
  }
  const read = readAmount(given);
  if (!read.ok) {
    const { code, expected, hint } = read;
    const message = `${at} is not an amount that can be used`;
    faults.push({ code, severity: "error", path, message, expected, received: received(given), hint });
    return undefined;
  }
  if (!isWithin(read.value, limits)) {
    faults.push({
      code: "out-of-range",
      severity: "error",
      path,
      message: `${at} cannot be ${numeral(read.value)}`,
      expected: limitsWords(limits),
      received: numeral(read.value),
      hint: limitsHint(read.value, limits, unit),
    });
    return undefined;
  }
  return read.value;
}

function percentage(given: string, path: readonly string[], unit: Unit): Issue {
  const message = `${path.join(" > ")} is a percentage where ${unit} is needed`;
  const hint = "write the amount itself; to take a percentage of something, name what it is of";
  return { code: "wrong-unit", severity: "error", path, message, expected: unit, received: given, hint };
}
