import type { Beside } from "../drivers/driver-kind.ts";
import type { Issue, IssueCode, Place } from "../issue/issue.ts";
import { unknownName } from "../issue/unknown-name.ts";
import type { AnyPeriodAmounts } from "../programme/line.ts";
import type { CsvRow } from "./csv.ts";
import { type CsvTable, csvTable } from "./csv-table.ts";

/** Gives the text of a file beside the model, by its name; throws where there is none. */
export type FindBeside = (name: string) => string;

/** Rows of CSV files beside a model: found once, with the place of every amount for faults. */
export interface Besides {
  /** What a line at a path may read; faults of what it asks for go to `issues`. */
  for(path: readonly string[], issues: Issue[]): Beside;
  /** The faults of the files themselves, each file once, whoever reads it. */
  readonly issues: readonly Issue[];
  /** The place in a CSV file of a fault in what was read from it. */
  place(issue: Issue): Place | undefined;
}

/** An amount that was read, and the heading above it. */
interface Placed {
  readonly cell: Place;
  readonly heading: Place;
}

/** Faults of a period, for which its heading is to be mended; all others are faults of the cell. */
const ofThePeriod: readonly IssueCode[] = [
  "malformed-period",
  "year-outside-timeline",
  "period-too-fine",
  "period-given-twice",
];

/** Reads rows of amounts from CSV files beside the model. Files are only ever asked for by plain names below it. */
export function besides(find: FindBeside | undefined): Besides {
  const tables = new Map<string, CsvTable>();
  const places = new Map<string, Placed>();
  const issues: Issue[] = [];
  const load = (file: string, path: readonly string[]): CsvTable | undefined => {
    const known = tables.get(file);
    if (known) return known;
    const text = found(find, file);
    if (text === undefined) return undefined;
    const table = csvTable(text, file);
    issues.push(...table.issues.map((issue) => ({ ...issue, path: [...path, "file"] })));
    tables.set(file, table);
    return table;
  };
  return {
    issues,
    place: ({ code, path }) => {
      const own = places.get(path.join("\u0000"));
      return ofThePeriod.includes(code) ? own?.heading : own?.cell;
    },
    for: (path, faults) => ({
      rowOf: (file, name) => {
        const table = isBelow(file) ? load(file, path) : undefined;
        if (table === undefined) {
          faults.push(isBelow(file) ? notThere(path, file, find !== undefined) : outside(path, file));
          return undefined;
        }
        const own = rowNamed(table, file, name, path, faults);
        return own && amountsOf(table, own, path, places);
      },
    }),
  };
}

function found(find: FindBeside | undefined, file: string): string | undefined {
  try {
    return find?.(file);
  } catch {
    return undefined;
  }
}

/** Whether a name leads nowhere but into the model's own folder. */
function isBelow(name: string): boolean {
  return !/^([/\\~]|[a-z]:)/i.test(name) && !name.split(/[/\\]/).includes("..") && !name.includes("\u0000");
}

/** The one row of a name; a fault where there is none or several. In a file whose rows cannot be told apart none is missed. */
function rowNamed(
  table: CsvTable,
  file: string,
  name: string,
  path: readonly string[],
  faults: Issue[],
): CsvRow | undefined {
  const wanted = name.trim().toLowerCase();
  const [own, ...others] = table.rows.filter(({ fields }) => fields[0]?.text.trim().toLowerCase() === wanted);
  if (own === undefined && table.whole) {
    const known = [
      ...new Set(table.rows.flatMap(({ fields: [first] }) => (first?.text ? [first.text] : []))),
    ];
    faults.push(unknownName({ what: "row", where: `in ${file}`, name, known, path: [...path, "row"] }));
  }
  for (const other of others) faults.push(rowTwice(name, path, own, other));
  return others.length > 0 ? undefined : own;
}

function amountsOf(
  { periods }: CsvTable,
  { fields }: CsvRow,
  path: readonly string[],
  places: Map<string, Placed>,
): AnyPeriodAmounts {
  const amounts: Record<string, string> = {};
  for (const { at, heading } of periods) {
    const cell = fields[at];
    if (cell === undefined || cell.text.trim() === "") continue;
    places.set([...path, heading.text].join("\u0000"), { cell: cell.place, heading: heading.place });
    amounts[heading.text] = cell.text;
  }
  return amounts;
}

function rowTwice(name: string, path: readonly string[], one: CsvRow | undefined, other: CsvRow): Issue {
  const [first, again] = [one?.fields[0]?.place, other.fields[0]?.place];
  return {
    code: "duplicate-id",
    severity: "error",
    path: [...path, "row"],
    ...(again === undefined ? {} : { place: again }),
    message: `the row “${name}” stands twice, the first time on line ${first?.line}`,
    expected: "a name of its own for each row that a model reads",
    received: name,
    hint: "change the name of one of them, or add the two together",
  };
}

function notThere(path: readonly string[], file: string, looked: boolean): Issue {
  return {
    code: "no-such-file",
    severity: "error",
    path: [...path, "file"],
    message: `there is no file “${file}” beside the model that can be read`,
    expected: "a CSV file beside the model",
    received: file,
    hint: looked
      ? "check the name; it is taken from the folder of the model"
      : "give whoever reads the model a way to find files: read(text, { beside: (name) => … })",
  };
}

function outside(path: readonly string[], file: string): Issue {
  return {
    code: "forbidden-path",
    severity: "error",
    path: [...path, "file"],
    message: `“${file}” is no path within the folder of the model`,
    expected: "a path that starts from the folder of the model and stays in it",
    received: file,
    hint: "keep the file beside the model and give its name, such as costs.csv",
  };
}
