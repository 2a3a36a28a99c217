import { constant, type Formula, multiply, row as ref } from "../../formula/formula.ts";
import type { Issue } from "../../issue/issue.ts";
import { type InvestToSaveError, issuesOf, refusal, refuseErrors } from "../../issue/refusal.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import { appraisalId } from "../../programme/appraisal-ids.ts";
import type { LineBias, ProjectBias } from "../../programme/appraisal-options.ts";
import { type Basis, basisOf, isDetailed } from "../../programme/assumption.ts";
import { idOf } from "../../programme/names.ts";
import { readAt } from "../../programme/read-at.ts";
import { decimal } from "../../quantity/decimal.ts";
import { type Adding, addInput, addRow } from "../addition.ts";
import type { Flow, Flows } from "../flows.ts";
import { readOptimismBias } from "./optimism-bias.ts";

/** What optimism bias adds to costs, and the negative amounts that it takes from benefits: a row a line. */
export interface BiasRows {
  readonly costs: readonly BiasFlow[];
  readonly savings: readonly BiasFlow[];
}

/** The row of the bias of a line, and the share of the line that it is. */
interface BiasFlow extends Flow {
  readonly share: Formula;
}

/** Adds the rows of optimism bias on the lines of a case. */
export function addBias(
  adding: Adding,
  flows: Flows,
  given: Readonly<Record<string, LineBias>> = {},
): BiasRows {
  const faults: Issue[] = [];
  const costs: BiasFlow[] = [];
  const savings: BiasFlow[] = [];
  for (const [name, bias] of Object.entries(given)) {
    const cost = flowOf(flows.costs, name);
    const saving = flowOf(flows.savings, name);
    const flow = cost ?? saving;
    if (flow === undefined) throw unknownLine(flows, name);
    const share = addShare(adding, flow, bias, faults);
    if (share === undefined) continue;
    const label = `Optimism bias, ${flow.line.label}`;
    const id = `bias-${flow.line.id}`;
    addRow(adding, id, label, part(flow, share, cost === undefined));
    (cost === undefined ? savings : costs).push({ line: flow.line, row: appraisalId(id), share });
  }
  refuseErrors(faults);
  return { costs, savings };
}

function flowOf(flows: readonly Flow[], name: string): Flow | undefined {
  return flows.find(({ line }) => line.id === idOf(name));
}

function part(flow: Flow, share: Formula, taken: boolean): Formula {
  const amount = multiply(ref(flow.row), share);
  return taken ? multiply(amount, constant(decimal(-1), "number")) : amount;
}

function addShare(adding: Adding, { line }: Flow, given: LineBias, faults: Issue[]): Formula | undefined {
  const path = ["appraisal", "optimism bias", line.label];
  const limits = line.kind === "cost" ? { least: -1 } : { least: 0, most: 1 };
  const said = isProject(given)
    ? ofProject(given, path, faults)
    : isDetailed(given)
      ? { share: given.value, basis: basisOf(given) }
      : { share: given, basis: undefined };
  if (said === undefined) return undefined;
  const value = readAt(said.share, path, faults, limits);
  if (value === undefined) return undefined;
  const words = "no source is given for this optimism bias";
  const basis: Basis = said.basis ?? { kind: "assumed", words };
  const label = `Optimism bias of ${line.label}`;
  return addInput(adding, {
    id: appraisalId(`bias-of-${line.id}`),
    label,
    unit: "share",
    value,
    basis,
    limits,
  });
}

/** What is said of the optimism bias of a line: how much it is, as yet unread, and where that comes from. */
interface SaidBias {
  readonly share: unknown;
  readonly basis: Basis | undefined;
}

/** The published bias of a kind of project. Its faults are placed at the line that it is said of. */
function ofProject(given: ProjectBias, path: readonly string[], faults: Issue[]): SaidBias | undefined {
  const { project, of, mitigation } = given;
  try {
    const { managed, source } = readOptimismBias(path.join(" > "), { project, of, mitigation });
    return { share: managed, basis: basisOf(given) ?? { kind: "source", words: source } };
  } catch (error) {
    for (const issue of issuesOf(error)) faults.push({ ...issue, path: [...path, ...issue.path.slice(1)] });
    return undefined;
  }
}

function isProject(given: LineBias): given is ProjectBias {
  return typeof given === "object" && given !== null && "project" in given;
}

function unknownLine({ costs, savings }: Flows, name: string): InvestToSaveError {
  const known = [...costs, ...savings].map(({ line }) => line.label);
  const path = ["appraisal", "optimism bias"];
  return refusal(unknownName({ what: "cost or saving", where: "in this case", name, known, path }));
}
