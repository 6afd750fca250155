import { beforeAll, describe, expect, test } from "vitest";
import { ACKNOWLEDGED, QUESTION, REFUSAL } from "../../test/builders/claim-desk.ts";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, type Command, DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { approveClaim } from "./approve-claim.ts";
import { cancelClaim } from "./cancel-claim.ts";
import type { Claim } from "./claim.ts";
import { CLAIM_LIFECYCLE, type ClaimStatus, type ClaimVerb } from "./claim-transitions.ts";
import { endUndecided } from "./end-undecided.ts";
import { openReview } from "./open-review.ts";
import { rejectClaim } from "./reject-claim.ts";
import { requestInformation } from "./request-information.ts";
import { resumeClaim } from "./resume-claim.ts";
import { beginStep } from "./step-claim.ts";
import { submitClaim } from "./submit-claim.ts";
import { withdrawClaim } from "./withdraw-claim.ts";

const nothing = (): undefined => undefined;
const TAKE: Record<ClaimVerb, (tx: Tx, command: Command, id: string) => Promise<Claim>> = {
  submit: (tx, command, id) => submitClaim(tx, command, id, () => ({ acknowledgements: ACKNOWLEDGED })),
  withdraw: (tx, command, id) => withdrawClaim(tx, command, id, nothing),
  cancel: (tx, command, id) => cancelClaim(tx, command, id, nothing),
  resume: (tx, command, id) => resumeClaim(tx, command, id, nothing),
  open: (tx, command, id) => openReview(tx, command, id, nothing),
  requestInformation: (tx, command, id) => requestInformation(tx, command, id, () => QUESTION),
  approve: (tx, command, id) => approveClaim(tx, command, id, () => ({ lines: [] })),
  reject: (tx, command, id) => rejectClaim(tx, command, id, () => REFUSAL),
  expire: async (tx, command, id) => endUndecided(tx, command, await beginStep(tx, command, id, "expire"), "expired"),
};
const VERBS = Object.keys(TAKE) as ClaimVerb[];
const STATUSES = Object.keys(CLAIM_LIFECYCLE.statuses) as ClaimStatus[];

class Undone extends Error {}

/** What the table says of a verb from a status for a side. Opening what is open is harmless (docs/api.md). */
function expected(verb: ClaimVerb, status: ClaimStatus, side: string): string {
  const edge = CLAIM_LIFECYCLE.edges[verb];
  if (edge.by !== side) return verb === "expire" ? "forbidden system-only" : "forbidden role-missing";
  if (verb === "open" && status === "under_review") return "under_review";
  return edge.from.includes(status) ? edge.to : "conflict wrong-status";
}

// The table of transitions is the same wherever the money comes from.
describe.each(MONEY_MODES)("a claim $name", (mode) => {
  const database = useDatabase();
  const desk = modeDesk(database, mode);
  const { claims: steps } = desk;
  const claims = {} as Record<ClaimStatus, string>;
  let activity: string | undefined;

  const SIDES: readonly (readonly ["partner" | "vendor" | "system", () => Actor])[] = [
    ["partner", () => desk.world.incentivesAdmin],
    ["vendor", () => desk.world.reviewer],
    ["system", () => SYSTEM_ACTOR],
  ];

  beforeAll(async () => {
    await desk.open();
    ({ activity } = await desk.plan({ budgets: ["12000.00"] }));
    const wish = activity === undefined ? {} : { activity };
    for (const status of STATUSES) claims[status] = await steps.make({ name: status, ...wish });
    const { submitted, under_review, action_required, approved, rejected, cancelled, expired } = claims;
    for (const id of [submitted, under_review, action_required, approved, rejected]) await steps.submit(id);
    for (const id of [under_review, action_required, approved, rejected]) await steps.open(id);
    await steps.ask(action_required);
    await steps.approve(approved);
    await steps.reject(rejected);
    await steps.cancel(cancelled);
    const system: Command = { actor: SYSTEM_ACTOR, now: steps.tick() };
    await steps.as(SYSTEM_ACTOR, (tx) => TAKE.expire(tx, system, expired));
  });

  /** Takes a step and undoes it: the status it led to, or the code of the refusal. */
  async function tried(verb: ClaimVerb, status: ClaimStatus, actor: Actor): Promise<string> {
    let reached = "";
    try {
      await inTransaction(database.db, actor, async (tx) => {
        reached = (await TAKE[verb](tx, { actor, now: steps.tick() }, claims[status])).status;
        throw new Undone();
      });
    } catch (error) {
      if (error instanceof Undone) return reached;
      if (error instanceof DomainError) return `${error.kind} ${error.code}`;
      throw error;
    }
    return "committed";
  }

  describe.each(SIDES)("for the %s", (side, actor) => {
    test.each(VERBS)("%s is possible exactly where the table of transitions has it", async (verb) => {
      const found: Record<string, string> = {};
      for (const status of STATUSES) found[status] = await tried(verb, status, actor());
      expect(found).toEqual(Object.fromEntries(STATUSES.map((status) => [status, expected(verb, status, side)])));
    });
  });

  test("to somebody of another partner, none of these claims exists, whatever he tries", async () => {
    for (const verb of VERBS) {
      for (const status of STATUSES) {
        expect([verb, status, await tried(verb, status, desk.world.other.admin)]).toEqual([
          verb,
          status,
          "not-found not-found",
        ]);
      }
    }
  });

  test("each claim stands where its steps led it, with the clock of who must act", async () => {
    const found = await Promise.all(
      STATUSES.map(async (status) => [status, await steps.look(claims[status])] as const),
    );
    expect(Object.fromEntries(found.map(([status, claim]) => [status, [claim.status, claim.dueSide]]))).toEqual({
      editing: ["editing", null],
      submitted: ["submitted", "vendor"],
      under_review: ["under_review", "vendor"],
      action_required: ["action_required", "partner"],
      approved: ["approved", null],
      rejected: ["rejected", null],
      cancelled: ["cancelled", null],
      expired: ["expired", null],
    });
  });

  test("a step on a version that is no longer the present one is refused, and nothing happens", async () => {
    const { version } = await steps.look(claims.submitted);
    await expect(steps.withdraw(claims.submitted, { seen: version - 1 })).rejects.toMatchObject({
      code: "stale-version",
    });
    expect(await steps.look(claims.submitted)).toMatchObject({ status: "submitted", version });
  });

  test("opening a review twice is harmless: the second time changes nothing", async () => {
    const id = await steps.make(activity === undefined ? {} : { activity });
    await steps.submit(id);
    const first = await steps.open(id);
    const second = await steps.open(id, { by: desk.world.reviewerTwo });
    expect(second).toEqual(first);
    expect(second.openedBy).toBe(desk.world.reviewer.personId);
  });
});
