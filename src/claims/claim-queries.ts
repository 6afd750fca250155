import { sql } from "kysely";
import { inScopes, scopesOf } from "../identity/index.ts";
import { type Actor, enforce, faceFor, idText, uuidOf } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page, type SortKey } from "../platform/http/index.ts";
import { activityTypeOf, type Edition, editionById } from "../programs/index.ts";
import type { Claim, ClaimAnswers, ListedClaim } from "./claim.ts";
import type { ClaimListItem, ClaimListQuery } from "./claim-contract.ts";
import { assertSees, claimAbilities, mayListClaims } from "./claim-policy.ts";
import { ANSWERS, findClaim, LISTED, toAnswers, toListed } from "./claim-store.ts";
import { CLAIM_LIFECYCLE } from "./claim-transitions.ts";
import { holdsText } from "./claim-words.ts";
import { editionOf } from "./judge-claim.ts";

const SORTS: Readonly<Record<string, SortKey>> = {
  updatedAt: { by: sql`claim.updated_at`, type: "timestamptz" },
  dueAt: { by: sql`coalesce(claim.due_at, 'infinity'::timestamptz)`, type: "timestamptz" },
  number: { by: sql`claim.number`, type: "text" },
  amountClaimed: { by: sql`coalesce(claim.amount_claimed, 0)`, type: "bigint" },
};

const ORDER = { sorts: SORTS, defaultSort: "-updatedAt", idRef: sql`claim.id` };

/** The claim, or 404 when it is unknown or outside the actor's scope. */
export async function getClaim(tx: Tx, actor: Actor, id: string): Promise<Claim> {
  const claim = await findClaim(tx, id);
  assertSees(actor, claim);
  return claim;
}

function baseQuery(tx: Tx) {
  return tx
    .selectFrom("claim")
    .innerJoin("program", "program.id", "claim.program_id")
    .innerJoin("location", "location.id", "claim.location_id")
    .innerJoin("organisation", "organisation.id", "claim.partner_id")
    .leftJoin("activity", "activity.id", "claim.plan_activity_id")
    .leftJoin("campaign", "campaign.id", "activity.campaign_id")
    .leftJoin("plan", "plan.id", "activity.plan_id")
    .select([
      "plan.id as plan_id",
      "plan.number as plan_number",
      "plan.name as plan_name",
      "activity.name as activity_name",
      "campaign.name as campaign_name",
      "program.code as program_code",
      "location.name as location_name",
      "location.partner_number",
      "organisation.display_name as partner_name",
    ]);
}

/** The names a screen shows beside a claim. */
interface ClaimNames {
  programCode: string;
  locationName: string;
  partnerNumber: string;
  partnerName: string;
  plan: { id: string; number: string; name: string } | null;
  planActivity: { name: string; campaign: string } | null;
}

/** The names of one claim's program, location and partner. */
export async function namesOf(tx: Tx, claim: Claim): Promise<ClaimNames> {
  return namesIn(await baseQuery(tx).where("claim.id", "=", claim.id).executeTakeFirstOrThrow());
}

function namesIn(row: Awaited<ReturnType<ReturnType<typeof baseQuery>["executeTakeFirstOrThrow"]>>): ClaimNames {
  return {
    programCode: row.program_code,
    locationName: row.location_name,
    partnerNumber: row.partner_number,
    partnerName: row.partner_name,
    plan: row.plan_id === null ? null : { id: row.plan_id, number: row.plan_number ?? "", name: row.plan_name ?? "" },
    planActivity: row.activity_name === null ? null : { name: row.activity_name, campaign: row.campaign_name ?? "" },
  };
}

/** What a list is narrowed to. */
type Narrowed = Pick<ClaimListQuery, "status" | "program" | "location" | "partner" | "dueBefore" | "q" | "assignee">;

/** The claims the actor may see, with the filters of docs/api.md. */
async function inSight(tx: Tx, actor: Actor, list: Narrowed) {
  enforce(mayListClaims(actor));
  let query = baseQuery(tx).where(
    inScopes(scopesOf(actor, "claim.view"), {
      program: sql.ref("claim.program_id"),
      location: sql.ref("claim.location_id"),
    }),
  );
  if (list.status) query = query.where("claim.status", "in", list.status);
  if (list.program) query = query.where("program.code", "=", list.program);
  if (list.location) query = query.where("claim.location_id", "=", list.location);
  if (list.partner) query = query.where("claim.partner_id", "=", list.partner);
  if (list.dueBefore) query = query.where("claim.due_at", "<", new Date(list.dueBefore));
  // As the wall says anyway; said here, so that the index of the partner's own claims answers.
  if (actor.side === "partner") query = query.where("claim.partner_id", "=", actor.organisationId);
  if (list.q) query = query.where(await holdsText(tx, actor, list.q, list.status));
  if (list.assignee) query = query.where(assignedTo(actor, list.assignee));
  return query;
}

