import * as all from "invest-to-save";
import * as appraisal from "invest-to-save/appraisal";
import * as audits from "invest-to-save/audit";
import * as charts from "invest-to-save/charts";
import * as drivers from "invest-to-save/drivers";
import * as excel from "invest-to-save/excel";
import * as file from "invest-to-save/file";
import * as page from "invest-to-save/page";
import * as vary from "invest-to-save/vary";
import * as word from "invest-to-save/word";

/** The entry points, and the formulas of the first one. */
export const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "invest-to-save": all,
  formula: all.formula,
  drivers,
  appraisal,
  vary,
  charts,
  excel,
  word,
  page,
  file,
  audit: audits,
};

const { calculated } = drivers;
const { assumption, condition, cost, decimal, formula, funding, saving, scenario, years } = all;

const plan = years("2024/25", "2026/27");
const byMonth = all.months("2024/25", "2025/26");
const crew = cost("Crew", { "2024/25": 1_000 });
const contracts = saving("Contracts", { "2025/26": 600, "2026/27": 600 });
const saved = assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 });
const late = scenario("Late", { "contracts@2025/26": 0 });
const repairs = all.programme(
  "Repairs",
  plan,
  { source: "bid" },
  crew,
  contracts,
  saved,
  late,
  cost("Checks", calculated("Saved a year * years()")),
  condition("Paid", { row: "balance", "at most": 0 }),
);
const monthly = all.programme("Rent", byMonth, { source: "lease" }, cost("Rent", { "Apr 2024": 100 }));
const hub = all.programme("Hub", plan, { source: "bid" }, crew, funding("Grant", 500));
const worked = all.evaluate(repairs);
const sheet = all.layOut(worked);
const appraised = appraisal.appraise(repairs);
const explained = all.explain(repairs, "Crew", "2024/25");
const moved = { outcome: "net saving", by: "10%" } as const;
const draws = { draws: 64, measures: ["net saving"], fans: ["Contracts"] };
const { job, finish } = vary.readySimulation(repairs, draws);
const drawn = finish([vary.drawPart(job, 0, 64)]);
const published = audits.readTable("£000s,14/15,15/16\nPay,60,130\nRent,40,45\nTotal,100,175\n").table;
const audit = published && audits.auditTable(published).audit;
const reconstruction = published && audits.reconstruct(published).reconstruction;
const workbook = await excel.writeWorkbook(hub);
const flows = [-1_000, 400, 500, 600];
const dated = [
  { date: "2024-04-01", amount: -100 },
  { date: "2025-04-01", amount: 110 },
];
const loan = { rate: "1%", periods: 3, "present value": 8_000 };
const rent = formula.row("rent");
const pound = formula.constant(decimal(1), "£");
const issue = { code: "no-lines", severity: "error", path: ["lines"], message: "there is nothing" } as const;
const model = "title: Rent\nyears: 2024/25\nsource: lease\ncosts:\n  Rent: 1000\n";
const day = all.dayOf(2024, 5, 1);
const month = all.monthOf(2024, 5);
const band = { p10: 1, p50: 2, p90: 3 };

