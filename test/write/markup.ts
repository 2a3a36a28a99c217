/** A piece of markup: a tag that opens or closes, with its attributes, or text between tags. */
type Piece =
  | {
      readonly is: "open" | "close";
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  | { readonly is: "text"; readonly text: string };

/** An element with what stands in it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: (Element | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const alone = new Set(["meta", "link", "img", "br", "hr", "input"]);

/**
 * Reads a page strictly: every tag is lower case and closed in order, every attribute quoted, and no sign that belongs to
 * markup stands in text. Throws where that is not so.
 */
export function elementsOf(page: string): Element {
  const root: Element = { tag: "page", attributes: {}, inside: [] };
  const open = [root];
  for (const piece of piecesOf(page.replace(/^<!doctype html>\n/, ""))) {
    const parent = open.at(-1) ?? root;
    if (piece.is === "text") parent.inside.push(unescaped(piece.text));
    else if (piece.is === "close") {
      if (open.length < 2 || parent.tag !== piece.tag)
        throw new Error(`</${piece.tag}> closes ${parent.tag}`);
      open.pop();
    } else {
      const element = { tag: piece.tag, attributes: piece.attributes, inside: [] };
      parent.inside.push(element);
      if (!alone.has(piece.tag)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`${open.at(-1)?.tag} is not closed`);
  return root;
}

function* piecesOf(page: string): Generator<Piece> {
  // The text of a style is no markup.
  const form = /<style>[^<]*<\/style>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)>|([^<>]+)/gy;
  for (let at = 0; at < page.length; at = form.lastIndex) {
    form.lastIndex = at;
    const found = form.exec(page);
    if (found === null) throw new Error(`no markup: ${page.slice(at, at + 60)}`);
    const [, slash, tag, attributes = "", text] = found;
    if (text !== undefined) yield { is: "text", text };
    else if (tag !== undefined) {
      const pairs = [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        unescaped(value ?? ""),
      ]);
      yield { is: slash === "/" ? "close" : "open", tag, attributes: Object.fromEntries(pairs) };
    }
  }
}

function unescaped(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`an & that is not escaped: ${text}`);
  return text.replace(/&(\w+|#39);/g, (_, name: string) => entities[name] ?? "");
}

/** All elements with a tag, in order, wherever they stand. */
export function all(within: Element, tag: string): Element[] {
  return within.inside.flatMap((one) =>
    typeof one === "string" ? [] : [...(one.tag === tag ? [one] : []), ...all(one, tag)],
  );
}

/** What an element says, as it is read out, without those of its parts that have a class or tag to be left out. */
export function textOf(within: Element, leftOut: readonly string[] = []): string {
  return within.inside
    .map((one) => {
      if (typeof one === "string") return one;
      return leftOut.includes(one.tag) || leftOut.includes(one.attributes["class"] ?? "")
        ? ""
        : textOf(one, leftOut);
    })
    .join("");
}
