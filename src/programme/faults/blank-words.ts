import type { Issue } from "../../issue/issue.ts";
import { received } from "../../issue/received.ts";
import { isDecimal } from "../../quantity/decimal.ts";
import type { GroupPart, LinePart } from "../line.ts";
import type { Part, ProgrammeOptions } from "../programme.ts";
import { deepest } from "./plain-data.ts";
import { withoutId } from "./without-id.ts";

/** What has to be said in words wherever it is said, and what the words are of. */
const wordsOf: Readonly<Record<string, string>> = {
  title: "the name of the programme",
  source: "where the number comes from",
  assumed: "why, for a number that no source gives",
  placeholder: "what is missing",
  agency: "who pays, gives or saves",
  direction: "the capitalisation direction that allows the borrowing",
  body: "the body whose budget it is",
  edition: "which edition of the series it is",
};

type Path = readonly string[];

/** The faults of words that are asked for and blank: a source of spaces is no source, and an agency without a name nobody. */
export function blanks(title: string, options: ProgrammeOptions, parts: readonly Part[]): Issue[] {
  const { labels = {}, appraisal } = options;
  return [
    ...blanksIn({ title }, [], 0),
    ...blanksIn(options, [], 0),
    ...Object.entries(labels).flatMap(([key, label]) => unlabelled(label, ["labels", key])),
    ...Object.keys(appraisal?.options ?? {}).flatMap((label) =>
      unlabelled(label, ["appraisal", "options", label]),
    ),
    ...parts.flatMap(blanksOf),
  ];
}

/** A label without a word in it heads nothing. */
function unlabelled(label: unknown, path: Path): Issue[] {
  if (typeof label !== "string" || label.trim() !== "") return [];
  const [message, more] = withoutId(label);
  return [{ code: "wrong-shape", severity: "error", path, message, ...more }];
}

function blanksOf(part: Part): Issue[] {
  const path = part.path ?? (part.part === "correlation" ? [...part.between] : [part.label]);
  switch (part.part) {
    case "line":
      return [
        ...blanksIn(part.attributes, path, 0),
        ...blanksIn(part.driver.options, part.optionsPath ?? path, 0),
      ];
    case "group":
    case "table":
      return [
        ...unlabelled(part.label, path),
        ...part.parts.flatMap((inner: LinePart | GroupPart) => blanksOf(inner)),
      ];
    case "scenario":
      return unlabelled(part.label, path);
    case "assumption":
      return blanksIn(part.given, path, 0);
    case "index":
      return blanksIn(part.options, path, 0);
    case "correlation":
      return blanksIn(part, path, 0);
    default:
      return [];
  }
}

/** Looks through data for the keys whose words are blank, or no words at all. */
function blanksIn(data: unknown, path: Path, depth: number): Issue[] {
  if (typeof data !== "object" || data === null || isDecimal(data) || depth > deepest) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const at = [...path, key];
    const expected = Object.hasOwn(wordsOf, key) ? wordsOf[key] : undefined;
    if (expected === undefined) return blanksIn(value, at, depth + 1);
    if (value === undefined || (typeof value === "string" && value.trim() !== "")) return [];
    return [blank(at, value, expected)];
  });
}

function blank(path: Path, value: unknown, expected: string): Issue {
  const at = path.join(" > ");
  const message =
    typeof value === "string" ? `${at} has no words in it` : `${at} cannot be ${received(value)}`;
  const hint = `write it, or take “${path.at(-1)}” out`;
  return { code: "wrong-shape", severity: "error", path, message, expected, received: received(value), hint };
}
