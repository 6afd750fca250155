import { decisionOf, type LastSaid, lastSaid } from "../conversations/index.ts";
import { evidenceToWire } from "../evidence/index.ts";
import { fundStanding } from "../funds/index.ts";
import { type Actor, denied, idText, type Permission } from "../kernel/index.ts";
import { type Money, toWire, zero } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { activityTypeOf, claimAsks, type Edition, reasonCodeOf, windowFor } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimResource } from "./claim-contract.ts";
import { claimAbilities } from "./claim-policy.ts";
import { listItem, namesOf } from "./claim-queries.ts";
import { EDITABLE } from "./claim-transitions.ts";
import { type ClaimBasis, type Judgement, judgeClaim, loadBasis } from "./judge-claim.ts";
import { isFirstClaim } from "./other-claims.ts";

/**
 * One claim with all that is in it, for the side that asks (docs/api.md). Only while it can be changed is it judged: later
 * nothing of it depends on what the rules would say today.
 */
export async function claimResource(tx: Tx, actor: Actor, claim: Claim, now: Date): Promise<ClaimResource> {
  if (EDITABLE.includes(claim.status)) {
    return judgedClaimResource(tx, actor, claim, await judgeClaim(tx, claim, now, { lock: false }));
  }
  const basis = await loadBasis(tx, claim, { lock: false });
  return shown(tx, actor, claim, { basis, available: (await fundStanding(tx, basis.fund)).remaining });
}

/** {@link claimResource} for those who have judged the claim already. */
export async function judgedClaimResource(
  tx: Tx,
  actor: Actor,
  claim: Claim,
  judged: Judgement,
): Promise<ClaimResource> {
  const available = judged.facts.fund?.available ?? zero(judged.fund.currency);
  return shown(tx, actor, claim, { basis: judged, available, blocked: blockedBy(claim, judged) });
}

interface Shown {
  readonly basis: ClaimBasis;
  /** What is left in the fund. */
  readonly available: Money;
  /** What stops a submission. */
  readonly blocked?: Permission | undefined;
}

async function shown(tx: Tx, actor: Actor, claim: Claim, { basis, available, blocked }: Shown): Promise<ClaimResource> {
  const { edition, fund } = basis;
  const wire = evidenceToWire(basis.evidence);
  const said =
    claim.decidedAt !== null || claim.dueSide === "partner" ? await lastSaidOn(tx, claim, edition) : undefined;
  return {
    ...listItem(actor, await namesOf(tx, claim), edition),
    ...wire,
    preApprovalId: claim.preApprovalId,
    fields: claim.fields,
    sponsors: claim.sponsors,
    sharePercent: claim.sharePercent,
    event: claim.event,
    asks: await asksOf(tx, claim, basis),
    activity: claim.planActivityId && idText("activity", claim.planActivityId),
    round: claim.round,
    amountReserved: toWire(basis.reserved),
    fund: { id: idText("fund", fund.id), remaining: toWire(available), expiresOn: fund.claimWindow.to },
    usage: fund.usage,
    claimWindow: submissionWindow(basis),
    edition: { id: idText("edition", edition.id), programYear: edition.programYear, version: edition.version },
    submittedAt: claim.submittedAt?.toISOString() ?? null,
    informationRequest:
      claim.dueSide === "partner" && said?.verb === "request-information" ? { ...said.words, item: said.item } : null,
    decision: decisionOf(claim.decidedAt, said),
    reasons: reasonsIn(edition, [
      claim.reasonCode,
      ...wire.invoices.flatMap((invoice) => invoice.lines.map((line) => line.reasonCode)),
      ...wire.certifications.map((certification) => certification.reasonCode),
    ]),
    abilities: claimAbilities(actor, claim, edition.document, blocked),
  };
}

/** What the edition asks of this claim; whether it is the first one, where more time is given for that. */
async function asksOf(
  tx: Tx,
  claim: Claim,
  { edition: { document }, fund }: ClaimBasis,
): Promise<ClaimResource["asks"]> {
  const due = activityTypeOf(document, claim.activityType)?.dueAfterActivity ?? document.claims?.dueAfterActivity;
  const asks = claimAsks(document, { ...claim, fundType: fund.fundType });
  return {
    ...asks,
    fields: asks.fields.map(({ code, name, kind, required, hint, pattern, choices }) => ({
      code,
      name,
      kind,
      required,
      ...(hint === undefined ? {} : { hint }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(choices === undefined ? {} : { choices }),
    })),
    firstClaim: due?.firstClaimWithin ? await isFirstClaim(tx, claim) : null,
  };
}

/** When the claim may be submitted for the first time. */
function submissionWindow({ plan, fund, edition }: ClaimBasis): ClaimResource["claimWindow"] {
  const window = plan?.funding === "paid-ahead" ? windowFor(edition.document, fund.usage.code) : undefined;
  return window ? { from: window.usagePeriod.from, to: window.proofDeadline } : fund.claimWindow;
}

/** While the claim is open for changes: what still stops a submission, in the words of the first finding that does. */
function blockedBy(claim: Claim, judged: Judgement): Permission | undefined {
  if (!EDITABLE.includes(claim.status)) return undefined;
  const blocking = judged.assessment.findings.find((finding) => finding.severity === "blocks");
  return (
    blocking &&
    denied(blocking.reasonCode ?? blocking.rule, {
      text: blocking.remedy,
      words: blocking.words ?? { message: blocking.remedy },
    })
  );
}

/** The last word of the vendor on the claim: request, approval or rejection. */
async function lastSaidOn(tx: Tx, claim: Claim, edition: Edition): Promise<LastSaid | undefined> {
  const row = await tx
    .selectFrom("claim_decision")
    .select(["verb", "reason_code", "comment", "item", "decided_at", "decided_by"])
    .where("claim_id", "=", claim.id)
    .where("verb", "!=", "submit")
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return lastSaid(tx, row, (code) => reasonCodeOf(edition.document, code));
}

function reasonsIn(edition: Edition, codes: readonly (string | null)[]): Record<string, string> {
  const used = new Set(codes.filter((code) => code !== null));
  return Object.fromEntries([...used].map((code) => [code, reasonCodeOf(edition.document, code)?.label ?? code]));
}
