import { type Command, checkVersion, DomainError, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { assertSees, mayConfirmPayout } from "./enrollment-policy.ts";
import { lockEnrollment } from "./enrollment-store.ts";
import { settle } from "./settle-enrollment.ts";
import { followingStep } from "./step-enrollment.ts";

/**
 * The vendor's finance says that bank and tax data of a location are complete, or are no longer. Complete: the location is
 * enrolled. No longer: the partner is asked for them again. Stands in for payout profiles until there are any.
 */
export async function confirmPayout(
  tx: Tx,
  command: Command,
  id: string,
  body: () => { readonly complete: boolean },
): Promise<Enrollment> {
  const enrollment = await lockEnrollment(tx, id);
  assertSees(command.actor, enrollment);
  enforce(mayConfirmPayout(command.actor, enrollment.programId));
  if (enrollment.status !== "action_required" && enrollment.status !== "enrolled") {
    throw new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "Payout data are confirmed once the partner has agreed to take part.",
      details: { status: enrollment.status, allowedFrom: ["action_required", "enrolled"] },
    });
  }
  checkVersion(command.seen, enrollment.version);
  const { complete } = body();
  if (complete === enrollment.payoutReady) return enrollment;
  const change = { payoutReady: complete };
  if (complete) return settle(tx, command, await followingStep(tx, command, enrollment, "confirmPayout", change));
  return followingStep(tx, command, enrollment, "requireAction", change, { missing: ["payout-data"] });
}
