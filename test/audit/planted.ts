import { type Audit, type AuditedBlock, audit } from "../../src/audit/audit.ts";
import { figureAt } from "../../src/audit/judge/check.ts";
import { extreme, settle } from "../../src/audit/judge/simplex.ts";
import { hold, release, systemOf } from "../../src/audit/judge/system.ts";
import { asPrinted } from "../../src/audit/repair/place.ts";
import type { CellAt } from "../../src/audit/structure/rule.ts";
import { readCsv } from "../../src/file/csv.ts";
import { type Decimal, decimal } from "../../src/quantity/decimal.ts";

/** A table that holds, and what its audit says of it. */
export interface Sound {
  readonly name: string;
  readonly text: string;
  readonly audit: Audit;
}

/** A figure to be printed in the place of another: the cell, the right figure and the wrong one, in full units. */
export interface Fault {
  readonly block: number;
  readonly cell: CellAt;
  readonly right: Decimal;
  readonly wrong: Decimal;
}

/** What an audit makes of a planted fault. */
export interface Outcome {
  readonly found: boolean;
  /** Whether the broken cell is among those that are said to be possibly wrong. */
  readonly named: boolean;
  /** Whether it is the only one, or the likeliest. */
  readonly located: boolean;
  /** Whether the figure that is said to be right is the right one, where it is located. */
  readonly mended: boolean;
}

/**
 * The least change of every judged figure that makes the table impossible: the nearest printed figures, one above and one
 * below, whose values are all out of the range that everything else leaves for that cell.
 */
export function leastFaults({ audit: { blocks } }: Sound): Fault[] {
  return blocks.flatMap(({ block, structure }, at) => {
    const system = systemOf(block, structure.rules);
    settle(system.tableau);
    return system.cells.flatMap((cell, variable): Fault[] => {
      const figure = figureAt(block, cell);
      if (figure === undefined || block.rows[cell.row]?.cells[cell.column]?.standing !== "figure") return [];
      release(system, [variable]);
      settle(system.tableau);
      const [low, high] = [extreme(system.tableau, variable, false), extreme(system.tableau, variable, true)];
      hold(system, [variable]);
      settle(system.tableau);
      const units = (end: typeof low) =>
        end && decimal(end.over.toString()).div(end.under.toString()).div(system.grain);
      const { step, value } = figure;
      const half = step.div(2);
      const over = units(high)?.plus(half).div(step).floor().plus(1).times(step);
      const under = units(low)?.minus(half).div(step).ceil().minus(1).times(step);
      const wrong = [over, under].filter((one) => one !== undefined);
      return wrong.map((one) => ({ block: at, cell, right: value, wrong: one }));
    });
  });
}

/** A table with a fault in it; `undefined` where the cell cannot be written so in its own form. */
export function planted(
  { text, audit: { blocks } }: Sound,
  { block: at, cell, wrong }: Fault,
): string | undefined {
  const { block } = blocks[at] as AuditedBlock;
  const row = block.rows[cell.row];
  const own = row?.cells[cell.column];
  if (row === undefined || own?.figure === undefined) return undefined;
  const written = inForm(
    own.text,
    asPrinted(wrong.abs(), own.figure),
    wrong.isNegative() !== own.figure.value.isNegative(),
  );
  if (written === undefined) return undefined;
  const lines = text.split("\n");
  const line = lines[row.line - 1] ?? "";
  const twins = row.cells.slice(cell.column + 1).filter((other) => other.text === own.text).length;
  const changed = replaced(line, own.text, written, twins);
  if (changed === undefined) return undefined;
  lines[row.line - 1] = changed;
  return lines.join("\n");
}

/** A line with one of its figures printed otherwise: the last, but for so many that are printed the same. */
function replaced(line: string, text: string, written: string, twins: number): string | undefined {
  const fields = line.includes("|") || !line.includes(",") ? undefined : fieldsOf(line);
  const isText = fields === undefined || /\S {2,}\S/.test(line) || !fields.includes(text);
  if (isText) {
    const form = new RegExp(`(?<![\\d,.(])${literal(text)}(?!\\d|[.,]\\d)`, "g");
    const place = [...line.matchAll(form)].reverse()[twins]?.index;
    return place === undefined
      ? undefined
      : `${line.slice(0, place)}${written}${line.slice(place + text.length)}`;
  }
  const places = fields.flatMap((field, at) => (field === text ? [at] : []));
  const place = places.reverse()[twins];
  const quoted = (field: string) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return fields.map((field, at) => quoted(at === place ? written : field)).join(",");
}

function fieldsOf(line: string): string[] | undefined {
  return readCsv(line, "", { asWritten: true }).rows[0]?.fields.map((field) => field.text);
}

/** A figure in the form of another: with its brackets or minus, its unit and its sign of per cent. */
function inForm(text: string, digits: string, turned: boolean): string | undefined {
  const core = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0];
  if (core === undefined) return undefined;
  const plain =
    core.includes(",") || core.replace(/\..*/, "").length < 4 ? digits : digits.replaceAll(",", "");
  if (!turned) return text.replace(core, plain);
  const bare = text.replace(/[()]|^-|-$/g, "");
  return bare === text ? `(${text.replace(core, plain)})` : bare.replace(core, plain);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Audits a table with a fault and compares what is found with what was planted. */
export function outcomeOf(sound: Sound, fault: Fault, text: string): Outcome {
  const { audit: found } = audit(text, { file: sound.name });
  const findings = found?.blocks.flatMap(({ findings: own }) => own) ?? [];
  const isCell = ({ row, column }: CellAt) => row === fault.cell.row && column === fault.cell.column;
  const about = findings.filter(({ explanations }) =>
    explanations.some(({ changes }) => changes.some(({ cell }) => isCell(cell))),
  );
  const first = about.find(
    ({ located, explanations }) =>
      located !== "cannot tell" && explanations[0]?.changes.every(({ cell }) => isCell(cell)),
  );
  const likely = first?.explanations[0]?.changes[0]?.likely;
  const block = found?.blocks[fault.block]?.block;
  const step = block && figureAt(block, fault.cell)?.step;
  return {
    found: findings.length > 0,
    named: about.length > 0,
    located: first !== undefined,
    mended: likely !== undefined && step !== undefined && likely.minus(fault.right).abs().lt(step),
  };
}
