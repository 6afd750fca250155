import type { EditionDocument } from "../../src/programs/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { claimDesk } from "./claim-desk.ts";
import { type PlanWish, planDesk } from "./plan-desk.ts";
import { buildWorld, type World } from "./world.ts";

/** Where the money of a claim comes from: four editions of one program (ARCHITECTURE.md, "The ledger"). */
export interface MoneyMode {
  readonly name: string;
  readonly edition: Partial<EditionDocument>;
  /** Whether claims prove an activity of a plan. */
  readonly planned: boolean;
  /** Whether the plan is paid before its proof. */
  readonly paidAhead: boolean;
  /** Whether an approved plan sets its amount aside. */
  readonly committed: boolean;
}

const PLANNED = { planned: true, paidAhead: false, committed: false };

/** Every mode there is. */
export const MONEY_MODES: readonly MoneyMode[] = [
  { name: "without a plan", edition: {}, ...PLANNED, planned: false },
  { name: "under a plan that sets nothing aside", edition: { planCommitment: "none" }, ...PLANNED },
  { name: "under a plan that sets its amount aside", edition: {}, ...PLANNED, committed: true },
  {
    name: "under a plan that is paid ahead",
    edition: { planMode: "required", planCommitment: "none", poeTiming: "after-payment" },
    ...PLANNED,
    paidAhead: true,
  },
];

/** A world of one mode with desks for its plans and claims. Call `open` before anything else. */
export function modeDesk(database: TestDatabase, mode: MoneyMode) {
  let world: World | undefined;
  const ready = (): World => {
    if (!world) throw new Error("open the desk before it is used");
    return world;
  };
  const plans = planDesk(database, ready);
  return {
    claims: claimDesk(database, ready),
    plans,
    get world() {
      return ready();
    },
    async open(): Promise<World> {
      world = await buildWorld(database.db, { edition: mode.edition });
      return world;
    },
    /** An approved plan where the mode has one: what a claim names to be made under it. */
    async plan(wish: PlanWish = {}): Promise<{ readonly id?: string; readonly activity?: string }> {
      return mode.planned ? plans.make(wish) : {};
    },
  };
}
