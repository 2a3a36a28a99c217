/** A model with a line of every driver that has inputs, as the plain data of a file, so that any input can be put in its place. */
export const everyDriver = {
  title: "Every driver",
  years: "2025/26 to 2028/29",
  source: "drawn at random",
  assumptions: {
    "Yearly rent": { value: 1200, unit: "£ per year" },
    "Share of the benefit": { value: 0.5, unit: "share" },
    "Months to build": { value: 6, unit: "months" },
    // A run may set a part of a period for it, which a file may say of what is named alone.
    "Months without repayment": { value: 12, unit: "months" },
  },
  indices: {
    Pay: { edition: "May 2025", base: "2025/26", growth: { "2026/27": 0.02, then: 0.01 } },
    Fees: { edition: "May 2025", levels: { "2025/26": 100, "2026/27": 102, "2027/28": 103, "2028/29": 104 } },
  },
  costs: {
    Rent: { level: { amount: "Yearly rent", from: "2025-07-01", to: "2027-10-15" } },
    Lease: { level: { amount: 900, from: "Jul 2025", to: "2027/28", shares: "by months" } },
    Team: {
      staffing: {
        posts: { "2025/26": 2, then: 3 },
        salary: 30_000,
        "on-cost": 0.3,
        "pay award": { "2026/27": 0.02, then: 0.03 },
        increment: { amount: 500, years: 2 },
        "vacancy share": 0.05,
        recruitment: 1000,
        from: "2025-09-01",
        to: "2028-03-31",
      },
      eligible: true,
    },
    Fund: { "2025/26": 5000, then: 4000, prices: "2025/26", uplift: "Fees" },
    Conferences: { "unit cost": { cost: 840, per: "conference", volume: { "2025/26": 10, then: 12 } } },
    Homes: { "unit cost": { cost: 700, per: "child per week", number: 2, "weeks per year": 52 } },
    Overheads: { percentage: { of: "Team", rate: 0.1 } },
  },
  funding: {
    Grant: {
      grant: {
        window: { from: "2025-04-01", to: "2027-03-31" },
        cap: 50_000,
        "cap by year": { "2025/26": 30_000, then: 20_000 },
        match: { of: "scheme", share: 0.2 },
        claims: "in advance",
        clawback: [{ until: "2028-03-31", if: "the building is sold" }],
      },
    },
    Results: {
      "payment by results": {
        number: { "2025/26": 6, then: 12 },
        unit: "families",
        "paid for": { parts: 5, of: 6 },
        "attachment fee": 100,
        "result payment": { "2025/26": 800, then: 700 },
        attainment: { "2025/26": 0.5, then: 0.6 },
      },
    },
    Pool: {
      pool: {
        total: 1000,
        shares: { Council: 0.6, Health: 0.4 },
        "risk share": { of: "Conferences", shares: { Council: 0.3, Health: "the rest" } },
      },
    },
    Advance: {
      advance: {
        draws: { "2025/26": 1000 },
        interest: 0.03,
        holiday: "Months without repayment",
        repay: "equal",
        over: 2,
        savings: { of: "total saving", share: 0.5 },
        "longest payback": 4,
      },
    },
    Reserve: {
      reserve: { opening: 100, in: { "2025/26": 10 }, out: { "2026/27": 5 }, "carry forward": 0.9 },
    },
    Partner: {
      contribution: { of: "Team", share: 0.25, cap: 900, "cap by year": { "2025/26": 400, then: 300 } },
    },
    Budget: { balances: "all" },
  },
  savings: {
    Rise: { "build up": { level: 1000, from: "Jul 2025", months: "Months to build" } },
    Line: { ramp: { "2025/26": 10, "2027/28": 30, then: 20 } },
    Fewer: { "children fewer": { number: { "2025/26": 5, then: 6 }, "unit cost": 40_000 } },
    Avoided: { "entries avoided": { entries: 4, stay: { "2025/26": 20, then: 26 }, cost: 700 } },
    Care: {
      placements: {
        types: {
          Foster: {
            opening: 10,
            baseline: { entries: 4, exits: 4 },
            programme: { entries: 2 },
            "unit cost": { "2025/26": 700, then: 720 },
            "marginal share": { "2025/26": 0.5, then: 0.9 },
            step: 2,
          },
        },
        count: "child weeks",
        "weeks per year": 52,
        attributed: 0.8,
      },
    },
    Benefits: {
      outcomes: {
        target: { "2025/26": 100 },
        engagement: { "2025/26": 0.8, then: 0.7 },
        impact: 0.4,
        deadweight: { share: 0.1 },
        "unit cost": 1000,
        ramp: [0.5, 1],
        "drop-off": 0.1,
        duration: 3,
        agencies: { Council: 0.6, NHS: 0.4 },
        cashable: "Share of the benefit",
      },
    },
    Families: {
      "phased cohort": {
        phases: {
          One: { join: 5, from: "Apr 2025", to: "Sep 2025" },
          Two: { join: 8, from: "Oct 2025", to: "Mar 2027" },
        },
        saving: 1200,
        lag: 6,
        "leave after": 12,
        "saving lasts": 24,
        cashable: { "2025/26": 0.2, then: 0.5 },
      },
    },
  },
  memorandum: { Counts: { column: "Count", lines: { Places: { once: 5, unit: "places" } } } },
  conditions: { "Met in the end": { row: "balance", "at most": 1000, from: "2027/28" } },
};
