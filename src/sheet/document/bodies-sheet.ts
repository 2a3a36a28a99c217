import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import { present } from "../../assert.ts";
import { sum, zero } from "../../quantity/decimal.ts";
import type { Table } from "../../table/table.ts";
import { foot } from "../foot/foot.ts";
import type { LayOutOptions } from "../lay-out.ts";
import { isDraft, moneyCell, moneyScale } from "../money.ts";
import type { Column, Sheet, SheetRow } from "../sheet.ts";

/** The columns of the bodies: what is in each, and whether it goes out. The net is the sum of those before it. */
const bodyColumns = [
  { key: "cost", label: "Costs", out: true },
  { key: "given", label: "Given to others", out: true },
  { key: "received", label: "From others", out: false },
  { key: "saving", label: "Savings", out: false },
  { key: "net", label: "Net saving / (cost)", out: false },
  { key: "apart", label: "Apart: not cashable", out: false },
] as const;

/** What each body has of the case over the whole of the model; the last row sums them. */
export function bodiesSheet(
  programme: AppraisedProgramme,
  table: Table,
  options: Pick<LayOutOptions, "unit" | "decimals" | "round">,
): Sheet {
  const { agencies, terms } = programme.appraisal;
  const scale = moneyScale(programme, options);
  const columns = bodyColumns.filter(({ key }) => agencies.some((agency) => agency[key] !== undefined));
  const figure = (id: string | undefined, out: boolean) => {
    if (id === undefined) return zero;
    const total = present(table.rows.get(id)?.total, `${id} has a total`);
    return out ? total.neg() : total;
  };
  const cells = (of: typeof agencies) =>
    columns.map(({ key, out }) => moneyCell(sum(of.map((agency) => figure(agency[key], out))), scale));
  const rows = agencies.map((agency): SheetRow => {
    return { role: "line", label: agency.name, depth: 0, id: agency.net, cells: cells([agency]) };
  });
  const total: SheetRow = { role: "total", label: "All bodies", depth: 0, cells: cells(agencies) };
  const benefits = terms.case === "economic" ? "Benefits" : "Cashable savings";
  const decimals = scale.decimals;
  const sheet: Sheet = {
    title: `By body, over all years, in ${terms.prices === "nominal" ? "cash" : `money of ${terms.prices}`}`,
    draft: isDraft(programme),
    scale: scale.name,
    unit: scale.unit,
    columns: columns.map(({ key, label }) => {
      return { label: key === "saving" ? benefits : label, role: "total", decimals };
    }),
    rows: [...rows, total],
    sums: [{ total: rows.length, of: rows.map((_, i) => i) }],
    derived: [],
    rounding: "independent",
    notes: [],
  };
  if (options.round !== "footed") return sheet;
  return footed(
    sheet,
    columns.findIndex(({ key }) => key === "net"),
  );
}

/** Rounded together: the bodies add up down, and what each gives and gets adds up across to its net. */
function footed(sheet: Sheet, net: number): Sheet {
  const upToNet = footedColumns(sheet, 0, net + 1, net);
  const apart = footedColumns(sheet, net + 1, sheet.columns.length, -1);
  const rows = upToNet.rows.map((row, i) => {
    return { ...row, cells: [...row.cells, ...present(apart.rows[i], "as many rows").cells] };
  });
  return { ...sheet, rows, rounding: "footed" };
}

/** Some columns footed on their own; the one at `total` is the sum of those before it. */
function footedColumns(sheet: Sheet, from: number, to: number, total: number): Sheet {
  const columns = sheet.columns.slice(from, to).map((column, i): Column => {
    return { ...column, role: i === total ? "total" : "period" };
  });
  const rows = sheet.rows.map((row): SheetRow => {
    return {
      ...row,
      unit: "£",
      totals: total < 0 ? "none" : "sum",
      cells: row.cells.slice(from, to),
    };
  });
  return foot({ ...sheet, columns, rows });
}
