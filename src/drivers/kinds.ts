import { amountsKind } from "./amounts.ts";
import { amountsFromKind } from "./amounts-from.ts";
import { balancesKind } from "./balances.ts";
import { buildUpKind } from "./build-up.ts";
import type { DriverKind } from "./driver-kind.ts";
import { levelKind } from "./level.ts";
import { rampKind } from "./ramp.ts";

/** Every driver that a file may name. A new one is a line here. */
export const driverKinds: readonly DriverKind[] = [
  amountsKind,
  amountsFromKind,
  levelKind,
  rampKind,
  buildUpKind,
  balancesKind,
];
