import { type Command, checkVersion, DomainError, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { refusedBy } from "../platform/database/index.ts";
import { claimsNaming, deleteActivity } from "./activity-store.ts";
import { lockActivity } from "./lock-for-editing.ts";
import { recordPartChange } from "./record-plan-change.ts";

/** Takes an activity out of a plan that is open for changes; 409 with the claims when it stands in some. */
export async function removeActivity(tx: Tx, command: Command, id: string): Promise<void> {
  const { plan, activity } = await lockActivity(tx, command, id);
  checkVersion(command.seen, activity.version);
  await refuseClaimed(tx, [id]);
  await deleteActivity(tx, id).catch((error: unknown) => {
    throw refusedBy(error, CLAIMED) ? claimed([]) : error;
  });
  await recordPartChange(tx, command, plan, "activity-removed", { part: id, about: activity.name });
}

/** The foreign key by which a claim holds its activity: the second wall. */
const CLAIMED = "claim_plan_activity_id_partner_id_fkey";

/** Refuses to remove activities of which one stands in a claim. */
export async function refuseClaimed(tx: Tx, activityIds: readonly string[]): Promise<void> {
  const claims = await claimsNaming(tx, activityIds);
  if (claims.length > 0) throw claimed(claims);
}

function claimed(claims: readonly string[]): DomainError {
  return new DomainError({
    code: "activity-claimed",
    kind: "conflict",
    message:
      claims.length === 0
        ? sentence("A claim stands on this activity, so that it stays in the plan.")
        : sentence("It stays in the plan, because claims stand on it: {claims}.", { claims: claims.join(", ") }),
    details: { claims },
  });
}
