import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { type Audit, audit } from "../src/audit/audit.ts";
import { figureAt } from "../src/audit/judge/check.ts";
import { decimal, numeral } from "../src/quantity/decimal.ts";
import { audited, keptLayouts } from "../test/audit/audited.ts";
import { drawn } from "../test/audit/drawn.ts";
import {
  type Fault,
  leastFaults,
  type Outcome,
  outcomeOf,
  planted,
  type Sound,
} from "../test/audit/planted.ts";
import { tablesIn } from "../test/audit/tables.ts";
import { leastFaultsOf } from "../test/audit/truth.ts";
import { publishedTables } from "../test/laws/published-tables.ts";

// Plants faults in tables that hold and counts what the audit makes of them; the figures stand in docs/audit.md.

const seed = 20_240_401;
const tables = Number(process.argv[2] ?? 200);

/** A way in which a figure goes wrong: its digits as printed, and those of the figure above it, to other digits. */
type Slip = (digits: string, above: string, pick: number) => string | undefined;

const slips: Readonly<Record<string, Slip>> = {
  "two digits are swapped": (digits, _, pick) => {
    const places = [...digits].flatMap((digit, i) => (i > 0 && digits[i - 1] !== digit ? [i] : []));
    const at = places[pick % Math.max(1, places.length)];
    if (at === undefined) return undefined;
    return `${digits.slice(0, at - 1)}${digits[at]}${digits[at - 1]}${digits.slice(at + 1)}`;
  },
  "a digit is dropped": (digits, _, pick) => {
    const at = pick % digits.length;
    return digits.length < 2 ? undefined : digits.slice(0, at) + digits.slice(at + 1);
  },
  "a digit is doubled": (digits, _, pick) => {
    const at = pick % digits.length;
    return digits.slice(0, at) + digits[at] + digits.slice(at);
  },
  "one digit is another": (digits, _, pick) => {
    const at = pick % digits.length;
    const other = (Number(digits[at]) + 1 + (pick % 9)) % 10;
    return `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`;
  },
  "a sign is lost": (digits) => `-${digits}`,
  "it is copied from the cell above": (_, above) => above,
};

/** The faults of one kind in a table, one for each figure that it can happen to. */
function slipsIn({ audit: { blocks } }: Sound, slip: Slip, pick: number): Fault[] {
  return blocks.flatMap(({ block, checks }, at) => {
    const judged = checks.flatMap(({ cell, by }) => [cell, ...by]);
    return judged.flatMap((cell): Fault[] => {
      const figure = figureAt(block, cell);
      if (figure === undefined || figure.value.isZero()) return [];
      const steps = (value: typeof figure.value) => numeral(value.abs().div(figure.step));
      const above = figureAt(block, { row: cell.row - 1, column: cell.column });
      const digits = slip(steps(figure.value), above === undefined ? "" : steps(above.value), pick);
      if (digits === undefined || digits === "" || !/^-?\d+$/.test(digits)) return [];
      const size = decimal(digits).times(figure.step);
      const wrong = figure.value.isNegative() ? size.neg() : size;
      return wrong.eq(figure.value) ? [] : [{ block: at, cell, right: figure.value, wrong }];
    });
  });
}

interface Rates {
  readonly kind: string;
  planted: number;
  found: number;
  named: number;
  located: number;
  mended: number;
}

function counted(kind: string, outcomes: readonly Outcome[]): Rates {
  const of = (key: keyof Outcome) => outcomes.filter((one) => one[key]).length;
  return {
    kind,
    planted: outcomes.length,
    found: of("found"),
    named: of("named"),
    located: of("located"),
    mended: of("mended"),
  };
}

/** What an audit makes of some faults in a table, those left out that cannot be written into it. */
function outcomesOf(table: Sound, faults: readonly Fault[]): Outcome[] {
  return faults.flatMap((fault) => {
    const text = planted(table, fault);
    return text === undefined ? [] : [outcomeOf(table, fault, text)];
  });
}

const texts = fc.sample(publishedTables(), { numRuns: tables, seed }).map(({ text }) => text);
const made = texts.map((text): Sound => ({ name: "made.csv", text, audit: audit(text).audit as Audit }));
const accused = made.filter(({ audit: found }) => !found.holds);
const sound = made.filter(({ audit: found }) => found.holds);
const kept = [...tablesIn("tables"), ...tablesIn("published")]
  .map(({ name, text }): Sound => ({ name, text, audit: audit(text, { file: name }).audit as Audit }))
  .filter(({ audit: found }) => found.holds);

const keptOutcomes = kept.flatMap((table) => outcomesOf(table, leastFaults(table)));
const rates: Rates[] = [
  counted(`least change, every figure of ${kept.length} tables as bodies print them`, keptOutcomes),
];
const one = <T>(all: readonly T[], pick: number) => (all.length === 0 ? [] : [all[pick % all.length] as T]);
rates.push(
  counted(
    "least change, made tables",
    sound.flatMap((table, i) => outcomesOf(table, one(leastFaults(table), i * 7919))),
  ),
);
for (const [kind, slip] of Object.entries(slips)) {
  rates.push(
    counted(
      kind,
      sound.flatMap((table, i) => outcomesOf(table, one(slipsIn(table, slip, i), i * 7919))),
    ),
  );
}

/** Layouts with figures drawn anew: how many of them are accused, and how many least changes of one of each are found. */
async function ofLayouts(times: number): Promise<string> {
  const layouts = keptLayouts();
  let [denied, planted, found] = [0, 0, 0];
  for (const layout of layouts) {
    for (let draw = 1; draw <= times; draw++) if (!(await audited(drawn(layout, draw)))?.holds) denied++;
    const table = drawn(layout, 1);
    for (const fault of leastFaultsOf(table)) {
      planted++;
      if ((await audited(table, fault))?.holds === false) found++;
    }
  }
  const drew = `Of ${layouts.length} layouts, each with figures drawn ${times} times, ${denied} tables were accused.`;
  return `${drew} Of ${planted} least changes, of every figure that a layout says is in a sum or is a quotient, ${found} were found.`;
}

const share = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);
const lines = [
  `Of ${tables} made tables that hold, ${accused.length} ${accused.length === 1 ? "was" : "were"} accused.`,
  "",
  await ofLayouts(20),
  "",
  "| Fault | planted | found | the cell named | told apart from others | mended right |",
  "| :--- | ---: | ---: | ---: | ---: | ---: |",
  ...rates.map(
    (row) =>
      `| ${row.kind} | ${row.planted} | ${share(row.found, row.planted)} | ${share(row.named, row.planted)} | ${share(row.located, row.planted)} | ${share(row.mended, row.planted)} |`,
  ),
];
const page = "docs/audit.md";
const text = readFileSync(page, "utf8");
const from = "<!-- rates -->";
const to = "<!-- end of rates -->";
const shown = `${from}\n\n${lines.join("\n")}\n\n${to}`;
if (text.includes(from)) {
  writeFileSync(page, text.slice(0, text.indexOf(from)) + shown + text.slice(text.indexOf(to) + to.length));
}
console.log(lines.join("\n"));
if (accused.length > 0)
  console.log(
    accused
      .slice(0, 3)
      .map((table) => table.text)
      .join("\n---\n"),
  );
