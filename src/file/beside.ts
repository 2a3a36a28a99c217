import { isPeriodKey } from "../drivers/amounts.ts";
import type { Beside } from "../drivers/driver-kind.ts";
import { didYouMean, type Issue, type IssueCode, type Place } from "../issue.ts";
import type { AnyPeriodAmounts } from "../programme/line.ts";
import { type Field, readCsv } from "./csv.ts";

/** Gives the text of a file beside the model, by its name; throws where there is none. */
export type FindBeside = (name: string) => string;

/** Rows of CSV files beside a model: found once, with the place of every amount for faults. */
export interface Besides {
  /** What a line at a path may read; faults go to `issues`. */
  for(path: readonly string[], issues: Issue[]): Beside;
  /** The place in a CSV file of a path that was read from it. */
  place(path: readonly string[]): Place | undefined;
}

/** Reads rows of amounts from CSV files beside the model. Files are only ever asked for by plain names below it. */
export function besides(find: FindBeside | undefined): Besides {
  const tables = new Map<string, Field[][]>();
  const places = new Map<string, Place>();
  const load = (file: string): Field[][] => {
    if (find === undefined) throw new Error("no files can be read here");
    const known = tables.get(file) ?? readCsv(find(file), file);
    tables.set(file, known);
    return known;
  };
  return {
    place: (path) => places.get(path.join("\u0000")),
    for: (path, issues) => ({
      rowOf: (file, row) => {
        const fault = faultOf(issues, path);
        if (!isBelow(file))
          return fault(
            "forbidden-path",
            `“${file}” is not in the folder of the model`,
            file,
            "keep the file beside the model and give its name, such as costs.csv",
          );
        try {
          const table = load(file);
          return amountsOf(table, row, file, path, places, fault);
        } catch {
          return fault(
            "no-such-file",
            `there is no file “${file}” beside the model that can be read`,
            file,
            "check the name; it is taken from the folder of the model",
          );
        }
      },
    }),
  };
}

type Fault = (code: IssueCode, message: string, received: string, hint: string) => undefined;

function faultOf(issues: Issue[], path: readonly string[]): Fault {
  return (code, message, received, hint) => {
    issues.push({
      code,
      severity: "error",
      path,
      message,
      expected: "a row of a CSV file beside the model",
      received,
      hint,
    });
    return undefined;
  };
}

/** Whether a name leads nowhere but into the model's own folder. */
function isBelow(name: string): boolean {
  return !/^([/\\~]|[a-z]:)/i.test(name) && !name.split(/[/\\]/).includes("..") && !name.includes("\u0000");
}

function amountsOf(
  table: readonly Field[][],
  row: string,
  file: string,
  path: readonly string[],
  places: Map<string, Place>,
  fault: Fault,
): AnyPeriodAmounts | undefined {
  const [head = [], ...rows] = table;
  const found = rows.filter(([name]) => name?.text.trim().toLowerCase() === row.trim().toLowerCase());
  const [own] = found;
  const names = rows.flatMap(([name]) => (name === undefined || name.text === "" ? [] : [name.text]));
  if (own === undefined || found.length > 1) {
    const message =
      own === undefined ? `${file} has no row “${row}”` : `${file} has ${found.length} rows “${row}”`;
    return fault(
      "unknown-name",
      message,
      row,
      didYouMean(row, names) ?? `its rows are ${names.slice(0, 20).join(", ")}`,
    );
  }
  const amounts: Record<string, string> = {};
  for (const [at, { text: period }] of head.entries()) {
    const field = own[at];
    // A column that names no period, such as a total or a remark, holds no amounts.
    if (at === 0 || field === undefined || field.text.trim() === "" || !isPeriodKey(period)) continue;
    places.set([...path, period].join("\u0000"), field.place);
    amounts[period] = field.text;
  }
  return amounts;
}
