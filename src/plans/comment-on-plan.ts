import { addComment, type CommentBody } from "../conversations/index.ts";
import { type Command, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { loadContent } from "./plan-content.ts";
import { mayComment } from "./plan-policy.ts";
import { getPlan } from "./plan-queries.ts";
import { checkPlanItem } from "./request-plan-information.ts";

/** Writes a comment on a plan, shared or for the own side only. Returns its UUID. */
export async function commentOnPlan(
  tx: Tx,
  { actor, now }: Command,
  id: string,
  body: () => CommentBody,
): Promise<string> {
  const plan = await getPlan(tx, actor, id);
  enforce(mayComment(actor, plan));
  const { text, visibility, item: pointsAt } = body();
  const item = pointsAt ? checkPlanItem(await loadContent(tx, id), pointsAt) : null;
  const subject = { subjectType: "plan", subjectId: plan.id, partnerId: plan.partnerId };
  const comment = await addComment(tx, actor, now, { ...subject, text, visibility, item });
  const type = visibility === "shared" ? "plan.commented" : "plan.noted";
  await events.record(tx, { at: now, type, ...subject, actor, payload: { comment } });
  return comment;
}
