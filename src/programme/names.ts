/**
 * The id of a label: lower case, accents dropped, words joined by hyphens; `Set up costs` is `set-up-costs`.
 * A dot is kept, since it joins the id of a line and the name of one of its inputs: `rent.from`.
 *
 * @example
 * ```ts
 * import { idOf } from "invest-to-save";
 * idOf("Sub-Total Ongoing Costs");
 * // => "sub-total-ongoing-costs"
 * ```
 */
export function idOf(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}
