import { parse } from "yaml";
import { filesIn, textOf } from "../cli/repository.ts";
import { everyDriver } from "../laws/every-driver.ts";

/** The models, tables and pages of the repository that inputs are made from. */
export const models: readonly string[] = [
  ...filesIn("models", "model.yaml"),
  ...filesIn("test/errors/fine", ".yaml"),
  ...filesIn("test/errors/files", ".yaml", ".json"),
].map(textOf);

/** The models as plain data; files of faults that are no YAML are left out. */
export const modelData: readonly unknown[] = [
  ...filesIn("models", "model.yaml").map((file) => parse(textOf(file)) as unknown),
  ...Array.from({ length: 6 }, () => everyDriver),
];

/** The examples on the pages of the drivers, which have every option in them. */
export const examples: readonly string[] = filesIn("docs", ".md").flatMap((file) =>
  [...textOf(file).matchAll(/^```yaml[^\n]*\n([\s\S]*?)^```/gm)].map(([, text = ""]) => text),
);

const tableFiles = [
  ...filesIn("test/audit/tables", ".csv", ".tsv", ".md", ".html", ".txt"),
  ...filesIn("models", "expected.csv"),
  ...filesIn("test/models/published", ".csv"),
  ...filesIn("test/gallery", "leeds-footed.md", "leeds-in-millions.txt", "leeds-footed.html"),
];

export interface TableFile {
  readonly name: string;
  readonly text: string;
}

export const tables: readonly TableFile[] = tableFiles.map((file) => ({
  name: file.split("/").at(-1) ?? "",
  text: textOf(file),
}));

export const structures: readonly string[] = [
  "unit: thousands\nsums:\n  Total: [Staff, Rent, -Income]\ncolumns add up:\n  Total: [2024/25, 2025/26]\n",
  "rounded to: 5\nblank: unknown\nlabel column: 1\nheading rows: 2\ntable: 1\nnot added: [Rent]\nonly declared: true\n",
  "cells:\n  - { row: Rent, column: 2024/25, reads: nil }\nkinds: { Rent: number }\nratios:\n  Share: { of: Rent, to: Total, change: true }\n",
  'claims:\n  - "{Rent, 2024/25} is 62% of {Total, 2024/25}"\n  - "a rise of 25% from {Rent, 2024/25} to {Rent, 2025/26}"\nassume:\n  - { constant: [Rent, Staff], from: 2024/25, to: 2025/26 }\n  - { equal: [Rent, Staff] }\n',
];

/** A file beside a model, and a model that reads it. */
export const besideText = textOf("test/errors/files/amounts-from.csv");
