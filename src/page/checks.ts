import type { Finding, Report } from "../check/check.ts";
import { escaped } from "../write/html.ts";
import { element, textElement } from "./markup.ts";

/** How many checks hold, in a sentence. */
export function checksWords({ findings, holds }: Report): string {
  const failing = findings.filter((finding) => !finding.holds).length;
  if (failing === 0) return `All ${findings.length} checks hold.`;
  const verb = failing === 1 ? "does" : "do";
  const end = holds ? ". None of them is an error." : ".";
  return `${failing} of ${findings.length} checks ${verb} not hold${end}`;
}

/** Every check with whether it holds and, where it does not, where and by how much. */
export function checkLines(report: Report): string[] {
  const items = report.findings.map((finding) => {
    const { label, failures, says, holds } = finding;
    const details = [...failures, ...(says === undefined || holds ? [] : [says])];
    const list =
      details.length === 0 ? "" : `<ul>${details.map((words) => textElement("li", words)).join("")}</ul>`;
    return element("li", `${stateOf(finding)} ${escaped(label)}${list}`);
  });
  return [textElement("p", checksWords(report)), `<ul class="checks">`, ...items, "</ul>"];
}

function stateOf({ holds, severity }: Finding): string {
  const word = holds ? "holds" : severity === "warning" ? "warning" : "FAILS";
  return textElement("strong", word, { class: `mark ${word.toLowerCase()}` });
}