/** One call of each function that is sound: its arguments, those that may be left out included. */
export const soundCalls: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  "invest-to-save": {
    amounts: [{ "2024/25": 1_000 }],
    amountsFrom: [{ file: "costs.csv", row: "Rent" }, { "2024/25": 1_000 }],
    assumption: ["Unit cost", { value: 1, unit: "£" }],
    balances: ["2024/25", "2025/26"],
    build: ["Hub", plan, { source: "bid" }, crew],
    buildUp: [{ level: 1_200, from: "Apr 2024", months: 12 }],
    check: [worked, sheet],
    coarser: [byMonth, "year"],
    condition: ["Paid", { row: "balance", "at most": 0 }],
    correlation: [["Crew", "Contracts"], 0.5, { assumed: "they go together" }],
    cost: ["Crew", { "2024/25": 1_000 }, { term: "one-off" }],
    dayOf: [2024, 5, 1],
    dayWords: [day],
    daysInForce: [plan, 0, day, day + 9],
    decimal: ["0.1"],
    evaluate: [repairs],
    explain: [repairs, "Crew", "2024/25"],
    firstDayOfMonth: [month],
    firstMonthOfQuarter: [8_096, 4],
    firstMonthOfYear: [2024, 4],
    formatDay: [day],
    formatFinancialYear: [2024, 4],
    formatMonth: [month],
    formatQuarter: [8_096, 4],
    formatTimeline: [plan],
    funding: ["Grant", 500, { agency: "Council" }],
    group: ["Ongoing", { subtotal: "Ongoing in all" }, crew],
    hasErrors: [[issue]],
    idOf: ["Set up costs"],
    index: ["Pay", { edition: "May 2025", base: "2024/25", growth: "3%" }],
    InvestToSaveError: [[issue]],
    issueText: [issue],
    lastDayOfMonth: [month],
    layOut: [worked, { unit: "thousands" }],
    level: [{ amount: 100, from: "2024-05-01" }],
    memorandum: ["Referrals", 12, { unit: "referrals" }],
    monthOf: [2024, 5],
    monthOfDay: [day],
    months: ["2024/25", "2025/26"],
    monthsInForce: [plan, 0, month, month + 3],
    once: [12],
    parseDay: ["2024-05-01"],
    parseDayOf: ["2024/25", "last", 4],
    parseFinancialYear: ["2024/25", 4],
    parseMonth: ["May 2024"],
    parsePeriod: [plan, "2024/25"],
    parseQuarter: ["2024/25 Q1", 4],
    parseTimeline: ["2024/25 to 2026/27", { grain: "year" }],
    percentage: [{ of: "Crew", rate: "12%" }],
    periodCount: [plan],
    periodDays: [plan, 0],
    periodFirstDay: [plan, 0],
    periodFirstMonth: [plan, 0],
    periodLabel: [plan, 0],
    periodLastDay: [plan, 0],
    periodMonths: [plan],
    periodOfDay: [plan, day],
    periodsWithin: [byMonth, all.coarser(byMonth, "year"), 0],
    periodYear: [plan, 0],
    print: [repairs, { as: "csv" }],
    programme: ["Hub", plan, { source: "bid" }, crew],
    quarterOfMonth: [month, 4],
    quarters: ["2024/25", "2025/26"],
    ramp: [{ "2024/25": 100, "2026/27": 300 }],
    readAmount: ["62%"],
    repayment: ["Repaid", 500, { term: "ongoing" }],
    rollUp: [all.evaluate(monthly), "year"],
    roundTo: [decimal(7), decimal(5), "up"],
    saving: ["Contracts", 500, { cashable: "avoided cost" }],
    scenario: ["Late", { crew: 0 }, "a year late"],
    sheetOf: [repairs, { by: "year" }],
    split: [100, [1, 1, 1], "0.01"],
    stampOf: [repairs],
    stampWords: [all.stampOf(repairs)],
    table: ["Uses", { column: "£" }, crew],
    timelineOf: ["2024/25 to 2026/27", "year", 4],
    timelineOfYears: [2024, 2026, { grain: "year" }],
    valueWords: [decimal(5), "£"],
    withScenario: [repairs, "Late", { "crew@2024/25": 5 }],
    withValues: [repairs, { "crew@2024/25": 5 }],
    writeCsv: [sheet],
    writeExplanation: [explained],
    writeHtml: [sheet, { mark: true }],
    writeJson: [sheet],
    writeMarkdown: [sheet, { mark: true }],
    writeReport: [all.check(worked)],
    writeText: [sheet, { mark: true }],
    yearDays: [plan, 0],
    yearLabels: [plan],
    yearOfMonth: [month, 4],
    years: ["2024/25", "2026/27"],
  },
  formula: {
    add: [rent, pound],
    assumption: ["unit-cost"],
    choose: [rent, pound, rent],
    compare: [rent, "above", pound],
    constant: [decimal(1), "£"],
    divide: [rent, pound],
    fact: ["days"],
    fold: [pound, { constant: () => 1 }],
    maximum: [rent, pound],
    minimum: [rent, pound],
    multiply: [rent, pound],
    opening: [rent, pound],
    previous: [rent],
    root: [pound],
    round: [rent, pound, "up"],
    row: ["rent", 1],
    series: ["unit-cost"],
    subtract: [rent, pound],
    total: ["rent"],
  },
  drivers: {
    advance: [{ draws: { "2024/25": 100 }, repay: "equal", over: 3 }],
    calculated: ["Crew * 2"],
    childrenFewer: [{ number: 10, "unit cost": 51_080 }],
    contribution: [{ of: "Crew", share: "25%" }],
    entriesAvoided: [{ entries: 10, stay: 26, cost: 700 }],
    grant: [{ window: { from: "2024-04-01", to: "2026-03-31" }, cap: 1_000, rate: "75%" }],
    outcomes: [{ target: 100, impact: "40%", deadweight: { share: "10%" }, "unit cost": 1_000, duration: 2 }],
    paymentByResults: [{ number: 600, "attachment fee": 3_200, "result payment": 800, attainment: 0.5 }],
    phasedCohort: [{ phases: { Pilot: { join: 12, from: "Apr 2025", to: "Mar 2026" } }, saving: 1_200 }],
    placements: [{ types: { Foster: { opening: 10 } }, count: "child weeks", "weeks per year": 52 }],
    pool: [{ total: 100, shares: { Council: "60%", Health: "the rest" } }],
    reserve: [{ opening: 30_000, out: { "2024/25": 20_000 } }],
    staffing: [{ posts: 4, salary: 30_000 }],
    unitCost: [{ cost: 2_995, per: "child per week", number: 2, "weeks per year": 52 }],
    waterfall: [{ Grant: { "up to": 15_000 }, "Base budget": { "up to": "what is left" } }],
  },
  appraisal: {
    allocate: [{ amount: 100, weights: [1, 1, 1] }],
    annuityFactor: [{ years: 20, rate: "3.5%" }],
    appraise: [repairs, { rate: "5%" }],
    compareOptions: [repairs, { "Do nothing": { without: "all" }, "A crew": {} }, { rate: "3%" }],
    compareProgrammes: [repairs, repairs],
    discountFactor: [{ year: 10, rate: "3.5%" }],
    equivalentAnnualCost: [{ costs: [50_000, 1_000], years: 1, rate: "3.5%" }],
    flatSchedule: [{ rate: "5%", source: "strategy" }],
    fv: [{ rate: "1%", periods: 3, payment: 100 }],
    gradedBias: [{ grades: { trial: 0, pilot: "-15%" }, grade: "pilot", source: "office" }],
    ipmt: [{ ...loan, period: 1 }],
    irr: [{ flows }],
    measures: [appraised, all.evaluate(appraised)],
    mirr: [{ flows, "finance rate": "10%", "reinvestment rate": "12%" }],
    nper: [{ rate: "1%", payment: -100, "present value": 1_000 }],
    npv: [{ flows, rate: "10%" }],
    optimismBias: [{ project: "standard buildings", mitigation: "25%" }],
    payback: [{ flows }],
    pmt: [loan],
    ppmt: [{ ...loan, period: 1 }],
    profitabilityIndex: [{ flows, rate: "10%" }],
    pv: [{ rate: "1%", periods: 3, payment: 100 }],
    rate: [{ periods: 48, payment: -200, "present value": 8_000 }],
    scheduleNamed: ["green book 2022"],
    withOption: [repairs, { without: ["Checks"] }],
    xirr: [{ flows: dated }],
    xnpv: [{ flows: dated, rate: "9%" }],
  },
  vary: {
    compareScenarios: [repairs, { outcomes: ["net saving"] }],
    drawPart: [job, 0, 64, () => {}],
    readySimulation: [repairs, draws],
    sensitivity: [repairs, moved],
    simulate: [repairs, draws],
    switchingValue: [repairs, { assumption: "Saved a year", outcome: "net saving" }],
    switchingValues: [repairs, { outcome: "net saving" }],
    twoWayGrid: [
      repairs,
      {
        outcome: "net saving",
        across: { assumption: "crew", values: [1, 1.5] },
        down: { assumption: "contracts", values: [1, 0.5] },
      },
    ],
  },
  charts: {
    costsAndFunding: [worked, { unit: "thousands" }],
    cumulativeNet: [worked, { unit: "thousands" }],
    fan: [
      [
        { period: "2024/25", ...band },
        { period: "2025/26", ...band },
      ],
      { measure: "Net saving" },
    ],
    fanOf: [repairs, drawn.fans[0], { width: 600 }],
    fundingSources: [all.evaluate(hub), { unit: "thousands" }],
    grossToCashable: [worked, { unit: "thousands" }],
    renderSvg: [charts.costsAndFunding(worked)],
    tornado: [[{ label: "Families", low: 1, high: 3, central: 2 }], { measure: "Net saving" }],
    tornadoOf: [repairs, vary.sensitivity(repairs, moved), { most: 2 }],
  },
  excel: { writeWorkbook: [hub, { unit: "thousands" }] },
  word: { writeWord: [hub, { unit: "thousands" }] },
  page: { writeReportPage: [hub, { unit: "thousands" }] },
  file: {
    modelSchema: [],
    printModel: [model, { as: "csv" }],
    read: [model, { file: "rent.yaml" }],
    readProgramme: [model, { file: "rent.yaml" }],
    writeModel: [hub, "json"],
  },
  audit: {
    audit: ["£000s,14/15\nPay,60\nRent,40\nTotal,100\n", { file: "table.csv" }],
    auditSheet: [sheet],
    auditTable: [published, {}],
    checkClaim: ["a rise of 25% from 653 to 893", published],
    readStructure: ["unit: thousands\n", { file: "structure.yaml" }],
    readTable: ["£000s,14/15\nPay,60\nRent,40\nTotal,100\n", { file: "table.csv" }],
    readWorkbookTable: [workbook, { file: "book.xlsx" }],
    reconstruct: [published, { assume: [{ constant: "Pay" }] }],
    writeAudit: [audit, "markdown"],
    writeReconstruction: [reconstruction, "csv"],
  },
};
