import { decisionOf, type LastSaid, lastSaid } from "../conversations/index.ts";
import { evidenceToWire } from "../evidence/index.ts";
import { type Actor, denied, idText, type Permission } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { type Money, toWire, zero } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { activityTypeOf, claimAsks, type Edition, reasonCodeOf, windowFor } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimResource } from "./claim-contract.ts";
import { claimAbilities } from "./claim-policy.ts";
import { listItem, namesOf } from "./claim-queries.ts";
import { EDITABLE } from "./claim-transitions.ts";
import { type ClaimBasis, editionOf, type Judgement, judgeClaim, loadBasis } from "./judge-claim.ts";
import { isFirstClaim } from "./other-claims.ts";

/**
 * One claim with all that is in it, for the side that asks (docs/api.md). Only while it can be changed is it judged: later
 * nothing of it depends on what the rules would say today.
 */
export async function claimResource(tx: Tx, actor: Actor, claim: Claim, now: Date): Promise<ClaimResource> {
  if (EDITABLE.includes(claim.status)) {
    const [judged, words] = await Promise.all([judgeClaim(tx, claim, now, { lock: false }), wordsOn(tx, claim)]);
    return shownJudged(tx, actor, claim, judged, words);
  }
  const [basis, { remaining }, words] = await Promise.all([
    loadBasis(tx, claim, { lock: false }),
    ledger.fundStanding(tx, claim.fundId),
    wordsOn(tx, claim),
  ]);
  return shown(tx, actor, claim, { basis, words, available: { minor: remaining, currency: basis.fund.currency } });
}

/** {@link claimResource} for those who have judged the claim already. */
export async function judgedClaimResource(
  tx: Tx,
  actor: Actor,
  claim: Claim,
  judged: Judgement,
): Promise<ClaimResource> {
  return shownJudged(tx, actor, claim, judged, await wordsOn(tx, claim));
}

function shownJudged(tx: Tx, actor: Actor, claim: Claim, judged: Judgement, words: WordsOn): Promise<ClaimResource> {
  const available = judged.facts.fund?.available ?? zero(judged.fund.currency);
  return shown(tx, actor, claim, { basis: judged, words, available, blocked: blockedBy(claim, judged) });
}

/** The names beside a claim, and the last word of the vendor on it as long as that is shown. */
type WordsOn = Awaited<ReturnType<typeof wordsOn>>;

async function wordsOn(tx: Tx, claim: Claim) {
  const isAnswered = claim.decidedAt !== null || claim.dueSide === "partner";
  const [names, said] = await Promise.all([namesOf(tx, claim), isAnswered ? lastSaidOn(tx, claim) : undefined]);
  return { names, said };
}

interface Shown {
  readonly basis: ClaimBasis;
  readonly words: WordsOn;
  /** What is left in the fund. */
  readonly available: Money;
  /** What stops a submission. */
  readonly blocked?: Permission | undefined;
}

async function shown(tx: Tx, actor: Actor, claim: Claim, of: Shown): Promise<ClaimResource> {
  const { basis, words, available, blocked } = of;
  const { edition, fund } = basis;
  const { names, said } = words;
  const wire = evidenceToWire(basis.evidence);
  return {
    ...listItem(actor, claim, names, edition),
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
async function lastSaidOn(tx: Tx, claim: Claim): Promise<LastSaid | undefined> {
  const { document } = await editionOf(tx, claim);
  const row = await tx
    .selectFrom("claim_decision")
    .select(["verb", "reason_code", "comment", "item", "decided_at", "decided_by"])
    .where("claim_id", "=", claim.id)
    .where("verb", "!=", "submit")
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return lastSaid(tx, row, (code) => reasonCodeOf(document, code));
}

function reasonsIn(edition: Edition, codes: readonly (string | null)[]): Record<string, string> {
  const used = new Set(codes.filter((code) => code !== null));
  return Object.fromEntries([...used].map((code) => [code, reasonCodeOf(edition.document, code)?.label ?? code]));
}
