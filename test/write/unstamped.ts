/** What is printed, without the last line, which says what made it of which inputs. */
export function unstamped(printed: string): string {
  const lines = printed.trimEnd().split("\n");
  if (!/^"?Made with invest-to-save /.test(lines.at(-1) ?? "")) throw new Error(`no stamp under\n${printed}`);
  return lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join("");
}
