import { type Command, DomainError, enforce, invalid, newUuid, word } from "../kernel/index.ts";
import { refusedBy, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { insertOrganisation } from "./identity-store.ts";
import { isTimeZone, type Organisation } from "./person.ts";
import { permission } from "./rights.ts";

/** Facts of a new organisation. The display name is the legal name unless another is given. */
export type NewOrganisation = Omit<Organisation, "id" | "displayName"> & { readonly displayName?: string };

/** Adds the vendor (once) or a partner. Done by the vendor's administrator or the program itself. */
export async function createOrganisation(
  tx: Tx,
  { actor, now }: Command,
  input: NewOrganisation,
): Promise<Organisation> {
  enforce(permission(actor, "person.manage", word("add organisations")));
  if (!isTimeZone(input.timeZone)) {
    throw invalid("unknown-time-zone", `There is no time zone "${input.timeZone}". Name one as Europe/Berlin.`, [
      { field: "timeZone", code: "unknown-time-zone", message: "no IANA time zone" },
    ]);
  }
  const organisation: Organisation = { ...input, id: newUuid(now), displayName: input.displayName ?? input.legalName };
  try {
    await insertOrganisation(tx, organisation, { at: now, by: actor.personId });
  } catch (error) {
    if (!refusedBy(error, "organisation_one_vendor")) throw error;
    throw new DomainError({
      code: "vendor-exists",
      kind: "conflict",
      message: "This installation has its vendor already.",
    });
  }
  await events.record(tx, {
    at: now,
    type: "organisation.created",
    subjectType: "organisation",
    subjectId: organisation.id,
    partnerId: organisation.kind === "partner" ? organisation.id : null,
    actor,
    payload: { kind: organisation.kind, legalName: organisation.legalName, country: organisation.country },
  });
  return organisation;
}
