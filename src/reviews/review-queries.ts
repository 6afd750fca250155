import { sql } from "kysely";
import { CLAIM_LIFECYCLE, type ClaimStatus, getClaim, judgeClaim, judgedClaimResource } from "../claims/index.ts";
import { inScopes, personNames, scopesOf } from "../identity/index.ts";
import { type Actor, enforce, idText, notFound, uuidOf } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page, type SortKey } from "../platform/http/index.ts";
import type { ReviewListItem, ReviewListQuery, ReviewResource } from "./review-contract.ts";
import { maySeeQueue, reviewAbilities } from "./review-policy.ts";
import { type RiskSignal, riskSignals } from "./risk-signals.ts";

const WAITING: readonly ClaimStatus[] = ["submitted", "under_review"];

const SORTS: Readonly<Record<string, SortKey>> = {
  dueAt: { by: sql`coalesce(claim.due_at, 'infinity'::timestamptz)`, type: "timestamptz" },
  amount: { by: sql`claim.amount_claimed`, type: "bigint" },
};

function queueQuery(tx: Tx, actor: Actor) {
  return tx
    .selectFrom("claim")
    .innerJoin("program", "program.id", "claim.program_id")
    .innerJoin("location", "location.id", "claim.location_id")
    .innerJoin("organisation", "organisation.id", "claim.partner_id")
    .leftJoin("review_assignment", "review_assignment.subject_id", "claim.id")
    .where(
      inScopes(scopesOf(actor, "claim.view"), {
        program: sql.ref("claim.program_id"),
        location: sql.ref("claim.location_id"),
      }),
    )
    .select([
      "claim.id",
      "claim.number",
      "claim.name",
      "claim.status",
      "claim.amount_claimed",
      "claim.currency",
      "claim.due_at",
      "claim.due_on",
      "claim.submitted_at",
      "claim.partner_id",
      "claim.location_id",
      "program.code as program_code",
      "location.name as location_name",
      "organisation.display_name as partner_name",
      "review_assignment.assignee_id",
      "review_assignment.version as assignment_version",
    ]);
}

type QueueRow = Awaited<ReturnType<ReturnType<typeof queueQuery>["executeTakeFirstOrThrow"]>>;

/** What waits for the vendor, most urgent first: one list over everything that is to be decided. */
export async function listReviews(
  tx: Tx,
  actor: Actor,
  now: Date,
  list: ReviewListQuery,
): Promise<Page<ReviewListItem>> {
  enforce(maySeeQueue(actor));
  let query = queueQuery(tx, actor).where("claim.status", "in", list.status ? [list.status] : WAITING);
  if (list.program) query = query.where("program.code", "=", list.program);
  if (list.overdue === "true") query = query.where("claim.due_at", "<", now);
  if (list.overdue === "false") query = query.where("claim.due_at", ">=", now);
  if (list.assignee === "none") query = query.where("review_assignment.assignee_id", "is", null);
  else if (list.assignee) {
    const person = list.assignee === "me" ? actor.personId : uuidOf("person", list.assignee);
    query =
      person === undefined
        ? query.where(sql<boolean>`false`)
        : query.where("review_assignment.assignee_id", "=", person);
  }
  if (list.q) {
    const like = `%${list.q.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    query = query.where((eb) =>
      eb.or([
        eb("claim.number", "ilike", like),
        eb("claim.name", "ilike", like),
        eb("organisation.display_name", "ilike", like),
      ]),
    );
  }
  const rows = await page(query, { sorts: SORTS, defaultSort: "dueAt", idRef: sql`claim.id`, list });
  return { items: await toItems(tx, rows.items, now), nextCursor: rows.nextCursor };
}

async function toItems(tx: Tx, rows: readonly QueueRow[], now: Date): Promise<ReviewListItem[]> {
  const names = await personNames(
    tx,
    rows.flatMap((row) => row.assignee_id ?? []),
  );
  const signals = await riskSignals(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toItem(row, now, names, signals.get(row.id) ?? []));
}

function toItem(row: QueueRow, now: Date, names: ReadonlyMap<string, string>, risk: RiskSignal[]): ReviewListItem {
  const face = CLAIM_LIFECYCLE.statuses[row.status as ClaimStatus];
  return {
    id: idText("review", row.id),
    version: row.assignment_version ?? 0,
    kind: "claim",
    subject: { type: "claim", id: idText("claim", row.id), number: row.number, name: row.name, status: row.status },
    face: { tone: face.tone === "needs-you" ? "in-progress" : face.tone, label: face.vendor },
    partner: { id: idText("organisation", row.partner_id), name: row.partner_name },
    location: { id: idText("location", row.location_id), name: row.location_name },
    program: row.program_code,
    amount: toWire({ minor: row.amount_claimed ?? 0n, currency: row.currency }),
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

/** One review with the claim, the judgement of the rules and the reasons to choose from. Also of decided claims. */
export async function reviewResource(tx: Tx, actor: Actor, id: string, now: Date): Promise<ReviewResource> {
  const claim = await getClaim(tx, actor, id);
  enforce(maySeeQueue(actor));
  const row = await queueQuery(tx, actor).where("claim.id", "=", id).executeTakeFirst();
  if (!row || claim.round === 0) throw notFound("review");
  const judged = await judgeClaim(tx, claim, now, { lock: false });
  const [item] = await toItems(tx, [row], now);
  if (!item) throw notFound("review");
  return {
    ...item,
    claim: await judgedClaimResource(tx, actor, claim, judged),
    findings: [...judged.assessment.findings],
    reasonCodes: judged.edition.document.reasonCodes,
    next: await nextAfter(tx, actor, row),
    abilities: reviewAbilities(actor, claim),
  };
}

/** The most urgent open review that is not this one and not in somebody else's hands. */
async function nextAfter(tx: Tx, actor: Actor, row: QueueRow): Promise<string | null> {
  const next = await queueQuery(tx, actor)
    .where("claim.status", "in", WAITING)
    .where("claim.id", "!=", row.id)
    .where((eb) =>
      eb.or([
        eb("review_assignment.assignee_id", "is", null),
        eb("review_assignment.assignee_id", "=", actor.personId),
      ]),
    )
    .orderBy(sql`coalesce(claim.due_at, 'infinity'::timestamptz), claim.id`)
    .limit(1)
    .executeTakeFirst();
  return next ? idText("review", next.id) : null;
}
