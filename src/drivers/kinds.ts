import { advanceKind } from "./advance.ts";
import { amountsKind } from "./amounts.ts";
import { amountsFromKind } from "./amounts-from.ts";
import { balancesKind } from "./balances.ts";
import { buildUpKind } from "./build-up.ts";
import { childrenFewerKind } from "./children-fewer.ts";
import { contributionKind } from "./contribution.ts";
import type { DriverKind } from "./driver-kind.ts";
import { entriesAvoidedKind } from "./entries-avoided.ts";
import { formulaKind } from "./formula.ts";
import { grantKind } from "./grant.ts";
import { levelKind } from "./level.ts";
import { onceKind } from "./once.ts";
import { outcomesKind } from "./outcomes.ts";
import { paymentByResultsKind } from "./payment-by-results.ts";
import { percentageKind } from "./percentage.ts";
import { phasedCohortKind } from "./phased-cohort.ts";
import { placementsKind } from "./placements.ts";
import { poolKind } from "./pool.ts";
import { rampKind } from "./ramp.ts";
import { reserveKind } from "./reserve.ts";
import { staffingKind } from "./staffing.ts";
import { unitCostKind } from "./unit-cost.ts";
import { waterfallKind } from "./waterfall.ts";

/** Every driver that a file may name. A new one is a line here. */
export const driverKinds: readonly DriverKind[] = [
  amountsKind,
  amountsFromKind,
  levelKind,
  rampKind,
  buildUpKind,
  balancesKind,
  formulaKind,
  onceKind,
  percentageKind,
  staffingKind,
  unitCostKind,
  childrenFewerKind,
  entriesAvoidedKind,
  placementsKind,
  outcomesKind,
  phasedCohortKind,
  advanceKind,
  grantKind,
  contributionKind,
  paymentByResultsKind,
  poolKind,
  reserveKind,
  waterfallKind,
];
