import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { audit, auditTable } from "../../src/audit/audit.ts";
import { readWorkbookTable } from "../../src/audit/read/forms/workbook.ts";
import type { ReadTable } from "../../src/audit/read/read.ts";
import { readTable } from "../../src/audit/read/read.ts";
import { reconstruct } from "../../src/audit/reconstruct/reconstruct.ts";
import { writeReconstruction } from "../../src/audit/report/reconstruction.ts";
import { auditWriters, writeAudit } from "../../src/audit/report/write.ts";
import { readStructure } from "../../src/audit/structure-file.ts";
import type { Chance } from "./chance.ts";
import { anyBytes, changedBytes, changedText } from "./change.ts";
import { structures, type TableFile, tables } from "./corpus.ts";
import { nastyTexts } from "./nasty.ts";
import { type Answer, type Input, orIssues } from "./promises.ts";

const forms = Object.keys(auditWriters) as (keyof typeof auditWriters)[];

/** A table whose file ends in one of these, changed. */
export function tableIn(...endings: readonly string[]): (chance: Chance) => Input {
  const own = tables.filter(({ name }) => endings.some((ending) => name.endsWith(ending)));
  const others = tables.map(({ text }) => text);
  return (chance) => {
    const { name, text } = chance.of(own);
    const changed = chance.happens(0.05)
      ? new TextDecoder().decode(anyBytes(chance, 600))
      : changedText(chance, text, others);
    return tableInput(chance, { name, text: changed });
  };
}

/** Text as somebody copies it: any table without the name that says its form. */
export function pastedTable(chance: Chance): Input {
  const { text } = chance.of(tables);
  return tableInput(chance, { name: "pasted", text: changedText(chance, text, [text]) });
}

function tableInput(chance: Chance, { name, text }: TableFile): Input {
  const claims = chance.happens(0.2)
    ? [changedText(chance, "{Rent, 2024/25} is 62% of {Total, 2024/25}", [text])]
    : [];
  return {
    shown: `${name}\n${text}\n${claims.join("\n")}`,
    act: () => {
      const result = readTable(text, { file: name });
      return answerOf(chance, result, { [name]: text }, claims);
    },
  };
}

function answerOf(
  chance: Chance,
  { table, issues }: ReadTable,
  files: Record<string, string>,
  claims: readonly string[],
): Answer {
  if (table === undefined) return { issues, files, refused: true };
  // A claim without a word is refused at the door, before anything is judged.
  const done = orIssues(() => auditTable(table, { claims }));
  const { audit: found, issues: more } = done.value ?? { audit: undefined, issues: done.issues };
  const written = found === undefined ? [] : [writeAudit(found, chance.of(forms))];
  if (chance.happens(0.1)) {
    const { value } = orIssues(() => reconstruct(table));
    if (value?.reconstruction !== undefined) written.push(writeReconstruction(value.reconstruction));
  }
  const unplaced = more.map((issue) => ({
    ...issue,
    place: issue.place ?? { file: Object.keys(files)[0] ?? "", line: 1, column: 1 },
  }));
  return { issues: [...issues, ...unplaced], files, refused: found === undefined, written };
}

/** A structure file, changed, and a table that it is said of. */
export function structureFile(chance: Chance): Input {
  const text = changedText(chance, chance.of(structures), structures);
  const file = "structure.yaml";
  return {
    shown: text,
    act: () => {
      const { structure, issues } = readStructure(text, { file });
      if (structure === undefined) return { issues, files: { [file]: text }, refused: true };
      const table = "£000s,2024/25,2025/26\nStaff,60,130\nRent,40,45\nTotal,100,175\n";
      const { audit: found, issues: more } = audit(table, { ...structure, structure });
      const written = found === undefined ? [] : [writeAudit(found, chance.of(forms))];
      const placed = more.map((issue) => ({ ...issue, place: { file, line: 1, column: 1 } }));
      return {
        issues: [...issues, ...placed],
        files: { [file]: text },
        refused: found === undefined,
        written,
      };
    },
  };
}

let kept: Promise<Uint8Array> | undefined;

/** A workbook with a table, made once: two worksheets, a formula, a date, text in several styles. */
function cleanWorkbook(): Promise<Uint8Array> {
  kept ??= import("hucre/xlsx").then(({ writeXlsx }) =>
    writeXlsx({
      sheets: [
        { name: "Notes", rows: [["Prepared by the finance team"], ["Version", 3, new Date(0)]] },
        {
          name: "Table 4",
          rows: [
            ["Costs, £000", "2023/24", "2024/25", "Total"],
            ["Staff", 412.4, 425.3, 837.7],
            ["Rent", 60, 61, 121],
            ["Total", 472.4, 486.3, 958.7],
          ],
        },
      ],
    }),
  );
  return kept;
}

/** A workbook whose parts, or whose bytes, are changed. */
function workbookFile(chance: Chance, clean: Uint8Array): Input {
  const bytes = chance.happens(0.4)
    ? changedBytes(chance, clean)
    : chance.happens(0.05)
      ? anyBytes(chance, 600)
      : changedParts(chance, clean);
  const file = "table.xlsx";
  return {
    shown: `workbook of ${bytes.length} bytes: ${Buffer.from(bytes).toString("base64")}`,
    act: async () => {
      const result = await readWorkbookTable(bytes, { file });
      return answerOf(chance, result, { [file]: "\n".repeat(3_000) }, []);
    },
  };
}

function changedParts(chance: Chance, clean: Uint8Array): Uint8Array {
  const parts = unzipSync(clean);
  const name = chance.of(Object.keys(parts));
  const text = strFromU8(parts[name] ?? new Uint8Array());
  const others = Object.values(parts).map((part) => strFromU8(part));
  const changed = chance.happens(0.3) ? changedXml(chance, text) : changedText(chance, text, others);
  const renamed = chance.happens(0.1)
    ? chance.of(["../../outside.xml", "/etc/x", ...Object.keys(parts)])
    : name;
  return zipSync({ ...parts, [renamed]: strToU8(changed) });
}

/** Text with one attribute, number or word between tags changed for another. */
function changedXml(chance: Chance, text: string): string {
  const places = [...text.matchAll(/(?<=="|>)[^"<>]+(?="|<)/g)];
  if (places.length === 0) return text;
  const { index, 0: word } = chance.of(places);
  const put = chance.of([...nastyTexts, "A1048576", "XFD1", "999999999", "-1", "&bomb;", "&#0;", "&#xD800;"]);
  return text.slice(0, index) + put + text.slice(index + word.length);
}

/** Readers of workbooks wait for a clean one first. */
export async function workbookReader(): Promise<(chance: Chance) => Input> {
  const clean = await cleanWorkbook();
  return (chance) => workbookFile(chance, clean);
}
