import { read } from "../../src/file/read.ts";
import { InvestToSaveError } from "../../src/issue/refusal.ts";
import type { Chance } from "./chance.ts";
import { anyBytes, changedBytes, changedData, changedText } from "./change.ts";
import { besideText, examples, modelData, models } from "./corpus.ts";
import { everythingWith } from "./everything.ts";
import { nastyTexts, nastyValues } from "./nasty.ts";
import { type Answer, brokenBy, type Input } from "./promises.ts";

const file = "model.yaml";
const texts = [...models, ...examples];

/** A model in YAML, changed as text or as bytes, or no model at all. */
export function modelInYaml(chance: Chance): Input {
  return inputOf(chance, yamlText(chance));
}

function yamlText(chance: Chance): string {
  if (chance.happens(0.05)) return new TextDecoder().decode(anyBytes(chance, 400));
  const text = chance.happens(0.05) ? rowsOnRows(chance) : chance.of(texts);
  if (chance.happens(0.1))
    return new TextDecoder().decode(changedBytes(chance, new TextEncoder().encode(text)));
  return changedText(chance, text, texts);
}

/** A model in which rows are made of rows, again and again, so that what is small or large becomes far more so. */
function rowsOnRows(chance: Chance): string {
  const how = chance.of([
    "A* * A*",
    "A* * A* * A*",
    "A* + A*",
    "A* / A0",
    "A* * 1e9",
    "max(A*, A0) * A0",
    "previous() + A*",
  ]);
  const count = chance.of([3, 12, 60, 200]);
  const row = (at: number) =>
    `      A${at + 1}: { formula: "${how.replaceAll("A*", `A${at}`)}", unit: number, totals: ${chance.of(["none", "sum", "closing"])} }\n`;
  const rows = Array.from({ length: count }, (_, at) => row(at)).join("");
  const start = chance.of(["1e29", "1e-29", "0.5", "-3", "1", "0", "99999.99"]);
  return `title: Rows on rows\nyears: 2025/26 to 2028/29\nsource: s\nassumptions: { K: { value: ${start}, unit: number, low: ${start} } }\ncosts: { Rent: 1, Crew: { formula: "A${count} * Rent" } }\nmemorandum:\n  M:\n    lines:\n      A0: { formula: K, unit: number, totals: none }\n${rows}`;
}

// What JSON can say; the rest is for programmes in code.
const sayable = nastyValues().filter(
  (value) => value === null || ["string", "number", "boolean"].includes(typeof value),
);

/** A model in JSON whose values and keys are changed for others. */
export function modelInJson(chance: Chance): Input {
  const data = changedData(chance, chance.of(modelData), sayable);
  const text = JSON.stringify(data, null, chance.of([0, 2])) ?? "";
  return inputOf(chance, chance.happens(0.2) ? changedText(chance, text, [text]) : text);
}

/** A model that reads amounts from a CSV file beside it, and the file changed. */
export function amountsBeside(chance: Chance): Input {
  const row = () => chance.of(["Rent", "Staff", "Heat", "Food", "", "Total"]);
  const name = chance.happens(0.2) ? chance.of(nastyTexts) : "costs.csv";
  const lines = [1, 2, 3].map(
    (n) => `  Line ${n}: { amounts from: { file: ${JSON.stringify(name)}, row: ${JSON.stringify(row())} } }`,
  );
  const text = `title: Beside\nyears: 2025/26 to 2028/29\nsource: ledger\ncosts:\n${lines.join("\n")}\n`;
  const table = chance.happens(0.05)
    ? new TextDecoder().decode(anyBytes(chance, 400))
    : changedText(chance, besideText, [besideText]);
  return inputOf(chance, text, { [name]: table });
}

function inputOf(chance: Chance, text: string, beside: Readonly<Record<string, string>> = {}): Input {
  const files = { [file]: text, ...beside };
  const shown = Object.values(files).join("\n-----\n");
  return {
    shown,
    act: async (): Promise<Answer> => {
      const find = (name: string) => {
        const found = Object.hasOwn(beside, name) ? beside[name] : undefined;
        if (found === undefined) throw new InvestToSaveError([]);
        return found;
      };
      const { programme, issues } = read(text, { file, beside: find });
      if (programme === undefined) return { issues, files, refused: true };
      const done = await everythingWith(programme, chance);
      // What is refused only once a model was read, such as a division by nil, is told of a line and has no place in the file.
      const later = { shown, act: () => ({ issues: done.issues, refused: done.issues.length > 0 }) };
      return {
        issues,
        files,
        refused: false,
        written: done.written,
        broken: [...done.broken, ...(await brokenBy(later))],
      };
    },
  };
}
