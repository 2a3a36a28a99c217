import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CellValue, readXlsx } from "hucre/xlsx";

/** The values of a workbook: by worksheet, rows of cells. Days are numbers, as spreadsheets count them. */
export type Values = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

const install = "these tests need LibreOffice: apt-get install -y --no-install-recommends libreoffice-calc";

/** Tells LibreOffice to work every formula out again when it loads a file, whatever values stand beside them. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/**
 * Workbooks as LibreOffice works them out: each is loaded, recalculated in full, and read back. All of them go through one
 * process, since starting it takes longer than the work.
 */
export async function recalculated(workbooks: readonly Uint8Array[]): Promise<Values[]> {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-office-"));
  try {
    const names = workbooks.map((bytes, i) => {
      writeFileSync(join(folder, `workbook-${i}.xlsx`), bytes);
      return `workbook-${i}.xlsx`;
    });
    convert(folder, names);
    return await Promise.all(names.map((name) => valuesIn(readFileSync(join(folder, "out", name)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(folder: string, names: readonly string[]): void {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), alwaysRecalculate);
  const out = join(folder, "out");
  const how = ["--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out];
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const run = spawnSync("soffice", [own, ...how, ...names.map((name) => join(folder, name))], {
    encoding: "utf8",
    timeout: 600_000,
  });
  if (run.error && "code" in run.error && run.error.code === "ENOENT") throw new Error(install);
  const missing = names.filter((name) => !existsSync(join(out, name)));
  if (missing.length > 0) throw new Error(`LibreOffice could not read ${missing.join(", ")}: ${run.stderr}`);
}

/** The values that stand in a workbook, as they are. */
async function valuesIn(bytes: Uint8Array): Promise<Values> {
  const { sheets } = await readXlsx(bytes);
  const plain = (value: CellValue) => (value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value);
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(plain))]));
}
