import { type MetricsBody, metricInputs, putMetrics } from "../evidence/index.ts";
import { type Command, checkVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { changeProof } from "./change-proof.ts";
import type { Claim } from "./claim.ts";
import { saveClaim } from "./claim-store.ts";
import { lockForEditing } from "./edit-claim.ts";

/** Replaces the metric values of a claim. They are fields of the claim itself, so this makes its next version. */
export async function replaceMetrics(
  tx: Tx,
  command: Command,
  claimId: string,
  body: () => MetricsBody,
): Promise<Claim> {
  const claim = await lockForEditing(tx, command, claimId);
  checkVersion(command.seen, claim.version);
  const values = metricInputs(body());
  await changeProof(tx, command, claimId, "metrics", "changed", (context) => putMetrics(tx, context, values));
  return saveClaim(tx, command.now, claim, {});
}
