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
    /\bopening\b|\bbase budget\b(?!.*\b(?:carried|c\/?f))|\b(?:previous|prior|last) year['’]?s? (?:net |revised |approved )*(?:budget|balance|requirement)\b|\bbrought (?:forward|down)\b|\bb\/?f(?:wd)?\b|\b(?:at|as at) (?:the )?(?:start|beginning|1 april)\b|\bstart of (?:the )?year\b/i,
  ],
  [
    "closing",
    /\bclosing\b|\bcarried (?:forward|down)\b|\bc\/?f(?:wd)?\b|\b(?:at|as at) (?:the )?(?:end|close|31 march)\b|\bend of (?:the )?year\b/i,
  ],
  ["less", /^(?:less|minus|deduct|deduction|net of)\b/i],
  [
    "total",
    /\b(?:sub|grand)?[\s-]?totals?\b|\boverall\b|^sum\b|^all\b(?! other)|\bin total\b|\baggregate\b|\bcombined\b|^(?:full[\s-])?year$|^annual$/i,
  ],
  [
    "net",
    /\bnet\b(?! (?:pension|defined|interest|book|realisable|present))|\bbalance\b|\bsurplus\b|\bdeficit\b|\bvariances?\b|\bdifferences?\b|\bshortfall\b|\b(?:funding |budget )?gap\b|\b(?:over|under)[\s/-]*(?:\(?under\)?)?[\s-]?spend|\bchange\b|\bmovement\b|\bincrease\b|\bdecrease\b|\bremaining\b|\bunspent\b|\brequirement\b|\bheadroom\b|\bin post\b|\b(?:uncommitted|unallocated|remainder)\b|\bto be (?:found|identified|met)\b|\b(?:grant|funding|subsidy|contribution) (?:requested|required|needed|sought|claimed)\b|^gross\b/i,
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

/** Whether a label that counts as a difference is of something before anything is taken away. */
export function isGross(label: string): boolean {
  return /^gross\b/i.test(label.trim());
}

const captions = [
  "(?:net )?costs? of (?:all )?(?:general fund |hra |housing )?services",
  "(?:long[- ]?term|non[- ]?current|current|fixed|other) (?:assets|liabilities)",
  "usable reserves",
  "individual schools budget",
  "other comprehensive income (?:and|&) expenditure",
  "(?:non[- ]?)?pay(?: costs| expenditure)?",
  "(?:operating |gross |(?:in)?direct |service |capital |revenue |full )?(?:income|expenditure|costs?|spend(?:ing)?)",
  "(?:sources of )?(?:funding|finance|financing|resources)(?: available)?",
  "core spending power",
  "(?:the )?(?:england|wales|scotland|uk|united kingdom|great britain|county|region|system|borough|city|district)(?: as a whole)?",
  "(?:budget|cash limit|outturn|envelope)",
];
const captionForm = new RegExp(`^(?:${captions.join("|")})$`, "i");

/** Whether a label is one by which statements call a subtotal without saying that it is one. */
export function isCaption(label: string): boolean {
  return captionForm.test(label.replace(/\s*\(?£.*$/, "").trim());
}
