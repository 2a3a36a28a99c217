import { extname } from "node:path";
import { appraise } from "../appraisal/appraise.ts";
import { refusal } from "../issue/refusal.ts";
import type { Programme } from "../programme/programme.ts";
import type { Scale, SheetRounding } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";

/** What can be asked of an export, whatever its kind. */
interface OutputOptions {
  readonly unit?: Scale | undefined;
  readonly round?: SheetRounding | undefined;
}

/** Makes the contents of a file from a programme. */
export type Output = (programme: Programme, options: OutputOptions) => Promise<Uint8Array | string>;

/** A kind of file that a model can be exported to. */
export interface OutputKind {
  /** What it is, as it follows “Wrote plan.xlsx:”. */
  readonly is: string;
  /** The package that it needs and that does not come with this one. */
  readonly needs?: string;
  /** Why its figures cannot be rounded together, where they cannot. */
  readonly unfooted?: string;
  /** Loads what makes it; nothing of it is loaded before it is asked for. */
  readonly load: () => Promise<Output>;
}

/** The kinds of file by their endings. A kind that is added here is known to the command and to its help. */
export const outputKinds: Readonly<Record<string, OutputKind>> = {
  ".xlsx": {
    is: "an Excel workbook with live formulas",
    unfooted: "a workbook holds exact amounts, which its number formats only show in fewer digits",
    load: async () => {
      const { writeWorkbook } = await import("../workbook/write.ts");
      return (programme, { unit }) => writeWorkbook(appraise(programme), { unit });
    },
  },
  ".docx": {
    is: "a Word document with native tables",
    load: async () => {
      const { writeWord } = await import("../word/write.ts");
      return (programme, options) => writeWord(appraise(programme), options);
    },
  },
  ".html": {
    is: "a report page with charts, every figure explained",
    load: async () => {
      const { writeReportPage } = await import("../page/report-page.ts");
      return writeReportPage;
    },
  },
  ".svg": {
    is: "a chart of costs, funding and savings by year",
    unfooted: "a chart is drawn from exact amounts",
    load: async () => {
      const { costsAndFunding } = await import("../charts/costs-and-funding.ts");
      const { renderSvg } = await import("../charts/render.ts");
      return (programme, { unit }) => {
        const chart = costsAndFunding(evaluate(programme), { unit });
        if (chart === undefined) throw nothingToDraw(programme.title);
        return renderSvg(chart);
      };
    },
  },
};

function nothingToDraw(title: string) {
  return refusal({
    code: "wrong-option",
    path: ["--to"],
    message: "the model has no cost, saving or funding in any year, so there is nothing to draw",
    expected: "a model with an amount in some year",
    received: title,
    hint: "give a line an amount, or export to another kind of file",
  });
}

/** The kind of file that a path names by its ending, whatever its capitals. */
export function kindOfFile(path: string, kinds = outputKinds): OutputKind {
  const ending = extname(path).toLowerCase();
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (kind) return kind;
  const endings = Object.keys(kinds).join(", ");
  throw refusal({
    code: "wrong-option",
    path: [path],
    message:
      ending === ""
        ? `“${path}” has no ending that says what to write`
        : `a model cannot be written as “${ending}”`,
    expected: `a file that ends in ${endings}`,
    received: path,
    hint: `name it like plan${Object.keys(kinds)[0]}`,
  });
}

/** Refuses to round figures together in a kind of file where that cannot be. */
export function checkRounding(
  { unfooted }: OutputKind,
  path: string,
  round: SheetRounding | undefined,
): void {
  if (round !== "footed" || unfooted === undefined) return;
  throw refusal({
    code: "wrong-option",
    path: [path],
    message: `${unfooted}: they cannot be footed`,
    expected: "--round independent, or another kind of file",
    received: "--round footed",
    hint: "leave --round out, or export to .docx or .html, where printed sums can be made to hold",
  });
}

/** Loads what makes a kind of file; a package that is not there is a fault that says how to install it. */
export async function loadOutput({ is, needs, load }: OutputKind): Promise<Output> {
  try {
    return await load();
  } catch (error) {
    if (needs === undefined || !isMissing(error, needs)) throw error;
    throw refusal({
      code: "no-such-file",
      path: [needs],
      message: `${is} needs the package ${needs}, which is not installed`,
      expected: `the package ${needs}`,
      received: "nothing",
      hint: `install it with: npm install ${needs}`,
    });
  }
}

function isMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const missing = error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND";
  return missing && error.message.includes(name);
}
