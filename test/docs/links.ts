const fenced = /^[^\S\n]*(`{3,}|~{3,})[\s\S]*?^[^\S\n]*\1[`~]*[^\S\n]*$/gm;
const inline =
  /!?\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^()\s>]+(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s+["'(][^)]*)?\s*\)/g;
const defined = /^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm;
const tagged = /<(?:a|img|source)\s[^>]*?(?:href|src)="([^"]+)"/g;
const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/gm;

/** The links of a Markdown text into the repository: of words, images, definitions and tags, code left out. */
export function relativeLinks(text: string): string[] {
  const prose = text.replace(fenced, "");
  const words = prose.replace(/`+[^`\n]*`+/g, "code");
  const links = [inline, defined, tagged].flatMap((form) =>
    [...words.matchAll(form)].map(([, link]) => link ?? ""),
  );
  return links.filter((link) => !/^([a-z][a-z+.-]*:|\/\/)/i.test(link));
}

/** The file that a link names: what follows `#` or `?` is taken off. Empty where it names a place of its own page. */
export function fileOfLink(link: string): string {
  return decodeURI(link.replace(/[#?].*$/, ""));
}

/** The heading that a link names, as it stands after `#`. */
export function headingOfLink(link: string): string | undefined {
  return /#(.+)$/.exec(link)?.[1];
}

/** What can stand after `#` in a link to a page: its headings as GitHub names them, a number after those that come again. */
export function headingsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const names = [...text.replace(fenced, "").matchAll(heading)].map(([, words = ""]) => {
    const name = nameOf(words);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}-${times}`;
  });
  return new Set(names);
}

function nameOf(words: string): string {
  const plain = words.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
}
