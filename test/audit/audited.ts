import { type Audit, audit, auditTable } from "../../src/audit/audit.ts";
import { readWorkbookTable } from "../../src/audit/read/forms/workbook.ts";
import type { Drawn } from "./drawn.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { spelt, workbookOf } from "./spelt.ts";
import { tablesIn } from "./tables.ts";
import type { LeastFault } from "./truth.ts";

const endings: Readonly<Record<string, string>> = { markdown: "md", pdf: "txt", semicolons: "csv" };

/** The layouts that are kept with the tests. */
export function keptLayouts(): Layout[] {
  return tablesIn("layouts").map(({ name, text }) => layoutOf(name.replace(".txt", ""), text));
}

/** What an audit makes of a drawn table, written in its own form, with a fault in it where one is given. */
export async function audited(table: Drawn, fault?: LeastFault): Promise<Audit | undefined> {
  const form = table.layout.said.get("form") ?? "csv";
  const file = `table.${endings[form] ?? form}`;
  if (form !== "xlsx") return audit(spelt(table, fault), { file }).audit;
  const { table: read } = await readWorkbookTable(await workbookOf(table, fault), { file });
  return read && auditTable(read).audit;
}
