import { sql } from "kysely";
import { claimFace, judgeClaim, judgedClaimResource } from "../claims/index.ts";
import { personNames } from "../identity/index.ts";
import { type Actor, enforce, idText, notFound, uuidOf } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import { judgedPlanResource, judgePlan } from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page, type SortKey } from "../platform/http/index.ts";
import { reasonsAbout } from "../programs/index.ts";
import { planSignals } from "./plan-signals.ts";
import type { ReviewListItem, ReviewListQuery, ReviewResource } from "./review-contract.ts";
import { maySeeQueue, reviewAbilities } from "./review-policy.ts";
import { type QueueRow, queueQuery, WAITING } from "./review-queue.ts";
import { assertSubmitted, faceOf, type ReviewSubject, subjectOf } from "./review-subject.ts";
import { type RiskSignal, riskSignals } from "./risk-signals.ts";

const SORTS: Readonly<Record<string, SortKey>> = {
  dueAt: { by: sql`coalesce(queue.due_at, 'infinity'::timestamptz)`, type: "timestamptz" },
  amount: { by: sql`queue.amount`, type: "bigint" },
};

/** What waits for the vendor, most urgent first: one list over everything that is to be decided. */
export async function listReviews(
  tx: Tx,
  actor: Actor,
  now: Date,
  list: ReviewListQuery,
): Promise<Page<ReviewListItem>> {
  enforce(maySeeQueue(actor));
  let query = queueQuery(tx, actor, { statuses: list.status ? [list.status] : WAITING });
  if (list.kind) query = query.where("queue.kind", "=", list.kind);
  if (list.program) query = query.where("queue.program_code", "=", list.program);
  if (list.overdue === "true") query = query.where("queue.due_at", "<", now);
  if (list.overdue === "false") query = query.where("queue.due_at", ">=", now);
  if (list.assignee === "none") query = query.where("queue.assignee_id", "is", null);
  else if (list.assignee) {
    const person = list.assignee === "me" ? actor.personId : uuidOf("person", list.assignee);
    query = person === undefined ? query.where(sql<boolean>`false`) : query.where("queue.assignee_id", "=", person);
  }
  if (list.q) {
    const like = `%${list.q.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    query = query.where((eb) =>
      eb.or([
        eb("queue.number", "ilike", like),
        eb("queue.name", "ilike", like),
        eb("queue.partner_name", "ilike", like),
      ]),
    );
  }
  const rows = await page(query, { sorts: SORTS, defaultSort: "dueAt", idRef: sql`queue.id`, list });
  return { items: await toItems(tx, rows.items, now), nextCursor: rows.nextCursor };
}

async function toItems(tx: Tx, rows: readonly QueueRow[], now: Date): Promise<ReviewListItem[]> {
  const names = await personNames(
    tx,
    rows.flatMap((row) => row.assignee_id ?? []),
  );
  const idsOf = (kind: QueueRow["kind"]) => rows.filter((row) => row.kind === kind).map((row) => row.id);
  const signals = new Map([...(await riskSignals(tx, idsOf("claim"))), ...(await planSignals(tx, idsOf("plan")))]);
  return rows.map((row) => toItem(row, now, names, signals.get(row.id) ?? []));
}

function toItem(row: QueueRow, now: Date, names: ReadonlyMap<string, string>, risk: RiskSignal[]): ReviewListItem {
  const face = faceOf(row);
  return {
    id: idText("review", row.id),
    version: row.review_version,
    kind: row.kind,
    subject: { type: row.kind, id: idText(row.kind, row.id), number: row.number, name: row.name, status: row.status },
    face: { tone: face.tone === "needs-you" ? "in-progress" : face.tone, label: face.vendor },
    partner: { id: idText("organisation", row.partner_id), name: row.partner_name },
    location: { id: idText("location", row.location_id), name: row.location_name },
    program: row.program_code,
    amount: toWire({ minor: row.amount, currency: row.currency }),
    assignee:
      row.assignee_id === null
        ? null
        : { id: idText("person", row.assignee_id), name: names.get(row.assignee_id) ?? "" },
    submittedAt: (row.submitted_at ?? now).toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    dueOn: row.due_on,
    overdue: row.due_at !== null && row.due_at < now,
    risk,
  };
}

/** One review with its claim or plan, the judgement of the rules and the reasons to choose from. Also of what is decided. */
export async function reviewResource(tx: Tx, actor: Actor, id: string, now: Date): Promise<ReviewResource> {
  const subject = await subjectOf(tx, actor, id);
  enforce(maySeeQueue(actor));
  assertSubmitted(subject);
  const row = await queueQuery(tx, actor, { id }).executeTakeFirst();
  const [item] = row ? await toItems(tx, [row], now) : [];
  if (!row || !item) throw notFound("review");
  return {
    ...item,
    ...(await judgedSubject(tx, actor, subject, now)),
    next: await nextAfter(tx, actor, row),
    abilities: reviewAbilities(actor, subject),
  };
}

/** The subject as it is shown, with what the rules say of it and the reasons of its edition. */
async function judgedSubject(
  tx: Tx,
  actor: Actor,
  subject: ReviewSubject,
  now: Date,
): Promise<Pick<ReviewResource, "claim" | "plan" | "findings" | "reasonCodes">> {
  if (subject.kind === "plan") {
    const judged = await judgePlan(tx, subject.plan, now);
    return {
      claim: null,
      plan: await judgedPlanResource(tx, actor, subject.plan, judged, now, { claimFace }),
      findings: [...judged.findings],
      reasonCodes: reasonsAbout(judged.edition.document, "plan"),
    };
  }
  const judged = await judgeClaim(tx, subject.claim, now, { lock: false });
  return {
    claim: await judgedClaimResource(tx, actor, subject.claim, judged),
    plan: null,
    findings: [...judged.assessment.findings],
    reasonCodes: reasonsAbout(judged.edition.document, "claim"),
  };
}

/** The most urgent open review, claim or plan, that is not this one and not in somebody else's hands. */
async function nextAfter(tx: Tx, actor: Actor, row: QueueRow): Promise<string | null> {
  const next = await queueQuery(tx, actor, { statuses: WAITING })
    .where("queue.id", "!=", row.id)
    .where((eb) => eb.or([eb("queue.assignee_id", "is", null), eb("queue.assignee_id", "=", actor.personId)]))
    .orderBy(sql`coalesce(queue.due_at, 'infinity'::timestamptz), queue.id`)
    .limit(1)
    .executeTakeFirst();
  return next ? idText("review", next.id) : null;
}
