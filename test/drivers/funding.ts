import {
  build,
  cost,
  type Driver,
  evaluate,
  funding,
  type Issue,
  type LineAttributes,
  type Part,
  type Programme,
  programme,
  type Timeline,
} from "invest-to-save";

const source = { source: "worked by hand" };

/** A programme of some parts and one line of funding, called Fund. */
export function funded(
  timeline: Timeline,
  driver: Driver,
  parts: readonly Part[],
  attributes: LineAttributes = {},
): Programme {
  return programme("Funded", timeline, source, ...parts, funding("Fund", driver, attributes));
}

/** The issues of one line of funding, called Fund, beside some parts. */
export function refusals(timeline: Timeline, driver: Driver, parts: readonly Part[] = []): readonly Issue[] {
  const own = parts.length === 0 ? [cost("Staff", 100, { eligible: true })] : parts;
  return build("Refused", timeline, source, [...own, funding("Fund", driver)]).issues;
}

/** The values of a row by its id, to at most ten places. */
export function values(of: Programme, id: string): string {
  const row = evaluate(of).rows.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.values.map((value) => value?.toDecimalPlaces(10).toFixed()).join(" ");
}
