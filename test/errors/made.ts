const model = (amount: string) =>
  `title: Family hubs\nyears: 2025/26 to 2027/28\nsource: business case of May 2025\ncosts:\n  Staff: 120000\n  Rent: { 2025/26: ${amount}, 2028/29: 9000 }\n`;

/** Files that no editor would keep as they are: other line ends, other encodings, bytes that are no text. */
export const made: Readonly<Record<string, Uint8Array>> = {
  "line-ends-of-windows.yaml": Buffer.from(model("£9k").replaceAll("\n", "\r\n")),
  "mark-at-the-start.yaml": Buffer.from(`\ufeff${model("9000").replace("title", "titel")}`),
  "workbook.yaml": Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml", "latin1"),
  "utf-16.yaml": Buffer.from(`\ufeff${model("9000")}`, "utf16le"),
  "latin-1.yaml": Buffer.from(model("£9000"), "latin1"),
  "escape-signs.yaml": Buffer.from(model('"\\e[31mred\\e[0m\\n\\r two lines"')),
};
