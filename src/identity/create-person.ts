import { type Command, DomainError, invalid, newUuid } from "../kernel/index.ts";
import { refusedBy, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { insertUser, keepPasswordHash } from "./credential-store.ts";
import { findOrganisation, insertPerson } from "./identity-store.ts";
import { hashPassword } from "./password.ts";
import { emailKey, isEmail, type Person } from "./person.ts";
import { refuseUnlessProgram } from "./program-itself.ts";

/** Facts of a new person. Give a password, or the hash of one (`hashPassword`) when many people start with the same. */
export interface NewPerson {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly locale?: string;
  readonly password?: string;
  readonly passwordHash?: string;
}

/**
 * Adds a person who can sign in as soon as there is a password. For the seed and the command line: only the program
 * itself (`SYSTEM_ACTOR`) reaches credentials.
 */
export async function createPerson(tx: Tx, { actor, now }: Command, input: NewPerson): Promise<Person> {
  refuseUnlessProgram(actor, "add people");
  const organisation = await findOrganisation(tx, input.organisationId);
  const email = emailKey(input.email);
  if (!isEmail(email)) {
    throw invalid("not-an-email", `"${input.email}" is no e-mail address.`, [
      { field: "email", code: "not-an-email", message: "no e-mail address" },
    ]);
  }
  const hash = input.passwordHash ?? (input.password === undefined ? undefined : await hashPassword(input.password));
  const person: Person = {
    id: newUuid(now),
    organisationId: organisation.id,
    side: organisation.kind,
    partnerId: organisation.kind === "partner" ? organisation.id : null,
    name: input.name,
    email,
    state: "active",
    locale: input.locale ?? "en-GB",
  };
  try {
    await insertPerson(tx, person, { at: now, by: actor.personId });
  } catch (error) {
    if (!refusedBy(error, "person_email_key")) throw error;
    throw new DomainError({
      code: "email-taken",
      kind: "conflict",
      message: `${email} belongs to somebody already. Use another e-mail.`,
    });
  }
  await insertUser(tx, { id: person.id, name: person.name, email, at: now });
  if (hash !== undefined) await keepPasswordHash(tx, person.id, hash, now);
  await events.record(tx, {
    at: now,
    type: "person.created",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    toStatus: person.state,
    payload: { organisation: organisation.id },
  });
  return person;
}
