import type { z } from "zod";
import { type Command, checkVersion, enforce, type FieldError, invalid, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { editionById } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import type { PartnerFactsBody } from "./enrollment-contract.ts";
import { assertInScope, mayEnroll } from "./enrollment-policy.ts";
import { enrollmentFrom } from "./enrollment-store.ts";

/**
 * Says what a partner is in a program: its type and tier, and what holds of it now, by the codes of the edition. Claims
 * judged from then on know it; what was decided keeps what was known.
 *
 * Refuses a type or a standing that the edition does not name (422).
 */
export async function setPartnerFacts(
  tx: Tx,
  { actor, now, seen }: Command,
  id: string,
  body: () => z.output<typeof PartnerFactsBody>,
): Promise<Enrollment> {
  const row = await tx.selectFrom("enrollment").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound("enrollment");
  const enrollment = enrollmentFrom(row);
  assertInScope(actor, { programId: enrollment.programId, locationId: enrollment.locationId });
  enforce(mayEnroll(actor, enrollment.programId));
  checkVersion(seen, enrollment.version);
  const said = body();
  await checkCodes(tx, enrollment, said);
  const saved = await tx
    .updateTable("enrollment")
    .set({
      partner_type: said.partnerType,
      partner_tier: said.partnerTier,
      standing: said.standing && [...new Set(said.standing)],
      version: enrollment.version + 1,
      updated_at: now,
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const after = enrollmentFrom(saved);
  const { partnerType, partnerTier, standing } = after;
  await events.record(tx, {
    at: now,
    type: "enrollment.partner-facts-set",
    subjectType: "enrollment",
    subjectId: id,
    partnerId: enrollment.partnerId,
    actor,
    payload: { partnerType, partnerTier, standing: [...standing] },
  });
  return after;
}

async function checkCodes(
  tx: Tx,
  { editionId }: Enrollment,
  { partnerType, standing = [] }: z.output<typeof PartnerFactsBody>,
): Promise<void> {
  const edition = await editionById(tx, editionId);
  if (!edition) throw notFound("edition");
  const named = (list: readonly { readonly code: string }[] | undefined) => (list ?? []).map(({ code }) => code);
  const types = named(edition.document.partnerTypes);
  const flags = named(edition.document.standing);
  const errors: FieldError[] = [
    ...(typeof partnerType !== "string" || types.includes(partnerType)
      ? []
      : [unknown("partnerType", partnerType, types)]),
    ...standing.filter((code) => !flags.includes(code)).map((code) => unknown("standing", code, flags)),
  ];
  const [first] = errors;
  if (first) throw invalid("invalid-body", first.message, errors);
}

function unknown(field: string, code: string, known: readonly string[]): FieldError {
  const allowed = known.length === 0 ? "none" : known.join(", ");
  return { field, code: "unknown-value", message: `The edition does not name "${code}". It names: ${allowed}.` };
}