/** A page of the claims the actor may see. */
export async function listClaims(tx: Tx, actor: Actor, list: ClaimListQuery): Promise<Page<ClaimListItem>> {
  const withAbilities = list.include === "abilities";
  const query = (await inSight(tx, actor, list)).select(LISTED);
  return shownTo(tx, actor, await page(query, { ...ORDER, list }), (item, _row, claim, edition) =>
    withAbilities ? { ...item, abilities: claimAbilities(actor, claim, edition.document) } : item,
  );
}

/** A row of the file of claims: that of the list, and what only some programs ask. */
export type ClaimFileRow = ClaimListItem & ClaimAnswers;

/** A page of the claims the actor may see, each with its answers to what its program asks. */
export async function listClaimsForFile(tx: Tx, actor: Actor, list: ClaimListQuery): Promise<Page<ClaimFileRow>> {
  const query = (await inSight(tx, actor, list)).select([...LISTED, ...ANSWERS]);
  return shownTo(tx, actor, await page(query, { ...ORDER, list }), (item, row) => ({ ...item, ...toAnswers(row) }));
}

/** Codes of the own fields that the editions of the listed claims ask for, in their order. */
export async function fieldsOfListed(tx: Tx, actor: Actor, list: Narrowed): Promise<readonly string[]> {
  const query = (await inSight(tx, actor, list)).clearSelect().select(["claim.edition_id", "program.code"]).distinct();
  const codes = new Set<string>();
  for (const { edition_id } of await query.orderBy("program.code").orderBy("claim.edition_id").execute())
    for (const { code } of (await editionById(tx, edition_id))?.document.claims?.fields ?? []) codes.add(code);
  return [...codes];
}

/** Rows as `show` completes what a list says of each; an edition is looked up once, however many claims are judged by it. */
async function shownTo<Row extends Parameters<typeof toListed>[0] & Parameters<typeof namesIn>[0], Item>(
  tx: Tx,
  actor: Actor,
  { items: rows, nextCursor }: Page<Row>,
  show: (item: ClaimListItem, row: Row, claim: ListedClaim, edition: Edition) => Item,
): Promise<Page<Item>> {
  const editions = new Map<string, Edition>();
  const items: Item[] = [];
  for (const row of rows) {
    const claim = toListed(row);
    const edition = editions.get(claim.editionId) ?? (await editionOf(tx, claim));
    editions.set(claim.editionId, edition);
    items.push(show(listItem(actor, claim, namesIn(row), edition), row, claim, edition));
  }
  return { items, nextCursor };
}

/** Claims that a person has in hand: the assignments stand in a table of the review queue, read here by id alone. */
function assignedTo(actor: Actor, assignee: string) {
  const assignment = sql`select 1 from review_assignment a where a.subject_id = claim.id and a.assignee_id is not null`;
  if (assignee === "none") return sql<boolean>`not exists (${assignment})`;
  const person = assignee === "me" ? actor.personId : uuidOf("person", assignee);
  if (person === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (${assignment} and a.assignee_id = ${person}::uuid)`;
}

/** A claim as a row of a list, for the side that asks. */
export function listItem(actor: Actor, claim: ListedClaim, names: ClaimNames, edition: Edition): ClaimListItem {
  const activity = activityTypeOf(edition.document, claim.activityType);
  return {
    id: idText("claim", claim.id),
    number: claim.number,
    name: claim.name,
    status: claim.status,
    face: faceFor(actor, CLAIM_LIFECYCLE.statuses[claim.status]),
    version: claim.version,
    program: names.programCode,
    location: { id: idText("location", claim.locationId), name: names.locationName, partnerId: names.partnerNumber },
    partner: { id: idText("organisation", claim.partnerId), name: names.partnerName },
    usagePeriod: claim.usagePeriod,
    activityType: claim.activityType,
    activityTypeName: activity?.name ?? claim.activityType,
    executionDate: claim.executionDate,
    amountClaimed: claim.amountClaimed && toWire(claim.amountClaimed),
    amountApproved: claim.amountApproved && toWire(claim.amountApproved),
    currency: claim.currency,
    plan: names.plan && { ...names.plan, id: idText("plan", names.plan.id) },
    planActivity:
      names.planActivity && claim.planActivityId !== null
        ? { id: idText("activity", claim.planActivityId), ...names.planActivity }
        : null,
    dueAt: claim.dueAt?.toISOString() ?? null,
    dueOn: claim.dueOn,
    dueSide: claim.dueSide,
    updatedAt: claim.updatedAt.toISOString(),
  };
}
