import {
  build,
  type Driver,
  evaluate,
  type Issue,
  type LineAttributes,
  type Programme,
  programme,
  saving,
  type Timeline,
} from "invest-to-save";

const source = { source: "worked by hand" };

/** A programme of one saving, called Line. */
export function savingOf(driver: Driver, timeline: Timeline, attributes: LineAttributes = {}): Programme {
  return programme("Worked", timeline, source, saving("Line", driver, attributes));
}

/** A row of the line by the words after its name, to ten decimal places; the line itself without words. */
export function rowOf(of: Programme, name = ""): string {
  const row = evaluate(of).rows.get(name === "" ? "line" : `line.${name}`);
  if (row === undefined) throw new Error(`there is no row ${name}`);
  return row.values.map((value) => value?.toDecimalPlaces(10).toFixed() ?? "none").join(" ");
}

/** The faults of a line with a driver. */
export function faultsOf(
  driver: Driver,
  timeline: Timeline,
  attributes: LineAttributes = {},
): readonly Issue[] {
  return build("Faulty", timeline, source, [saving("Line", driver, attributes)]).issues;
}
