import type { Issue } from "../issue/issue.ts";
import { unknownKey } from "../issue/unknown-key.ts";
import type { Kind, TableOptions, TablePart } from "../programme/line.ts";
import type { Labels, Part } from "../programme/programme.ts";
import { tableSchema } from "../programme/schema.ts";
import type { Besides } from "./csv-beside.ts";
import { isMapping, readLines, wrongShape } from "./line.ts";
import { schemaOf, shapeFaults } from "./shape-faults.ts";

/** The sections of lines, with their kind and the names of their heading and total. */
export const sections = [
  { key: "costs", kind: "cost", heading: "costs", total: "total cost" },
  { key: "repayments", kind: "repayment", heading: "repayments", total: "total repayment" },
  { key: "funding", kind: "funding", heading: "funding", total: "total funding" },
  { key: "savings", kind: "saving", heading: "savings", total: undefined },
] as const satisfies readonly {
  key: string;
  kind: Kind;
  heading: keyof Labels;
  total: keyof Labels | undefined;
}[];

/** What reading sections needs and fills. */
export interface SectionReading {
  readonly labels: Record<string, string>;
  readonly issues: Issue[];
  readonly besides: Besides;
  /** The first year of the model, for hints that show one. */
  readonly year: string;
}

/** Reads the lines of a section, and the names of its heading and total. */
export function readSection(
  section: (typeof sections)[number],
  value: unknown,
  from: SectionReading,
): Part[] {
  const { key, kind } = section;
  const { labels, issues } = from;
  const reading = { kind, issues, besides: from.besides, year: from.year };
  if (value === undefined) return [];
  if (!isMapping(value) || !("lines" in value)) return readLines(reading, value, [key]);
  for (const [name, own] of Object.entries(value)) {
    const label = name === "heading" ? section.heading : name === "total" ? section.total : undefined;
    if (name === "lines") continue;
    if (label === undefined)
      issues.push(
        unknownKey([key], name, section.total ? ["heading", "total", "lines"] : ["heading", "lines"]),
      );
    else if (typeof own !== "string" || own.trim() === "")
      issues.push(wrongShape([key, name], "text", own, "write the label in quotes"));
    else labels[label] = own;
  }
  return readLines(reading, value["lines"], [key, "lines"]);
}

/** Memorandum tables: each has lines, and what it says of itself. */
export function readTables(value: unknown, { issues, besides, year }: SectionReading): TablePart[] {
  if (value === undefined) return [];
  if (!isMapping(value)) {
    issues.push(
      wrongShape(
        ["memorandum"],
        "tables, each with its lines",
        value,
        "write “memorandum:”, then a table with “lines:”",
      ),
    );
    return [];
  }
  return Object.entries(value).flatMap(([label, own]): TablePart[] => {
    const path = ["memorandum", label];
    if (!isMapping(own) || !("lines" in own)) {
      issues.push(wrongShape(path, "a table with “lines:”", own, "put the rows under “lines:”"));
      return [];
    }
    const { lines, ...options } = own;
    issues.push(...shapeFaults(schemaOf(tableSchema), options, path));
    const reading = { kind: "memorandum", issues, besides, year, once: "column" in own } as const;
    return [
      {
        part: "table",
        label,
        options: options as TableOptions,
        parts: readLines(reading, lines, [...path, "lines"]),
        path,
      },
    ];
  });
}
