import { checkWord } from "../../issue/given.ts";
import { checkHandedOn } from "../../issue/handed-on.ts";
import type { Audit } from "../audit.ts";
import { writeAuditJson } from "./json.ts";
import { writeAuditMarkdown } from "./markdown.ts";
import { writeAuditText } from "./text.ts";

/** The forms in which an audit can be written. */
export const auditWriters = {
  text: writeAuditText,
  markdown: writeAuditMarkdown,
  json: writeAuditJson,
} as const;

/**
 * Writes an audit for people (`text`, `markdown`) or for programs (`json`): the table as printed with the figures in question
 * marked, every finding with its place, the printed and the calculated figure, the difference, what rounding explains, the
 * likely cause and the likely true figure. Amounts are in full units, with the sign that is printed. Throws `InvestToSaveError` with
 * `wrong-shape` for what is no audit, and for another form than those.
 *
 * @example
 * ```ts
 * import { audit, writeAudit } from "invest-to-save/audit";
 * const { audit: found } = audit("£000s,14/15,15/16\nPay,60,130\nRent,40,45\nTotal,100,175\n");
 * found && writeAudit(found).split("\n\n")[1]; // => "No findings. Of 2 checks 2 hold exactly; all of them can hold together."
 * ```
 */
export function writeAudit(audit: Audit, as: keyof typeof auditWriters = "text"): string {
  const lists = ["blocks", "claims"];
  checkHandedOn(audit, { name: "audit", by: "audit(…).audit", keyed: ["table"], lists });
  checkWord(as, Object.keys(auditWriters), ["as"]);
  return auditWriters[as](audit);
}
