import { escaped } from "../write/html.ts";

/** Attributes by name; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with some markup in it. */
export function element(tag: string, inside: string, attributes: Attributes = {}): string {
  return `<${tag}${attributesOf(attributes)}>${inside}</${tag}>`;
}

/** An element with a text in it. */
export function textElement(tag: string, text: string, attributes: Attributes = {}): string {
  return element(tag, escaped(text), attributes);
}

/** Attributes as they are written, with a space before each. */
export function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(String(value))}"`))
    .join("");
}

/** Part of a page under a heading, which names it for those who go from part to part. */
export function section(id: string, heading: string, inside: readonly string[]): string[] {
  if (inside.length === 0) return [];
  return [
    `<section id="${id}" aria-labelledby="${id}-title">`,
    textElement("h2", heading, { id: `${id}-title` }),
    ...inside,
    "</section>",
  ];
}

/** A cell of words, with its markup and what attributes it has. */
interface WordCell extends Attributes {
  readonly inside: string;
}

/**
 * A table of words under its title, which a narrow screen shows as a list. The roles of its rows and cells are written out, since
 * those that are laid out as something else are none to some of those who listen.
 */
export function listTable(title: string, heads: readonly string[], rows: readonly string[]): string[] {
  const head = heads.map((label, i) =>
    textElement("th", label, { scope: "col", role: "columnheader", class: i === 0 ? undefined : "words" }),
  );
  return [
    `<table class="listed">`,
    element("caption", textElement("h3", title)),
    `<thead role="rowgroup"><tr role="row">${head.join("")}</tr></thead>`,
    `<tbody role="rowgroup">`,
    ...rows,
    "</tbody>",
    "</table>",
  ];
}

/** A row of such a table: what it is of, then its cells. */
export function listRow(label: string, cells: readonly WordCell[], kind?: string): string {
  const head = textElement("th", label, { scope: "row", role: "rowheader" });
  const own = cells.map(({ inside, ...attributes }) =>
    element("td", inside, { class: "words", role: "cell", ...attributes }),
  );
  return element("tr", `${head}${own.join("")}`, { role: "row", class: kind });
}

/** A table that may be wider than the page: it is scrolled on its own, by keyboard too, and so needs a name. */
export function scrolled(name: string, table: readonly string[]): string[] {
  const attributes = attributesOf({ class: "sheet", role: "region", "aria-label": name, tabindex: 0 });
  return [`<div${attributes}>`, ...table, "</div>"];
}

/** Data in a page, so that no text in it can end it or be taken for anything else. */
export function dataIsland(id: string, data: unknown): string {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `<script type="application/json" id="${id}">${json}</script>`;
}
