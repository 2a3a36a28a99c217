import { constant, type Formula, multiply, row as ref } from "../formula/formula.ts";
import { InvestToSaveError, type Issue } from "../issue.ts";
import type { LineBias, ProjectBias } from "../programme/appraisal-options.ts";
import { type Assumption, basisOf, isDetailed, readAt } from "../programme/assumption.ts";
import { idOf } from "../programme/names.ts";
import { decimal, isDecimal } from "../quantity/decimal.ts";
import { type Adding, addInput, addRow, appraisalId } from "./addition.ts";
import type { Flow, Flows } from "./flows.ts";
import { type OptimismBiasOptions, optimismBias } from "./optimism-bias.ts";
import { unknownChoice } from "./terms.ts";

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
  if (faults.length > 0) throw new InvestToSaveError(faults);
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
  const project = isProject(given) ? optimismBias(projectOf(given)) : undefined;
  const plain = isProject(given) ? project?.managed : isDetailed(given) ? given.value : given;
  const value = readAt(plain, path, faults, limits);
  if (value === undefined) return undefined;
  const published = project && ({ kind: "source", words: project.source } as const);
  const stated = typeof given === "object" && !isDecimal(given) ? (basisOf(given) ?? published) : undefined;
  const basis: Assumption["basis"] = stated ?? {
    kind: "assumed",
    words: "no source is given for this optimism bias",
  };
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

function isProject(given: LineBias): given is ProjectBias {
  return typeof given === "object" && !isDecimal(given) && "project" in given;
}

function projectOf({ project, of, mitigation }: ProjectBias): OptimismBiasOptions {
  return {
    project: project as OptimismBiasOptions["project"],
    ...(of === undefined ? {} : { of }),
    ...(mitigation === undefined ? {} : { mitigation }),
  };
}

function unknownLine({ costs, savings }: Flows, name: string): InvestToSaveError {
  const known = [...costs, ...savings].map(({ line }) => line.label);
  return unknownChoice(["appraisal", "optimism bias"], "cost or saving in this case", name, known);
}
