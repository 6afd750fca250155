import { decisionOf, type LastSaid, lastSaid } from "../conversations/index.ts";
import { fundsForPlan } from "../funds/index.ts";
import { holds, personNames } from "../identity/index.ts";
import { type Actor, all, denied, type Finding, idText, type Permission } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, reasonCodeOf, windowFor } from "../programs/index.ts";
import { type ActivityClaimRow, claimsOfPlan, takenBy } from "./activity-claims.ts";
import { type ClaimFace, campaignWire } from "./campaign-wire.ts";
import { judgePlan, type PlanJudgement } from "./judge-plan.ts";
import { isPayable } from "./pay-plan.ts";
import type { Plan } from "./plan.ts";
import type { PlanResource } from "./plan-contract.ts";
import { planMoney } from "./plan-money.ts";
import { paymentsOf, paymentWire } from "./plan-payment-store.ts";
import { firstSubmissionUntil, resubmissionUntil } from "./plan-period.ts";
import { mayPay, planAbilities } from "./plan-policy.ts";
import { guardsOf, listItem, namesOf } from "./plan-queries.ts";
import { EDITABLE } from "./plan-transitions.ts";

/** What the resource of a plan needs from slices behind it. */
export interface PlanResourceDeps {
  /** How the status of a claim is called and looks, for a side. */
  readonly claimFace: ClaimFace;
}

/** One plan with all that is in it, for the side that asks (docs/api.md). */
export async function planResource(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  now: Date,
  deps: PlanResourceDeps,
): Promise<PlanResource> {
  return judgedPlanResource(tx, actor, plan, await judgePlan(tx, plan, now), now, deps);
}

/** {@link planResource} for those who have judged the plan already. */
export async function judgedPlanResource(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  judged: PlanJudgement,
  now: Date,
  deps: PlanResourceDeps,
): Promise<PlanResource> {
  const { edition, content } = judged;
  const { document } = edition;
  const claims = await claimsOfPlan(tx, plan.id);
  const said = await lastSaidOn(tx, plan, edition);
  const payments = await paymentsOf(tx, plan.id);
  const names = await personNames(tx, [plan.reviewerId, ...payments.map(({ postedBy }) => postedBy)]);
  return {
    ...listItem(actor, await namesOf(tx, plan.id), edition),
    reviewerEmail: plan.reviewerEmail,
    reviewer: { id: idText("person", plan.reviewerId), name: names.get(plan.reviewerId) ?? "" },
    round: plan.round,
    edition: { id: idText("edition", edition.id), programYear: edition.programYear, version: edition.version },
    planMode: document.planMode === "required" ? "required" : "optional",
    poeTiming: document.poeTiming,
    firstSubmissionUntil: firstSubmissionUntil(document),
    resubmissionUntil: resubmissionUntil(document),
    submittedAt: plan.submittedAt?.toISOString() ?? null,
    funds: await fundsWire(tx, actor, plan, edition),
    money: await moneyOf(tx, plan, claims),
    campaigns: content.map((campaign) => campaignWire(actor, { plan, edition, campaign, claims }, deps.claimFace)),
    payments: payments.map((payment) => paymentWire(payment, names)),
    informationRequest:
      EDITABLE.includes(plan.status) && said?.verb === "request-information"
        ? { ...said.words, item: said.item }
        : null,
    decision: decisionOf(plan.decidedAt, said),
    abilities: {
      ...planAbilities(actor, plan, { ...guardsOf(plan, edition, now), ...blockedBy(plan, judged.findings) }),
      pay: all(mayPay(actor, plan), isPayable(plan, edition)),
    },
  };
}

/** While the plan is open for changes: what still stops a submission, in the words of the first finding that does. */
function blockedBy(plan: Plan, findings: readonly Finding[]): { submit?: Permission } {
  if (!EDITABLE.includes(plan.status)) return {};
  const blocking = findings.find(({ severity }) => severity === "blocks");
  if (!blocking) return {};
  const words = blocking.words ?? { message: blocking.remedy };
  return { submit: denied(blocking.reasonCode ?? blocking.rule, { text: blocking.remedy, words }) };
}

/** The funds of the period; nothing for those whose role does not let them see funds (rulebook 2.3). */
async function fundsWire(tx: Tx, actor: Actor, plan: Plan, { document }: Edition): Promise<PlanResource["funds"]> {
  if (!holds(actor, "fund.view", plan)) return [];
  return (await fundsForPlan(tx, plan)).map(({ fund, remaining }) => ({
    id: idText("fund", fund.id),
    usagePeriod: fund.usage.code,
    remaining: toWire(remaining),
    expiresOn: fund.claimWindow.to,
    proofDeadline: windowFor(document, fund.usage.code)?.proofDeadline ?? fund.claimWindow.to,
  }));
}

/** What became of the approved amount; null before there is one. Each part is a balance of the ledger or a sum of claims. */
async function moneyOf(tx: Tx, plan: Plan, claims: readonly ActivityClaimRow[]): Promise<PlanResource["money"]> {
  const { amountApproved: limit, currency } = plan;
  if (limit === null) return null;
  const { committed, paid, proven, unproven, demandedBack } = await planMoney(tx, plan);
  const wire = (minor: bigint) => toWire({ minor, currency });
  const { waiting, approved } = takenBy(claims);
  return {
    committed: wire(committed),
    claimed: wire(waiting),
    approved: wire(approved),
    paid: wire(paid),
    proven: wire(proven),
    unproven: wire(unproven),
    demandedBack: wire(demandedBack),
    left: wire(limit.minor - waiting - approved),
  };
}

/** The last word of the vendor on the plan: request, approval or rejection. */
async function lastSaidOn(tx: Tx, plan: Plan, edition: Edition): Promise<LastSaid | undefined> {
  const row = await tx
    .selectFrom("plan_decision")
    .select(["verb", "reason_code", "comment", "item", "decided_at", "decided_by"])
    .where("plan_id", "=", plan.id)
    .where("verb", "!=", "submit")
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return lastSaid(tx, row, (code) => reasonCodeOf(edition.document, code));
}
