import { isKeyed } from "../issue/given.ts";
import type { Issue } from "../issue/issue.ts";
import { refusal, refuseErrors } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import type { AppraisalOptions, OptionTerms } from "../programme/appraisal-options.ts";
import { checkProgramme } from "../programme/given.ts";
import { type OptionShape, optionFaults } from "../programme/option-shape.ts";

const optionsOfAppraisal: OptionShape = {
  "case?": ["financial", "economic"],
  "for?": "text",
  "schedule?": "any",
  "rate?": "any",
  "timing?": ["start", "middle", "end"],
  "base year?": "text",
  "deflator?": "text",
  "inflation?": "any",
  "benefits?": "names",
  "outcomes?": "text",
  "optimism bias?": "keys",
  "denominator?": ["costs", "costs less cashable savings"],
  "options?": "keys",
} satisfies Record<`${keyof AppraisalOptions}?`, OptionShape>;

const wayToGoAboutIt: OptionShape = {
  "without?": "any",
  "set?": "keys",
  "says?": "text",
} satisfies Record<`${keyof OptionTerms}?`, OptionShape>;

/** Throws for a programme that was not appraised. */
export function checkAppraised(given: unknown, name: string): void {
  checkProgramme(given, name);
  if (isKeyed(given) && isKeyed(given["appraisal"])) return;
  throw refusal({
    code: "wrong-shape",
    path: [name],
    message: `${name} needs a programme that was appraised`,
    expected: "what appraise() gives",
    received: "a programme without an appraisal",
    hint: `write it like ${name}(appraise(programme))`,
  });
}

/** Throws for options of an appraisal that it has no use for, and for values that they cannot have. */
export function checkAsked(given: unknown): void {
  refuseErrors(optionFaults(optionsOfAppraisal, given, ["appraisal"]));
}

/** Throws the same for the ways to go about a programme that are put side by side. */
export function checkOptions(given: unknown): void {
  const path = ["appraisal", "options"];
  refuseErrors(optionFaults({ "*": wayToGoAboutIt }, given, path));
  const each = Object.entries(given as Readonly<Record<string, OptionTerms>>);
  refuseErrors(each.flatMap(([name, { without }]) => leftOutFaults(without, [...path, name])));
}

/** Throws the same for a single one of them. */
export function checkOption(given: unknown): void {
  refuseErrors(optionFaults(wayToGoAboutIt, given, ["option"]));
  refuseErrors(leftOutFaults((given as OptionTerms).without, ["option"]));
}

/** The faults of what is left out: all lines, or some by their names. */
function leftOutFaults(without: unknown, path: readonly string[]): Issue[] {
  if (without === "all") return [];
  return optionFaults({ "without?": "names" }, { without }, path);
}

/** Throws for a body that has no part in a programme; gives its name as the model writes it. */
export function bodyNamed(
  name: string,
  bodies: readonly string[],
  same: (a: string, b: string) => boolean,
): string {
  const found = bodies.find((body) => same(body, name));
  if (found !== undefined) return found;
  throw refusal(
    unknownName({
      what: "body",
      name,
      known: bodies,
      path: ["appraisal", "for"],
      otherwise: "choose one of those above, or give a line the body as its “agency”",
    }),
  );
}
