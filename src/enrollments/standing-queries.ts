import { sql } from "kysely";
import type { z } from "zod";
import { inScopes, locationsWithHolder, scopesOf } from "../identity/index.ts";
import { type Actor, ALLOWED, all, denied, enforce, idText, type Permission, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { type Edition, editionAt, type JudgedGroup, unmetOf } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { faceFor, mayAnswer, mayEnroll, mayView } from "./enrollment-policy.ts";
import { enrollmentFrom } from "./enrollment-store.ts";
import { mayBeInvited } from "./invite-locations.ts";
import { judgeByFacts, NOT_SAID, todayOf } from "./judge-location.ts";
import { factsInForce, type PartnerFact } from "./partner-fact-store.ts";
import { treeWire } from "./requirement-contract.ts";
import type { StandingQuery, StandingWire } from "./standing-contract.ts";

type StandingOut = z.input<typeof StandingWire>;

/** How the locations in the actor's sight stand to a program in its present year. */
export async function listStandings(
  tx: Tx,
  actor: Actor,
  programId: string,
  list: StandingQuery,
  now: Date,
): Promise<Page<StandingOut>> {
  enforce(mayView(actor));
  const edition = await editionAt(tx, programId, now);
  const found = await page(narrowed(locations(tx, actor, programId, edition?.programYear ?? ""), list), {
    sorts: {
      location: { by: sql`lower(location.name)`, type: "text" },
      partner: { by: sql`lower(organisation.display_name)`, type: "text" },
    },
    defaultSort: "location",
    idRef: sql`location.id`,
    list,
  });
  const enrollments = await enrollmentsBy(
    tx,
    found.items.flatMap((row) => row.enrollment_id ?? []),
  );
  const places = found.items.map(({ id, partner_id }) => ({ id, partnerId: partner_id }));
  const facts = await factsInForce(tx, places);
  const answered = await locationsWithHolder(tx, "enrollment.answer", programId, places, now);
  const items = found.items.map((row) =>
    standingOut(actor, {
      row,
      programId,
      edition,
      enrollment: row.enrollment_id === null ? undefined : enrollments.get(row.enrollment_id),
      facts: facts.get(row.id) ?? [],
      hasAdmin: answered.has(row.id),
      now,
      tree: list.include === "requirements",
    }),
  );
  return { items, nextCursor: found.nextCursor };
}

function locations(tx: Tx, actor: Actor, programId: string, programYear: string) {
  return tx
    .selectFrom("location")
    .innerJoin("organisation", "organisation.id", "location.partner_id")
    .leftJoin("enrollment", (join) =>
      join
        .onRef("enrollment.location_id", "=", "location.id")
        .on("enrollment.program_id", "=", programId)
        .on("enrollment.program_year", "=", programYear),
    )
    .select([
      "location.id",
      "location.name",
      "location.partner_number",
      "location.country",
      "location.market",
      "location.partner_id",
      "organisation.display_name as partner_name",
      "enrollment.id as enrollment_id",
    ])
    .where(inScopes(scopesOf(actor, "program.view"), { program: sql`${programId}::uuid`, location: sql`location.id` }));
}

type LocationQuery = ReturnType<typeof locations>;
type LocationRow = Awaited<ReturnType<LocationQuery["executeTakeFirstOrThrow"]>>;

function narrowed(query: LocationQuery, { q, location, partner, standing }: StandingQuery): LocationQuery {
  let narrow = query;
  if (location !== undefined) narrow = narrow.where("location.id", "=", location);
  if (partner !== undefined) narrow = narrow.where("location.partner_id", "=", partner);
  if (standing === "none") narrow = narrow.where("enrollment.id", "is", null);
  else if (standing !== undefined) narrow = narrow.where("enrollment.status", "=", standing);
  if (q !== undefined) {
    const like = `%${q.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    narrow = narrow.where((eb) =>
      eb.or([
        eb("location.name", "ilike", like),
        eb("location.partner_number", "ilike", like),
        eb("organisation.display_name", "ilike", like),
      ]),
    );
  }
  return narrow;
}

async function enrollmentsBy(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Enrollment>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("enrollment")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, enrollmentFrom(row)]));
}

interface Row {
  readonly row: LocationRow;
  readonly programId: string;
  readonly edition: Edition | undefined;
  readonly enrollment: Enrollment | undefined;
  readonly facts: readonly PartnerFact[];
  readonly hasAdmin: boolean;
  readonly now: Date;
  readonly tree: boolean;
}

function standingOut(actor: Actor, of: Row): StandingOut {
  const { row, programId, edition, enrollment, hasAdmin } = of;
  const pair = { programId, locationId: row.id };
  const place = { id: row.id, partnerId: row.partner_id, country: row.country, market: row.market };
  const judged = edition && judgeByFacts(edition, place, enrollment ?? NOT_SAID, of.facts, todayOf(edition, of.now));
  const location = {
    id: idText("location", row.id),
    name: row.name,
    partnerId: row.partner_number,
    country: row.country,
  };
  return {
    id: location.id,
    location,
    partner: { id: idText("organisation", row.partner_id), name: row.partner_name },
    enrollment: enrollment
      ? {
          id: idText("enrollment", enrollment.id),
          status: enrollment.status,
          face: faceFor(actor, enrollment.status, pair),
        }
      : null,
    eligibility: judged ? judged.state : "not-asked",
    unmet: judged ? unmetOf(judged).map(({ code, name }) => ({ code, name })) : [],
    requirements: of.tree && judged ? treeWire(judged) : null,
    hasAdmin,
    abilities: {
      join: all(mayAnswer(actor, pair), isJoinable(edition, enrollment), isEligible(judged)),
      invite: all(mayEnroll(actor, programId), isInvitable(edition, enrollment), isEligible(judged)),
    },
  };
}

const NO_RULES = denied("edition-not-published", sentence("No rules of this program are in force today."));

function isJoinable(edition: Edition | undefined, enrollment: Enrollment | undefined): Permission {
  if (!edition) return NO_RULES;
  if (!edition.document.openEnrollment) {
    return denied(
      "by-invitation",
      sentence("This program is by invitation. Ask the vendor's program manager for one."),
    );
  }
  return !enrollment || enrollment.status === "inactive"
    ? ALLOWED
    : denied("already-enrolled", sentence("This location was invited or takes part already."));
}

function isInvitable(edition: Edition | undefined, enrollment: Enrollment | undefined): Permission {
  if (!edition) return NO_RULES;
  return !enrollment || mayBeInvited(enrollment)
    ? ALLOWED
    : denied("already-enrolled", sentence("This location was invited or takes part already."));
}

function isEligible(judged: JudgedGroup | undefined): Permission {
  if (!judged || judged.state === "met") return ALLOWED;
  const list = unmetOf(judged)
    .map(({ name }) => name)
    .join("; ");
  return denied("not-eligible", sentence("This location does not meet the requirements: {list}.", { list }));
}
