import { marketOf } from "../identity/index.ts";
import { type Command, DomainError, dateIn, endOfDay, type IsoDate, idText, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { checkReason, type EditionDocument, serviceDeadline } from "../programs/index.ts";
import { refused } from "./create-plan.ts";
import { judgePlan } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import type { PlanRequestBody } from "./plan-bodies.ts";
import type { PlanContent } from "./plan-content.ts";
import { resubmissionUntil } from "./plan-period.ts";
import { recordPlanDecision } from "./record-plan-decision.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/**
 * Asks the partner for something: the plan is open for changes again, the vendor's clock stops and the partner's starts
 * (14 business days by default, never past the last day of submitting again; rulebook 4.1).
 *
 * Refuses with `resubmission-over` (409) when the partner could not answer any more: then it must be decided as it is.
 */
export async function requestPlanInformation(
  tx: Tx,
  command: Command,
  id: string,
  body: () => PlanRequestBody,
): Promise<Plan> {
  const ready = await beginStep(tx, command, id, "requestInformation");
  const { plan } = ready;
  const { reasonCode, comment, item } = body();
  const judged = await judgePlan(tx, plan, command.now);
  const { document } = judged.edition;
  checkReason(judged.edition, "plan", reasonCode, "action");
  const about = checkPlanItem(judged.content, item);
  const dueOn = answerBy(document, command.now, await marketOf(tx, plan.locationId));
  const decision = await recordPlanDecision(tx, command, plan, judged, {
    verb: "request-information",
    amount: judged.planned,
    reasonCode,
    comment,
    item: about,
  });
  return finishStep(
    tx,
    command,
    ready,
    { dueAt: endOfDay(document.timeZone, dueOn), dueOn, reasonCode },
    { reasonCode, payload: { decision } },
  );
}

/** The last day of the partner's answer. */
function answerBy(document: EditionDocument, now: Date, market: string): IsoDate {
  const zone = document.timeZone;
  const { dueOn } = serviceDeadline(document.serviceLevels.planAnswer, { from: now, market, zone });
  const last = resubmissionUntil(document);
  if (dateIn(zone, now) > last) {
    throw new DomainError({
      code: "resubmission-over",
      kind: "conflict",
      message: sentence("The partner could submit this plan again until {day}. Decide on it as it is.", { day: last }),
      details: { resubmissionUntil: last },
    });
  }
  return dueOn < last ? dueOn : last;
}

/**
 * Refuses an id of something that is no part of this plan: what a request or a comment points at must be found by the one who
 * reads it. Returns the id; null when it points at nothing in particular.
 */
export function checkPlanItem(content: PlanContent, item: string | null | undefined): string | null {
  if (item === null || item === undefined) return null;
  const known = content.flatMap((campaign) => [
    idText("campaign", campaign.id),
    ...campaign.activities.map((activity) => idText("activity", activity.id)),
  ]);
  if (known.includes(item)) return item;
  throw refused(
    "item",
    "unknown-item",
    "This plan has no such campaign or activity. Name a part of it, or leave it out.",
  );
}
