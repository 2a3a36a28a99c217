import type { Issue, IssueCode } from "../issue/issue.ts";
import { isOnOneWay, isSamePath } from "../issue/key-path.ts";
import { idOf, inputIdOf, mentions } from "../programme/names.ts";

/** Whether an issue only follows from something that was refused before: nothing has the name of a refused line, or uses what it names. */
export function isConsequence(
  { code, received: name, path }: Issue,
  refused: readonly Issue[],
  data: Readonly<Record<string, unknown>>,
): boolean {
  const [section, label = ""] = path;
  if (refused.length === 0) return false;
  if (code === "wrong-shape" || code === "unknown-key" || code === "too-deep")
    return refused.some((other) => isSamePath(other.path, path) || isAboutOneValue(other, path));
  if (code === "no-lines") return true;
  if (needed[code]?.some((key) => refused.some(({ path }) => path[0] === key))) return true;
  if (code === "unused-assumption" && section === "assumptions")
    return mentions({ ...data, assumptions: undefined }, idOf(label));
  // Whose cash it is cannot be found where the name of the body was refused.
  if (section === "appraisal" && label === "for" && refused.some(({ path }) => path[0] === "body"))
    return true;
  if (code !== "unknown-name") return false;
  const [id = ""] = inputIdOf(name ?? "").split(".");
  // What an appraisal names may be said by a line that was refused: its agency, or a row that it makes.
  if (section === "appraisal" && mentions({ ...data, appraisal: undefined }, id)) return true;
  return refused.some(({ path }) => path.some((key) => idOf(key) === id));
}

/** Options of the model that a fault may only follow from, where they were refused. */
const needed: Partial<Record<IssueCode, readonly string[]>> = {
  "no-source": ["source", "assumed", "placeholder"],
  "wrong-prices": ["prices"],
  "malformed-period": ["by", "year starts"],
  "year-outside-timeline": ["by", "year starts"],
  "period-too-fine": ["by", "year starts"],
};

/** Whether what was said of a value says it of what is in it, or around it, too: a list in a list of words is one mistake. */
function isAboutOneValue({ code, path: other }: Issue, path: readonly string[]): boolean {
  return code === "wrong-shape" && other.length > 0 && path.length > 0 && isOnOneWay(other, path);
}
