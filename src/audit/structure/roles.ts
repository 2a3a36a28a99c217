/** What a label says of its row or column. Everything that says nothing is an item. */
export type LineRole =
  | "item"
  | "total"
  | "net"
  | "of which"
  | "less"
  | "opening"
  | "closing"
  | "cumulative"
  | "memo";

/** Whether the role makes a line one that is made of others. */
export function isMade(role: LineRole): boolean {
  return role === "total" || role === "net" || role === "closing" || role === "cumulative";
}

const forms: readonly (readonly [LineRole, RegExp])[] = [
  [
    "of which",
    /^(?:of which|(?:of )?this includes|including|incl\.?|includes|comprising|within which|made up of)\b/i,
  ],
  ["memo", /^(?:memo(?:randum)?|for information|note|n\.?b\.?|not included|excluded)\b/i],
  ["cumulative", /\bcumulative\b|\brunning total\b|\bto date\b/i],
  [
    "opening",
    /\bopening\b|\bbrought (?:forward|down)\b|\bb\/?f(?:wd)?\b|\b(?:at|as at) (?:start|beginning|1 april)\b|\bstart of (?:the )?year\b/i,
  ],
  [
    "closing",
    /\bclosing\b|\bcarried (?:forward|down)\b|\bc\/?f(?:wd)?\b|\b(?:at|as at) (?:end|31 march)\b|\bend of (?:the )?year\b/i,
  ],
  ["less", /^(?:less|minus|deduct|deduction|net of)\b/i],
  [
    "total",
    /\b(?:sub|grand)?[\s-]?totals?\b|\boverall\b|^sum\b|^all\b(?! other)|\bin total\b|\baggregate\b|\bcombined\b|^(?:full[\s-])?year$|^annual$/i,
  ],
  [
    "net",
    /\bnet\b|\bbalance\b|\bsurplus\b|\bdeficit\b|\bvariances?\b|\bdifferences?\b|\bshortfall\b|\b(?:funding |budget )?gap\b|\b(?:over|under)[\s/-]*(?:\(?under\)?)?[\s-]?spend|\bchange\b|\bmovement\b|\bincrease\b|\bdecrease\b|\bremaining\b|\bunspent\b|\brequirement\b|\bheadroom\b|^gross\b/i,
  ],
];

/** The role of a line by its label. */
export function roleOf(label: string): LineRole {
  const plain = label.trim();
  return forms.find(([, form]) => form.test(plain))?.[0] ?? "item";
}

/** Whether a label says that what stands under it is taken away, as a heading “Less:” does. */
export function takesAway(label: string): boolean {
  return /^(?:less|minus|deduct)\b/i.test(label.trim());
}
