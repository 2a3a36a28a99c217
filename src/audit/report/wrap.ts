/** How wide a line of a report is. */
const width = 110;

/** A line broken at spaces, the following lines indented. */
export function wrapped(line: string, indent: number): string[] {
  const lead = line.slice(0, line.length - line.trimStart().length);
  const lines: string[] = [];
  let current = lead;
  for (const word of line.trim().split(" ")) {
    const longer = current.trim() === "" ? `${current}${word}` : `${current} ${word}`;
    if ([...longer].length > width && current.trim() !== "") {
      lines.push(current);
      current = `${" ".repeat(indent)}${word}`;
    } else current = longer;
  }
  return [...lines, current];
}
