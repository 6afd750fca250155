import { z } from "zod";
import { type Command, checkVersion, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { mayChangeSettings } from "./program-policy.ts";

const NAME = "two-person-publication";
/** The subject of the setting's events: settings have names, events ask for a UUID. */
const SUBJECT = "00000000-0000-7000-8000-000000000020";
const Value = z.strictObject({ twoPeople: z.boolean() });

/** Whether publishing an edition takes two people, and which version of the setting that is; 0 was never set. */
export interface PublicationSetting {
  readonly twoPeople: boolean;
  readonly version: number;
}

/** The setting as it stands; off until the vendor turns it on. */
export async function publicationSetting(tx: Tx, { lock = false } = {}): Promise<PublicationSetting> {
  const query = tx.selectFrom("vendor_setting").select(["value", "version"]).where("name", "=", NAME);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? { ...Value.parse(row.value), version: row.version } : { twoPeople: false, version: 0 };
}

/** Whether publishing takes two people now. */
export async function publicationTakesTwo(tx: Tx): Promise<boolean> {
  return (await publicationSetting(tx)).twoPeople;
}

/** Turns two-person publication on or off; a vendor administrator does. What is asked for already still needs its second. */
export async function setPublicationSetting(
  tx: Tx,
  command: Command,
  body: () => { readonly twoPeople: boolean },
): Promise<PublicationSetting> {
  enforce(mayChangeSettings(command.actor));
  const before = await publicationSetting(tx, { lock: true });
  checkVersion(command.seen, before.version);
  const { twoPeople } = body();
  if (twoPeople === before.twoPeople) return before;
  const next = { value: JSON.stringify({ twoPeople }), version: before.version + 1 };
  const who = { changed_at: command.now, changed_by: command.actor.personId };
  await tx
    .insertInto("vendor_setting")
    .values({ name: NAME, ...next, ...who })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ ...next, ...who }))
    .execute();
  await events.record(tx, {
    at: command.now,
    type: "setting.changed",
    subjectType: "setting",
    subjectId: SUBJECT,
    partnerId: null,
    actor: command.actor,
    payload: { name: NAME, twoPeople, version: next.version },
  });
  return { twoPeople, version: next.version };
}
