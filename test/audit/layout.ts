/** How the figures of a row or column come about. */
export type Recipe =
  | { readonly is: "drawn"; readonly from: number; readonly to: number; readonly often: number }
  | { readonly is: "near"; readonly of: string; readonly share: number }
  | {
      readonly is: "sum";
      readonly parts: readonly { readonly id: string; readonly sign: 1 | -1 }[];
      readonly over: number;
    }
  | { readonly is: "before"; readonly of: string; readonly from: number; readonly to: number }
  | { readonly is: "since"; readonly of: string; readonly share: boolean }
  | {
      readonly is: "quotient";
      readonly factor: number;
      readonly of: string;
      readonly to: string;
      readonly less: 0 | 1;
      readonly at?: string;
    };

/** A row or column of a layout. */
export interface LayoutLine {
  readonly id: string;
  readonly label: string;
  readonly recipe: Recipe | undefined;
  readonly places: number | undefined;
  readonly before: string;
  readonly after: string;
  readonly whole: boolean;
  readonly only: readonly string[] | undefined;
  readonly nil: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly signs: string | undefined;
}

/** A table as a body prints it, without its figures: they are drawn anew each time. */
export interface Layout {
  readonly name: string;
  readonly said: ReadonlyMap<string, string>;
  readonly columns: readonly LayoutLine[];
  readonly rows: readonly LayoutLine[];
}

/** Reads a layout: what is said of the whole, then its columns, then its rows. */
export function layoutOf(name: string, text: string): Layout {
  const said = new Map<string, string>();
  const columns: LayoutLine[] = [];
  const rows: LayoutLine[] = [];
  let part: "said" | "columns" | "rows" = "said";
  for (const line of text.split("\n")) {
    if (line.trim() === "columns" || line.trim() === "rows") {
      part = line.trim() as "columns" | "rows";
    } else if (part === "said") {
      const [, key = "", value = ""] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (key !== "") said.set(key, said.has(key) ? `${said.get(key)}\n${value}` : value);
    } else if (line.trim() !== "") (part === "columns" ? columns : rows).push(lineOf(line));
  }
  return { name, said, columns, rows };
}

function lineOf(line: string): LayoutLine {
  const [head = "", recipe = "", options = ""] = line.split(/ ?\| ?/);
  const [, id = "", label = ""] = /^(\w*): ?(.*)$/.exec(head) ?? [];
  const given = new Map(
    options.trim() === ""
      ? []
      : options
          .trim()
          .split(/\s+/)
          .map((one) => one.split("=") as [string, string]),
  );
  const texts = [...given].flatMap(([key, value]): [string, string][] =>
    key.startsWith("@") ? [[key.slice(1), value.replaceAll("_", " ")]] : [],
  );
  return {
    id,
    label: label.replace(/^_+/, (deep) => " ".repeat(deep.length)),
    recipe: recipeOf(recipe.trim()),
    places: given.has("places") ? Number(given.get("places")) : undefined,
    before: given.get("before") ?? "",
    after: given.get("after") ?? "",
    whole: given.has("whole"),
    nil: given.get("nil")?.split(",") ?? [],
    only: given.get("only")?.split(","),
    texts: new Map(texts),
    signs: given.get("signs"),
  };
}

function recipeOf(text: string): Recipe | undefined {
  if (text === "") return undefined;
  const number = "(-?[\\d.]+)";
  const drawn = new RegExp(`^${number}\\.\\.${number}( sometimes)?$`).exec(text);
  if (drawn) return { is: "drawn", from: Number(drawn[1]), to: Number(drawn[2]), often: drawn[3] ? 0.6 : 1 };
  const near = /^near (\w+) ([\d.]+)%$/.exec(text);
  if (near) return { is: "near", of: near[1] as string, share: Number(near[2]) / 100 };
  const before = new RegExp(`^before (\\w+) else ${number}\\.\\.${number}$`).exec(text);
  if (before)
    return { is: "before", of: before[1] as string, from: Number(before[2]), to: Number(before[3]) };
  const since = /^(change|rise) of (\w+) on the year before$/.exec(text);
  if (since) return { is: "since", of: since[2] as string, share: since[1] === "rise" };
  const quotient = /^(?:([\d.]+) \* )?(change )?(\w+) \/ (\w+)(?: at (\w+))?$/.exec(text);
  if (quotient) {
    const [, factor = "1", change, of = "", to = "", at] = quotient;
    return { is: "quotient", factor: Number(factor), of, to, less: change ? 1 : 0, ...(at ? { at } : {}) };
  }
  const average = /^average\((.*)\)$/.exec(text);
  const parts = [...(average?.[1] ?? text).matchAll(/([+-]?)\s*(\w+)/g)].map(([, sign, id = ""]) => ({
    id,
    sign: sign === "-" ? (-1 as const) : (1 as const),
  }));
  return { is: "sum", parts, over: average ? parts.length : 1 };
}
