import { type Command, Option } from "commander";
import { appraise } from "../appraisal/appraise.ts";
import { schedules } from "../appraisal/schedules.ts";
import type { AppraisalOptions, Case, Timing } from "../programme/appraisal-options.ts";
import type { Programme } from "../programme/programme.ts";
import type { Outcome } from "../vary/outcome.ts";

/** Options of every command that appraises: on what terms. */
export interface TermsOptions {
  readonly case?: Case;
  readonly for?: string;
  readonly schedule?: string;
  readonly rate?: string;
  readonly timing?: Timing;
  readonly baseYear?: string;
  readonly deflator?: string;
  readonly inflation?: string;
  readonly outcomes?: string;
}

/** The options that say on what terms. */
export function withTerms(command: Command): Command {
  return command
    .addOption(
      new Option("--case <case>", "whose money counts (default: financial)").choices([
        "financial",
        "economic",
      ]),
    )
    .option("--for <body>", "the body whose cash the financial case is")
    .option(
      "--schedule <name>",
      `discount rates for real money: ${schedules.map(({ name }) => name).join(", ")}`,
    )
    .option("--rate <share>", "or one rate for all years, such as 5%: for cash in the financial case")
    .addOption(
      new Option("--timing <when>", "when in its year a flow falls (default: start)").choices([
        "start",
        "middle",
        "end",
      ]),
    )
    .option("--base-year <year>", "year 0 (default: the first year of the model)")
    .option("--deflator <index>", "the index series of the model that turns cash into real money")
    .option("--inflation <share>", "or one rate of inflation for all years, such as 2%")
    .option("--outcomes <row>", "the row whose number is the outcomes, for the cost of one");
}

/** What the command says of the appraisal; what it leaves out is as the model says. */
export function askedFor(options: TermsOptions): AppraisalOptions {
  const { for: body, schedule, rate, timing, baseYear, deflator, inflation, outcomes } = options;
  return {
    ...(options.case === undefined ? {} : { case: options.case }),
    ...(body === undefined ? {} : { for: body }),
    // What is named here takes the place of the other way to say it in the model.
    ...(schedule === undefined ? {} : { schedule, rate: undefined }),
    ...(rate === undefined ? {} : { rate, schedule: undefined }),
    ...(timing === undefined ? {} : { timing }),
    ...(baseYear === undefined ? {} : { "base year": baseYear }),
    ...(deflator === undefined ? {} : { deflator, inflation: undefined }),
    ...(inflation === undefined ? {} : { inflation, deflator: undefined }),
    ...(outcomes === undefined ? {} : { outcomes }),
  };
}

/**
 * The programme as what is told of outcomes is stamped with: on the terms of its appraisal where a measure is among them, so that
 * the stamp names its rates.
 */
export function onTerms(
  programme: Programme,
  terms: TermsOptions,
  outcomes: readonly Pick<Outcome, "kind">[],
) {
  return outcomes.some(({ kind }) => kind === "measure") ? appraise(programme, askedFor(terms)) : programme;
}
