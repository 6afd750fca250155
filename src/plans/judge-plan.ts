import { type Finding, notFound } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, editionById } from "../programs/index.ts";
import type { Plan } from "./plan.ts";
import { loadContent, type PlanContent, plannedAmount } from "./plan-content.ts";
import { planFacts } from "./plan-facts.ts";
import { judge, type PlanFacts, type PlanSubject } from "./plan-rules.ts";

/** A judgement with everything it rests on. */
export interface PlanJudgement {
  readonly edition: Edition;
  readonly content: PlanContent;
  readonly planned: Money;
  readonly subject: PlanSubject;
  readonly facts: PlanFacts;
  readonly findings: readonly Finding[];
}

/** The edition a plan is judged by: that of the first day of its period. It was published when the plan was made and never changes. */
export async function editionOf(tx: Tx, plan: Pick<Plan, "editionId">): Promise<Edition> {
  const edition = await editionById(tx, plan.editionId);
  if (!edition) throw notFound("edition");
  return edition;
}

/** Judges a plan: the very same call for the live checklist, at submission and in review. */
export async function judgePlan(tx: Tx, plan: Plan, now: Date): Promise<PlanJudgement> {
  const edition = await editionOf(tx, plan);
  const content = await loadContent(tx, plan.id);
  const subject = planSubject(plan, content);
  const facts = await planFacts(tx, plan, edition, now);
  const findings = judge(edition, subject, facts);
  return { edition, content, planned: plannedAmount(plan, content), subject, facts, findings };
}

/** The plan as plain data, the form in which the rules judge it and in which a decision keeps it. */
export function planSubject(plan: Plan, content: PlanContent): PlanSubject {
  const { period, fundType, currency, reviewerEmail } = plan;
  return {
    period,
    fundType,
    currency,
    reviewerEmail,
    campaigns: content.map(({ id, name, startDate, endDate, activities }) => ({
      id,
      name,
      startDate,
      endDate,
      activities: activities.map(
        ({ planId: _plan, campaignId: _campaign, partnerId: _partner, version: _version, ...said }) => said,
      ),
    })),
  };
}
