import { isDecimal } from "../../quantity/decimal.ts";
import { isOfAppraisal } from "../appraisal-ids.ts";
import type { Assumption } from "../assumption.ts";
import { kindOf } from "../building/statement.ts";
import type { LinePart } from "../line.ts";
import { linesIn } from "../lines-in.ts";
import { idOf } from "../names.ts";
import type { Part, Programme } from "../programme.ts";
import { amountAsRead, asRead, periodAsRead } from "./as-read.ts";
import { sha256 } from "./sha256.ts";
import {
  attributesSaid,
  conditionSaid,
  driverSaid,
  hasTurns,
  optionsSaid,
  placeKeys,
  termsSaid,
} from "./unless-told.ts";

/**
 * The SHA-256, in hexadecimal digits, of everything that enters a programme: its title, timeline, options and parts, and
 * the values of its assumptions as they stand. Two outputs with the same one come from the same inputs; setting an
 * assumption or choosing a scenario changes it, and where a thing stands in its file does not. An amount counts as an amount
 * and a period as a period, however they are written, and what holds unless told is the same said or not. Appraised on the terms of its
 * model a programme keeps its fingerprint, since these are among its options; other terms that were asked for change it.
 */
export function fingerprint(programme: Programme): string {
  const { title, timeline, assumptions } = programme;
  const values = [...assumptions.values()]
    .filter((one) => !followsFromTerms(one))
    .map(({ id, unit, value }) => ({ id, unit, value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const options = { ...optionsSaid(programme), appraisal: termsSaid(programme) };
  const parts = byKind(programme.parts).map((part) => said(programme, part));
  const whole = { title, timeline, options, parts, values, formulas: ownFormulas(programme) };
  return sha256(canonical(whole, timeline.yearStart));
}

/** Costs, funding and savings, assumptions and conditions may be mixed in code; only the order within a kind is seen. */
function byKind(parts: readonly Part[]): readonly Part[] {
  const kind = (part: Part) => (part.part === "line" || part.part === "group" ? kindOf(part) : part.part);
  const kinds = parts.map(kind).sort();
  return [...new Set(kinds)].flatMap((one) => parts.filter((part) => kind(part) === one));
}

/** What an appraisal adds for itself is no input, unless somebody set it. */
function followsFromTerms({ id, set }: Assumption): boolean {
  return isOfAppraisal(id) && set === undefined;
}

/** A part without what holds unless told. What options a driver would take is the library's matter. */
function said(programme: Programme, part: Part): unknown {
  switch (part.part) {
    case "line": {
      const { kind, label, driver } = part;
      const { name, totals, turns } = driver;
      const own = { name, totals, turns, options: inTurn(driver) };
      return { part: "line", kind, label, driver: own, attributes: attributesSaid(programme, part) };
    }
    case "group":
    case "table":
      return { ...part, parts: part.parts.map((own) => said(programme, own)) };
    case "condition":
      return { ...part, options: conditionSaid(part) };
    default:
      return part;
  }
}

/** The options of a driver; where each of them is a thing of its own that has its turn, as they stand. */
function inTurn(driver: LinePart["driver"]): unknown {
  const options = driverSaid(driver);
  return hasTurns(driver) ? Object.entries(options as object).map(([name, own]) => ({ name, own })) : options;
}

/**
 * The formulas of lines whose driver is no kind of the library's, for what such a driver does is known from these alone: one
 * that says nothing of the shape of its options.
 */
function ownFormulas({ parts, lines, rows }: Programme): Record<string, unknown> {
  const own = new Set(
    linesIn(parts)
      .filter(isOwnDriver)
      .map(({ label }) => idOf(label)),
  );
  const made = lines.flatMap(({ id, madeBy }) => (own.has(id) || own.has(madeBy ?? id) ? [id] : []));
  const of = new Set(made);
  const found = [...rows.values()].filter(({ id, line = id }) => of.has(line));
  return Object.fromEntries(found.map(({ id, formula, totals }) => [id, { formula, totals }]));
}

function isOwnDriver({ driver }: LinePart): boolean {
  return driver.shape === undefined;
}

/**
 * Data as JSON with its keys in order; amounts and periods are the same however they are written, functions are left out, and so is what
 * holds nothing: a programme built in code and the same one read from its file differ only in empty lists of names.
 */
function canonical(value: unknown, yearStart: number, under = ""): string {
  if (typeof value === "boolean" || value === null || value === undefined) return String(value ?? null);
  if (Array.isArray(value)) return `[${value.map((own) => canonical(own, yearStart, under)).join()}]`;
  if (typeof value !== "object" || isDecimal(value)) return JSON.stringify(asRead(value, under, yearStart));
  const entries = Object.entries(value)
    .filter(([key, of]) => of !== undefined && typeof of !== "function" && !placeKeys.has(key))
    .map(([key, of]) => ({ key: keyAsRead(key, under, yearStart), text: canonical(of, yearStart, key) }))
    .filter(({ text }) => text !== "{}" && text !== "[]")
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const [first] = entries;
  // An amount with nothing said of it is the amount.
  if (first?.key === "value" && entries.length === 1) return first.text;
  return `{${entries.map(({ key, text }) => `${JSON.stringify(key)}:${text}`).join()}}`;
}

/** A key of data: a period, or an amount where weights have amounts for their keys. */
function keyAsRead(key: string, under: string, yearStart: number): string {
  return under === "weights" ? amountAsRead(key) : periodAsRead(key, yearStart);
}
