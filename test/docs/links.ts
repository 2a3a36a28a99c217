const fenced = /^[^\S\n]*(`{3,}|~{3,})[\s\S]*?^[^\S\n]*\1[`~]*[^\S\n]*$/gm;
const inline =
  /!?\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^()\s>]+(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s+["'(][^)]*)?\s*\)/g;
const defined = /^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm;
const tagged = /<(?:a|img|source)\s[^>]*?(?:href|src)="([^"]+)"/g;

/** The relative links of a Markdown text: of words, images, definitions and tags, code left out. */
export function relativeLinks(text: string): string[] {
  const prose = text.replace(fenced, "");
  const words = prose.replace(/`+[^`\n]*`+/g, "code");
  const links = [inline, defined, tagged].flatMap((form) =>
    [...words.matchAll(form)].map(([, link]) => link ?? ""),
  );
  return links.filter((link) => !/^([a-z][a-z+.-]*:|#|\/\/)/i.test(link));
}

/** The file that a link names: what follows `#` or `?` is taken off. */
export function fileOfLink(link: string): string {
  return decodeURI(link.replace(/[#?].*$/, ""));
}
