import type { Amount } from "../quantity/amount.ts";
import type { Detail, Given } from "./assumption.ts";

/** A discount rate and the year from which it holds, until the next band starts. Year 0 is never discounted. */
export interface RateBand {
  /** The first year of the band, a whole number. */
  readonly from: number;
  /** The rate for a year, above −100%: `"3.5%"` or 0.035. */
  readonly rate: Amount;
}

/** Discount rates by year, as published: with the edition and the place, since they change from edition to edition. */
export interface DiscountSchedule {
  readonly name: string;
  readonly edition: string;
  /** Whether the rates are for money at the prices of one year, or for cash as it will be paid. */
  readonly prices: "real" | "nominal";
  readonly source: string;
  /** The first starts in year 1, the others in rising order. */
  readonly bands: readonly RateBand[];
  /** The last year that the edition has a rate for; without it the last band goes on. */
  readonly until?: number;
}

/** Optimism bias of a line by the published table: its kind of project, and how much of the bias is managed away. */
export interface ProjectBias extends Detail {
  /** A kind of project, or several with their shares of the capital cost. */
  readonly project: string | Readonly<Record<string, Amount>>;
  readonly of?: "capital cost" | "duration" | "operating cost";
  readonly mitigation?: Amount;
}

/** Optimism bias of a line: a share of it with its source, or a project of the published table. */
export type LineBias = Amount | (Detail & { readonly value: Amount }) | ProjectBias;

/** Which of the two cases: the cash of one body, or what all of society gives up and gains in real terms. */
export type Case = "financial" | "economic";

/** When in its year a flow is taken to fall: year 0 undiscounted (`start`), half a year later, or a year later. */
export type Timing = "start" | "middle" | "end";

/** What has part in the denominator of the benefit-cost ratio. A saving counts on one side alone. */
export type Denominator = "costs" | "costs less cashable savings";

/** The terms that hold unless told; what is left open otherwise is the programme's own body, and its first year. */
export const usualTerms = {
  case: "financial",
  timing: "start",
  denominator: "costs",
  /** Wherever real money can be had, and no rate is given. */
  schedule: "green book 2022",
} as const satisfies AppraisalOptions;

/** How a programme is appraised. All of it is optional. */
export interface AppraisalOptions {
  /** The financial case unless told. */
  readonly case?: Case;
  /** The body whose cash the financial case is; the programme's own unless told. */
  readonly for?: string;
  /** A dated schedule of discount rates, or its name; Green Book 2022 unless told, wherever real money can be had. */
  readonly schedule?: DiscountSchedule | string | undefined;
  /** Or one rate for all years: of cash in the financial case, of real money in the economic one. */
  readonly rate?: Given | undefined;
  /** The start of the year unless told, so that year 0 is not discounted, as in the Green Book. */
  readonly timing?: Timing;
  /** Year 0, and the year of the prices of real money; the first year of the programme unless told. */
  readonly "base year"?: string;
  /** The index series of the model that turns cash into real money and back. */
  readonly deflator?: string | undefined;
  /** Or one rate of inflation for all years, as a share: `2%`. */
  readonly inflation?: Given | undefined;
  /** Memorandum rows in pounds that are benefits to society and no saving to anybody. */
  readonly benefits?: readonly string[];
  /** The row whose sum (or close, by its own rule) is the number of outcomes, for the cost of one. */
  readonly outcomes?: string;
  /** Optimism bias by line, in the economic case: added to costs, taken from savings. */
  readonly "optimism bias"?: Readonly<Record<string, LineBias>>;
  /** What benefits are divided by; all costs unless told. */
  readonly denominator?: Denominator;
  /** Ways to go about it, side by side. */
  readonly options?: Readonly<Record<string, OptionTerms>>;
}

/** One option of an appraisal: the programme without some lines, or with other values. */
export interface OptionTerms {
  /** Lines that it leaves out; `all` of them for doing nothing. */
  readonly without?: "all" | readonly string[];
  /** New values for assumptions by id. */
  readonly set?: Readonly<Record<string, Amount>>;
  readonly says?: string;
}
